import { bytesToHex, type TaskProvisional } from '@ailee/protocol'
import { exitCodes } from './exit-code.js'
import { deliverOutput } from './program-output.js'
import { finalText } from './progress-text.js'
import { shortId, type Terminal } from './terminal.js'

/** What `submit --provisional` says of a result that is not final. */
export async function reportProvisional(
  terminal: Terminal,
  provisional: TaskProvisional,
  output: Uint8Array,
  options: { output?: string }
): Promise<number> {
  const { status, outcome, receipt, lotId, finalByMs } = provisional
  if (terminal.isJson) {
    terminal.json({
      taskId: status.taskId,
      state: status.state,
      code: receipt.code,
      exitCode: receipt.exitCode,
      stdout: Buffer.from(output).toString('base64'),
      worker: receipt.worker,
      lot: bytesToHex(lotId),
      finalByMs
    })
  }
  await deliverOutput(terminal, { output, stderr: outcome.stderr, file: options.output })
  terminal.note(
    `provisional, by ${shortId(receipt.worker)}: it may still change, ${finalText(provisional)}; ` +
      `\`ailee-node task ${status.taskId}\` tells`
  )
  return receipt.code === 'SUCCESS' && receipt.exitCode === 0 ? exitCodes.success : exitCodes.taskFailed
}

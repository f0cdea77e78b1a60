import { type BidSetEvidence, looksLikeLot } from '@ailee/market'
import {
  type Check,
  checkReceipt,
  looksLikeBidSet,
  looksLikeEvidence,
  NO_ERROR_ESTIMATE_PPM,
  PPM,
  portableVerifier,
  type Receipt,
  readBidFile,
  readReceiptFile
} from '@ailee/protocol'
import type { Command } from 'commander'
import { NodeError } from '../../errors.js'
import { reportBidSet } from '../bid-set-report.js'
import { type CommonOptions, describe, runCommand } from '../command.js'
import { reportEvidence } from '../evidence-report.js'
import { exitCodes } from '../exit-code.js'
import { readCanonical, showChecks } from '../file-checks.js'
import { reportLot } from '../lot-report.js'
import { readFileOf } from '../task-options.js'
import type { Terminal } from '../terminal.js'

interface VerifyOptions extends CommonOptions {
  module?: string
  output?: string
  receipt?: string
  bid?: string
}

export function verifyCommand(program: Command): void {
  const command = program
    .command('verify')
    .argument('<file>', 'a receipt, evidence, a bid set, or a lot')
    .description(
      'check a receipt, evidence, a bid set or a lot offline, and say what it proves and what it does not'
    )
    .option('--module <file>', 'the module it should be of')
    .option('--output <file>', 'the output it should be of')
    .option('--receipt <file>', 'of a bid set: the receipt of its winner; of a lot: one that should be in it')
    .option('--bid <file>', 'of a bid set: a bid that should be in it')
    .action((path: string, options: VerifyOptions) =>
      runCommand(options, async ({ terminal }) => {
        const bytes = await readFileOf(path)
        if (looksLikeBidSet(bytes)) {
          refuseFiles(options, ['module', 'output'])
          const evidence = await bidSetEvidence(options)
          return reportBidSet(terminal, bytes, evidence) ? exitCodes.success : exitCodes.notVerified
        }
        if (looksLikeLot(bytes)) {
          refuseFiles(options, ['module', 'output', 'bid'])
          const receipt = options.receipt && readReceiptFile(await readFileOf(options.receipt))
          return reportLot(terminal, bytes, receipt || undefined) ? exitCodes.success : exitCodes.notVerified
        }
        refuseFiles(options, ['receipt', 'bid'])
        if (looksLikeEvidence(bytes)) {
          refuseFiles(options, ['module', 'output'])
          return reportEvidence(terminal, bytes) ? exitCodes.success : exitCodes.notVerified
        }
        const evidence = {
          ...(options.module === undefined ? {} : { module: await readFileOf(options.module) }),
          ...(options.output === undefined ? {} : { output: await readFileOf(options.output) })
        }
        const { receipt, checks } = examine(bytes, evidence)
        const valid = checks.every(({ ok }) => ok)
        if (terminal.isJson) terminal.json({ valid, checks })
        else explain(terminal, receipt, checks, valid, options)
        return valid ? exitCodes.success : exitCodes.notVerified
      })
    )
  describe(command, [
    'ailee-node verify receipt.json',
    'ailee-node verify receipt.json --module hello.wasm --output hello.txt',
    'ailee-node verify receipt.json --json',
    'ailee-node verify evidence.json',
    'ailee-node verify bids.json --receipt receipt.json',
    'ailee-node verify bids.json --bid my-bid.json',
    'ailee-node verify lot.json --receipt receipt.json'
  ]).addHelpText('after', '\nExit codes: 0 genuine, 5 not genuine')
}

/** A file that this kind is not held against would be left out in silence. */
function refuseFiles(
  options: VerifyOptions,
  names: readonly ('module' | 'output' | 'receipt' | 'bid')[]
): void {
  const given = names.find((name) => options[name] !== undefined)
  if (given === undefined) return
  throw new NodeError('CONFIG_INVALID', `--${given} is not for a file of this kind`, {
    hint: '--module and --output go with a receipt, --receipt with a bid set or a lot, --bid with a bid set'
  })
}

/** Throws RECEIPT_MALFORMED or BID_MALFORMED. */
async function bidSetEvidence({ receipt, bid }: VerifyOptions): Promise<BidSetEvidence> {
  return {
    ...(receipt === undefined ? {} : { receipt: readReceiptFile(await readFileOf(receipt)) }),
    ...(bid === undefined ? {} : { bid: readBidFile(await readFileOf(bid)) })
  }
}

function examine(
  bytes: Uint8Array,
  evidence: { module?: Uint8Array; output?: Uint8Array }
): { receipt: Receipt | undefined; checks: Check[] } {
  const { value: receipt, form } = readCanonical(bytes, readReceiptFile, 'RECEIPT_MALFORMED')
  const checks = receipt === undefined ? [] : checkReceipt(portableVerifier, receipt, evidence)
  return { receipt, checks: [form, ...checks] }
}

function explain(
  terminal: Terminal,
  receipt: Receipt | undefined,
  checks: readonly Check[],
  valid: boolean,
  options: VerifyOptions
): void {
  showChecks(terminal, checks)
  if (receipt === undefined || !valid) {
    terminal.text('\nnot genuine: nothing it says is proven')
    return
  }
  terminal.text('\nproven:')
  for (const line of provenBy(receipt, options)) terminal.text(`  - ${line}`)
  terminal.text('not proven:')
  for (const line of notProvenBy(receipt, options)) terminal.text(`  - ${line}`)
}

function provenBy(receipt: Receipt, options: VerifyOptions): string[] {
  const { worker, taskId, code, moduleHash, verdict } = receipt
  const lines = [
    `worker ${worker} stated that module ${moduleHash} ended with ${code} for task ${taskId}`,
    `coordinator ${verdict?.coordinator} accepted that statement`
  ]
  if (verdict?.method === 'REFEREE')
    lines.push('the coordinator stated that it executed the task itself, with this result')
  if (options.module !== undefined) lines.push('the statement is about this module')
  if (options.output !== undefined) lines.push('the statement is about this output')
  return lines
}

function notProvenBy(receipt: Receipt, options: VerifyOptions): string[] {
  const { verdict, meteringHash } = receipt
  const lines: string[] = []
  if (verdict?.method === 'SIGNATURE_ONLY') {
    lines.push('that the result is right: one worker ran it and nobody checked it (see --verification)')
  } else if (verdict?.method === 'REFEREE') {
    lines.push(
      'that the result is right, should the coordinator lie: run it yourself (ailee-node run --receipt)'
    )
  } else if (verdict?.method === 'CLIENT_REFEREE') {
    lines.push(
      'that the result is right, unless you are the client: the coordinator took its word for what it executed'
    )
  } else if (verdict?.method === 'SAMPLED') {
    const oneIn = Math.round(PPM / Math.max(1, verdict.estimatedErrorPpm))
    lines.push(
      `that this very result is right: the coordinator executes some again, so that at most one in ${oneIn} accepted ones is wrong`
    )
  } else if (verdict?.estimatedErrorPpm === NO_ERROR_ESTIMATE_PPM) {
    lines.push(
      `that the result is right beyond doubt: ${verdict.votes} of ${verdict.replicas} workers agree, and may have colluded`
    )
  }
  if (meteringHash.every((byte) => byte === 0)) lines.push('fuel: the execution was not metered')
  lines.push('when it ran: both clocks are the parties’ own')
  if (options.module === undefined) lines.push('that you have the module it is about (see --module)')
  if (options.output === undefined) lines.push('that you have the output it is about (see --output)')
  return lines
}

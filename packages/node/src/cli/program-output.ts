import { writeFile } from 'node:fs/promises'
import { errorMessage, remoteText } from '@ailee/core'
import { NodeError } from '../errors.js'
import type { Terminal } from './terminal.js'

/** Hands a program's output to the person: exactly its bytes, to standard output or a file. In JSON mode the object has them already. */
export async function deliverOutput(
  terminal: Terminal,
  { output, stderr, file }: { output: Uint8Array; stderr: Uint8Array; file: string | undefined }
): Promise<void> {
  if (file !== undefined) await writeFileOf(file, output)
  else if (!terminal.isJson) await terminal.bytes(output)
  if (stderr.length > 0 && !terminal.isJson) {
    terminal.clearProgress()
    process.stderr.write(stderr)
  }
}

/** Says why a task did not succeed. */
export function explainFailure(
  terminal: Terminal,
  { code, message, exitCode }: { code: string; message: string; exitCode: number }
): void {
  if (code === 'SUCCESS') terminal.note(`the program ended with exit code ${exitCode}`)
  else terminal.note(`the task failed with ${code}${message === '' ? '' : `: ${remoteText(message, 500)}`}`)
}

/** Writes a file named on the command line. Throws FILE_NOT_WRITTEN. */
export async function writeFileOf(path: string, content: Uint8Array | string): Promise<void> {
  try {
    await writeFile(path, content)
  } catch (cause) {
    throw new NodeError('FILE_NOT_WRITTEN', `${path}: ${errorMessage(cause)}`, { cause })
  }
}

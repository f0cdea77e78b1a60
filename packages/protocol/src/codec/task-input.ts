import { ailee } from '#generated'
import { ProtocolError } from '../errors.js'
import { inputFilesProblem } from '../input-files.js'
import { MAX_ARGS, MAX_INPUT_BYTES, MAX_INPUT_FILES, MAX_INPUT_PATH_BYTES } from '../limits.js'
import type { InputFile, TaskInput } from '../task-spec.js'
import { boundedBytes, list, parseMessage, text } from './fields.js'

/** The blob whose sha-256 is a task's `inputHash`. Never re-encoded to be checked: the hash is over the bytes as submitted. */
export function encodeTaskInput(input: TaskInput): Uint8Array {
  return ailee.v1.Input.encode({
    args: [...input.args],
    env: [...input.env],
    stdin: input.stdin,
    files: [...input.files]
  }).finish()
}

export function decodeTaskInput(bytes: Uint8Array): TaskInput {
  // Bounded as a whole: many fields, each within its own limit, could be more.
  if (bytes.length > MAX_INPUT_BYTES) {
    throw new ProtocolError('WIRE_TOO_LARGE', `the input is longer than ${MAX_INPUT_BYTES} bytes`)
  }
  const wire = parseMessage('Input', (data) => ailee.v1.Input.decode(data), bytes)
  const item = (field: string) => (value: string) => text(value, MAX_INPUT_BYTES, field)
  return {
    args: list(wire.args, MAX_ARGS, 'args', item('args')),
    env: list(wire.env, MAX_ARGS, 'env', item('env')),
    stdin: boundedBytes(wire.stdin, MAX_INPUT_BYTES, 'stdin'),
    files: readFiles(list(wire.files, MAX_INPUT_FILES, 'files', readFile))
  }
}

function readFile(wire: ailee.v1.IInputFile): InputFile {
  return {
    path: text(wire.path, MAX_INPUT_PATH_BYTES, 'files.path'),
    bytes: boundedBytes(wire.bytes, MAX_INPUT_BYTES, 'files.bytes')
  }
}

function readFiles(files: InputFile[]): InputFile[] {
  const problem = inputFilesProblem(files)
  if (problem !== undefined) throw new ProtocolError('WIRE_FIELD_INVALID', `files: ${problem}`)
  return files
}

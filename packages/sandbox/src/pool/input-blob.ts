import type { InputFile, TaskInput } from '@ailee/protocol'

/** The files of an input as a header tells them; their bytes stand in the blob. */
export interface FileEntry {
  path: string
  length: number
}

/** Standard input and then the files, in one blob. */
export function packInput({ stdin, files }: TaskInput): Uint8Array {
  if (files.length === 0) return stdin
  const blob = new Uint8Array(files.reduce((sum, { bytes }) => sum + bytes.length, stdin.length))
  blob.set(stdin)
  let at = stdin.length
  for (const { bytes } of files) {
    blob.set(bytes, at)
    at += bytes.length
  }
  return blob
}

/** Cuts the blob up again, without copying. */
export function unpackInput(
  blob: Uint8Array,
  stdinLength: number,
  entries: readonly FileEntry[]
): { stdin: Uint8Array; files: InputFile[] } {
  let at = stdinLength
  const files = entries.map(({ path, length }) => {
    const bytes = blob.subarray(at, at + length)
    at += length
    return { path, bytes }
  })
  return { stdin: blob.subarray(0, stdinLength), files }
}

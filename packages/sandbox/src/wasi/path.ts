import { meteringParameters } from '../instrument/index.js'
import { errno } from './errno.js'
import { fail } from './failure.js'
import type { DirectoryNode, FileSystemNode } from './file-node.js'
import type { WasiProcess } from './wasi-process.js'

const MAX_PATH_BYTES = 4_095
const MAX_NAME_BYTES = 255

/** Where a path leads. */
export interface Place {
  /** The directory of the last name; undefined if that is `.` or `..`, which can be neither made nor removed. */
  parent: DirectoryNode | undefined
  name: string
  /** undefined if nothing has this name. */
  node: FileSystemNode | undefined
  /** It ends with a slash, so it cannot be a file. */
  isFolder: boolean
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
const encoder = new TextEncoder()
const REPLACEMENT = '\ufffd'

/** Reads a path of the module: UTF-8 without NUL. */
export function readPath(process: WasiProcess, pointer: number, length: number): string {
  if (length >>> 0 > MAX_PATH_BYTES) fail(errno.NAMETOOLONG)
  process.charge(meteringParameters.pathFuel + (length >>> 0) * meteringParameters.pathByteFuel)
  const bytes = process.memory.bytes(pointer, length)
  if (bytes.includes(0)) fail(errno.INVAL)
  const text = decoder.decode(bytes)
  // A decoder that throws takes far longer than a host call costs.
  if (text.includes(REPLACEMENT) && !equal(encoder.encode(text), bytes)) fail(errno.ILSEQ)
  return text
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}

/** Follows a path from a directory, which it cannot leave. Names cost fuel before they are looked up. */
export function resolvePath(process: WasiProcess, base: DirectoryNode, path: string): Place {
  if (path === '') fail(errno.NOENT)
  if (path.startsWith('/')) fail(errno.NOTCAPABLE)
  const names = path.split('/').filter((name) => name !== '')
  process.charge(names.length * meteringParameters.pathNameFuel)
  const passed = [base]
  let place: Place = { parent: undefined, name: '.', node: base, isFolder: true }
  for (const [at, name] of names.entries()) {
    const directory = passed.at(-1) as DirectoryNode
    if (name === '.' || name === '..') {
      if (name === '..') passed.pop()
      const node = passed.at(-1)
      if (node === undefined) fail(errno.NOTCAPABLE)
      place = { parent: undefined, name, node, isFolder: true }
      continue
    }
    if (isTooLong(name)) fail(errno.NAMETOOLONG)
    const node = directory.entries.get(name)?.node
    const isLast = at === names.length - 1
    place = { parent: directory, name, node, isFolder: !isLast || path.endsWith('/') }
    if (node?.kind === 'file' && place.isFolder) fail(errno.NOTDIR)
    if (node === undefined && !isLast) fail(errno.NOENT)
    if (node?.kind === 'directory') passed.push(node)
  }
  return place
}

function isTooLong(name: string): boolean {
  // A UTF-16 unit is at most three UTF-8 bytes.
  return name.length * 3 > MAX_NAME_BYTES && encoder.encode(name).length > MAX_NAME_BYTES
}

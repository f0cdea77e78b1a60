import { item, Reader } from './bytes.js'

export interface Signature {
  params: number[]
  results: number[]
}

export interface Section {
  id: number
  content: Reader
}

/** A module's parts, as far as metering asks for them. */
export interface Module {
  bytes: Uint8Array
  sections: Section[]
  types: Signature[]
  /** The type of each function, imported ones first. */
  functionTypes: number[]
  imported: number
  bodies: Reader[]
  globals: number
  memory: { maximum: number | undefined } | undefined
  exported: Set<number>
  start: number | undefined
  /** Functions that element segments and global initialisers refer to; `ref.func` in code comes on top. */
  taken: Set<number>
}

export function readModule(bytes: Uint8Array): Module {
  const all = new Reader(bytes, 8)
  const sections: Section[] = []
  while (all.position < all.end) {
    const id = all.byte()
    const content = all.part(all.u32())
    if (id !== 0) sections.push({ id, content })
  }
  const find = (id: number): Reader => {
    const found = sections.find((section) => section.id === id)?.content
    return found === undefined ? new Reader(Uint8Array.of(0)) : new Reader(bytes, found.position, found.end)
  }
  const taken = new Set<number>()
  const imports = find(2).list(readImport)
  const starts = sections.some(({ id }) => id === 8)
  const globals = find(6).list((reader) => {
    reader.position += 2
    readExpression(reader, taken)
  }).length
  find(9).list((reader) => readElements(reader, taken))
  return {
    bytes,
    sections,
    types: find(1).list(readType),
    functionTypes: [...imports, ...find(3).list((reader) => reader.u32())],
    imported: imports.length,
    bodies: find(10).list((reader) => reader.part(reader.u32())),
    globals,
    memory: find(5).list(readLimits)[0],
    exported: new Set(
      find(7)
        .list(readExport)
        .filter((index) => index >= 0)
    ),
    start: starts ? find(8).u32() : undefined,
    taken
  }
}

export function signatureOf(module: Module, index: number): Signature {
  return item(module.types, item(module.functionTypes, index))
}

function readType(reader: Reader): Signature {
  reader.byte()
  return { params: reader.list((one) => one.byte()), results: reader.list((one) => one.byte()) }
}

function readImport(reader: Reader): number {
  reader.text()
  reader.text()
  if (reader.byte() !== 0) throw new RangeError('only functions are imported')
  return reader.u32()
}

function readLimits(reader: Reader): { maximum: number | undefined } {
  const bounded = reader.byte() === 1
  reader.u32()
  return { maximum: bounded ? reader.u32() : undefined }
}

function readExport(reader: Reader): number {
  reader.text()
  const kind = reader.byte()
  const index = reader.u32()
  return kind === 0 ? index : -1
}

function readExpression(reader: Reader, taken: Set<number>): void {
  for (let op = reader.byte(); op !== 0x0b; op = reader.byte()) {
    if (op === 0xd2) taken.add(reader.u32())
    else if (op === 0x43) reader.position += 4
    else if (op === 0x44) reader.position += 8
    else if (op === 0xfd) reader.position += 17
    else reader.s64()
  }
}

function readElements(reader: Reader, taken: Set<number>): void {
  const flags = reader.u32()
  const isActive = (flags & 1) === 0
  if (isActive && (flags & 2) !== 0) reader.u32()
  if (isActive) readExpression(reader, new Set())
  if ((flags & 3) !== 0) reader.byte()
  reader.list((one) => {
    if ((flags & 4) !== 0) readExpression(one, taken)
    else taken.add(one.u32())
  })
}

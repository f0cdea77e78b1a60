import { type CostClass, opcodes } from './opcodes.js'

/** Changes with every rule that decides what fuel a run takes, or which modules are run. */
export const METERING_VERSION = 2

/**
 * Fuel per instruction, by class: about the nanoseconds it takes at worst on a slow machine, or a few.
 * `grow` and `bulk-…` are added to what they pay per page, byte or element (`charges`).
 */
export const costTable: Readonly<Record<CostClass, number>> = {
  free: 0,
  simple: 1,
  memory: 2,
  simd: 2,
  'float-division': 5,
  division: 8,
  'branch-table': 4,
  call: 6,
  'indirect-call': 12,
  reference: 20,
  'bulk-memory': 40,
  'bulk-table': 200,
  grow: 1_000
}

/** The other numbers of the rules. */
export const meteringParameters = {
  /** What every function pays on entry, above its instructions. */
  entryFuel: 1,
  /** Two ways out of a branch that differ by at most this much both cost the dearer. */
  branchSlack: 8,
  /** A loop whose turns are a known number and cost at most this much together is paid before it, with the rest. */
  foldedFuel: 1_024,
  /** Functions that cost at most this much, and call nothing that costs more, are paid by their callers. */
  freeFunctionFuel: 64,
  /** Bulk memory instructions: bytes per unit of fuel, as a power of two. */
  bytesPerFuelLog2: 2,
  fuelPerElement: 4,
  fuelPerPage: 256,
  /** Stack slots (of 8 bytes) per unit of depth. */
  slotsPerDepth: 8,
  /** Units of depth of a frame without slots. */
  frameDepth: 2,
  /** Bytes of a body per unit of depth: compilers keep in a frame what they compute once and use again. */
  bodyBytesPerDepth: 2_048,
  /** Units of depth a run may use: well inside the native stack of a child, which is fixed. */
  depthUnits: 20_000,
  /** What a host call costs, and each byte of the module's memory it touches. */
  hostCallFuel: 100,
  hostByteFuel: 1,
  /** Each random byte, on top: they are hashes. */
  randomByteFuel: 64,
  /** Each buffer of a read or write, on top. */
  hostBufferFuel: 100,
  /** Files, on top: each path, each of its bytes and names. */
  pathFuel: 500,
  pathByteFuel: 8,
  pathNameFuel: 50,
  /** A listing: each entry of the directory, and each that is written. */
  passedEntryFuel: 10,
  listedEntryFuel: 200,
  /** Each file or directory made, and each block of 4 KiB first written. */
  newFileFuel: 500,
  fileBlockFuel: 1_000
} as const

/** Fuel by opcode number. */
export const opcodeCosts: Uint16Array = Uint16Array.from(opcodes, (opcode) =>
  opcode === undefined ? 0 : costTable[opcode.cost]
)

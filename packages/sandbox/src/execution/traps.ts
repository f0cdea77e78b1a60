/** What a trap is called in outcomes. The names are ours and stable; V8's texts change between versions. */
export type TrapKind =
  | 'unreachable'
  | 'divide-by-zero'
  | 'integer-overflow'
  | 'invalid-conversion'
  | 'out-of-bounds'
  | 'table-out-of-bounds'
  | 'indirect-call'
  | 'other'

/** Thrown through the module by host code in place of a trap. */
export class HostTrap extends Error {
  readonly kind: TrapKind

  constructor(kind: TrapKind, detail: string) {
    super(detail)
    this.kind = kind
  }
}

interface TrapText {
  kind: TrapKind
  /** Matches V8's message. */
  pattern: RegExp
  detail: string
}

const traps: readonly TrapText[] = [
  { kind: 'unreachable', pattern: /^unreachable/, detail: 'the module ran into an unreachable instruction' },
  {
    kind: 'divide-by-zero',
    pattern: /^(divide|remainder) by zero/,
    detail: 'an integer was divided by zero'
  },
  {
    kind: 'integer-overflow',
    pattern: /^divide result unrepresentable/,
    detail: 'the quotient of an integer division has no representation'
  },
  {
    kind: 'invalid-conversion',
    pattern: /^float unrepresentable/,
    detail: 'a float that is no integer of the wanted width was converted to one'
  },
  {
    kind: 'out-of-bounds',
    pattern: /^(memory access|data segment|memory\.\w+) out of bounds/,
    detail: 'memory was accessed outside its bounds'
  },
  {
    kind: 'indirect-call',
    pattern: /^(null function|function signature mismatch|table index is out of bounds|indirect call)/,
    detail: 'an indirect call found no function of the expected type'
  },
  {
    kind: 'table-out-of-bounds',
    pattern: /^(table|element segment|array element)/,
    detail: 'a table was accessed outside its bounds'
  }
]

/**
 * Names what ended a module's run; undefined for an error that is not the module's doing. A native stack overflow
 * is none: depth is counted, and the native stack must outlast every depth that is allowed.
 */
export function describeTrap(error: unknown): { kind: TrapKind; detail: string } | undefined {
  if (error instanceof HostTrap) return { kind: error.kind, detail: error.message }
  if (error instanceof WebAssembly.RuntimeError) {
    const known = traps.find(({ pattern }) => pattern.test(error.message))
    return known ?? { kind: 'other', detail: `the module trapped: ${error.message}` }
  }
  return undefined
}

import type { ResultCode } from '@ailee/protocol'

/** A cap that a module is past. */
export interface CapBreach {
  /** What there is too much of, as messages say it. */
  name: string
  found: number
  allowed: number
}

/**
 * Why a module or its input is not run (or not run on): a result, not a failure of the sandbox. It is thrown
 * inside the portable code and always turned into an outcome of the same `code` before it leaves the package.
 */
export class ModuleRefusal extends Error {
  readonly code: ResultCode
  /** Of MODULE_TOO_COMPLEX. */
  readonly cap: CapBreach | undefined
  /** Of FEATURE_DENIED: what is used; where stands behind it in parentheses. */
  readonly feature: string | undefined

  constructor(code: ResultCode, detail: string, about: { cap?: CapBreach; feature?: string } = {}) {
    super(detail)
    this.name = 'ModuleRefusal'
    this.code = code
    this.cap = about.cap
    this.feature = about.feature
  }
}

/** Bytes that are no well-formed module; `offset` counts from the start of the file. */
export function malformed(problem: string, offset: number): ModuleRefusal {
  return new ModuleRefusal('MODULE_INVALID', `malformed module: ${problem} (at byte ${offset})`)
}

/** A module past one of the caps of `caps.ts`. */
export function tooComplex(what: string, found: number, cap: number): ModuleRefusal {
  const text = `the module has ${found} ${what}, at most ${cap} are allowed`
  return new ModuleRefusal('MODULE_TOO_COMPLEX', text, { cap: { name: what, found, allowed: cap } })
}

/** A proposal of WebAssembly that the network does not run, because results could differ between machines. */
export function denied(feature: string): ModuleRefusal {
  const text = `the module uses ${feature}, which is not allowed here`
  return new ModuleRefusal('FEATURE_DENIED', text, { feature })
}

import type { ResultCode } from '@ailee/protocol'

/**
 * Why a module or its input is not run (or not run on): a result, not a failure of the sandbox. It is thrown
 * inside the portable code and always turned into an outcome of the same `code` before it leaves the package.
 */
export class ModuleRefusal extends Error {
  readonly code: ResultCode

  constructor(code: ResultCode, detail: string) {
    super(detail)
    this.name = 'ModuleRefusal'
    this.code = code
  }
}

/** Bytes that are no well-formed module; `offset` counts from the start of the file. */
export function malformed(problem: string, offset: number): ModuleRefusal {
  return new ModuleRefusal('MODULE_INVALID', `malformed module: ${problem} (at byte ${offset})`)
}

/** A module past one of the caps of `caps.ts`. */
export function tooComplex(what: string, found: number, cap: number): ModuleRefusal {
  return new ModuleRefusal(
    'MODULE_TOO_COMPLEX',
    `the module has ${found} ${what}, at most ${cap} are allowed`
  )
}

/** A proposal of WebAssembly that the network does not run, because results could differ between machines. */
export function denied(feature: string): ModuleRefusal {
  return new ModuleRefusal('FEATURE_DENIED', `the module uses ${feature}, which is not allowed here`)
}

import { ailee } from '#generated'

/** How an execution ended. Stable; the wire number is the position in the protobuf enum of the same name. */
export type ResultCode =
  | 'SUCCESS'
  | 'MODULE_INVALID'
  | 'MODULE_TOO_COMPLEX'
  | 'INSTANTIATION_FAILED'
  | 'FUNCTION_NOT_FOUND'
  | 'INVALID_INPUT'
  | 'OUTPUT_TOO_LARGE'
  | 'TRAP'
  | 'FUEL_EXHAUSTED'
  | 'DEPTH_EXHAUSTED'
  | 'MEMORY_EXHAUSTED'
  | 'TIMEOUT'
  | 'KILLED'
  | 'IMPORT_DENIED'
  | 'FEATURE_DENIED'

/** Ends that depend on the machine, not on module and input: never a verdict, always worth another worker. */
const infrastructure: ReadonlySet<ResultCode> = new Set(['TIMEOUT', 'KILLED'])

/** True where another machine may well end differently, so the result decides nothing. */
export function isInfrastructureFailure(code: ResultCode): boolean {
  return infrastructure.has(code)
}

/** The wire number of each code. */
export const resultCodeNumbers: Readonly<Record<ResultCode, number>> = {
  SUCCESS: ailee.v1.ResultCode.SUCCESS,
  MODULE_INVALID: ailee.v1.ResultCode.MODULE_INVALID,
  MODULE_TOO_COMPLEX: ailee.v1.ResultCode.MODULE_TOO_COMPLEX,
  INSTANTIATION_FAILED: ailee.v1.ResultCode.INSTANTIATION_FAILED,
  FUNCTION_NOT_FOUND: ailee.v1.ResultCode.FUNCTION_NOT_FOUND,
  INVALID_INPUT: ailee.v1.ResultCode.INVALID_INPUT,
  OUTPUT_TOO_LARGE: ailee.v1.ResultCode.OUTPUT_TOO_LARGE,
  TRAP: ailee.v1.ResultCode.TRAP,
  FUEL_EXHAUSTED: ailee.v1.ResultCode.FUEL_EXHAUSTED,
  DEPTH_EXHAUSTED: ailee.v1.ResultCode.DEPTH_EXHAUSTED,
  MEMORY_EXHAUSTED: ailee.v1.ResultCode.MEMORY_EXHAUSTED,
  TIMEOUT: ailee.v1.ResultCode.TIMEOUT,
  KILLED: ailee.v1.ResultCode.KILLED,
  IMPORT_DENIED: ailee.v1.ResultCode.IMPORT_DENIED,
  FEATURE_DENIED: ailee.v1.ResultCode.FEATURE_DENIED
}

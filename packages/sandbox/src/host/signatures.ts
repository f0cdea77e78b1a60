import type { FunctionType } from '../module/module-info.js'

/** The import module name of the host's own functions. */
export const AILEE_MODULE = 'ailee'

/** The functions' types by name. There are no others under this module name. */
export const aileeSignatures = {
  input_size: { params: [], results: ['i32'] },
  input_read: { params: ['i32', 'i32', 'i32'], results: ['i32'] },
  output_write: { params: ['i32', 'i32'], results: [] },
  log: { params: ['i32', 'i32'], results: [] },
  fuel_left: { params: [], results: ['i64'] }
} as const satisfies Record<string, FunctionType>

export type AileeFunctionName = keyof typeof aileeSignatures

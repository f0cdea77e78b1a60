import type { FunctionType } from '../module/module-info.js'

/** How many of each thing there are; an index that is not below them is malformed. */
export interface IndexSpaces {
  types: readonly FunctionType[]
  /** Index of each function's type; imported functions first. */
  functionTypes: readonly number[]
  functions: readonly FunctionType[]
  importedFunctions: number
  globals: number
  tables: number
  memories: number
  elements: number
  /** Undefined without a data count section; instructions that name a segment need one. */
  dataCount: number | undefined
}

export type ValueType = 'i32' | 'i64' | 'f32' | 'f64' | 'v128' | 'funcref' | 'externref'

export interface FunctionType {
  params: readonly ValueType[]
  results: readonly ValueType[]
}

export type ExternalKind = 'function' | 'table' | 'memory' | 'global'

/** An imported function: no other import is accepted. */
export interface FunctionImport {
  module: string
  name: string
  type: FunctionType
}

export interface ModuleExport {
  name: string
  kind: ExternalKind
  index: number
}

/** Size bounds of a memory (in pages) or a table (in elements). */
export interface SizeBounds {
  min: number
  max: number | undefined
}

export interface TableInfo extends SizeBounds {
  element: 'funcref' | 'externref'
}

/** One section that is not a custom one, as a range of the module's bytes. */
export interface Section {
  id: number
  start: number
  end: number
}

/** What the parser learnt about a module. Function indices count imported functions first. */
export interface ModuleInfo {
  sections: readonly Section[]
  imports: readonly FunctionImport[]
  functions: readonly FunctionType[]
  tables: readonly TableInfo[]
  memory: SizeBounds | undefined
  exports: readonly ModuleExport[]
  startFunction: number | undefined
}

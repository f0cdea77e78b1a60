import type { ContentHash } from '@ailee/core'

/** Limits of one execution. `fuel` is the result-bearing limit; `wallTimeMs` never decides a verdict. */
export interface Limits {
  memoryBytes: number
  fuel: bigint
  wallTimeMs: number
  outputBytes: number
}

/** A file that a module finds in its root directory. */
export interface InputFile {
  /** Relative to the root: `data/a.csv`. */
  path: string
  bytes: Uint8Array
}

/** What a module is given to read. */
export interface TaskInput {
  /** WASI command: argv[1..]. Plain function: one text per parameter. */
  args: readonly string[]
  /** WASI environment as `NAME=value`, in the order given. */
  env: readonly string[]
  stdin: Uint8Array
  /** In the order in which a directory lists them. */
  files: readonly InputFile[]
}

/** Everything that decides a task's output. */
export interface TaskSpec {
  moduleHash: ContentHash
  moduleBytes: number
  /** sha-256 of the encoded {@link TaskInput}. */
  inputHash: ContentHash
  inputBytes: number
  /** Exported function to call; empty = run as a WASI command. */
  function: string
  limits: Limits
  /** 32 bytes: seed of the module's random numbers. */
  seed: Uint8Array
  /** What the module's clock shows at its start, Unix milliseconds. */
  clockMs: number
  /** Whether the receipt shall name the final content of the module's memory. */
  hashMemory: boolean
}

/** Where an execution's time went, as its process measured it, in milliseconds. Never part of a result. */
export interface ExecutionTimes {
  /** Checking and rewriting the module; 0 where that had been done before. */
  instrumentMs: number
  /** Validating it and making it ready; functions are compiled when they are first called, as part of the run. */
  compileMs: number
  runMs: number
}

export const noTimes: ExecutionTimes = { instrumentMs: 0, compileMs: 0, runMs: 0 }

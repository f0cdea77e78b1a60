import type { ExecutionTimes } from '@ailee/protocol'

export const noTimes: ExecutionTimes = { instrumentMs: 0, compileMs: 0, runMs: 0 }

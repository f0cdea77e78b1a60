import { MIB } from '@ailee/core'
import { contentHash, type ExecutionOutcome, type ExecutionRequest, type Limits } from '@ailee/protocol'
import { addModule, endlessModule } from './modules.js'

export const FUEL = 10n ** 9n

export interface RequestParts extends Partial<Omit<ExecutionRequest, 'module' | 'limits' | 'input'>> {
  args?: string[]
  limits?: Partial<Limits>
}

export function request(module: Uint8Array, parts: RequestParts = {}): ExecutionRequest {
  const { args = [], limits, ...fields } = parts
  return {
    module,
    moduleHash: contentHash(module),
    function: '',
    input: { args, env: [], stdin: new Uint8Array(0), files: [] },
    limits: { memoryBytes: 16 * MIB, fuel: FUEL, wallTimeMs: 30_000, outputBytes: MIB, ...limits },
    seed: new Uint8Array(32),
    clockMs: 1_700_000_000_000,
    ...fields
  }
}

export const addition = request(addModule, { function: 'add', args: ['2', '3'] })

/** Never ends by itself within a case: the fuel suffices for longer than the wall time. */
export function endless(wallTimeMs: number): ExecutionRequest {
  return request(endlessModule, { limits: { wallTimeMs, fuel: 2n ** 62n } })
}

/** What must be equal wherever and whenever a request is run. */
export function verdict(outcome: ExecutionOutcome): unknown {
  const { code, trap, exitCode, output, stderr, fuelUsed, staticDepth, memoryPeakBytes, memoryHash } = outcome
  return [code, trap, exitCode, output, stderr, fuelUsed, staticDepth, memoryPeakBytes, memoryHash]
}

import { bytesToHex } from '../bytes.js'
import type { Receipt } from './receipt.js'

/** What module, input and limits decide of an execution. */
export type Decided = Pick<
  Receipt,
  'code' | 'trap' | 'exitCode' | 'fuelUsed' | 'outputBytes' | 'outputRoot' | 'meteringHash' | 'memoryHash'
>

/** Two executions agree if their keys are equal: everything that module, input and limits decide, and nothing else. */
export function agreementKey({ receipt }: { receipt: Decided }): string {
  const { code, trap, exitCode, fuelUsed, outputBytes, memoryHash } = receipt
  const fields = [
    code,
    trap,
    exitCode,
    fuelUsed,
    outputBytes,
    bytesToHex(receipt.outputRoot),
    bytesToHex(receipt.meteringHash),
    memoryHash === undefined ? '' : bytesToHex(memoryHash)
  ]
  return fields.join(' ')
}

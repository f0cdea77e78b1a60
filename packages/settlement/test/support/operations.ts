import { nodeIdFromPublicKey } from '@ailee/protocol'
import * as fc from 'fast-check'
import type { LedgerOperation } from '../../src/index.js'

export const accounts = [1, 2, 3].map((fill) => nodeIdFromPublicKey(new Uint8Array(32).fill(fill)))
export const tasks = [1, 2, 3].map((number) => number.toString(16).padStart(64, '0'))

const account = fc.constantFrom(...accounts)
const taskId = fc.constantFrom(...tasks)
const amountUnits = fc.bigInt({ min: 1n, max: 30n })
/** Few enough that ids repeat, with the same content and with another. */
const operationId = fc.integer({ min: 1, max: 60 }).map((number) => `operation:${number}`)

const ofAccount = <Kind extends 'debit' | 'stake' | 'unstake' | 'burn'>(kind: Kind) =>
  fc.record({ kind: fc.constant(kind), operationId, account, amountUnits })
const ofTask = <Kind extends 'hold' | 'release' | 'slash'>(kind: Kind) =>
  fc.record({ kind: fc.constant(kind), operationId, taskId, account, amountUnits })

/** Small amounts, few accounts and tasks: about half of these are refused, and all sides of every rule are met. */
export const anyOperation: fc.Arbitrary<LedgerOperation> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('credit' as const),
      operationId,
      account,
      amountUnits: amountUnits.map((units) => units * 4n)
    })
  },
  { weight: 1, arbitrary: ofAccount('debit') },
  { weight: 2, arbitrary: ofAccount('stake') },
  { weight: 1, arbitrary: ofAccount('unstake') },
  { weight: 1, arbitrary: ofAccount('burn') },
  { weight: 3, arbitrary: ofTask('hold') },
  { weight: 3, arbitrary: ofTask('release') },
  { weight: 1, arbitrary: ofTask('slash') },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('refund' as const), operationId, taskId }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('transfer' as const),
      ...{ operationId, account, amountUnits },
      to: account,
      nonce: fc.bigInt({ min: 0n, max: 2n })
    })
  }
)

/** Long sequences; about every sixth operation is an earlier one again. */
export const manyOperations: fc.Arbitrary<LedgerOperation[]> = fc
  .array(fc.tuple(anyOperation, fc.integer({ min: 0, max: 5 }), fc.nat()), {
    minLength: 20,
    maxLength: 60,
    size: 'max'
  })
  .map((steps) => {
    const operations: LedgerOperation[] = []
    for (const [fresh, dice, index] of steps) {
      const earlier = dice === 0 ? operations[index % operations.length] : undefined
      operations.push(earlier ?? fresh)
    }
    return operations
  })

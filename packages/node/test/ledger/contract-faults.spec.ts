import {
  CaseRecorder,
  type ContractLedger,
  type ContractOperation,
  type LedgerFixture,
  ledgerContract
} from '@ailee/conformance/contracts'
import { isAileeError } from '@ailee/core'
import { MemoryStore } from '@ailee/store'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ledgerOn } from '../support/contract-ledger.js'

type Operations = readonly ContractOperation[]
type Outcome = ReturnType<ContractLedger['apply']>

const nothing = { committed: true as const, entries: [] }

/** Passes everything on; each fault overrides one thing. */
class Sound implements ContractLedger {
  protected readonly inner: ContractLedger

  constructor(inner: ContractLedger) {
    this.inner = inner
  }

  apply(operations: Operations): Outcome {
    return this.inner.apply(operations)
  }

  account(account: string): ReturnType<ContractLedger['account']> {
    return this.inner.account(account)
  }

  escrow(taskId: string): ReturnType<ContractLedger['escrow']> {
    return this.inner.escrow(taskId)
  }

  totals(): ReturnType<ContractLedger['totals']> {
    return this.inner.totals()
  }
}

class CountsFromOne extends Sound {
  override async totals(): ReturnType<ContractLedger['totals']> {
    const totals = await super.totals()
    return { ...totals, sequence: totals.sequence + 1n }
  }
}

class KeepsTheRest extends Sound {
  override async apply(operations: Operations): Outcome {
    const others = operations.filter(({ kind }) => kind !== 'refund')
    return others.length === 0 ? nothing : super.apply(others)
  }
}

class ForgetsIds extends Sound {
  #count = 0

  override apply(operations: Operations): Outcome {
    this.#count += 1
    const suffix = this.#count
    return super.apply(
      operations.map((operation, index) => ({
        ...operation,
        operationId: `${operation.operationId}:${suffix}:${index}`
      }))
    )
  }
}

/** Takes what has the id, the kind and the amount of an earlier operation for that. */
class LooksAtAmounts extends Sound {
  readonly #done = new Map<string, Awaited<Outcome>>()

  override async apply(operations: Operations): Outcome {
    const keys = operations.map((one) =>
      [one.operationId, one.kind, 'amountUnits' in one ? one.amountUnits : 0n].join()
    )
    const [only] = keys
    const earlier = keys.length === 1 && only !== undefined ? this.#done.get(only) : undefined
    const outcome = earlier ?? (await super.apply(operations))
    for (const key of keys) this.#done.set(key, outcome)
    return outcome
  }
}

class KeepsIdsOfRefused extends Sound {
  readonly #refused = new Set<string>()

  override async apply(operations: Operations): Outcome {
    if (operations.some(({ operationId }) => this.#refused.has(operationId))) return nothing
    try {
      return await super.apply(operations)
    } catch (error) {
      for (const { operationId } of operations) this.#refused.add(operationId)
      throw error
    }
  }
}

/** Reports as done what is refused with a code. */
function overlooks(code: string): new (inner: ContractLedger) => ContractLedger {
  const name = `Overlooks ${code}`
  const fault = class extends Sound {
    override async apply(operations: Operations): Outcome {
      try {
        return await super.apply(operations)
      } catch (error) {
        if (isAileeError(error) && error.code === code) return nothing
        throw error
      }
    }
  }
  return Object.defineProperty(fault, 'name', { value: name })
}

class OneByOne extends Sound {
  override async apply(operations: Operations): Outcome {
    const entries = []
    for (const operation of operations) {
      const outcome = await super.apply([operation])
      if (!outcome.committed) return outcome
      entries.push(...outcome.entries)
    }
    return { committed: true, entries }
  }
}

/** A task whose escrow is closed gets another. */
class EscrowsAgain extends Sound {
  override async apply(operations: Operations): Outcome {
    const free = await Promise.all(
      operations.map(async (operation) => {
        if (operation.kind !== 'hold' || (await this.escrow(operation.taskId))?.open !== false)
          return operation
        return { ...operation, taskId: operation.taskId.replace(/^00/, 'ff') }
      })
    )
    return super.apply(free)
  }
}

class NothingIsFree extends Sound {
  override apply(operations: Operations): Outcome {
    return super.apply(
      operations.map((one) =>
        'amountUnits' in one && one.amountUnits === 0n ? { ...one, amountUnits: 1n } : one
      )
    )
  }
}

/** Slashes all of a stake whatever is asked for. */
class SlashesAll extends Sound {
  override async apply(operations: Operations): Outcome {
    return super.apply(
      await Promise.all(
        operations.map(async (one) => {
          if (one.kind !== 'slash') return one
          return { ...one, amountUnits: (await this.account(one.account))?.stakedUnits ?? 0n }
        })
      )
    )
  }
}

class BurnsFees extends Sound {
  override apply(operations: Operations): Outcome {
    return super.apply(
      operations.map((one) => (one.kind === 'debit' ? { ...one, kind: 'burn' as const } : one))
    )
  }
}

class WrapsAmounts extends Sound {
  override apply(operations: Operations): Outcome {
    return super.apply(
      operations.map((one) =>
        'amountUnits' in one ? { ...one, amountUnits: BigInt.asUintN(64, one.amountUnits) } : one
      )
    )
  }
}

class RepairsIds extends Sound {
  override apply(operations: Operations): Outcome {
    return super.apply(
      operations.map((one) => ({ ...one, operationId: `i${one.operationId.replace(/[^a-z0-9]/g, '-')}` }))
    )
  }
}

/** Does not hear what comes while it writes. */
class OneAtATime extends Sound {
  #busy = false

  override async apply(operations: Operations): Outcome {
    if (this.#busy) return nothing
    this.#busy = true
    return super.apply(operations).finally(() => {
      this.#busy = false
    })
  }
}

/** Each fault, and the case it must fail; every case has one. */
const faults: [make: new (inner: ContractLedger) => ContractLedger, caseName: string][] = [
  [CountsFromOne, 'an empty ledger is balanced'],
  [KeepsTheRest, 'pays a worker from escrow and refunds the rest'],
  [ForgetsIds, 'an operation takes effect once, also after a restart'],
  [LooksAtAmounts, 'an id stands for every field of its operation'],
  [KeepsIdsOfRefused, 'an operation that was refused leaves its id free'],
  [overlooks('LEDGER_FUNDS_INSUFFICIENT'), 'nothing becomes negative'],
  [OneByOne, 'several operations happen together or not at all'],
  [EscrowsAgain, 'a task has one escrow, ever'],
  [NothingIsFree, 'a task may cost nothing'],
  [SlashesAll, 'a stake is slashed for what it has, and no more'],
  [overlooks('LEDGER_NONCE_INVALID'), 'transfers follow their nonces'],
  [BurnsFees, 'fees go to the treasury, which only a burn empties'],
  [WrapsAmounts, 'amounts are bounded by 64 bits'],
  [overlooks('LEDGER_SUPPLY_EXCEEDED'), 'amounts are bounded by 64 bits'],
  [RepairsIds, 'what makes no sense is refused'],
  [overlooks('LEDGER_ACCOUNT_INVALID'), 'what makes no sense is refused'],
  [OneAtATime, 'concurrent calls lose nothing, also from two ledgers on one store']
]

function record(make: new (inner: ContractLedger) => ContractLedger): CaseRecorder {
  const recorder = new CaseRecorder()
  ledgerContract({
    test: recorder.test,
    async factory(): Promise<LedgerFixture> {
      const store = new MemoryStore()
      await store.start()
      const { ledger, reopen, audit } = ledgerOn(store)
      const faulty = new make(ledger)
      return {
        ledger: faulty,
        reopen: async () => new make(await reopen()),
        audit,
        dispose: () => store.stop()
      }
    }
  })
  return recorder
}

const test = suite('ledgers with faults')

// That the sound ledger passes is seen in contract.spec.ts.
for (const [make, caseName] of faults) {
  test(`one with the fault ${make.name} fails "${caseName}"`, async () => {
    const failure = await record(make).failureOf(`ledger: ${caseName}`)
    assert.instance(failure, Error)
    assert.not.match(String(failure), /not done within/)
  })
}

test('every case of the contract has a fault that fails it', () => {
  const failed = new Set(faults.map(([, caseName]) => `ledger: ${caseName}`))
  assert.equal(
    record(Sound).names.filter((name) => !failed.has(name)),
    []
  )
})

test.run()

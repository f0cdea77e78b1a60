import * as fc from 'fast-check'
import type { CommitRequest, CommitResult, Condition, Entry } from '../../src/index.js'

/** One commit of a random script over few keys, so that they collide. */
interface Step {
  /** `fresh`: what holds when the request is built; `absent`; `stale`: a revision that never was. */
  conditions: { key: number; kind: 'fresh' | 'absent' | 'stale' }[]
  puts: { key: number; value: Uint8Array }[]
  deletes: number[]
}

const key = fc.integer({ min: 0, max: 4 })

const step: fc.Arbitrary<Step> = fc.record({
  conditions: fc.array(
    fc.record({
      key,
      kind: fc.constantFrom<'fresh' | 'absent' | 'stale'>('fresh', 'fresh', 'absent', 'stale')
    }),
    { maxLength: 2 }
  ),
  puts: fc.uniqueArray(fc.record({ key, value: fc.uint8Array({ maxLength: 4 }) }), {
    maxLength: 3,
    selector: (entry) => entry.key
  }),
  deletes: fc.uniqueArray(key, { maxLength: 2 })
})

/** Groups of steps; those of one group are committed concurrently. */
export const script = fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), { maxLength: 5 })

/** The port as plainly as it can be said. */
export class Model {
  readonly #prefix: string
  readonly #entries = new Map<string, Entry>()
  #revision: bigint

  constructor(revision: bigint, prefix: string) {
    this.#revision = revision
    this.#prefix = prefix
  }

  request(step: Step): CommitRequest {
    const conditions = step.conditions.map(({ key, kind }): Condition => {
      const name = this.#prefix + key
      const entry = this.#entries.get(name)
      if (kind === 'stale') return { key: name, revision: 0n }
      return kind === 'absent' || entry === undefined
        ? { key: name, absent: true }
        : { key: name, revision: entry.revision }
    })
    const puts = step.puts.map(({ key, value }) => ({ put: this.#prefix + key, value }))
    const deletes = step.deletes
      .filter((key) => !step.puts.some((entry) => entry.key === key))
      .map((key) => ({ delete: this.#prefix + key }))
    return { conditions, operations: [...puts, ...deletes], sync: false }
  }

  commit({ conditions = [], operations }: CommitRequest): CommitResult {
    for (const condition of conditions) {
      const revision = this.#entries.get(condition.key)?.revision
      if ('absent' in condition ? revision !== undefined : revision !== condition.revision) {
        return { committed: false }
      }
    }
    if (operations.length > 0) this.#revision += 1n
    const revision = this.#revision
    for (const operation of operations) {
      if ('put' in operation) {
        this.#entries.set(operation.put, { key: operation.put, value: operation.value, revision })
      } else {
        this.#entries.delete(operation.delete)
      }
    }
    return { committed: true, revision }
  }

  entries(): Entry[] {
    return [...this.#entries.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
  }
}

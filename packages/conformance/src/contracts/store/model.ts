import type { CommitRequest, CommitResult, Condition, Entry, Random } from '@ailee/core'

/** Few keys, so that steps collide. */
const KEYS = 5
const MAX_CONDITIONS = 2
const MAX_VALUE_BYTES = 4

/** One commit of a random script. */
export interface Step {
  /** `fresh`: what holds when the request is built; `absent`; `stale`: a revision that never was. */
  conditions: { key: number; kind: 'fresh' | 'absent' | 'stale' }[]
  /** By key: bytes to put, undefined to delete. */
  changes: Map<number, Uint8Array | undefined>
}

export function randomStep(random: Random): Step {
  const below = (end: number): number => Math.floor(random.float() * end)
  const conditions = Array.from({ length: below(MAX_CONDITIONS + 1) }, () => {
    const kind = (['fresh', 'fresh', 'absent', 'stale'] as const)[below(4)] ?? 'fresh'
    return { key: below(KEYS), kind }
  })
  const changes = new Map<number, Uint8Array | undefined>()
  for (let count = below(KEYS); count > 0; count -= 1) {
    changes.set(below(KEYS), below(3) === 0 ? undefined : random.bytes(below(MAX_VALUE_BYTES + 1)))
  }
  return { conditions, changes }
}

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
    const operations = [...step.changes].map(([key, value]) => {
      const name = this.#prefix + key
      return value === undefined ? { delete: name } : { put: name, value }
    })
    return { conditions, operations, sync: false }
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

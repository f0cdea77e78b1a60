import { CaseRecorder, storeContract } from '@ailee/conformance/contracts'
import type { Change, CommitRequest, CommitResult, Entry, RangeOptions, WatchOptions } from '@ailee/core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { MemoryStore } from '../src/index.js'

/** The page after a key begins with that key once more. */
class InclusiveAfter extends MemoryStore {
  override async *range(prefix: string, options: RangeOptions = {}): AsyncIterable<Entry> {
    const last = options.after === undefined ? undefined : await this.get(options.after)
    if (last !== undefined) yield last
    yield* super.range(prefix, options)
  }
}

class OneTooMany extends MemoryStore {
  override range(prefix: string, options: RangeOptions = {}): AsyncIterable<Entry> {
    const { limit } = options
    return super.range(prefix, limit === undefined ? options : { ...options, limit: limit + 1 })
  }
}

/** Writes what it can before it looks at the conditions. */
class HalfCommits extends MemoryStore {
  override async commit(request: CommitRequest): Promise<CommitResult> {
    const [first] = request.operations
    const result = await super.commit(request)
    if (!result.committed && first !== undefined) await super.commit({ operations: [first] })
    return result
  }
}

/** Looks at the conditions, and writes a moment later. */
class LateWrites extends MemoryStore {
  override async commit(request: CommitRequest): Promise<CommitResult> {
    const { conditions = [], operations } = request
    if (!(await super.commit({ conditions, operations: [] })).committed) return { committed: false }
    return super.commit({ operations })
  }
}

class Forgetful extends MemoryStore {
  override async stop(): Promise<void> {
    await super.commit({ operations: [{ delete: 'tasks/a' }] }).catch(() => {})
    await super.stop()
  }
}

/** Lists what is there at the time of each step. */
class NoSnapshot extends MemoryStore {
  override async *range(prefix: string, options: RangeOptions = {}): AsyncIterable<Entry> {
    for await (const { key } of super.range(prefix, options)) {
      const entry = await this.get(key)
      if (entry !== undefined) yield entry
    }
  }
}

class DeafReads extends MemoryStore {
  override get(key: string): Promise<Entry | undefined> {
    return super.get(key)
  }
}

class WrongCode extends MemoryStore {
  override async get(key: string, options?: { signal?: AbortSignal }): Promise<Entry | undefined> {
    return super.get(key, options).catch((error: Error) => {
      throw new Error(error.message)
    })
  }
}

/** Begins a watch with what it still remembers, and does not say that there was more. */
class BeginsInTheMiddle extends MemoryStore {
  override watch(prefix: string, { fromRevision, signal }: WatchOptions): AsyncIterable<Change> {
    return super.watch(
      prefix,
      fromRevision === undefined ? { signal } : { fromRevision: fromRevision + 100n, signal }
    )
  }
}

class Silent extends MemoryStore {
  override currentRevision(): Promise<bigint> {
    return new Promise(() => {})
  }
}

const faults: [make: new () => MemoryStore, caseName: string][] = [
  [InclusiveAfter, 'goes on behind a key, in the direction of the listing'],
  [InclusiveAfter, 'pages meet without a gap and without an overlap'],
  [OneTooMany, 'lists as many as the limit says'],
  [HalfCommits, 'writes all operations or none'],
  [LateWrites, 'lets exactly one of many concurrent creators win'],
  [LateWrites, 'loses no update of concurrent compare-and-set loops'],
  [Forgetful, 'keeps data and revisions over a stop'],
  [NoSnapshot, 'a listing is a snapshot'],
  [DeafReads, 'a read whose signal has aborted rejects with its reason'],
  [WrongCode, 'is closed before start and after stop'],
  [BeginsInTheMiddle, 'a watch from a revision misses nothing'],
  [Silent, 'moves the revision up with every commit, also for the same bytes']
]

function record(make: new () => MemoryStore): CaseRecorder {
  const recorder = new CaseRecorder()
  storeContract({
    test: recorder.test,
    async factory() {
      const store = new make()
      await store.start()
      return { store, reopen: async () => store, dispose: () => store.stop() }
    },
    timeoutMs: 2000
  })
  return recorder
}

for (const [make, caseName] of faults) {
  test(`a store with the fault ${make.name} fails "${caseName}"`, async () => {
    const name = `store: ${caseName}`
    assert.is(await record(MemoryStore).failureOf(name), undefined, 'the sound one passes')
    assert.instance(await record(make).failureOf(name), Error)
  })
}

test.run()

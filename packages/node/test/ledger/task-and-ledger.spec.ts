import { noMetrics, silentLogger, systemClock } from '@ailee/core'
import { nodeIdFromPublicKey } from '@ailee/protocol'
import { auditLedger, holdForTask, LedgerBook, refundForTask, releaseForTask } from '@ailee/settlement'
import {
  type CommitRequest,
  type CommitResult,
  LedgerRepository,
  LevelStore,
  type TaskRecord,
  TaskRepository
} from '@ailee/store'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { withTempFolder } from '../support/temp-folder.js'

const client = nodeIdFromPublicKey(new Uint8Array(32).fill(1))
const worker = nodeIdFromPublicKey(new Uint8Array(32).fill(2))
const taskId = 'ab'.repeat(32)

const submitted: TaskRecord = {
  taskId,
  client,
  submitPayload: new Uint8Array([1]),
  state: 'SUBMITTED',
  submittedAtMs: 1_700_000_000_000,
  updatedAtMs: 1_700_000_000_000,
  deadlineAtMs: 1_700_000_060_000,
  notBeforeMs: 0,
  attempts: 0,
  bids: 0,
  executions: [],
  code: '',
  message: '',
  rejections: [],
  outcome: undefined,
  receipts: []
}

/** LevelDB whose next commit crashes, before it is on disk or after. */
class CrashingStore extends LevelStore {
  crash: 'before' | 'after' | undefined

  override async commit(request: CommitRequest): Promise<CommitResult> {
    const crash = this.crash
    this.crash = undefined
    if (crash === 'before') throw new Error('crashed')
    const result = await super.commit(request)
    if (crash === 'after') throw new Error('crashed')
    return result
  }
}

/** All a coordinator has after a start. */
async function open(path: string) {
  const store = new CrashingStore({ log: silentLogger, metrics: noMetrics }, { path })
  await store.start()
  const ledgerStore = new LedgerRepository({ store })
  const tasks = new TaskRepository({ store })
  return { store, ledgerStore, tasks, ledger: new LedgerBook({ store: ledgerStore, clock: systemClock }) }
}

for (const crash of ['before', 'after'] as const) {
  test(`a task and its money stay together over a crash ${crash} the commit`, () =>
    withTempFolder(async (path) => {
      let node = await open(path)
      /** Does a step, crashes in its commit, starts again, does the step again. */
      const step = async (work: () => Promise<unknown>) => {
        node.store.crash = crash
        await work().then(
          () => assert.unreachable('the crash did not happen'),
          (error: Error) => assert.is(error.message, 'crashed')
        )
        await node.store.stop()
        node = await open(path)
        assert.is(
          (await node.tasks.get(taskId)) !== undefined,
          (await node.ledger.escrow(taskId)) !== undefined
        )
        await work()
      }
      try {
        await node.ledger.apply([
          { kind: 'credit', operationId: 'deposit:1', account: client, amountUnits: 100n }
        ])
        await step(() =>
          node.ledger.apply([holdForTask(taskId, client, 60n)], node.tasks.createCommit(submitted))
        )
        await step(async () => {
          const stored = await node.tasks.get(taskId)
          if (stored === undefined || stored.record.state === 'FAILED') return
          const ended: TaskRecord = { ...stored.record, state: 'FAILED' }
          const operations = [releaseForTask(taskId, 1, worker, 25n), refundForTask(taskId)]
          await node.ledger.apply(operations, node.tasks.saveCommit(ended, stored.revision))
        })
        assert.is((await node.tasks.get(taskId))?.record.state, 'FAILED')
        assert.is((await node.ledger.account(client))?.balanceUnits, 75n)
        assert.is((await node.ledger.account(worker))?.balanceUnits, 25n)
        const { balanced, entries } = await auditLedger(node.ledgerStore)
        assert.ok(balanced)
        assert.is(entries, 4)
      } finally {
        await node.store.stop()
      }
    }))
}

test('a task that somebody else changed keeps its money where it was', () =>
  withTempFolder(async (path) => {
    const { store, ledger, tasks } = await open(path)
    try {
      await ledger.apply([{ kind: 'credit', operationId: 'c', account: client, amountUnits: 100n }])
      const held = await ledger.apply([holdForTask(taskId, client, 60n)], tasks.createCommit(submitted))
      const stale = (await tasks.get(taskId))?.revision ?? 0n
      assert.is(held.committed && held.revision, stale)
      await tasks.save({ ...submitted, state: 'QUEUED' }, stale)
      const ended: TaskRecord = { ...submitted, state: 'CANCELLED' }
      const outcome = await ledger.apply([refundForTask(taskId)], tasks.saveCommit(ended, stale))
      assert.equal(outcome, { committed: false })
      assert.is((await ledger.escrow(taskId))?.open, true)
      assert.is((await tasks.get(taskId))?.record.state, 'QUEUED')
    } finally {
      await store.stop()
    }
  }))

test.run()

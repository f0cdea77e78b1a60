import { seededRandom } from '@ailee/core'
import {
  BatchSigner,
  bidSetRoot,
  encodeBid,
  makeBidSet,
  nodeIdFromPublicKey,
  portableSigner,
  signedBid
} from '@ailee/protocol'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type AuctionRecord, AuctionRepository, type ExecutionRecord, MemoryStore } from '../../src/index.js'
import { rejects } from '../support/assertions.js'
import { taskId } from '../support/records.js'

const signer = new BatchSigner({
  signer: portableSigner(new Uint8Array(32).fill(8)),
  random: seededRandom(8)
})
const worker = nodeIdFromPublicKey(signer.publicKey)
const network = 'local'

async function auctionOf(task: string, attempt: number): Promise<AuctionRecord> {
  const payload = encodeBid({ taskId: task, attempt, cost: 7n, load: 0, slots: 1, moduleCached: true })
  const signature = await signer.sign({ domain: 'message/21', network, payload }, 5)
  const entry = {
    bid: signedBid(network, payload, signature),
    commitment: undefined,
    ...{ reputationPpm: 500_000, healthPpm: 1_000_000, greenPpm: 0, latencyUs: undefined, waited: 3 },
    outcome: 'WON' as const
  }
  const head = {
    ...{ network, taskId: task, attempt, coordinator: worker, openedAtMs: 1, closesAtMs: 751 },
    ...{ strategy: 'GREEN' as const, maxCost: 10n, wanted: 1, commitmentsRoot: undefined }
  }
  return {
    ...{ taskId: task, attempt, openedAtMs: 1, closedAtMs: 20, eligible: 40, asked: [worker, 'other'] },
    rejections: [{ worker: 'other', code: 'WORKER_BUSY', message: '1 of 1' }],
    ranking: [{ worker, score: 1_000_000_000 }],
    bidSet: makeBidSet(head, [entry])
  }
}

/** Executions of these attempts. */
const wonIn = (...attempts: number[]): ExecutionRecord[] =>
  attempts.map((attempt) => ({
    ...{ attempt, worker, leaseId: 1n, state: 'LEASED', assignedAtMs: 1, endedAtMs: 0, cost: 7n },
    ...{ nonce: new Uint8Array(16), result: undefined, code: '', message: '' }
  }))

interface Fixture {
  store: MemoryStore
  auctions: AuctionRepository
  save(task: string, attempt: number, won: number[], submittedAtMs?: number): Promise<void>
  attempts(task: string): Promise<number[]>
}

function repositoryTest(name: string, body: (fixture: Fixture) => Promise<void>): void {
  test(name, async () => {
    const store = new MemoryStore()
    await store.start()
    const auctions = new AuctionRepository({ store })
    try {
      await body({
        store,
        auctions,
        save: async (task, attempt, won, submittedAtMs = 1000) => {
          const record = await auctionOf(task, attempt)
          const operations = auctions.saveOperations(record, { submittedAtMs, executions: wonIn(...won) })
          await store.commit({ operations })
        },
        attempts: async (task) => {
          const kept: number[] = []
          for await (const { attempt } of auctions.list(task)) kept.push(attempt)
          return kept
        }
      })
    } finally {
      await store.stop()
    }
  })
}

repositoryTest('an auction comes back as it was, with the root it had', async ({ auctions, save }) => {
  await save(taskId(1), 12, [12])
  const written = await auctionOf(taskId(1), 12)
  const read = await auctions.get(taskId(1), 12)
  assert.equal({ ...read, bidSet: undefined }, { ...written, bidSet: undefined })
  assert.equal(read?.bidSet.head, written.bidSet.head)
  assert.is(read?.bidSet.entries[0]?.bid?.bid.cost, 7n)
  assert.is(read === undefined ? 0 : bidSetRoot(read.bidSet).length, 32)
  assert.is(await auctions.get(taskId(1), 13), undefined)
  assert.is(await auctions.get(taskId(2), 12), undefined)
})

repositoryTest('of auctions that nobody won the last one stays, of others each', async (fixture) => {
  const { save, attempts } = fixture
  await save(taskId(1), 1, [])
  await save(taskId(1), 2, [])
  assert.equal(await attempts(taskId(1)), [2])
  await save(taskId(1), 3, [3])
  await save(taskId(1), 4, [3, 4])
  await save(taskId(1), 5, [3, 4])
  await save(taskId(1), 6, [3, 4])
  assert.equal(await attempts(taskId(1)), [3, 4, 6])
  const kept = fixture.auctions.list(taskId(1), { reverse: true })
  for await (const { attempt } of kept) {
    assert.is(attempt, 6)
    break
  }
})

repositoryTest('a task that is handed back again and again keeps a bounded number', async (fixture) => {
  const { save, attempts } = fixture
  // As in a task record: the first stays, of those that were handed back the latest are remembered.
  for (let attempt = 1; attempt <= 100; attempt += 1)
    await save(taskId(1), attempt, [1, attempt - 1, attempt])
  const kept = await attempts(taskId(1))
  assert.is(kept.length, 65)
  assert.equal([kept[0], kept[1], kept.at(-1)], [1, 37, 100])
})

repositoryTest('the auctions of the oldest tasks go first, all of a task together', async (fixture) => {
  const { auctions, save, attempts, store } = fixture
  await save(taskId(3), 1, [1], 1000)
  await save(taskId(3), 2, [1, 2], 1000)
  await save(taskId(1), 1, [1], 3000)
  await save(taskId(2), 1, [1], 2000)
  assert.is(await auctions.prune(3), 0)
  assert.is(await auctions.prune(2), 1)
  assert.equal(await attempts(taskId(3)), [])
  assert.is(await auctions.prune(1), 1)
  assert.equal([await attempts(taskId(2)), await attempts(taskId(1))], [[], [1]])
  const index: string[] = []
  for await (const { key } of store.range('auction-tasks/')) index.push(key)
  assert.equal(index, [`auction-tasks/0000000000003000-${taskId(1)}`])
})

repositoryTest('a damaged record is told', async ({ auctions, store }) => {
  const key = `auctions/${taskId(1)}/0000000001`
  await store.commit({ operations: [{ put: key, value: Uint8Array.of(0xff) }] })
  await rejects(auctions.get(taskId(1), 1), 'STORE_CORRUPTED')
})

test.run()

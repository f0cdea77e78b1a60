import { seededRandom } from '@ailee/core'
import {
  BatchSigner,
  type Evidence,
  encodeBid,
  evidenceId,
  findContradiction,
  messageDomain,
  nodeIdFromPublicKey,
  portableSigner,
  type SignedBid,
  signedBid
} from '@ailee/protocol'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { EvidenceRepository, MemoryStore } from '../../src/index.js'
import { collect, rejects } from '../support/assertions.js'
import { withLevelStore } from '../support/level.js'
import { withTempFolder } from '../support/temp-folder.js'

const test = suite('evidence repository')

const signer = new BatchSigner({
  signer: portableSigner(new Uint8Array(32).fill(1)),
  random: seededRandom(1)
})
const offender = nodeIdFromPublicKey(signer.publicKey)
const series = new Uint8Array(16).fill(1)

async function bidOf(attempt: number, cost: bigint): Promise<SignedBid> {
  const terms = { taskId: '01'.repeat(32), load: 0, slots: 1, moduleCached: false, series }
  const payload = encodeBid({ ...terms, attempt, cost })
  return signedBid(
    'local',
    payload,
    await signer.sign({ domain: messageDomain('BID'), network: 'local', payload }, 0)
  )
}

async function evidenceOf(attempt: number): Promise<Evidence> {
  const found = findContradiction(await bidOf(attempt, 1n), await bidOf(attempt, 2n))
  if (found === undefined) throw new Error('no contradiction')
  return found
}

async function openStore(): Promise<MemoryStore> {
  const store = new MemoryStore()
  await store.start()
  return store
}

test('evidence is taken once, also at the same time and by another repository on the store', async () => {
  const store = await openStore()
  const repository = new EvidenceRepository({ store })
  const evidence = await evidenceOf(1)
  const id = evidenceId(evidence)
  assert.not(await repository.has(id))
  assert.equal(await Promise.all([repository.add(evidence, 5), repository.add(evidence, 6)]), [true, false])
  assert.ok(await repository.has(id))
  assert.equal(await repository.get(id), { id, evidence, offender, takenAtMs: 5, applied: false })
  await repository.markApplied(id)
  const later = new EvidenceRepository({ store })
  assert.not(await later.add(evidence, 7))
  assert.equal(await collect(later.list()), [{ id, evidence, offender, takenAtMs: 5, applied: true }])
})

test('the oldest is reduced to its id, and forgotten once there are too many ids', async () => {
  const store = await openStore()
  const init = { maxRecords: 2, maxIds: 4 }
  let repository = new EvidenceRepository({ store }, init)
  const all = await Promise.all([1, 2, 3, 4, 5, 6].map(evidenceOf))
  const ids = all.map(evidenceId)
  for (const [index, evidence] of all.entries()) {
    assert.ok(await repository.add(evidence, index))
    // Half of the way by what a restart finds.
    if (index === 2) repository = new EvidenceRepository({ store }, init)
  }
  const kept = await collect(repository.list())
  const order = (id: string): number => ids.indexOf(id)
  assert.equal(kept.map(({ id, evidence }) => [order(id), evidence !== undefined]).sort(), [
    [2, false],
    [3, false],
    [4, true],
    [5, true]
  ])
  for (const [index, evidence] of all.entries()) {
    const known = await repository.has(evidenceId(evidence))
    assert.is(known, index >= 2, `${index}`)
  }
  assert.equal(
    (await repository.latest(3)).map(({ id }) => order(id)),
    [5, 4, 3]
  )
  assert.not(await repository.add(all[2] as Evidence, 9), 'a remembered id is enough to know it')
  assert.ok(await repository.add(all[0] as Evidence, 9))
})

test('what is applied stays applied when it is reduced', async () => {
  const store = await openStore()
  const repository = new EvidenceRepository({ store }, { maxRecords: 1 })
  const [first, second] = [await evidenceOf(1), await evidenceOf(2)]
  await repository.add(first, 1)
  await repository.markApplied(evidenceId(first))
  await repository.add(second, 2)
  const reduced = await repository.get(evidenceId(first))
  assert.equal([reduced?.evidence, reduced?.applied, reduced?.offender], [undefined, true, offender])
  await repository.markApplied('00'.repeat(32))
})

test('it is on disk before it counts as taken', () =>
  withTempFolder(async (folder) => {
    const evidence = await evidenceOf(1)
    const taken = await withLevelStore(folder, (store) => new EvidenceRepository({ store }).add(evidence, 1))
    assert.ok(taken)
    await withLevelStore(folder, async (store) => {
      const repository = new EvidenceRepository({ store })
      assert.not(await repository.add(evidence, 2))
      assert.equal((await repository.get(evidenceId(evidence)))?.evidence, evidence)
    })
  }))

test('damage, and evidence under the id of another, are found', async () => {
  const store = await openStore()
  const repository = new EvidenceRepository({ store })
  const evidence = await evidenceOf(1)
  await repository.add(evidence, 1)
  const entry = await store.get(`evidence/${evidenceId(evidence)}`)
  const other = `evidence/${'00'.repeat(32)}`
  await store.commit({ operations: [{ put: other, value: entry?.value ?? new Uint8Array() }] })
  await rejects(repository.get('00'.repeat(32)), 'STORE_CORRUPTED')
  await store.commit({ operations: [{ put: other, value: Uint8Array.of(1) }] })
  await rejects(collect(new EvidenceRepository({ store }).list()), 'STORE_CORRUPTED')
  await rejects(repository.get('short'), 'STORE_RECORD_INVALID')
})

test.run()

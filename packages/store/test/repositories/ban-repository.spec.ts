import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type BanRecord, BanRepository, MemoryStore } from '../../src/index.js'
import { collect, rejects } from '../support/assertions.js'

const ban: BanRecord = {
  nodeId: '12D3KooWA',
  code: 'SIGNATURE_INVALID',
  strikes: 2,
  bannedAtMs: 1_700_000_000_000,
  untilMs: 1_700_003_600_000
}

test('bans are saved, replaced, listed and removed', async () => {
  const store = new MemoryStore()
  await store.start()
  const bans = new BanRepository({ store })
  const records = async () => (await collect(bans.list())).map(({ record }) => record)
  await bans.save(ban)
  const longer = { ...ban, strikes: 3, untilMs: ban.untilMs + 1 }
  await bans.save(longer)
  const other = { ...ban, nodeId: '12D3KooWB' }
  await bans.save(other)
  assert.equal(await records(), [longer, other])
  await bans.remove(ban.nodeId)
  await bans.remove('12D3KooWC')
  assert.equal(await records(), [other])
  await rejects(bans.save({ ...ban, nodeId: 'a/b' }), 'STORE_KEY_INVALID')
  await rejects(bans.save({ ...ban, strikes: -1 }), 'STORE_RECORD_INVALID')
  await rejects(bans.save({ ...ban, code: '' }), 'STORE_RECORD_INVALID')
  await store.commit({ operations: [{ put: 'bans/12D3KooWB', value: new Uint8Array([1]) }] })
  await rejects(records(), 'STORE_CORRUPTED')
})

test.run()

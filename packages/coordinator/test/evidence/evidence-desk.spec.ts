import { ManualClock, silentLogger } from '@ailee/core'
import { type Evidence, evidenceId, portableVerifier, signedReceipt } from '@ailee/protocol'
import { EvidenceRepository, MemoryStore } from '@ailee/store'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { EvidenceDesk } from '../../src/index.js'
import { evidenceOf, offender, receiptOf } from '../support/evidence.js'

const test = suite('evidence desk')

/** A desk on a store, and what it led to. */
async function openDesk(store = new MemoryStore(), effect: () => Promise<void> = async () => {}) {
  await store.start()
  const convicted: [offender: string, id: string][] = []
  const components = {
    evidence: new EvidenceRepository({ store }),
    verifier: portableVerifier,
    clock: new ManualClock(),
    log: silentLogger,
    onConvicted: async (node: string, _: Evidence, id: string) => {
      convicted.push([node, id])
      await effect()
    }
  }
  const desk = new EvidenceDesk(components, { network: 'local-test' })
  await desk.start()
  return { desk, convicted, store, repository: components.evidence }
}

test('evidence convicts once, at the same time, under other signatures, and after a restart', async () => {
  const { desk, convicted, store } = await openDesk()
  const evidence = await evidenceOf()
  const signedAnew = await evidenceOf()
  const id = evidenceId(evidence)
  assert.is(evidenceId(signedAnew), id)
  const taken = await Promise.all([desk.take(evidence), desk.take(evidence), desk.take(signedAnew)])
  assert.equal(taken.sort(), ['applied', 'known', 'known'])
  assert.is(await desk.take(signedAnew), 'known')
  const later = await openDesk(store)
  assert.is(await later.desk.take(evidence), 'known')
  assert.equal([convicted, later.convicted], [[[offender, id]], []])
})

test('each contradiction of a node convicts it anew', async () => {
  const { desk, convicted } = await openDesk()
  assert.is(await desk.take(await evidenceOf()), 'applied')
  assert.is(await desk.take(await evidenceOf({ taskId: '09'.repeat(32) })), 'applied')
  assert.is(convicted.length, 2)
})

test('what is not valid, or of another network, leads to nothing and is not stored', async () => {
  const { desk, convicted, repository } = await openDesk()
  const one = await receiptOf()
  const invented = await evidenceOf()
  const statements = invented.statements.map((signed) =>
    signed.kind === 'RECEIPT'
      ? signedReceipt({ ...signed.receipt, workerSignature: one.workerSignature })
      : signed
  ) as unknown as Evidence['statements']
  assert.is(await desk.take({ ...invented, statements }), 'invalid')
  const same = [signedReceipt(one), signedReceipt(one)] as const
  assert.is(await desk.take({ ...invented, statements: same }), 'invalid')
  assert.is(await desk.take(await evidenceOf({ network: 'local-other' })), 'invalid')
  assert.is(convicted.length, 0)
  assert.not(await repository.has(evidenceId(invented)))
  assert.is(await desk.take(invented), 'applied', 'a copy that was spoilt does not hide the true one')
})

test('it takes nothing before it is open and after it is closed, and finishes what is under way', async () => {
  const { desk, convicted, repository } = await openDesk()
  await desk.start()
  const taking = desk.take(await evidenceOf())
  await desk.stop()
  assert.is(await taking, 'applied')
  const other = await evidenceOf({ taskId: '09'.repeat(32) })
  assert.is(await desk.take(other), 'closed')
  assert.not(await repository.has(evidenceId(other)))
  assert.is(convicted.length, 1)
})

test('effects that failed are tried again at the next start, until they have happened', async () => {
  const evidence = await evidenceOf()
  const failing = async (): Promise<void> => {
    throw new Error('the ledger is away')
  }
  const first = await openDesk(new MemoryStore(), failing)
  assert.is(await first.desk.take(evidence), 'applied')
  const second = await openDesk(first.store, failing)
  const third = await openDesk(first.store)
  const fourth = await openDesk(first.store)
  const calls = [first, second, third, fourth].map(({ convicted }) => convicted.length)
  assert.equal(calls, [1, 1, 1, 0])
  assert.ok((await fourth.repository.get(evidenceId(evidence)))?.applied)
})

test.run()

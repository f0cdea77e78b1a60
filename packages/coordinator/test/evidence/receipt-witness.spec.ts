import { judgeEvidence, portableVerifier } from '@ailee/protocol'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ReceiptWitness } from '../../src/index.js'
import { offender, receiptOf } from '../support/evidence.js'

const test = suite('receipt witness')

test('a second result that differs convicts its worker, in whatever assignment', async () => {
  const witness = new ReceiptWitness()
  assert.is(witness.see(await receiptOf()), undefined)
  assert.is(witness.see(await receiptOf({ startedAtMs: 8, finishedAtMs: 9 })), undefined, 'sent again')
  assert.is(witness.see(await receiptOf({ nonce: new Uint8Array(16) })), undefined, 'run again')
  const evidence = witness.see(await receiptOf({ fuelUsed: 11n, nonce: new Uint8Array(16) }))
  if (evidence === undefined) throw new Error('nothing was noticed')
  const judgement = judgeEvidence(portableVerifier, evidence)
  assert.equal([judgement.valid, judgement.offender], [true, offender])
})

test('a run that the machine ended says nothing, and hides nothing', async () => {
  const witness = new ReceiptWitness()
  assert.is(witness.see(await receiptOf({ code: 'KILLED', fuelUsed: 0n })), undefined)
  assert.is(witness.see(await receiptOf()), undefined)
  assert.is(witness.see(await receiptOf({ code: 'TIMEOUT', fuelUsed: 0n })), undefined)
  assert.ok(witness.see(await receiptOf({ fuelUsed: 11n })))
})

test('other tasks, and runs under other metering rules, are other matters', async () => {
  const witness = new ReceiptWitness()
  witness.see(await receiptOf())
  const others = [{ taskId: '09'.repeat(32) }, { meteringHash: new Uint8Array(32).fill(9) }]
  for (const change of others) {
    assert.is(witness.see(await receiptOf({ ...change, fuelUsed: 11n })), undefined)
    assert.ok(witness.see(await receiptOf({ ...change, fuelUsed: 12n })))
  }
})

test('past its capacity it forgets the oldest', async () => {
  const witness = new ReceiptWitness({ capacity: 2 })
  const tasks = ['01', '02', '03'].map((byte) => byte.repeat(32))
  for (const taskId of tasks) witness.see(await receiptOf({ taskId }))
  const [first, , last] = tasks as [string, string, string]
  assert.ok(witness.see(await receiptOf({ taskId: last, fuelUsed: 11n })))
  assert.is(witness.see(await receiptOf({ taskId: first, fuelUsed: 11n })), undefined)
})

test.run()

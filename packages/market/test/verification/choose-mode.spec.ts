import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  anyCatchBaseRate,
  chooseMode,
  deterringLoss,
  LedgerPolicy,
  ledgerExecutions,
  lotSizeFor,
  rateForLotRisk
} from '../../src/index.js'
import { audit, resultOf } from '../support/verification.js'

const patient = { replicas: 1, wantsFinalNow: false, maxDelayMs: 60_000, value: 10n }
const busy = { tasksPerMs: 1, meanValue: 10 }

test('what was asked for comes first, then value, then how many tasks there are to share a lot with', () => {
  assert.is(chooseMode({ ...patient, replicas: 3, wantsFinalNow: true }, busy), 'replicas')
  assert.is(chooseMode({ ...patient, wantsFinalNow: true }, busy), 'final-now')
  assert.is(chooseMode({ ...patient, value: 1000n }, busy), 'final-now')
  assert.is(chooseMode(patient, busy), 'lot')
  assert.is(chooseMode({ ...patient, maxDelayMs: 999 }, busy), 'ledger')
  assert.is(chooseMode({ ...patient, maxDelayMs: 0 }, busy), 'ledger')
  assert.is(chooseMode(patient, { tasksPerMs: 0, meanValue: 0 }), 'ledger')
})

test('a lot is the largest that fills in time', () => {
  const sizes = [0.01, 0.1, 1, 10].map((tasksPerMs) =>
    lotSizeFor({ tasksPerMs, delayMs: 20_000, largest: 50_000 })
  )
  assert.equal(sizes, [1000, 2000, 20_000, 50_000])
  assert.is(lotSizeFor({ tasksPerMs: 0, delayMs: 1000, largest: 20_000 }), 20_000)
  assert.is(lotSizeFor({ tasksPerMs: 1, delayMs: 1000, largest: 300 }), 300)
})

test('the closed forms keep what they promise', () => {
  // 27.8 times the gain at a base rate of 0.0347.
  assert.is(deterringLoss({ gain: 1, auditChance: 0.0347 }).toFixed(1), '27.8')
  assert.is(rateForLotRisk({ epsilon: 0.001, lotSize: 20_000, risk: 0.01 }).toFixed(4), '0.2303')
  // One catch ends it, so k wrong results survive with (1 − a)^k.
  for (const lotSize of [1000, 5000, 20_000, 50_000]) {
    const rate = anyCatchBaseRate({ epsilon: 0.001, lotSize })
    const best = Math.max(...Array.from({ length: 2000 }, (_, k) => k * (1 - rate) ** k))
    assert.ok(best <= 0.0008 * lotSize && best > 0.0005 * lotSize, `${lotSize}: ${best}`)
  }
})

test('the ledger costs what its closed form says', () => {
  const terms = { epsilon: 0.01, tasksPerWorker: 400 }
  let audits = 0
  let draws = 0
  // Evenly spread draws in place of random ones.
  const draw = () => {
    draws = (draws + 0.618_033_988_75) % 1
    return draws
  }
  const random = { bytes: (length: number) => new Uint8Array(length), float: draw }
  const policy = new LedgerPolicy({ random, draw }, terms)
  for (let worker = 0; worker < 20; worker += 1) {
    for (let task = 0; task < terms.tasksPerWorker; task += 1) {
      const decisions = audit(policy, policy.handle(resultOf(`${worker}-${task}`, `w${worker}`)))
      audits += decisions.filter(({ kind }) => kind === 'audit').length
    }
  }
  const executions = 1 + audits / (20 * terms.tasksPerWorker)
  assert.ok(Math.abs(executions - ledgerExecutions(terms)) < 0.01, `${executions}`)
  assert.is(ledgerExecutions({ epsilon: 0.001, tasksPerWorker: 0 }), 2)
})

test.run()

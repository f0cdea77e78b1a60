import { isAileeError } from '@ailee/core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { POLICIES, type SimulationInit, simulate, strategies } from '../src/index.js'

const TARGET = 0.001
/** Small enough for a test: five lots a run. */
const bounded: Partial<SimulationInit> = { tasks: 25_000, lotSize: 5000, seeds: [1, 2], targetError: TARGET }

test('the same seed gives the same figures, another seed others', () => {
  const init = { ...bounded, strategy: 'naive-1', saboteurs: 0.35, infrastructureFailures: 0.05 }
  const one = simulate({ ...init, seeds: [7] })
  assert.equal(simulate({ ...init, seeds: [7] }).tally, one.tally)
  assert.not.equal(simulate({ ...init, seeds: [8] }).tally, one.tally)
})

test('every task ends once, by every policy', () => {
  for (const policy of POLICIES) {
    const { tally } = simulate({ ...bounded, policy, strategy: 'naive-10', saboteurs: 0.2, seeds: [3] })
    assert.is(tally.accepted + tally.failed, 25_000, policy)
    assert.ok(tally.executions >= tally.accepted, policy)
  }
})

test('where all are banned, the tasks that are left end without a result', () => {
  for (const policy of POLICIES) {
    // 0.99 of twenty: all of them.
    const { tally, executionsPerTask } = simulate({
      ...bounded,
      policy,
      strategy: 'naive-100',
      saboteurs: 0.99,
      workers: 20,
      tasks: 2000,
      seeds: [1]
    })
    assert.is(tally.accepted + tally.failed, 2000, policy)
    assert.ok(Number.isFinite(executionsPerTask), policy)
    if (['lot', 'ledger', 'final-now', 'sarmenta'].includes(policy)) {
      assert.is(tally.bans, 20, policy)
      assert.ok(tally.failed > 1000, `${policy}: ${tally.failed}`)
    }
  }
})

test('honest workers: nothing wrong, nobody banned, little audited', () => {
  const result = simulate({
    ...bounded,
    strategy: 'honest',
    saboteurs: 0,
    workers: 20,
    lotSize: 20_000,
    tasks: 100_000,
    infrastructureFailures: 0.05,
    hardwareFaults: 0
  })
  assert.is(result.tally.acceptedErrors, 0)
  assert.is(result.tally.bans, 0)
  assert.ok(result.executionsPerTask < 1.05, `${result.executionsPerTask}`)
  const share = result.tally.lost / (result.tally.executions + result.tally.lost)
  assert.ok(Math.abs(share - 0.05) < 0.003, `${share} lost`)
})

test('whatever saboteurs do, lots keep the promise', () => {
  for (const { name } of strategies) {
    for (const saboteurs of [0.05, 0.35]) {
      const { acceptedErrorRate, tally } = simulate({
        ...bounded,
        strategy: name,
        saboteurs,
        infrastructureFailures: 0.05,
        hardwareFaults: 0
      })
      // Ten lots: the mean of the best play is 0.0008, its spread a third of that.
      assert.ok(acceptedErrorRate < 2 * TARGET, `${name} ${saboteurs}: ${acceptedErrorRate}`)
      assert.is(tally.falseBans, 0, name)
    }
  }
})

test('the best play gets what the game says, on the average of many lots, and no more', () => {
  const result = simulate({
    strategy: 'whitewash-aware',
    saboteurs: 0.35,
    lotSize: 1000,
    tasks: 250_000,
    seeds: [1, 2],
    workers: 100
  })
  // 500 lots; each lets 0.8 pass at most in expectation, none or two.
  assert.ok(result.acceptedErrorRate < 0.8 * TARGET * 1.15, `${result.acceptedErrorRate}`)
  assert.ok(result.acceptedErrorRate > 0.8 * TARGET * 0.4, `${result.acceptedErrorRate}`)
})

test('a referee that answers late lets no more pass', () => {
  for (const strategy of ['whitewash-aware', 'naive-1', 'whitewash-sleeper']) {
    const { acceptedErrorRate, tally } = simulate({
      ...bounded,
      strategy,
      saboteurs: 0.35,
      auditLagTasks: 500
    })
    assert.ok(acceptedErrorRate < 2 * TARGET, `${strategy}: ${acceptedErrorRate}`)
    assert.is(tally.accepted, 50_000)
  }
})

test('the harness can tell a scheme that fails: colluders pass a majority, sleepers adaptive replication', () => {
  const majority = simulate({
    ...bounded,
    policy: 'replicas',
    strategy: 'colluding',
    saboteurs: 0.35,
    seeds: [1]
  })
  // Two or three of three: 3·0.35²·0.65 + 0.35³ = 0.2817.
  assert.ok(Math.abs(majority.acceptedErrorRate - 0.2817) < 0.02, `${majority.acceptedErrorRate}`)
  const boinc = simulate({ ...bounded, policy: 'boinc', strategy: 'naive-10', saboteurs: 0.2, seeds: [1] })
  assert.ok(boinc.acceptedErrorRate > 3 * TARGET, `${boinc.acceptedErrorRate}`)
})

test('without audits the strategies do what they are named for', () => {
  // Majority of three bans nobody, so what comes out is what goes in.
  const wrongShare = (strategy: string): number => {
    const { tally } = simulate({
      policy: 'replicas',
      strategy,
      saboteurs: 0.9,
      workers: 100,
      tasks: 3000,
      hardwareFaults: 0
    })
    return tally.acceptedErrors + tally.failed
  }
  assert.is(wrongShare('honest'), 0)
  assert.is(wrongShare('slow'), 0)
  for (const strategy of ['naive-100', 'lazy', 'naive-50', 'colluding', 'targeted']) {
    assert.ok(wrongShare(strategy) > 0, strategy)
  }
})

test('parameters out of range are refused', () => {
  const invalid: Partial<SimulationInit>[] = [
    { strategy: 'unknown' },
    { workers: 2 },
    { tasks: 0 },
    { tasks: 1.5 },
    { saboteurs: 1 },
    { targetError: 0 },
    { lotSize: 1_000_000 },
    { seeds: [] },
    { seeds: [0.5] },
    { infrastructureFailures: 1 },
    { hardwareFaults: Number.NaN }
  ]
  for (const init of invalid) {
    assert.throws(
      () => simulate({ ...bounded, ...init }),
      (error: unknown) => isAileeError(error, 'SIMULATION_INVALID'),
      JSON.stringify(init)
    )
  }
})

test.run()

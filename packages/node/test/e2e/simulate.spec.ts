import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { cli, lastJson } from '../support/cli.js'

const small = [
  'simulate',
  '--strategy',
  'naive-10',
  '--saboteurs',
  '0.2',
  '--workers',
  '50',
  '--tasks',
  '20000'
]

test('says what passed, as JSON, the same for the same seed', async () => {
  const args = [...small, '--seed', '3', '--target-error', '0.001', '--policy', 'lot', '--json']
  const first = await cli(args)
  assert.is(first.code, 0, first.stderr)
  const json = lastJson(first)
  const { acceptedErrorRate, acceptedErrorInterval, executionsPerTask, falseBans } = json
  const { low, high } = acceptedErrorInterval as { low: number; high: number }
  assert.ok(Number(acceptedErrorRate) >= low && Number(acceptedErrorRate) <= high)
  assert.ok(high < 0.001, `${high}`)
  assert.ok(Number(executionsPerTask) > 1)
  assert.is(falseBans, 0)
  assert.equal(lastJson(await cli(args)), json)
})

test('says it in words, and lists the strategies in its help', async () => {
  const run = await cli([...small, '--policy', 'replicas'])
  assert.is(run.code, 0, run.stderr)
  assert.match(run.stdout.toString(), /^accepted {6}\d+ results, \d+ of them wrong/)
  assert.match(run.stdout.toString(), /executions {4}3\.\d+ per task/)
  const help = await cli(['simulate', '--help'])
  for (const name of ['sleeper', 'whitewash-aware', 'colluding']) assert.ok(help.stdout.includes(name), name)
})

test('refuses what it does not know', async () => {
  for (const args of [
    ['--strategy', 'unknown'],
    ['--policy', 'unknown'],
    ['--saboteurs', '1.5'],
    ['--workers', '1']
  ]) {
    const run = await cli(['simulate', ...args, '--json'])
    assert.is(run.code, 2, args.join(' '))
  }
})

test.run()

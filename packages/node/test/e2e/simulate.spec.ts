import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
  const { acceptedErrorRate, acceptedErrorInterval, executionsPerTask, falseSlashes } = json
  const { low, high } = acceptedErrorInterval as { low: number; high: number }
  assert.ok(Number(acceptedErrorRate) >= low && Number(acceptedErrorRate) <= high)
  assert.ok(high < 0.001, `${high}`)
  assert.ok(Number(executionsPerTask) > 1)
  assert.is(falseSlashes, 0)
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

test('several at once: a table, a line of JSON for each, and a plot', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ailee-simulate-'))
  try {
    const plot = join(folder, 'plot.svg')
    const several = ['simulate', '--workers', '50', '--tasks', '2000', '--saboteurs', '0.1,0.35']
    const table = await cli([...several, '--strategy', 'naive,whitewashing', '--plot', plot])
    assert.is(table.code, 0, table.stderr)
    const out = table.stdout.toString()
    assert.match(out, /\| strategy +\| workers +\| f = 0\.1 +\| f = 0\.35 +\|/)
    assert.match(out, /\| naive-10 +\| 50 +\| \d/)
    assert.match(out, /\| whitewash-sleeper +\| 50 +\| \d/)
    assert.match(await readFile(plot, 'utf8'), /^<svg [\s\S]*whitewash-sleeper[\s\S]*<\/svg>\n$/)
    const json = await cli([...several, '--policy', 'lot,boinc', '--plot', plot, '--json'])
    assert.is(json.code, 0, json.stderr)
    const policies = json.stdout
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { parameters: { policy: string } }).parameters.policy)
    assert.equal(policies, ['lot', 'boinc', 'lot', 'boinc'])
    assert.match(await readFile(plot, 'utf8'), /executions per task/)
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('refuses what it does not know', async () => {
  for (const args of [
    ['--strategy', 'unknown'],
    ['--policy', 'unknown'],
    ['--saboteurs', '1.5'],
    ['--saboteurs', '0.1,'],
    ['--strategy', 'naive,'],
    ['--workers', '1']
  ]) {
    const run = await cli(['simulate', ...args, '--json'])
    assert.is(run.code, 2, args.join(' '))
  }
})

test.run()

import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { isDeepStrictEqual } from 'node:util'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { findChromium, runInChromium } from './fixtures/chromium.js'
import { built } from './fixtures/import-graph.js'
import type { MeteredCall, PortableReport, PortableTask } from './fixtures/portable-tasks.js'
import { endingTasks, exampleTasks, randomWork } from './fixtures/work.js'

const RANDOM = 100

async function runInNode(
  flags: readonly string[],
  work: { tasks: PortableTask[]; calls: MeteredCall[] }
): Promise<PortableReport[]> {
  const child = spawn(process.execPath, [...flags, built('test/browser/fixtures/portable-runner.js')], {
    stdio: ['pipe', 'pipe', 'inherit']
  })
  child.stdin.end(JSON.stringify(work))
  return JSON.parse(await text(child.stdout)) as PortableReport[]
}

const random = randomWork(RANDOM)
const work = { tasks: [...exampleTasks(), ...endingTasks(), ...random.tasks], calls: random.calls }

const endings = {
  unreachable: 'TRAP unreachable',
  'divide by zero': 'TRAP divide-by-zero',
  'remainder by zero': 'TRAP divide-by-zero',
  overflow: 'TRAP integer-overflow',
  conversion: 'TRAP invalid-conversion',
  load: 'TRAP out-of-bounds',
  fill: 'TRAP out-of-bounds',
  init: 'TRAP out-of-bounds',
  // V8 has one text for this and for a call through no such slot.
  'table.get': 'TRAP indirect-call',
  'null function': 'TRAP indirect-call',
  'other function': 'TRAP indirect-call',
  'no such slot': 'TRAP indirect-call',
  depth: 'DEPTH_EXHAUSTED ',
  fuel: 'FUEL_EXHAUSTED ',
  memory: 'MEMORY_EXHAUSTED ',
  'starts too large': 'MEMORY_EXHAUSTED ',
  output: 'OUTPUT_TOO_LARGE ',
  'no such function': 'FUNCTION_NOT_FOUND ',
  invalid: 'MODULE_INVALID ',
  'no module': 'MODULE_INVALID '
}

let optimised: PortableReport[] = []

test('every compiler of Node gives the same code, trap, fuel, output and memory', async () => {
  const [first = [], second, third] = await Promise.all(
    [['--no-liftoff'], ['--liftoff', '--liftoff-only'], []].map((flags) => runInNode(flags, work))
  )
  optimised = first
  assert.is(first.length, 1 + work.tasks.length + work.calls.length)
  assert.equal(second, first)
  assert.equal(third, first)
  for (const [name, ending] of Object.entries(endings)) {
    const found = first.find((report) => report.name === name)
    assert.is(`${found?.code} ${found?.trap}`, ending, name)
  }
  const ended = first.filter(({ code }) => code === 'SUCCESS').length
  assert.ok(ended > first.length / 2, `${ended} of ${first.length} succeeded`)
})

const chromium = findChromium()
if (chromium === undefined) {
  console.log('skipped: Chromium against Node (no Chromium; CHROMIUM names its path)')
  test.skip('Chromium gives what Node gives', () => undefined)
} else {
  test('Chromium gives what Node gives', async () => {
    const { version, reports } = await runInChromium(chromium, work.tasks, work.calls)
    assert.match(version, /^\d+\./)
    assert.is(reports.length, optimised.length)
    const differing = reports.filter((report, at) => !isDeepStrictEqual(report, optimised[at]))
    assert.equal(
      differing,
      optimised.filter(({ name }) => differing.some((other) => other.name === name))
    )
  })
}

test.run()

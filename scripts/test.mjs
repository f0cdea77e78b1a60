/**
 * `npm test`: generated code, examples, lint, types, vectors, metering rules, base rates, layers, and every package's
 * tests. Ends with one line `N passed, N failed`. `npm test -- store node/e2e/faults` runs only the named packages' and
 * files' tests.
 */
import { spawn } from 'node:child_process'
import { MARK } from './run-specs.mjs'
import { setup } from './setup.mjs'
import { prune, runsOf } from './spec-files.mjs'
import { nodeProgram, root } from './workspace.mjs'

/** A run that hangs is a failure, not a stuck build. */
const RUN_TIMEOUT_MS = 600_000

/** Runs at once: as many as there are cores on the smallest machine this is meant for. */
const COMPUTING_LANES = 2
/** Half of such a run is waiting for processes and peers. */
const WAITING_LANES = 3

/** These start processes of their own, or judge how long a peer takes: nothing that only computes runs beside them. */
const needsQuiet = new Set(['conformance', 'node'])

/** The longest is begun first. */
const checks = [
  ['base rates', ['scripts/generate-base-rates.mjs', '--check']],
  ['generated code', ['scripts/generate-proto.mjs', '--check']],
  ['examples', ['scripts/build-examples.mjs', '--check']],
  ['lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '.']],
  ['types', ['node_modules/typescript/bin/tsc', '-b']],
  ['vectors', ['scripts/generate-vectors.mjs', '--check']],
  ['metering rules', ['scripts/generate-metering.mjs', '--check']],
  ['layers', ['scripts/check-layers.mjs']]
]

const totals = { passed: 0, failed: 0, skipped: 0 }

function run(args) {
  return new Promise((resolve) => {
    const started = Date.now()
    const child = spawn(nodeProgram(), args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const keep = (chunk) => {
      output += chunk
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    const timer = setTimeout(() => {
      output += `\nkilled after ${RUN_TIMEOUT_MS} ms\n`
      child.kill('SIGKILL')
    }, RUN_TIMEOUT_MS)
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve({ ok: code === 0, output, seconds: (Date.now() - started) / 1000 })
    })
  })
}

function show(title, { ok, output, seconds }, summary = '') {
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${title.padEnd(40)} ${seconds.toFixed(1).padStart(6)} s  ${summary}`)
  if (!ok) console.log(output)
}

async function runCheck(title, args) {
  const result = await run(args)
  show(title, result)
  totals[result.ok ? 'passed' : 'failed'] += 1
}

async function runSpecs({ title, files }) {
  const result = await run(['scripts/run-specs.mjs', ...files])
  const lines = result.output.split('\n')
  // A run that died has told nothing.
  const told = lines.findLast((line) => line.startsWith(MARK))
  const { passed, total, skipped, empty } =
    told === undefined ? { passed: 0, total: 0, skipped: 0, empty: [] } : JSON.parse(told.slice(MARK.length))
  const failed = total - passed + empty.length
  totals.passed += passed
  totals.skipped += skipped
  totals.failed += Math.max(failed, result.ok && told !== undefined ? 0 : 1)
  const summary = `${passed} of ${total}${skipped > 0 ? `, ${skipped} skipped` : ''}`
  show(`test ${title}`, { ...result, ok: result.ok && told !== undefined }, summary)
  for (const file of empty) console.log(`     no test in ${file}`)
  for (const line of lines) if (line.startsWith('skipped: ')) console.log(`     ${line}`)
}

/** Begins them in order, so many at once. */
async function inLanes(count, pieces) {
  const waiting = [...pieces]
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await next()
  }
  await Promise.all(Array.from({ length: count }, lane))
}

let runs
const named = process.argv.slice(2)
try {
  await setup()
  await prune()
  runs = await runsOf(named)
} catch (error) {
  console.error(error.message)
  console.log('0 passed, 1 failed')
  process.exit(1)
}

const isQuiet = (one) => needsQuiet.has(one.package)
await inLanes(COMPUTING_LANES, [
  ...(named.length > 0 ? [] : checks).map(
    ([title, args]) =>
      () =>
        runCheck(title, args)
  ),
  ...runs.filter((one) => !isQuiet(one)).map((one) => () => runSpecs(one))
])
await inLanes(
  WAITING_LANES,
  runs.filter(isQuiet).map((one) => () => runSpecs(one))
)
const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''
console.log(`${totals.passed} passed, ${totals.failed} failed${skipped}`)
process.exit(totals.failed === 0 ? 0 : 1)

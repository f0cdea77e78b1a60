/**
 * `npm test`: generated code, examples, lint, types, vectors, metering rules, base rates, layers, then every package's tests, two at a
 * time. Ends with one line `N passed, N failed`. `npm test -- store network` runs only the named packages' tests.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setup } from './setup.mjs'
import { nodeProgram, root } from './workspace.mjs'

/** A run that hangs is a failure, not a stuck build. */
const RUN_TIMEOUT_MS = 600_000

function run(args, timeoutMs) {
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
      output += `\nkilled after ${timeoutMs} ms\n`
      child.kill('SIGKILL')
    }, timeoutMs)
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve({ ok: code === 0, output, seconds: (Date.now() - started) / 1000 })
    })
  })
}

function figure(output, label) {
  // uvu colours its summary; the figures stand at the end of the line.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: strips colour codes
  const plain = output.replace(/\u001b\[[0-9;]*m/g, '')
  return Number(plain.match(new RegExp(`^\\s*${label}:\\s+(\\d+)`, 'm'))?.[1] ?? 0)
}

function show(title, { ok, output, seconds }, summary = '') {
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${title.padEnd(40)} ${seconds.toFixed(1).padStart(6)} s  ${summary}`)
  if (!ok) console.log(output)
}

const checks = [
  ['generated code', ['scripts/generate-proto.mjs', '--check']],
  ['examples', ['scripts/build-examples.mjs', '--check']],
  ['lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '.']],
  ['types', ['node_modules/typescript/bin/tsc', '-b']],
  ['vectors', ['scripts/generate-vectors.mjs', '--check']],
  ['metering rules', ['scripts/generate-metering.mjs', '--check']],
  ['base rates', ['scripts/generate-base-rates.mjs', '--check']],
  ['layers', ['scripts/check-layers.mjs']]
]

const totals = { passed: 0, failed: 0, skipped: 0 }

/**
 * Packages whose spec files run for long, most of it waiting for processes: each file is a run of its own, and the
 * longest are begun first.
 */
const longestFirst = {
  node: [
    'interop-go',
    'main-path',
    'byzantine',
    'bad-input',
    'faults',
    'ten-nodes',
    'hostile',
    'conformance/broken',
    'conformance'
  ],
  network: ['contract', 'hostile'],
  sandbox: ['bombs', 'escape', 'mutants', 'differential', 'counted-loops', 'programs']
}

async function specFiles(folder) {
  const files = await readdir(join(root, folder), { recursive: true })
  return files.filter((file) => file.endsWith('.spec.js')).sort()
}

/** The runs of one package: uvu's arguments. */
async function runsOf(name) {
  const folder = `packages/${name}/dist/test`
  if (!existsSync(join(root, folder))) return []
  const first = longestFirst[name]
  if (first === undefined) return [{ name, title: name, args: [folder, '\\.spec\\.js$'] }]
  const place = (file) => {
    const index = first.findIndex((part) => file.includes(part))
    return index < 0 ? first.length : index
  }
  const files = (await specFiles(folder)).sort((a, b) => place(a) - place(b))
  return files.map((file) => ({
    name,
    title: `${name} ${file.replace(/\.spec\.js$/, '')}`,
    args: [folder, `^${file.replaceAll(/[.\\/]/g, '.')}$`]
  }))
}

async function runSpecs({ title, args }) {
  const result = await run(['node_modules/uvu/bin.js', ...args], RUN_TIMEOUT_MS)
  const total = figure(result.output, 'Total')
  const passed = figure(result.output, 'Passed')
  const skipped = figure(result.output, 'Skipped')
  totals.passed += passed
  totals.skipped += skipped
  // A run that died prints no summary: it counts as one failure at least.
  totals.failed += Math.max(total - passed, result.ok ? 0 : 1)
  show(`test ${title}`, result, `${passed} of ${total}${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  for (const line of result.output.split('\n')) if (line.startsWith('skipped: ')) console.log(`     ${line}`)
}

/** Two at a time, as there are cores on the smallest machine this is meant for. */
async function runAll(runs) {
  const waiting = [...runs]
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await runSpecs(next)
  }
  await Promise.all([lane(), lane()])
}

try {
  await setup()
} catch (error) {
  console.error(error.message)
  console.log('0 passed, 1 failed')
  process.exit(1)
}

const named = process.argv.slice(2)
if (named.length === 0) {
  for (const [title, args] of checks) {
    const result = await run(args, RUN_TIMEOUT_MS)
    show(title, result)
    totals[result.ok ? 'passed' : 'failed'] += 1
  }
}
const names = named.length > 0 ? named : (await readdir(join(root, 'packages'))).sort()
const runs = (await Promise.all(names.map(runsOf))).flat()
// These start processes of their own, or judge how long a peer takes: nothing that only computes runs beside them.
const needsQuiet = new Set(['conformance', 'node'])
await runAll(runs.filter(({ name }) => !needsQuiet.has(name)))
await runAll(runs.filter(({ name }) => needsQuiet.has(name)))
const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''
console.log(`${totals.passed} passed, ${totals.failed} failed${skipped}`)
process.exit(totals.failed === 0 ? 0 : 1)

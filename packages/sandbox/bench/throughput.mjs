/**
 * How many tasks a second go through the sandbox, each in a fresh instance, and how soon a module of 1 MB starts.
 * Needs a build, and a machine with nothing else to do.
 *
 *   node packages/sandbox/bench/throughput.mjs [filter]
 */
import { hash } from 'node:crypto'
import { noMetrics, silentLogger, systemClock } from '@ailee/core'
import { Sandbox } from '../dist/src/index.js'
import { I32, op, single } from '../dist/test/fixtures/build-module.js'
import { largeModule } from '../dist/test/fixtures/large-module.js'

const ROUNDS = 5
const PROCESSES = 2
/** Tasks that wait or run at a time. */
const IN_FLIGHT = 64
const filter = process.argv[2] ?? ''

class MapCache {
  entries = new Map()

  async get(key) {
    return this.entries.get(key)
  }

  async put(key, bytes) {
    this.entries.set(key, bytes)
  }
}

async function withSandbox(init, work, cache) {
  const parts = { log: silentLogger, metrics: noMetrics, clock: systemClock }
  const sandbox = new Sandbox(cache === undefined ? parts : { ...parts, cache }, {
    processes: PROCESSES,
    ...init
  })
  await sandbox.start()
  try {
    return await work(sandbox)
  } finally {
    await sandbox.stop()
  }
}

function request(module, more = {}) {
  return {
    module,
    moduleHash: hash('sha256', module),
    function: '',
    input: { args: [], env: [], stdin: new Uint8Array(), files: [] },
    limits: { memoryBytes: 64 * 2 ** 20, fuel: 10n ** 12n, wallTimeMs: 60_000, outputBytes: 2 ** 20 },
    seed: new Uint8Array(32),
    clockMs: 0,
    ...more
  }
}

/** `add(i32, i32) -> i32`; another `salt` gives another module. */
function addModule(salt = 0) {
  const constant = [0, 7, 14, 21].map((shift) => ((salt >> shift) & 0x7f) | (shift === 21 ? 0 : 0x80))
  return single('add', [op.i32Const, ...constant, op.drop, op.localGet, 0, op.localGet, 1, op.i32Add], {
    params: [I32, I32],
    results: [I32]
  })
}

const addition = (module) =>
  request(module, {
    function: 'add',
    input: { args: ['2', '3'], env: [], stdin: new Uint8Array(), files: [] }
  })

async function runOk(sandbox, task) {
  const outcome = await sandbox.run(task)
  if (outcome.code !== 'SUCCESS') throw new Error(`${outcome.code} ${outcome.detail}`)
  return outcome
}

/** Tasks per second with IN_FLIGHT under way. */
async function rate(sandbox, tasks) {
  const startMs = performance.now()
  let next = 0
  const lane = async () => {
    while (next < tasks.length) await runOk(sandbox, tasks[next++])
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, lane))
  return (tasks.length / (performance.now() - startMs)) * 1000
}

const sorted = (values) => [...values].sort((a, b) => a - b)
const middle = (values) => sorted(values)[Math.floor(values.length / 2)]

function show(what, unit, values) {
  const text = (value) => (value >= 100 ? value.toFixed(0) : value.toFixed(1))
  const [least, most] = [sorted(values)[0], sorted(values).at(-1)]
  console.log(
    `${what.padEnd(58)} ${[least, middle(values), most].map((v) => text(v).padStart(8)).join('')} ${unit}`
  )
}

const repeat = (count, make) => Array.from({ length: count }, (_, index) => make(index))

async function rounds(round) {
  const values = []
  for (let number = 0; number < ROUNDS; number++) values.push(await round(number))
  return values
}

async function throughput(what, init, tasksOf) {
  if (!what.includes(filter)) return
  await withSandbox(init, async (sandbox) => {
    await rate(sandbox, tasksOf(ROUNDS))
    show(what, 'tasks/s', await rounds((number) => rate(sandbox, tasksOf(number))))
  })
}

/** The time of one task after another; with `pauseMs` between them a spare process has had time to start. */
async function strictLatency(what, spares, pauseMs) {
  if (!what.includes(filter)) return
  await withSandbox({ processes: 1, tasksPerProcess: 1, spares }, async (sandbox) => {
    const task = addition(addModule())
    const once = async () => {
      if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs))
      const startMs = performance.now()
      await runOk(sandbox, task)
      return performance.now() - startMs
    }
    show(what, 'ms', await rounds(async () => middle(await repeatInTurn(9, once))))
  })
}

async function repeatInTurn(count, act) {
  const values = []
  for (let number = 0; number < count; number++) values.push(await act())
  return values
}

/** A module of 1 MB in a process that has run nothing yet, each time. */
async function largeStarts() {
  if (!'1 MB'.includes(filter)) return
  const size = 2 ** 20
  const line = (what, outcomes) => {
    show(
      `1 MB, ${what}: whole task`,
      'ms',
      outcomes.map(({ wallTimeMs }) => wallTimeMs)
    )
    for (const part of ['instrumentMs', 'compileMs', 'runMs']) {
      show(
        `1 MB, ${what}: ${part}`,
        'ms',
        outcomes.map(({ times }) => times[part])
      )
    }
  }
  const fresh = { processes: 1, tasksPerProcess: 1, spares: 0 }
  line(
    'instrumented by the process that runs it',
    await rounds(() => withSandbox(fresh, (sandbox) => runOk(sandbox, request(largeModule(size)))))
  )
  const cache = new MapCache()
  await withSandbox(
    fresh,
    async (sandbox) => {
      // Until the instrumenter is there, and a little warm.
      for (let salt = 1e6; cache.entries.size < 3; salt += 1e6)
        await runOk(sandbox, request(largeModule(2 ** 18, salt)))
      const salted = (number) => largeModule(size, number * 1e5)
      line('by the instrumenter', await rounds((number) => runOk(sandbox, request(salted(number)))))
    },
    cache
  )
  await withSandbox(
    fresh,
    async (sandbox) =>
      line(
        'from the cache',
        await rounds((number) => runOk(sandbox, request(largeModule(size, number * 1e5))))
      ),
    cache
  )
}

console.log(`${''.padEnd(58)} ${['min', 'median', 'max'].map((title) => title.padStart(8)).join('')}`)
const kept = addition(addModule())
await throughput('module kept', {}, () => repeat(20_000, () => kept))
await throughput('module never seen before', {}, (number) =>
  repeat(10_000, (index) => addition(addModule(number * 10_000 + index + 1)))
)
for (const spares of [0, PROCESSES]) {
  await throughput(`a process per task, ${spares} spare`, { tasksPerProcess: 1, spares }, () =>
    repeat(100, () => kept)
  )
}
for (const spares of [0, 1]) {
  await strictLatency(`a process per task, ${spares} spare: one after another`, spares, 0)
  await strictLatency(`a process per task, ${spares} spare: with pauses of 20 ms`, spares, 20)
}
await largeStarts()

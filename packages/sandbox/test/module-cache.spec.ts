import { KIB, silentLogger, systemClock } from '@ailee/core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type InstrumentedModuleCache, Sandbox } from '../src/index.js'
import { ChildProcess } from '../src/pool/child-process.js'
import { Instrumenter } from '../src/pool/instrumenter.js'
import { launchers } from '../src/pool/launcher.js'
import { noTools } from '../src/pool/tools.js'
import { addModule, op, single } from './fixtures/build-module.js'
import { counting } from './fixtures/counting-metrics.js'
import { eventually, request, verdict } from './fixtures/harness.js'
import { largeModule } from './fixtures/large-module.js'

class MapCache implements InstrumentedModuleCache {
  readonly entries = new Map<string, Uint8Array>()

  async get(key: string): Promise<Uint8Array | undefined> {
    return this.entries.get(key)
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    this.entries.set(key, bytes)
  }
}

async function withCache(
  cache: InstrumentedModuleCache,
  work: (sandbox: Sandbox, count: (name: string) => number) => Promise<void>
): Promise<void> {
  const { metrics, count } = counting()
  const sandbox = new Sandbox({ log: silentLogger, metrics, clock: systemClock, cache }, { processes: 2 })
  await sandbox.start()
  try {
    await work(sandbox, (name) => count(`ailee_sandbox_${name}`))
  } finally {
    await sandbox.stop()
  }
}

/** Runs modules never seen before until the instrumenter, which starts in the background, has made one. */
async function instrumenterReady(sandbox: Sandbox, cache: MapCache): Promise<void> {
  for (let salt = 1_000; cache.entries.size === 0; salt++)
    await sandbox.run(request(largeModule(20 * KIB, salt)))
}

test('what one process has instrumented every other finds, with the same result', async () => {
  const cache = new MapCache()
  const module = largeModule(100 * KIB)
  const outcomes: unknown[] = []
  await withCache(cache, async (sandbox, count) => {
    await instrumenterReady(sandbox, cache)
    const before = cache.entries.size
    const first = await sandbox.run(request(module))
    assert.ok(first.times.instrumentMs > 0)
    outcomes.push(verdict(first))
    await eventually(() => cache.entries.size === before + 1)
    assert.is(count('cache_hits_total'), 0)
  })
  await withCache(cache, async (sandbox, count) => {
    const cached = await sandbox.run(request(module))
    assert.is(cached.times.instrumentMs, 0)
    assert.ok(cached.times.compileMs > 0)
    outcomes.push(verdict(cached))
    assert.equal([count('cache_hits_total'), count('cache_misses_total')], [1, 0])
    // Another memory limit is another instrumented module.
    await sandbox.run(request(module, { limits: { memoryBytes: 128 * KIB } }))
    assert.equal([count('cache_hits_total'), count('cache_misses_total')], [1, 1])
  })
  const sandbox = new Sandbox(
    { log: silentLogger, metrics: counting().metrics, clock: systemClock },
    { processes: 1 }
  )
  await sandbox.start()
  outcomes.push(verdict(await sandbox.run(request(module))))
  await sandbox.stop()
  assert.equal(outcomes[1], outcomes[0])
  assert.equal(outcomes[2], outcomes[0])
})

test('only the process that runs no tasks makes entries', async () => {
  const cache = new MapCache()
  await withCache(cache, async (sandbox, count) => {
    await instrumenterReady(sandbox, cache)
    const before = cache.entries.size
    const misses = count('cache_misses_total')
    // While it is busy with one, the other is prepared where it runs, and kept nowhere.
    const both = await Promise.all(
      [1, 2].map((salt) => sandbox.run(request(largeModule(200 * KIB, salt * 1e6))))
    )
    assert.equal(
      both.map(({ code }) => code),
      ['SUCCESS', 'SUCCESS']
    )
    assert.is(count('cache_misses_total') - misses, 2)
    await eventually(() => cache.entries.size === before + 1)
    await sandbox.run(request(addModule, { function: 'add', args: ['1', '2'] }))
    assert.is(count('cache_misses_total') - misses, 2, 'a small module is not looked for')
    assert.is(cache.entries.size, before + 1)
  })
})

test('a refused module is refused as ever, and not kept', async () => {
  const cache = new MapCache()
  await withCache(cache, async (sandbox) => {
    await instrumenterReady(sandbox, cache)
    const before = cache.entries.size
    const damaged = largeModule(20 * KIB)
    damaged[damaged.length - 1] = 0
    assert.is((await sandbox.run(request(damaged))).code, 'MODULE_INVALID')
    const otherHash = { ...request(largeModule(20 * KIB)), moduleHash: 'ab'.repeat(32) }
    assert.is((await sandbox.run(otherHash)).code, 'MODULE_INVALID')
    assert.is(cache.entries.size, before)
  })
})

test('a cache that fails costs time and nothing else', async () => {
  const broken: InstrumentedModuleCache = {
    get: () => Promise.reject(new Error('no disk')),
    put: () => Promise.reject(new Error('no disk'))
  }
  await withCache(broken, async (sandbox) => {
    for (const salt of [1, 2])
      assert.is((await sandbox.run(request(largeModule(20 * KIB, salt)))).code, 'SUCCESS')
  })
})

test('a trapping module leaves the cache as it is, and comes from it again', async () => {
  const cache = new MapCache()
  const padding = Array.from({ length: 10_000 }, () => [op.i32Const, 0, op.drop]).flat()
  const trap = single('_start', [...padding, op.unreachable])
  await withCache(cache, async (sandbox, count) => {
    await instrumenterReady(sandbox, cache)
    const before = cache.entries.size
    for (let run = 0; run < 3; run++) assert.is((await sandbox.run(request(trap))).trap, 'unreachable')
    assert.is(cache.entries.size, before + 1)
    assert.ok(count('cache_hits_total') >= 2)
  })
})

test('an instrumenter that hangs is killed and replaced; nobody waits for it', async () => {
  const [launcher] = launchers(noTools, 0)
  if (launcher === undefined) throw new Error('no launcher')
  const children: ChildProcess[] = []
  const program = [
    '-e',
    `const channel = new (require('node:net').Socket)({ fd: 3 })
     const text = Buffer.from(JSON.stringify({ type: 'ready', forbidden: {} }))
     const head = Buffer.alloc(12)
     head.writeUInt32BE(text.length, 0)
     channel.write(Buffer.concat([head, text]))
     channel.on('data', () => {})`
  ]
  const hasty = { ...systemClock, setTimer: (_ms: number, act: () => void) => systemClock.setTimer(100, act) }
  const instrumenter = new Instrumenter(
    { log: silentLogger, clock: hasty },
    {
      launch: async () => {
        const { child } = await ChildProcess.launch({ launcher, clock: systemClock, cpuSeconds: 0, program })
        children.push(child)
        return child
      }
    }
  )
  instrumenter.start()
  try {
    await eventually(() => children.length === 1)
    const hanging = instrumenter.prepare(addModule, '', 0)
    assert.is(await instrumenter.prepare(addModule, '', 0), undefined, 'busy')
    assert.is(await hanging, undefined)
    assert.not(children[0]?.alive)
    await eventually(() => children.length === 2)
  } finally {
    await instrumenter.stop()
  }
  assert.not(children.some(({ alive }) => alive))
})

test.run()

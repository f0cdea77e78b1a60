import { type Labels, type MetricsRegister, noMetrics, silentLogger, systemClock } from '@ailee/core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Sandbox } from '../src/index.js'
import { addModule, endlessModule } from './fixtures/build-module.js'
import { example } from './fixtures/examples.js'
import { childPids, eventually, isAlive, request, text, withSandbox } from './fixtures/harness.js'
import { assemble } from './instrument/fixtures/assemble.js'

const addition = request(addModule, { function: 'add', args: ['2', '3'] })
const endless = (wallTimeMs: number) => request(endlessModule, { limits: { wallTimeMs } })

async function codeOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'resolved',
    (error: { code?: string }) => error.code
  )
}

test('an endless loop is ended by the clock while the event loop stays free', async () => {
  await withSandbox({ processes: 1 }, async (sandbox) => {
    let beats = 0
    const heartbeat = setInterval(() => {
      beats += 1
    }, 5)
    const outcome = await sandbox.run(endless(300))
    clearInterval(heartbeat)
    assert.is(outcome.code, 'TIMEOUT')
    assert.ok(outcome.wallTimeMs >= 299, `${outcome.wallTimeMs} ms`)
    // How soon it is dead is measured by a bench; here, that nothing waited for it.
    assert.ok(beats >= 5, `${beats} turns of the event loop meanwhile`)
    // The pool has a process again.
    assert.is(text((await sandbox.run(addition)).output), '5\n')
  })
})

test('an aborted run rejects with the signal’s reason and its process dies', async () => {
  await withSandbox({ processes: 1 }, async (sandbox) => {
    const controller = new AbortController()
    const running = sandbox.run(endless(60_000), { signal: controller.signal })
    await eventually(() => sandbox.running === 1)
    const waiting = sandbox.run(addition, { signal: AbortSignal.any([controller.signal]) })
    const reason = new Error('no longer wanted')
    const settled = Promise.allSettled([running, waiting])
    controller.abort(reason)
    for (const result of await settled) assert.equal(result, { status: 'rejected', reason })
    assert.is(
      await sandbox.run(addition, { signal: controller.signal }).catch((error: unknown) => error),
      reason
    )
    assert.is((await sandbox.run(addition)).code, 'SUCCESS')
  })
})

test('the queue is bounded, and first come is first served', async () => {
  await withSandbox({ processes: 1, queueLength: 2 }, async (sandbox) => {
    const order: number[] = []
    const all = [1, 2, 3].map((number) => sandbox.run(addition).then(() => order.push(number)))
    assert.equal([sandbox.running, sandbox.queued], [1, 2])
    assert.is(await codeOf(sandbox.run(addition)), 'SANDBOX_QUEUE_FULL')
    await Promise.all(all)
    assert.equal(order, [1, 2, 3])
    assert.equal([sandbox.running, sandbox.queued], [0, 0])
  })
})

test('the queue is bounded in bytes as well, and room comes back', async () => {
  const bulky = request(addModule, { function: 'add', args: ['2', '3'], stdin: 'x'.repeat(1_000) })
  await withSandbox({ processes: 1, queueBytes: 2_500 }, async (sandbox) => {
    for (let round = 0; round < 2; round++) {
      const controller = new AbortController()
      const runs = [sandbox.run(bulky), sandbox.run(bulky), sandbox.run(bulky, { signal: controller.signal })]
      assert.is(await codeOf(sandbox.run(bulky)), 'SANDBOX_QUEUE_FULL')
      controller.abort()
      const small = sandbox.run(addition)
      const settled = await Promise.allSettled([...runs, small])
      assert.equal(
        settled.map(({ status }) => status),
        ['fulfilled', 'fulfilled', 'rejected', 'fulfilled']
      )
    }
  })
})

test('spare processes take over where each task has a fresh one, and no more tasks run at a time', async () => {
  await withSandbox({ processes: 1, tasksPerProcess: 1 }, async (sandbox) => {
    assert.is(sandbox.processes, 2)
    const runs = [1, 2, 3, 4].map(() => sandbox.run(addition))
    await eventually(() => sandbox.queued < 3)
    assert.ok(sandbox.running <= 1)
    for (const { code } of await Promise.all(runs)) assert.is(code, 'SUCCESS')
    await eventually(() => sandbox.processes === 2)
    assert.is(sandbox.running, 0)
  })
})

test('stop ends everything, twice; start works again', async () => {
  const sandbox = new Sandbox({ log: silentLogger, metrics: noMetrics, clock: systemClock }, { processes: 2 })
  assert.is(await codeOf(sandbox.run(addition)), 'SANDBOX_STOPPED')
  for (let round = 0; round < 2; round++) {
    await sandbox.start()
    await sandbox.start()
    assert.is(sandbox.processes, 2)
    const runs = [1, 2, 3].map(() => codeOf(sandbox.run(endless(60_000))))
    await eventually(() => sandbox.running === 2)
    await Promise.all([sandbox.stop(), sandbox.stop()])
    assert.equal(await Promise.all(runs), ['SANDBOX_STOPPED', 'SANDBOX_STOPPED', 'SANDBOX_STOPPED'])
    assert.is(sandbox.processes, 0)
    assert.is(await codeOf(sandbox.run(addition)), 'SANDBOX_STOPPED')
  }
})

test('stop leaves no process behind', async () => {
  if (process.platform !== 'linux') return
  let pids: number[] = []
  await withSandbox({ processes: 2 }, async () => {
    pids = childPids(process.pid)
    assert.is(pids.length, 2)
  })
  assert.not(pids.some(isAlive))
})

test('a process that dies is replaced: while idle, and under a task', async () => {
  if (process.platform !== 'linux') return
  await withSandbox({ processes: 1 }, async (sandbox) => {
    const killAll = (): void => {
      for (const pid of childPids(process.pid)) process.kill(pid, 'SIGKILL')
    }
    const [first] = childPids(process.pid)
    killAll()
    await eventually(() => sandbox.processes === 1 && childPids(process.pid)[0] !== first)
    const running = sandbox.run(endless(60_000))
    await eventually(() => sandbox.running === 1)
    killAll()
    const outcome = await running
    assert.is(outcome.code, 'KILLED')
    assert.match(outcome.detail, 'SIGKILL')
    assert.is((await sandbox.run(addition)).code, 'SUCCESS')
  })
})

test('processes are replaced after a trap and after their number of tasks, and it is counted', async () => {
  const counted: string[] = []
  const metrics: MetricsRegister = {
    ...noMetrics,
    counter: ({ name }) => ({
      inc: (labels: Labels = {}) => counted.push(`${name} ${Object.values(labels).join()}`)
    })
  }
  await withSandbox(
    { processes: 1, tasksPerProcess: 2 },
    async (sandbox) => {
      await sandbox.run(addition)
      await sandbox.run(addition)
      await sandbox.run(request(example('trap')))
      await sandbox.run(endless(50))
      await sandbox.run(addition)
    },
    metrics
  )
  const count = (what: string): number => counted.filter((entry) => entry === `ailee_sandbox_${what}`).length
  assert.is(count('recycles_total tasks'), 1)
  assert.is(count('recycles_total trap'), 1)
  assert.is(count('recycles_total timeout'), 1)
  assert.is(count('kills_total timeout'), 1)
  assert.is(count('runs_total SUCCESS'), 3)
})

test('a strict sandbox runs each task in a process of its own, with nothing of the last', async () => {
  if (process.platform !== 'linux') return
  // Adds up its memory, a global and a table's size, then leaves marks in all of them.
  const code = `
    loop void local.get 1 local.get 0 i32.load8_u i32.add local.set 1 local.get 0 i32.const 5 i32.store8
      local.get 0 i32.const 1 i32.add local.tee 0 i32.const 65536 i32.lt_u br_if 0 end
    local.get 1 global.get 0 i32.add table.size 0 i32.add i32.const 7 global.set 0
    ref.null func i32.const 3 table.grow 0 drop`
  const module = assemble({
    memory: [1],
    globals: ['i32'],
    table: [],
    tableSize: [0, 10],
    functions: [{ locals: ['i32', 'i32'], results: ['i32'], code, export: 'visit' }]
  })
  await withSandbox({ processes: 1, tasksPerProcess: 1, spares: 0 }, async (sandbox) => {
    const used = new Set<number>()
    for (let visit = 1; visit <= 3; visit++) {
      await eventually(() => sandbox.processes === 1 && childPids(process.pid).length === 1)
      const [pid = 0] = childPids(process.pid)
      used.add(pid)
      assert.is(text((await sandbox.run(request(module, { function: 'visit' }))).output), '0\n')
      await eventually(() => !childPids(process.pid).includes(pid))
    }
    assert.is(used.size, 3)
  })
})

test('a task longer than a process may compute gets one that may', async () => {
  await withSandbox({ processes: 1 }, async (sandbox) => {
    const limits = { wallTimeMs: 24 * 3600 * 1000 }
    const outcome = await sandbox.run(request(addModule, { function: 'add', args: ['1', '1'], limits }))
    assert.is(text(outcome.output), '2\n')
  })
})

test('a node with less memory than a task asks for says so, as a failure of its own', async () => {
  await withSandbox({ processes: 1, maxMemoryBytes: 2 ** 20 }, async (sandbox) => {
    assert.is((await sandbox.run(addition)).code, 'KILLED')
  })
})

test('the isolation level is the one seen', async () => {
  await withSandbox({ processes: 1, confine: false }, async (sandbox) => {
    assert.is(sandbox.isolation, 'reduced')
    assert.is((await sandbox.run(addition)).code, 'SUCCESS')
  })
  await withSandbox({ processes: 1 }, async (sandbox) => {
    assert.ok(['full', 'reduced'].includes(sandbox.isolation))
    if (process.getuid?.() !== 0) assert.is(sandbox.isolation, 'reduced')
  })
})

test.run()

import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { PeerStatus } from '../../src/http/node-view.js'
import type { TestnetNode } from '../../src/testnet/testnet-node.js'
import { cli, lastJson } from '../support/cli.js'
import { addressOf, LocalNet, statusOf } from '../support/local-net.js'
import { example } from '../support/paths.js'
import { until } from '../support/until.js'

const source = fileURLToPath(new URL('../../../../conformance/interop-go', import.meta.url))
const execute = promisify(execFile)

/** The first build fetches the modules of go.sum. */
const BUILD_TIMEOUT_MS = 240_000

const inSource = { cwd: source, timeout: BUILD_TIMEOUT_MS, maxBuffer: 16 * 2 ** 20 }
const inGenerator = { ...inSource, cwd: join(source, 'generate') }

/** Longer than a lease lasts without a heartbeat (2.5 s). */
const HOLD = '3750ms'

type Event = { event: string; [field: string]: unknown }

/** What the worker imports of others, by the packages that bring in the rest. */
const dependencies = [
  'github.com/libp2p/go-libp2p-pubsub',
  'github.com/libp2p/go-libp2p/p2p/host/blank',
  'github.com/libp2p/go-libp2p/p2p/net/swarm',
  'github.com/libp2p/go-libp2p/p2p/security/noise',
  'github.com/libp2p/go-libp2p/p2p/transport/tcp'
]

/** The Go that GO names, or PATH, or the usual place has; with the modules of go.sum at hand or within reach. */
async function goProgram(): Promise<{ go: string } | { missing: string }> {
  const isThere = (go: string) =>
    execute(go, ['version']).then(
      () => true,
      () => false
    )
  for (const go of [process.env.GO || 'go', '/usr/local/go/bin/go']) {
    if (!(await isThere(go))) continue
    // Of the dependencies alone: a fault in the worker's own source is a failure.
    const worker = execute(go, ['list', '-deps', ...dependencies], inSource)
    const generator = execute(go, ['list', '-deps', '.'], inGenerator)
    return Promise.all([worker, generator]).then(
      () => ({ go }),
      ({ stderr }: { stderr?: string }) => ({ missing: `its modules: ${stderr?.trim().split('\n').at(-1)}` })
    )
  }
  return { missing: 'no Go toolchain (GO, PATH, /usr/local/go)' }
}

/** The worker in Go: a process, and what it says. */
class GoWorker {
  readonly events: Event[] = []
  readonly errors: string[] = []
  /** Its exit code, once it has ended. */
  readonly ended: Promise<number | null>
  readonly #child: ChildProcess

  constructor(binary: string, args: readonly string[]) {
    const child = spawn(binary, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    this.#child = child
    this.ended = new Promise((resolve) => child.once('close', resolve))
    createInterface({ input: child.stdout }).on('line', (line) => this.events.push(JSON.parse(line) as Event))
    createInterface({ input: child.stderr }).on('line', (line) => this.errors.push(line))
  }

  of(event: string, taskId?: unknown): Event[] {
    return this.events.filter((one) => one.event === event && (taskId === undefined || one.taskId === taskId))
  }

  said(event: string): Promise<Event> {
    return until(`the Go worker to say "${event}"`, () => {
      if (this.#child.exitCode !== null) throw new Error(`it ended: ${this.errors.join('\n')}`)
      return this.of(event)[0]
    })
  }

  stop(): Promise<number | null> {
    this.#child.kill('SIGTERM')
    return this.ended
  }
}

/** A call, and what running its module here has shown of it: what the Go worker is told. */
interface Call {
  native: string
  args: string[]
  run: Record<string, unknown>
}

async function measure(native: string, ...args: string[]): Promise<Call> {
  const run = await cli(['run', ...args, '--json'])
  assert.is(run.code, 0, run.stderr)
  return { native, args, run: lastJson(run) }
}

const known = ({ native, run }: Call): string[] => [
  '--known',
  [native, run.moduleHash, run.inputHash, run.fuelUsed].join(':')
]

const found = await goProgram()
const test = suite<{
  net: LocalNet
  coordinator: TestnetNode
  binary: string
  calls: Call[]
  worker: GoWorker
  peerId: string
}>('a worker in Go')

if ('missing' in found) {
  process.stdout.write(`skipped: a worker in Go: ${found.missing}\n`)
  test.skip('a worker in Go')
} else {
  const { go } = found

  test.before(async (context) => {
    context.net = await LocalNet.create()
    context.binary = context.net.path('interop-go')
    await execute(go, ['build', '-buildvcs=false', '-o', context.binary, '.'], inSource)
    context.calls = [
      await measure('greeting', example('hello'), '--arg', 'Alice'),
      await measure('greeting', example('hello'), '--arg', 'Bob', '--env', 'GREETING=Good morning'),
      await measure('greeting', example('hello')),
      await measure('primes', example('primes'), '--function', 'countPrimes', '--arg', '100000')
    ]
    context.coordinator = await context.net.start('coordinator', 'coordinator')
    context.worker = new GoWorker(context.binary, goArguments(context))
    context.peerId = String((await context.worker.said('started')).peerId)
    await context.worker.said('joined')
    await context.net.joined(context.coordinator, 1)
  })

  test.after(async ({ net, worker }) => {
    await worker?.stop()
    await net.close()
  })

  const goArguments = ({
    net,
    coordinator,
    calls
  }: {
    net: LocalNet
    coordinator: TestnetNode
    calls: Call[]
  }): string[] => [
    ...['--coordinator', addressOf(coordinator), '--network', net.network],
    ...['--metering', String(calls[0]?.run.meteringHash), ...calls.flatMap(known)]
  ]

  test('its messages are generated from the files of proto', async ({ net }) => {
    const folder = net.path('generated')
    await mkdir(folder)
    await execute(go, ['run', '.', folder], inGenerator)
    const names = await readdir(folder)
    assert.equal(names.sort(), (await readdir(join(source, 'generated'))).sort())
    for (const name of names) {
      const [fresh, committed] = await Promise.all(
        [folder, join(source, 'generated')].map((from) => readFile(join(from, name), 'utf8'))
      )
      assert.ok(fresh === committed, `${name}: cd packages/conformance/interop-go/generate && go run .`)
    }
  })

  test('its hashes, paths and signatures are those of SPEC’s worked example', async () => {
    const { stdout } = await execute(go, ['test', '-count=1', '.'], {
      cwd: source,
      timeout: BUILD_TIMEOUT_MS
    })
    assert.match(stdout, /^ok\s/)
  })

  test('it completes tasks in a row, and every receipt of it verifies', async ({
    net,
    coordinator,
    calls,
    worker,
    peerId
  }) => {
    for (const [index, { args, run }] of [...calls, ...calls.slice(0, 1)].entries()) {
      const receipt = net.path(`receipt-${index}.json`)
      const result = await net.submit(coordinator, ...args, '--receipt', receipt, '--json')
      assert.is(result.code, 0, result.stderr)
      const json = lastJson(result)
      assert.is(json.state, 'COMPLETED')
      assert.is(json.worker, peerId)
      assert.is(json.stdout, run.stdout, 'what the module itself prints')
      assert.is(json.fuelUsed, run.fuelUsed)
      const output = net.path(`output-${index}`)
      await writeFile(output, Buffer.from(String(run.stdout), 'base64'))
      const verified = await cli([
        ...['verify', receipt, '--module', String(args[0]), '--output', output],
        '--json'
      ])
      assert.is(verified.code, 0, verified.stderr)
      const { valid, checks } = lastJson(verified) as {
        valid: boolean
        checks: { name: string; ok: boolean }[]
      }
      assert.is(valid, true)
      assert.equal(
        checks.map(({ name, ok }) => [name, ok]),
        ['canonical-form', 'worker-signature', 'verdict-signature', 'module-hash', 'output-root'].map(
          (name) => [name, true]
        )
      )
      // The module, run again on the receipt's terms, comes to the same: output, fuel, metering.
      const again = await cli(['run', ...withoutFunction(args), '--receipt', receipt, '--json'])
      assert.is(again.code, 0, again.stderr)
      assert.is(lastJson(again).matches, true)
      await until('the acknowledgement', () => worker.of('acknowledged', json.taskId)[0])
    }
  })

  /** `run --receipt` takes the function from the receipt. */
  const withoutFunction = (args: string[]): string[] => {
    const at = args.indexOf('--function')
    return at < 0 ? args : args.toSpliced(at, 2)
  }

  test('its health samples arrive by gossip', async ({ coordinator, worker, peerId }) => {
    await worker.said('sampled')
    const sampled = await until('a sample at the coordinator', async () => {
      const peers = (await (await fetch(new URL('/v1/peers', coordinator.ready.http))).json()) as PeerStatus[]
      return peers.find((peer) => peer.peerId === peerId)?.health ?? undefined
    })
    assert.ok(sampled > 0 && sampled <= 1, `health ${sampled}`)
  })

  test('what it cannot run is declined or handed back, with a code that the client sees', async ({
    net,
    coordinator,
    worker
  }) => {
    const submit = async (...args: string[]) => {
      const result = await net.submit(coordinator, ...args, '--json')
      assert.is(result.code, 3)
      const { taskId, code } = lastJson(result)
      assert.is(code, 'NO_ELIGIBLE_WORKER')
      const [rejection] = await rejectionsOf(net, coordinator, taskId)
      assert.is(rejection?.code, 'WORKER_TASK_UNSUPPORTED')
      return taskId
    }
    const [otherModule, otherInput] = await Promise.all([
      submit(example('wordcount')),
      submit(example('hello'), '--arg', 'Carol')
    ])
    assert.ok(worker.of('declined', otherModule).length > 0)
    assert.equal(worker.of('assigned', otherModule), [])
    // The offer does not tell the input: that nobody has measured it, a worker learns from the assignment.
    assert.is(worker.of('assigned', otherInput).length, 1)
    assert.equal(
      worker.of('returned', otherInput).map(({ code }) => code),
      ['WORKER_TASK_UNSUPPORTED']
    )
  })

  async function rejectionsOf(
    net: LocalNet,
    coordinator: TestnetNode,
    taskId: unknown
  ): Promise<{ worker: string; code: string }[]> {
    const task = lastJson(await cli(['task', String(taskId), '--json', ...net.clientArguments(coordinator)]))
    return task.rejections as { worker: string; code: string }[]
  }

  test('it agrees with a worker that runs the module', async ({ net, coordinator, calls, peerId }) => {
    const [other] = await net.workers(coordinator, ['worker'])
    const [call] = calls
    assert.ok(call && other)
    await net.joined(coordinator, 2)
    const receipt = net.path('agreed.json')
    const result = await net.submit(
      coordinator,
      ...call.args,
      '--replicas',
      '2',
      '--receipt',
      receipt,
      '--json'
    )
    assert.is(result.code, 0, result.stderr)
    const json = lastJson(result)
    assert.is(json.state, 'COMPLETED')
    assert.equal(
      [(json.verdict as { method: string }).method, (json.verdict as { votes: number }).votes],
      ['QUORUM', 2]
    )
    const task = lastJson(
      await cli(['task', String(json.taskId), '--json', ...net.clientArguments(coordinator)])
    )
    assert.equal([...(task.workers as string[])].sort(), [peerId, other.ready.peerId].sort())
    await other.stop()
  })

  test('its heartbeats keep a lease that lasts longer than one would without', async (context) => {
    const { net, coordinator, worker, calls, binary } = context
    assert.is(await worker.stop(), 0)
    await until(
      'the coordinator to notice',
      async () => (await statusOf(coordinator)).coordinator?.workers === 0
    )
    const slow = new GoWorker(binary, [...goArguments(context), '--hold', HOLD])
    context.worker = slow
    await slow.said('joined')
    await net.joined(coordinator, 1)
    const result = await net.submit(coordinator, ...(calls[0]?.args ?? []), '--json')
    assert.is(result.code, 0, result.stderr)
    assert.ok(slow.of('heartbeat').length > 3)
    const { taskId } = lastJson(result)
    assert.is(slow.of('assigned', taskId).length, 1, 'no lease was lost')
    await until('the acknowledgement', () => slow.of('acknowledged', taskId)[0])
  })

  test('it comes back to a coordinator that was away', async (context) => {
    const { net, calls } = context
    const [port] = addressOf(context.coordinator).match(/(?<=\/tcp\/)\d+/) ?? []
    await context.coordinator.stop()
    await context.worker.said('parted')
    const joinedBefore = context.worker.of('joined').length
    const listen = `/ip4/127.0.0.1/tcp/${port}`
    context.coordinator = await net.start('coordinator', 'coordinator', '--listen', listen)
    await until('it to join again', () => context.worker.of('joined').length > joinedBefore)
    await net.joined(context.coordinator, 1)
    const result = await net.submit(context.coordinator, ...(calls[3]?.args ?? []), '--json')
    assert.is(result.code, 0, result.stderr)
    assert.is(lastJson(result).state, 'COMPLETED')
  })

  test('another network’s coordinator is a lasting refusal', async (context) => {
    const stranger = new GoWorker(context.binary, [...goArguments(context), '--network', 'local-another'])
    try {
      // A reset may overtake the reason for it: then it tries once more.
      await until('the reason', () =>
        stranger.of('parted').some(({ code }) => code === 'WIRE_NETWORK_MISMATCH')
      )
      assert.is(await stranger.ended, 1, 'it does not try again')
    } finally {
      await stranger.stop()
    }
  })
}

test.run()

import { chmod, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { Command } from 'commander'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { addCommands } from '../../src/cli/commands.js'
import type { TestnetNode } from '../../src/testnet/testnet-node.js'
import { type CliResult, cli, errorOf, lastJson } from '../support/cli.js'
import { addressOf, LocalNet, statusOf } from '../support/local-net.js'
import { example } from '../support/paths.js'

/** Each takes 10 s, by what nodes and clients wait for: begun at once, and looked at in their tests. */
interface Waiting {
  noWorkerFits: Promise<CliResult>
  otherNetwork: Promise<CliResult>
}

const test = suite<{ net: LocalNet; node: TestnetNode; waiting: Waiting }>('bad input')

test.before(async (context) => {
  context.net = await LocalNet.create()
  context.node = await context.net.start('node', 'all')
  await context.net.joined(context.node, 1)
  const { net, node } = context
  const stranger = ['--network', 'local-elsewhere', '--data-dir', net.path('stranger'), '--json']
  const waiting: Waiting = {
    noWorkerFits: net.submit(node, example('hello'), '--memory', '2000', '--json'),
    otherNetwork: cli(['submit', example('hello'), '--coordinator', addressOf(node), ...stranger])
  }
  // Whoever waits for them hears of it.
  for (const result of Object.values(waiting)) result.catch(() => {})
  context.waiting = waiting
})

test.after(async ({ net }) => net.close())

/** More fuel than any machine burns within these tests. */
const PLENTY = '1000000000000000'

/** What became of a task, as `submit --json` tells it. */
async function fails(result: CliResult, code: string): Promise<Record<string, unknown>> {
  assert.is(result.code, 3, result.stderr)
  const json = lastJson(result)
  assert.is(json.state, 'FAILED')
  assert.is(json.code, code)
  return json
}

test('a file that is no module, or is missing, is refused before anything is sent', async ({ net, node }) => {
  await writeFile(net.path('text.wasm'), 'just text')
  const text = await net.submit(node, net.path('text.wasm'), '--json')
  assert.is(text.code, 3)
  assert.is(errorOf(text).code, 'MODULE_INVALID')
  const missing = await net.submit(node, net.path('missing.wasm'), '--json')
  assert.is(missing.code, 1)
  assert.is(errorOf(missing).code, 'FILE_UNREADABLE')
})

test('a file that cannot be given, or is missing, is named', async ({ net }) => {
  for (const file of ['a', 'a=', '../a=b', 'a//b=c', '/=b']) {
    const wrong = await cli(['run', example('hello'), '--file', file])
    assert.is(wrong.code, 2, file)
    assert.match(wrong.stderr, '--file')
  }
  const twice = await cli(['run', example('hello'), '--file', 'a=b', '--file', '/a=c'])
  assert.is(twice.code, 2)
  const missing = await cli(['run', example('hello'), '--json', '--file', `a=${net.path('missing')}`])
  assert.is(errorOf(missing).code, 'FILE_UNREADABLE')
})

test('terms of verification that contradict each other, or are out of range, are a usage error', async () => {
  // Which do is tried in the protocol's own tests. Nobody is asked: there is no coordinator here.
  for (const terms of [
    ['--replicas', '3', '--quorum', '1'],
    ['--target-error', '2']
  ]) {
    const wrong = await cli(['submit', example('hello'), ...terms, '--json'])
    assert.is(wrong.code, 2, terms.join(' '))
    assert.is(errorOf(wrong).code, 'USAGE_INVALID')
  }
})

test('a malformed module fails with MODULE_INVALID', async ({ net, node }) => {
  await writeFile(net.path('malformed.wasm'), Buffer.from('0061736d010000000aff', 'hex'))
  await fails(await net.submit(node, net.path('malformed.wasm'), '--json'), 'MODULE_INVALID')
})

test('inspect tells all that a module is refused for, and the way out', async ({ net }) => {
  // Imports env.abort and has a shared memory.
  const bytes = '0061736d01000000010401600000020d0103656e760561626f7274000005040103010a'
  await writeFile(net.path('refused.wasm'), Buffer.from(bytes, 'hex'))
  const refused = await cli(['inspect', net.path('refused.wasm')])
  assert.is(refused.code, 3)
  const said = refused.stdout.toString()
  for (const line of ['IMPORT_DENIED', '--use abort=', 'FEATURE_DENIED', 'a shared memory', 'metering']) {
    assert.match(said, line)
  }
  const accepted = await cli(['inspect', example('template-c'), '--json'])
  assert.is(accepted.code, 0, accepted.stderr)
  const json = lastJson(accepted)
  assert.equal([json.refusal, json.problems], [null, []])
  assert.equal((json.calls as { bytes: string[] }).bytes, ['run'])
  assert.equal((await cli(['inspect', net.path('missing.wasm')])).code, 1)
})

test('unknown functions and wrong arguments say what there is', async ({ net, node }) => {
  const unknown = await net.submit(node, example('primes'), '--function', 'nope', '--json')
  const { message } = await fails(unknown, 'FUNCTION_NOT_FOUND')
  assert.match(String(message), 'countPrimes(i32) -> i32')
  await fails(
    await net.submit(node, example('primes'), '--function', 'countPrimes', '--json'),
    'INVALID_INPUT'
  )
})

test('a trap fails with its kind, and has a receipt', async ({ net, node }) => {
  const json = await fails(await net.submit(node, example('trap'), '--json'), 'TRAP')
  assert.ok(json.verdict)
  assert.is(json.worker, node.ready.peerId)
})

test('an endless loop runs out of fuel, or else ends at its wall time', async ({ net, node }) => {
  await fails(await net.submit(node, example('endless-loop'), '--json'), 'FUEL_EXHAUSTED')
  await fails(
    await net.submit(node, example('endless-loop'), '--fuel', PLENTY, '--timeout', '0.5', '--json'),
    'TIMEOUT'
  )
})

test('memory over the limit fails with MEMORY_EXHAUSTED', async ({ net, node }) => {
  await fails(await net.submit(node, example('grow-memory'), '--memory', '16', '--json'), 'MEMORY_EXHAUSTED')
})

test('an endless output is cut', async ({ net, node }) => {
  await fails(await net.submit(node, example('stdout-flood'), '--fuel', PLENTY, '--json'), 'OUTPUT_TOO_LARGE')
})

test('a program’s own exit code is passed on', async ({ net, node }) => {
  const result = await net.submit(node, example('exit-code'), '--json')
  assert.is(result.code, 3)
  const json = lastJson(result)
  assert.equal([json.state, json.code, json.exitCode], ['COMPLETED', 'SUCCESS', 7])
})

test('where no worker fits, each is named with its reason', async ({ node, waiting }) => {
  const json = await fails(await waiting.noWorkerFits, 'NO_ELIGIBLE_WORKER')
  const rejections = json.rejections as { worker: string; code: string }[]
  assert.equal(
    rejections.map(({ worker, code }) => [worker, code]),
    [[node.ready.peerId, 'WORKER_MEMORY_TOO_SMALL']]
  )
})

test('nobody there: every address tried is named', async ({ net }) => {
  const nobody = '/ip4/127.0.0.1/tcp/1/p2p/12D3KooWQtC8wauQScpYN3L3PYUUfE53RsWtbo3wMwbUxTKVGs2m'
  const args = ['--network', net.network, '--data-dir', net.path('client'), '--json']
  const result = await cli(['submit', example('hello'), '--coordinator', nobody, ...args])
  assert.is(result.code, 4)
  const { code, message, hint } = errorOf(result)
  assert.is(code, 'COORDINATOR_UNREACHABLE')
  assert.match(message, nobody)
  assert.ok(hint)
})

test('a node of another network is not used', async ({ waiting }) => {
  const result = await waiting.otherNetwork
  assert.is(result.code, 4)
  assert.is(errorOf(result).code, 'COORDINATOR_UNREACHABLE')
})

test('a wrong multiaddr is a usage error', async ({ net }) => {
  const args = ['--data-dir', net.path('client'), '--json']
  const submitted = await cli(['submit', example('hello'), '--coordinator', '/ip4/300.1.1.1/tcp/x', ...args])
  assert.is(submitted.code, 2)
  assert.is(errorOf(submitted).code, 'NETWORK_ADDRESS_INVALID')
  const started = await cli([
    'start',
    '--listen',
    '/ip4/127.0.0.1',
    '--data-dir',
    net.path('other'),
    '--http',
    'off',
    '--json'
  ])
  assert.is(started.code, 2)
  const dialled = await cli(['start', '--bootstrap', 'nonsense', '--data-dir', net.path('other'), '--json'])
  assert.is(dialled.code, 2)
  assert.is(errorOf(dialled).code, 'CONFIG_INVALID')
})

test('ports in use are named', async ({ net, node }) => {
  const port = addressOf(node).split('/')[4]
  const base = [
    'start',
    '--role',
    'coordinator',
    '--data-dir',
    net.path('other'),
    '--no-mdns',
    '--json',
    '--log-level',
    'silent'
  ]
  const p2p = await cli([...base, '--listen', `/ip4/127.0.0.1/tcp/${port}`, '--http', 'off'])
  assert.is(p2p.code, 1)
  assert.is(errorOf(p2p).code, 'NETWORK_PORT_IN_USE')
  const http = new URL(node.ready.http).host
  const second = await cli([...base, '--listen', '/ip4/127.0.0.1/tcp/0', '--http', http])
  assert.is(second.code, 1)
  assert.is(errorOf(second).code, 'HTTP_PORT_IN_USE')
})

test('a data directory in use, or not writable, is named', async ({ net }) => {
  const base = [
    'start',
    '--role',
    'coordinator',
    '--listen',
    '/ip4/127.0.0.1/tcp/0',
    '--http',
    'off',
    '--no-mdns',
    '--json'
  ]
  const locked = await cli([...base, '--data-dir', net.path('node'), '--log-level', 'silent'])
  assert.is(locked.code, 1)
  const lockedError = errorOf(locked)
  assert.is(lockedError.code, 'STORE_LOCKED')
  assert.match(lockedError.message, net.path('node'))
  await writeFile(net.path('a-file'), '')
  const impossible = await cli([...base, '--data-dir', net.path('a-file')])
  assert.is(impossible.code, 1)
  assert.is(errorOf(impossible).code, 'DATA_DIR_NOT_WRITABLE')
})

test('a key that others can read is refused, with the way out', async ({ net, node }) => {
  const key = `${net.path('client')}/client.key`
  await chmod(key, 0o644)
  const result = await net.submit(node, example('hello'), '--json')
  await chmod(key, 0o600)
  assert.is(result.code, 1)
  const { code, hint } = errorOf(result)
  assert.is(code, 'NETWORK_KEY_EXPOSED')
  assert.match(String(hint), `chmod 600 ${key}`)
  assert.not.match(result.stderr, 'CAES', 'no part of the key is shown')
})

test('garbage on the port leaves the node alive and working', async ({ net, node }) => {
  const port = Number(addressOf(node).split('/')[4])
  const garbage = Buffer.from(`\x13/multistream/1.0.0\n\x07/noise\n${'garbage'.repeat(10_000)}`, 'latin1')
  await Promise.all(
    Array.from({ length: 20 }, () => {
      return new Promise<void>((resolve) => {
        const socket = connect(port, '127.0.0.1', () => socket.end(garbage))
        socket.on('error', () => {}).on('close', () => resolve())
        socket.resume()
      })
    })
  )
  const result = await net.submit(node, example('hello'))
  assert.is(result.stdout.toString(), 'Hello, world!\n', result.stderr)
  assert.is((await statusOf(node)).coordinator?.executionsRunning, 0)
})

test('every problem of a configuration is told at once, and unknown commands are usage errors', async () => {
  const result = await cli(['start', '--role', 'boss', '--http', 'here', '--slots', '0', '--json'])
  assert.is(result.code, 2)
  const { code, message } = errorOf(result)
  assert.is(code, 'CONFIG_INVALID')
  for (const flag of ['--role', '--http', '--slots']) assert.match(message, flag)
  const unknown = await cli(['frobnicate', '--json'])
  assert.is(unknown.code, 2)
  assert.is(errorOf(unknown).code, 'USAGE_INVALID')
  assert.is((await cli(['submit'])).code, 2)
  for (const option of [
    ['--fuel', 'much'],
    ['--replicas', '1.5'],
    ['--priority', 'soon'],
    ['--env', 'x']
  ]) {
    assert.is((await cli(['submit', example('hello'), ...option])).code, 2, option.join(' '))
  }
})

test('every command explains itself with examples', async () => {
  const program = new Command('ailee-node')
  await addCommands(program, [])
  const names = program.commands.map((command) => command.name())
  for (const name of ['start', 'submit', 'run', 'verify', 'task', 'cancel', 'testnet']) {
    assert.ok(names.includes(name), name)
  }
  for (const command of program.commands) {
    let said = ''
    command.configureOutput({
      writeOut: (text) => {
        said += text
      }
    })
    command.outputHelp()
    assert.match(said, `$ ailee-node ${command.name()}`)
  }
  // Each as it is called: that one command is loaded alone must make no difference.
  const result = await cli(['status', '--help'])
  assert.is(result.code, 0)
  assert.match(result.stdout.toString(), '$ ailee-node status')
})

test.run()

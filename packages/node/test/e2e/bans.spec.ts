import { noMetrics, silentLogger } from '@ailee/core'
import { BanRepository, LevelStore } from '@ailee/store'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { cli, errorOf, lastJson } from '../support/cli.js'
import { LocalNet } from '../support/local-net.js'

const test = suite<{ net: LocalNet }>('bans')

const peers = ['A', 'B', 'C'].map((end) => `12D3KooWMECckQYvKUp8J2AKNgueaFatE2M7PLrLQWiqU7dNYsk${end}`)

test.before(async (context) => {
  context.net = await LocalNet.create()
})

test.after(async ({ net }) => net.close())

async function ban(net: LocalNet): Promise<void> {
  const store = new LevelStore({ log: silentLogger, metrics: noMetrics }, { path: net.path('node/store') })
  await store.start()
  const bans = new BanRepository({ store })
  const bannedAtMs = Date.now()
  for (const nodeId of peers) {
    await bans.save({
      nodeId,
      code: 'SIGNATURE_INVALID',
      strikes: 1,
      bannedAtMs,
      untilMs: bannedAtMs + 600_000
    })
  }
  await store.stop()
}

test('bans are lifted while the node is stopped, one or all, and listed while it runs', async ({ net }) => {
  const [first, second, third] = peers
  assert.ok(first && second && third)
  const folder = ['--data-dir', net.path('node')]
  const lift = (...args: string[]) => cli(['bans', 'lift', ...args, '--json', ...folder])

  assert.is(errorOf(await lift(first)).code, 'STORE_NOT_FOUND')
  const node = await net.start('node', 'worker')
  const running = await lift(first)
  assert.is(running.code, 1)
  assert.is(errorOf(running).code, 'NODE_RUNNING')
  await node.stop()
  await ban(net)

  assert.is(errorOf(await lift()).code, 'CONFIG_INVALID')
  assert.is(errorOf(await lift(first, '--all')).code, 'CONFIG_INVALID')
  const one = await lift(first)
  assert.is(one.code, 0, one.stderr)
  assert.equal(lastJson(one), { lifted: [first] })
  assert.is(errorOf(await lift(second, first)).code, 'BAN_NOT_FOUND')

  const again = await net.start('node', 'worker')
  for (const args of [['bans'], ['bans', 'list']]) {
    const listed = await cli([...args, '--json', ...folder])
    assert.is(listed.code, 0, listed.stderr)
    const left = JSON.parse(listed.stdout.toString()) as { peerId: string }[]
    assert.equal(left.map(({ peerId }) => peerId).sort(), [second, third])
  }
  await again.stop()
  const all = await cli(['bans', 'lift', '--all', ...folder])
  assert.is(all.stdout.toString(), '2 bans lifted\n')
})

test.run()

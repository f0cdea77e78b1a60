import { writeFile } from 'node:fs/promises'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { cli } from '../support/cli.js'
import { LocalNet } from '../support/local-net.js'
import { example } from '../support/paths.js'

const test = suite<{ net: LocalNet }>('closed network')

test.before(async (context) => {
  context.net = await LocalNet.create()
})

test.after(async ({ net }) => net.close())

/** A file that only its owner may read. */
async function secret(net: LocalNet, name: string, text: string): Promise<string> {
  const path = net.path(name)
  await writeFile(path, text, { mode: 0o600 })
  return path
}

test('who has the network key and the admission token is served, who lacks one is told so', async ({
  net
}) => {
  const key = ['--network-key', await secret(net, 'psk', keyText('a'))]
  const token = ['--admission-token', await secret(net, 'token', 'only-for-friends-1\n')]
  const wrong = ['--admission-token', await secret(net, 'wrong', 'only-for-friends-2\n')]
  const node = await net.start('node', 'all', ...key, ...token, '--admission', 'token')
  await net.joined(node, 1)
  const submit = (...args: string[]) => net.submit(node, example('hello'), ...args)

  const good = await submit(...key, ...token)
  assert.is(good.code, 0, good.stderr)
  assert.is(good.stdout.toString(), 'Hello, world!\n')
  for (const args of [key, [...key, ...wrong]]) {
    const refused = await submit(...args)
    assert.is(refused.code, 3, refused.stderr)
    assert.match(refused.stderr, /NOT_ADMITTED.*--admission-token <file>/)
  }
  const otherKey = ['--network-key', await secret(net, 'other', keyText('b'))]
  for (const args of [token, [...token, ...otherKey]]) {
    const outside = await submit(...args)
    assert.is(outside.code, 4, outside.stderr)
    assert.match(outside.stderr, /COORDINATOR_UNREACHABLE/)
  }

  const bans = await cli(['bans', '--data-dir', net.path('node')])
  assert.is(bans.code, 0, bans.stderr)
  assert.is(bans.stdout.toString(), 'no peers are banned\n')
})

function keyText(digit: string): string {
  return `/key/swarm/psk/1.0.0/\n/base16/\n${digit.repeat(64)}\n`
}

test.run()

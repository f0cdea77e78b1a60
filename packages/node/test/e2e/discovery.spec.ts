import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { cli } from '../support/cli.js'
import { LocalNet } from '../support/local-net.js'
import { multicastWorks } from '../support/multicast.js'
import { example } from '../support/paths.js'

const test = suite<{ net: LocalNet }>('mDNS')

test.before(async (context) => {
  context.net = await LocalNet.create()
})

test.after(async ({ net }) => net.close())

// Multicast is missing in some containers; that must not read as passed.
const works = await multicastWorks()
if (!works) console.log('skipped: mDNS, since multicast does not reach this machine itself')
const discovers = works ? test : test.skip

discovers('nodes and clients on one local network find each other without any address', async ({ net }) => {
  const listen = ['--mdns', '--listen', '/ip4/0.0.0.0/tcp/0']
  const coordinator = await net.start('coordinator', 'coordinator', ...listen)
  await net.start('worker', 'worker', ...listen)
  await net.joined(coordinator, 1)
  const args = ['--network', net.network, '--data-dir', net.path('client')]
  const result = await cli(['submit', example('hello'), ...args])
  assert.is(result.code, 0, result.stderr)
  assert.is(result.stdout.toString(), 'Hello, world!\n')
})

test.run()

import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { cli } from '../support/cli.js'
import { addressOf, LocalNet } from '../support/local-net.js'

interface Report {
  must: string
  title: string
  status: 'pass' | 'fail' | 'n/a'
  detail: string
}

const test = suite<{ net: LocalNet }>('conformance')

test.before(async (context) => {
  context.net = await LocalNet.create()
})

test.after(async ({ net }) => net.close())

/** How many requirements must hold for our own nodes: a probe that judges fewer has lost cases. */
const leastPassed = { coordinator: 98, worker: 88 } as const

for (const role of ['coordinator', 'worker'] as const) {
  test(`a ${role} fails none of the requirements`, async ({ net }) => {
    // A probe has several modules run at once.
    const node = await net.start(role, role, '--slots', '2')
    const result = await cli(['conformance', addressOf(node), '--network', net.network, '--json'])
    const reports = JSON.parse(result.stdout.toString()) as Report[]
    const failed = reports.filter(({ status }) => status === 'fail')
    assert.equal(failed, [], result.stderr)
    assert.is(result.code, 0)
    const passed = reports.filter(({ status }) => status === 'pass')
    assert.ok(passed.length >= leastPassed[role], `${passed.length} passed`)
  })
}

test('a node of another network fails, by name and by exit code', async ({ net }) => {
  const worker = await net.start('stranger', 'worker')
  const args = ['--network', 'local-elsewhere', '--only', 'MUST-017', '--only', 'MUST-068']
  const result = await cli(['conformance', addressOf(worker), ...args])
  assert.is(result.code, 1, result.stderr)
  const text = result.stdout.toString()
  assert.match(text, /^MUST-017 fail /m)
  assert.match(text, /^MUST-068 n\/a .*: no case$/m)
  assert.match(text, /^0 pass, 1 fail, 0 do not apply to this node, 1 have no case$/m)
  assert.match(text, /^covered: 1 of 2 requirements \(50 %\)$/m)
})

test('nobody at the address is no verdict', async () => {
  const nobody = '/ip4/127.0.0.1/tcp/1/p2p/12D3KooWFxDVbfM8wEfZgHtgRgYTPzVURPZCYkaxwjDMCAwB6H4Z'
  const result = await cli(['conformance', nobody, '--json'])
  assert.is(result.code, 4, result.stderr)
  assert.match(result.stderr, /PROBE_TARGET_UNREACHABLE/)
  assert.is((await cli(['conformance', 'nowhere'])).code, 2)
})

test.run()

import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Must } from '../src/index.js'
import { eachFailsItsOwn } from './support/broken-rules.js'
import {
  admissionRules,
  auctionRules,
  defenceRules,
  gossipRules,
  intakeRules,
  type Rule,
  workerRules
} from './support/fake/rules.js'
import { ProbeThreads } from './support/probe-threads.js'
import { failures, probed } from './support/probed.js'

/** Requirements that are looked at for a rule: its own, and some that are close to it. */
const NEIGHBOURS = 6

const threads = new ProbeThreads({ threads: 1, atOnce: 6 })

type Rules = Readonly<Partial<Record<Rule, Must>>>

/** Each area, what plays its part, and what else is looked at beside the requirements of its rules. */
const areas: readonly {
  name: string
  role: 'client' | 'coordinator' | 'worker'
  closed?: boolean
  rules: Rules
  beside: readonly Must[]
  least: number
}[] = [
  { name: 'gossip', role: 'worker', rules: gossipRules, beside: ['MUST-128'], least: 8 },
  { name: 'defence', role: 'client', rules: defenceRules, beside: ['MUST-015', 'MUST-051'], least: 9 },
  {
    name: 'a coordinator’s intake',
    role: 'coordinator',
    rules: intakeRules,
    beside: ['MUST-005', 'MUST-019', 'MUST-045', 'MUST-054'],
    least: 15
  },
  {
    name: 'a coordinator’s auctions',
    role: 'coordinator',
    rules: auctionRules,
    beside: ['MUST-026', 'MUST-080', 'MUST-086', 'MUST-087', 'MUST-088'],
    least: 20
  },
  {
    name: 'a coordinator’s admission',
    role: 'coordinator',
    closed: true,
    rules: admissionRules,
    beside: ['MUST-005', 'MUST-017', 'MUST-045'],
    least: 4
  },
  { name: 'a worker', role: 'worker', rules: workerRules, beside: ['MUST-024'], least: 4 }
]

for (const { name, role, closed = false, rules, beside, least } of areas) {
  const test = suite(`the probe against nodes that break a rule of ${name}`)
  const only = [...new Set([...Object.values(rules), ...beside])]

  test('one that keeps the rules fails nowhere', async () => {
    const reports = await probed({ role, closed }, only)
    assert.equal(failures(reports), [])
    const passed = reports.filter(({ status }) => status === 'pass')
    assert.ok(passed.length >= least, `${passed.length} passed`)
  })

  eachFailsItsOwn(test, rules, { threads, role, closed }, Object.values(rules), NEIGHBOURS)
  test.run()
}

const test = suite('the probe against nodes that do not let everybody in')

for (const letsBannedPeersIn of [false, true]) {
  test(`where few connections are taken at a time, a banned peer that is ${letsBannedPeersIn ? '' : 'not '}let in is seen`, async () => {
    const reports = await probed({ crowded: true, broken: { letsBannedPeersIn } }, ['MUST-127'])
    assert.equal(
      reports.map(({ status }) => status),
      [letsBannedPeersIn ? 'fail' : 'pass']
    )
  })
}

test('a coordinator that does not admit the probe is judged by that alone', async () => {
  const reports = await probed({ role: 'coordinator', closed: true }, ['MUST-055', 'MUST-064', 'MUST-134'])
  assert.equal(
    reports.map(({ status }) => status),
    ['n/a', 'n/a', 'pass']
  )
})

test('a node of a private network is reached with its key, and by nobody else', async () => {
  const key = new TextEncoder().encode(`/key/swarm/psk/1.0.0/\n/base16/\n${'5e'.repeat(32)}`)
  const reports = await probed({ networkKey: key }, ['MUST-017', 'MUST-133'])
  assert.equal(
    reports.map(({ status }) => status),
    ['pass', 'pass']
  )
})

test.run()

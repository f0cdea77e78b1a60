import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Must, type MustReport, musts, NO_CASE, probe } from '../src/index.js'
import { type BrokenRules, FakeNode } from './support/fake-node.js'

const test = suite('the probe against fake nodes')
const network = 'local-fake'

async function probed(broken: BrokenRules): Promise<MustReport[]> {
  const node = await FakeNode.start(network, broken)
  try {
    return await probe({ target: node.address, network })
  } finally {
    await node.stop()
  }
}

function failures(reports: readonly MustReport[]): string[] {
  return reports.flatMap(({ must, status, detail }) => (status === 'fail' ? [`${must} ${detail}`] : []))
}

test('a node that keeps the rules fails nowhere', async () => {
  const reports = await probed({})
  assert.equal(failures(reports), [])
  assert.equal(
    reports.map(({ must }) => must),
    Object.keys(musts)
  )
  const passed = reports.filter(({ status }) => status === 'pass')
  assert.ok(passed.length >= 35, `${passed.length} passed`)
  assert.ok(reports.some(({ detail }) => detail === NO_CASE))
})

/** Each broken rule, and the one requirement that must fail for it. */
const brokenRules: readonly [keyof BrokenRules, Must][] = [
  ['acceptsSmallOrderKeys', 'MUST-002'],
  ['waitsForLongMessages', 'MUST-007'],
  ['takesAnyRequestId', 'MUST-009'],
  ['acceptsHelloOfOtherNetworks', 'MUST-011'],
  ['encodesAgain', 'MUST-012'],
  ['silentOnUnknownTypes', 'MUST-013'],
  ['acceptsSecondHello', 'MUST-015'],
  ['takesLongAgents', 'MUST-016'],
  ['speaksBeforeHello', 'MUST-017'],
  ['grantsTwoWindows', 'MUST-018'],
  ['givesNoCreditBack', 'MUST-021'],
  ['grantsLittleAtFirst', 'MUST-022'],
  ['repliesAgainstTheStream', 'MUST-023'],
  ['silentOnFailures', 'MUST-025'],
  ['takesAnyStatusReplies', 'MUST-027'],
  ['leavesRefusedStreamsOpen', 'MUST-028'],
  ['acceptsCredit', 'MUST-029'],
  ['opensAgain', 'MUST-030'],
  ['checksSignatureFirst', 'MUST-031'],
  ['ignoresDomain', 'MUST-032'],
  ['acceptsAnySignature', 'MUST-036'],
  ['acceptsUnsignedBids', 'MUST-037'],
  ['acceptsOtherSigners', 'MUST-038'],
  ['acceptsLongValidity', 'MUST-039'],
  ['acceptsReplays', 'MUST-040'],
  ['remembersRefused', 'MUST-041'],
  ['findsEveryBlob', 'MUST-045'],
  ['servesOtherNetworks', 'MUST-048'],
  ['waitsForBlobRequests', 'MUST-049'],
  ['acceptsOldDelegations', 'MUST-107']
]

/** Most of a probe is waiting: so many run at once. */
const PARALLEL_PROBES = 5
const results = new Map<keyof BrokenRules, string[]>()

test.before(async () => {
  const waiting = [...brokenRules]
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [rule] = next
      results.set(rule, failures(await probed({ [rule]: true })))
    }
  }
  await Promise.all(Array.from({ length: PARALLEL_PROBES }, work))
})

for (const [rule, must] of brokenRules) {
  test(`${rule} fails ${must} and nothing else`, () => {
    const failed = results.get(rule) ?? []
    assert.equal(
      failed.map((line) => line.slice(0, 8)),
      [must],
      failed.join('\n')
    )
  })
}

test.run()

import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Must, musts, NO_CASE } from '../src/index.js'
import { eachFailsItsOwn } from './support/broken-rules.js'
import { channelRules, defenceRules, gossipRules } from './support/fake/rules.js'
import { ProbeThreads } from './support/probe-threads.js'
import { failures, probed } from './support/probed.js'

const test = suite('the probe against nodes that break a rule of streams')

test('a node that keeps the rules fails nowhere', async () => {
  const reports = await probed({})
  assert.equal(failures(reports), [])
  assert.equal(
    reports.map(({ must }) => must),
    Object.keys(musts)
  )
  const passed = reports.filter(({ status }) => status === 'pass')
  assert.ok(passed.length >= 48, `${passed.length} passed`)
  assert.ok(reports.some(({ detail }) => detail === NO_CASE))
})

const ofOtherAreas = new Set<Must>([...Object.values(gossipRules), ...Object.values(defenceRules)])

// Against all but gossip and defence: a rule of streams is met by every other case.
eachFailsItsOwn(
  test,
  channelRules,
  { threads: new ProbeThreads({ threads: 2, atOnce: 2 }) },
  (Object.keys(musts) as Must[]).filter((must) => !ofOtherAreas.has(must))
)

test.run()

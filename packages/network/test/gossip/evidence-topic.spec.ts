import { ManualClock } from '@ailee/core'
import { type Evidence, encodeEvidence, evidenceId, type Verifier } from '@ailee/protocol'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { EVIDENCE_RATE } from '../../src/constants.js'
import { EvidenceTopic } from '../../src/gossip/evidence-topic.js'
import { nativeVerifier } from '../../src/index.js'
import { evidenceOf, spoiltEvidenceOf } from '../support/evidence.js'

const test = suite('evidence topic')

function makeTopic() {
  let verified = 0
  const verifier: Verifier = {
    verify: (...what) => {
      verified += 1
      return nativeVerifier.verify(...what)
    }
  }
  const clock = new ManualClock()
  const topic = new EvidenceTopic({ clock, verifier }, { network: 'local-test' })
  const judge = (evidence: Evidence, peer = 'peer') => {
    const judgement = topic.judge({ data: encodeEvidence(evidence) }, peer)
    if (judgement.verdict !== 'accept') return `${judgement.verdict} ${judgement.code}`
    judgement.taken?.()
    return 'accept'
  }
  return { topic, clock, judge, verified: () => verified }
}

test('valid evidence is accepted once, whatever signatures it comes with', async () => {
  const { topic, judge, verified } = makeTopic()
  const evidence = await evidenceOf(1)
  const judgement = topic.judge({ data: encodeEvidence(evidence) }, 'peer')
  if (judgement.verdict !== 'accept') throw new Error(judgement.code)
  judgement.taken?.()
  assert.is(evidenceId(judgement.value), evidenceId(evidence))
  const spent = verified()
  for (const again of [evidence, await evidenceOf(1), await spoiltEvidenceOf(1)]) {
    assert.is(judge(again, 'other'), 'ignore GOSSIP_KNOWN')
  }
  assert.is(verified(), spent, 'what is known costs no verification')
  assert.is(judge(await evidenceOf(2)), 'accept')
})

test('what was one too many may come again', async () => {
  const { topic, judge } = makeTopic()
  const refused = topic.judge({ data: encodeEvidence(await evidenceOf(1)) }, 'peer')
  assert.is(refused.verdict, 'accept')
  assert.is(judge(await evidenceOf(1), 'other'), 'accept')
  assert.is(judge(await evidenceOf(1), 'other'), 'ignore GOSSIP_KNOWN')
})

test('what convicts nobody is rejected, and does not hide what does', async () => {
  const { topic, judge } = makeTopic()
  assert.is(judge(await spoiltEvidenceOf(1)), 'reject EVIDENCE_INVALID')
  assert.is(judge(await evidenceOf(1)), 'accept')
  assert.is(judge(await evidenceOf(2, 'local-other')), 'reject WIRE_NETWORK_MISMATCH')
  const broken: [Uint8Array, string][] = [
    [Uint8Array.of(0xff), 'WIRE_MALFORMED'],
    [new Uint8Array(8193), 'WIRE_TOO_LARGE'],
    [new Uint8Array(), 'WIRE_FIELD_INVALID']
  ]
  for (const [data, code] of broken) {
    assert.equal(topic.judge({ data }, 'peer'), { verdict: 'reject', code })
  }
})

test('more than a peer may pass on is ignored before it is verified, until time has passed', async () => {
  const { judge, clock, verified } = makeTopic()
  let next = 0
  for (; next < EVIDENCE_RATE.burst; next += 1) assert.is(judge(await evidenceOf(next)), 'accept')
  const spent = verified()
  assert.is(judge(await evidenceOf(next)), 'ignore RATE_LIMITED')
  assert.is(verified(), spent)
  assert.is(judge(await evidenceOf(next), 'other'), 'accept', 'others are not held to it')
  clock.advance(1000 / EVIDENCE_RATE.perSecond)
  assert.is(judge(await evidenceOf(next + 1)), 'accept')
})

test('evidence of our own is published only if it convicts, and not taken back', async () => {
  const { topic, judge } = makeTopic()
  assert.not(topic.publishable(await spoiltEvidenceOf(1)))
  assert.not(topic.publishable(await evidenceOf(1, 'local-other')))
  assert.ok(topic.publishable(await evidenceOf(1)))
  assert.is(judge(await evidenceOf(1)), 'ignore GOSSIP_KNOWN')
})

test.run()

import { systemRandom } from '@ailee/core'
import { EVIDENCE_TOPIC, type Evidence, encodeEvidence } from '@ailee/protocol'
import type { Case } from '../case.js'
import type { GossipAuthor, GossipMessage } from '../raw/gossip-author.js'
import { RawSigner } from '../raw/raw-signature.js'
import { contradiction, spoilt } from '../task/contradiction.js'
import { shutOut, stillServed } from '../task/offences.js'
import { notPassedOn, passedOn, watchedGossip } from '../task/watched-gossip.js'

const publish = (author: GossipAuthor, evidence: Evidence): Promise<GossipMessage> =>
  author.sign(EVIDENCE_TOPIC, encodeEvidence(evidence))

/** Enough of it to be shut out: 60 points each. */
const REJECTED = 2

/** Section 20. */
export const evidenceCases: readonly Case[] = [
  {
    must: 'MUST-153',
    gossips: true,
    async run(context) {
      const { network } = context
      // Nobody of this name was ever there.
      const offender = new RawSigner(systemRandom.bytes(32), network)
      const evidence = await contradiction(offender, network)
      const { sender, watcher } = await watchedGossip(context)
      const first = await publish(sender.author, evidence)
      sender.send(first)
      await passedOn({ watcher }, first, { what: 'evidence', context })
      const again = await publish(sender.author, evidence)
      const wrong = await publish(sender.author, spoilt(await contradiction(offender, network)))
      sender.send(again, wrong)
      // What comes behind them shows that they have been judged.
      const last = await publish(sender.author, await contradiction(offender, network))
      sender.send(last)
      await passedOn({ watcher }, last, { what: 'evidence after such as is not passed on', context })
      await notPassedOn({ watcher }, [
        { what: 'evidence that is known', message: again },
        { what: 'evidence that convicts nobody', message: wrong }
      ])
      const liar = await context.gossiper()
      for (let count = 0; count < REJECTED; count += 1) {
        liar.send(await publish(liar.author, spoilt(await contradiction(offender, network))))
      }
      await shutOut(liar.peer, `a peer that passed on ${REJECTED} pieces of evidence that convict nobody`)
      await stillServed(sender.peer, 'the peer that passed on what is known')
      return 'what convicts is passed on once; what does not is an offence'
    }
  }
]

import { encodeHello, publicKeyFromNodeId, type Signature } from '@ailee/protocol'
import type { Case } from '../case.js'
import { expect, expectEqual } from '../errors.js'
import { codeOf } from '../raw/raw-peer.js'
import { RawSigner } from '../raw/raw-signature.js'
import { isOf, probeHello } from '../raw/task-stream.js'
import { randomSeed } from '../task/random-seed.js'
import { signedSample } from '../task/sample.js'
import { notPassedOn, passedOn, watchedGossip } from '../task/watched-gossip.js'

/** Order of the group, little-endian: added to the second half of a signature it gives a non-canonical one. */
const GROUP_ORDER = 2n ** 252n + 27742317777372353535851937790883648493n

/** Section 1. */
export const identityCases: readonly Case[] = [
  {
    must: 'MUST-003',
    gossips: true,
    part: 'that another text of the same key is another id',
    async run(context) {
      const { network } = context
      const { sender, watcher } = await watchedGossip(context)
      const { author, peer } = sender
      // The same key as a CID: other libp2p programs take it for the same id.
      const nodeId = peer.host.peerId.toCID().toString()
      const alias = await signedSample(author, network, { nodeId })
      const proper = await signedSample(author, network)
      sender.send(alias, proper)
      await passedOn({ watcher }, proper, { what: 'a message with the text of its publisher', context })
      await notPassedOn({ watcher }, [{ what: `${nodeId} for ${author.nodeId}`, message: alias }])
      return 'a message that names its publisher by another text of its key is not passed on'
    }
  },
  {
    must: 'MUST-001',
    part: 'the target’s own id',
    async run({ nodeId }) {
      publicKeyFromNodeId(nodeId)
      return nodeId
    }
  },
  {
    must: 'MUST-002',
    async run({ peer, network }) {
      const other = new RawSigner(randomSeed(), network)
      const probe = await peer()
      const good = await other.delegation(probe.nodeId, Date.now() + 3_600_000)
      const faults: [string, Signature][] = [
        ['a key of small order', { ...good, ...smallOrderForgery() }],
        ['a second half past the order', { ...good, signature: pastOrder(good.signature) }]
      ]
      for (const [what, delegation] of faults) {
        const stream = await probe.openTask()
        stream.send({ type: 'HELLO', payload: encodeHello({ ...probeHello, delegation }) })
        const answer = await stream.answers.find('an answer', () => true)
        expect(isOf('STATUS')(answer), `${what} is answered with ${codeOf(answer)}`)
        expectEqual(`the refusal of ${what}`, codeOf(answer), 'SIGNATURE_INVALID')
      }
      return 'a key of small order and a non-canonical signature are refused'
    }
  }
]

/** The identity point as key and as first half, 0 as second half: fits every message where the key is not looked at. */
function smallOrderForgery(): Pick<Signature, 'publicKey' | 'signature'> {
  const publicKey = new Uint8Array(32)
  publicKey[0] = 1
  const signature = new Uint8Array(64)
  signature[0] = 1
  return { publicKey, signature }
}

function pastOrder(signature: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(signature)
  let scalar = 0n
  for (let index = 63; index >= 32; index -= 1) scalar = (scalar << 8n) | BigInt(changed[index] ?? 0)
  scalar += GROUP_ORDER
  for (let index = 32; index < 64; index += 1) {
    changed[index] = Number(scalar & 0xffn)
    scalar >>= 8n
  }
  return changed
}

import { systemRandom } from '@ailee/core'
import { type MessageType, NONCE_BYTES, type Signature } from '@ailee/protocol'
import type { Case, Context } from '../case.js'
import { expect, expectEqual } from '../errors.js'
import { codeOf } from '../raw/raw-peer.js'
import { RawSigner, type SignatureTwist } from '../raw/raw-signature.js'
import { isOf } from '../raw/task-stream.js'
import { randomSeed } from '../task/random-seed.js'
import { unknownTaskCancel, unknownTaskQuery } from '../task/unknown-task.js'

const signedTypes: readonly MessageType[] = [
  'SUBMIT_TASK',
  'CANCEL_TASK',
  'TASK_COMPLETE',
  'BID',
  'ASSIGN_TASK',
  'RESULT'
]

/** Sends a CANCEL_TASK with a signature that was changed. Gives the code for which the stream is refused. */
async function refusalOf({ peer }: Context, change: (good: Signature) => Signature): Promise<string> {
  const probe = await peer()
  const stream = await probe.join()
  const payload = unknownTaskCancel()
  const signature = change(await probe.signer.message('CANCEL_TASK', payload))
  stream.send({ type: 'CANCEL_TASK', payload, requestId: 2 ** 40, signature })
  return firstCode(probe, stream)
}

/** The code of a refusal of the stream, or of the reply, whichever comes. */
async function firstCode(
  probe: Awaited<ReturnType<Context['peer']>>,
  stream: Awaited<ReturnType<typeof probe.join>>
): Promise<string> {
  const reply = probe.inbox.find('a reply', (envelope) => envelope.reply)
  const status = stream.answers.find('a refusal', isOf('STATUS'))
  return codeOf(await Promise.any([reply, status]))
}

async function twisted(context: Context, twist: SignatureTwist): Promise<string> {
  const probe = await context.peer()
  const stream = await probe.join()
  const payload = unknownTaskCancel()
  const signature = await probe.signer.message('CANCEL_TASK', payload, twist)
  stream.send({ type: 'CANCEL_TASK', payload, requestId: 2 ** 40, signature })
  return firstCode(probe, stream)
}

function flipped(bytes: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(bytes)
  changed[0] = (changed[0] ?? 0) ^ 1
  return changed
}

/** Section 6. */
export const signatureCases: readonly Case[] = [
  {
    must: 'MUST-032',
    part: 'domain, network, nonce, expiry',
    async run(context) {
      const now = Date.now()
      const faults: [string, string][] = [
        ['another domain', await twisted(context, { domain: 'message/10' })],
        ['another network', await twisted(context, { network: 'mainnet-other' })],
        ['another nonce', await refusalOf(context, (good) => ({ ...good, nonce: flipped(good.nonce) }))],
        ['another expiry', await refusalOf(context, (good) => ({ ...good, expiresAtMs: now + 90_000 }))]
      ]
      for (const [what, code] of faults) expectEqual(`the refusal of ${what}`, code, 'SIGNATURE_INVALID')
      return `${faults.length} leaves that differ in one field are refused`
    }
  },
  {
    must: 'MUST-033',
    async run({ peer }) {
      const probe = await peer()
      const stream = await probe.join()
      // Five leaves: a tree whose halves differ. Signed in one turn, so they make one batch.
      const payloads = Array.from({ length: 5 }, unknownTaskCancel)
      const signatures = await Promise.all(
        payloads.map((payload) => probe.signer.message('CANCEL_TASK', payload))
      )
      expect(
        signatures.every(({ treeSize }) => treeSize === 5),
        'the probe did not sign them as one batch'
      )
      for (const [index, payload] of payloads.entries()) {
        const requestId = 2 ** 40 + index
        const signature = signatures[index]
        stream.send({ type: 'CANCEL_TASK', payload, requestId, signature })
        const code = codeOf(await probe.reply(requestId))
        expect(!code.startsWith('SIGNATURE_'), `leaf ${index} of 5 is refused with ${code}`)
      }
      return 'every leaf of a batch of 5 passes'
    }
  },
  {
    must: 'MUST-034',
    part: 'the size of the tree',
    async run(context) {
      // A tree of one leaf and one of two with the same root differ in nothing but what is signed.
      const code = await refusalOf(context, (good) => ({ ...good, treeSize: 2 }))
      expectEqual('the refusal of another tree size', code, 'SIGNATURE_INVALID')
      return 'another size than was signed is refused'
    }
  },
  {
    must: 'MUST-035',
    async run(context) {
      const large = await refusalOf(context, (good) => ({ ...good, treeSize: 65_537 }))
      const path = Array.from({ length: 17 }, () => systemRandom.bytes(32))
      const long = await refusalOf(context, (good) => ({ ...good, treeSize: 65_536, path }))
      for (const code of [large, long])
        expect(code.startsWith('WIRE_'), `it is refused with ${code}, not as malformed`)
      return `65 537 leaves: ${large}; 17 hashes: ${long}`
    }
  },
  {
    must: 'MUST-036',
    async run(context) {
      const signature = await refusalOf(context, (good) => ({ ...good, signature: flipped(good.signature) }))
      expectEqual('the refusal of a changed signature', signature, 'SIGNATURE_INVALID')
      const hash = systemRandom.bytes(32)
      const path = await refusalOf(context, (good) => ({ ...good, path: [hash] }))
      expectEqual('the refusal of a path that is too long for its tree', path, 'SIGNATURE_INVALID')
      return 'a changed signature and a path that leads nowhere are refused'
    }
  },
  {
    must: 'MUST-037',
    async run({ peer }) {
      for (const type of signedTypes) {
        const probe = await peer()
        const stream = await probe.join()
        stream.send({ type, payload: unknownTaskCancel(), requestId: 2 ** 40 })
        expectEqual(`the refusal of an unsigned ${type}`, await firstCode(probe, stream), 'SIGNATURE_MISSING')
      }
      const probe = await peer()
      const stream = await probe.join()
      const other = await probe.signer.message('CANCEL_TASK', unknownTaskCancel())
      const requestId = 2 ** 40
      stream.send({ type: 'GET_TASK', payload: unknownTaskQuery(), requestId, signature: other })
      await probe.reply(requestId)
      return `${signedTypes.length} types are refused unsigned; a wrong signature on GET_TASK is ignored`
    }
  },
  {
    must: 'MUST-038',
    async run({ peer, network }) {
      const probe = await peer()
      const stream = await probe.join()
      const payload = unknownTaskCancel()
      const signature = await new RawSigner(randomSeed(), network).message('CANCEL_TASK', payload)
      stream.send({ type: 'CANCEL_TASK', payload, requestId: 2 ** 40, signature })
      expectEqual('the refusal', await firstCode(probe, stream), 'SIGNATURE_INVALID')
      return 'a good signature of somebody else is refused'
    }
  },
  {
    must: 'MUST-039',
    async run({ peer }) {
      const probe = await peer()
      const stream = await probe.join()
      const now = Date.now()
      for (const expiresAtMs of [now - 60_000, now + 420_000, 0]) {
        const payload = unknownTaskCancel()
        const signature = await probe.signer.message('CANCEL_TASK', payload, { expiresAtMs })
        const requestId = probe.nextRequestId()
        stream.send({ type: 'CANCEL_TASK', payload, requestId, signature })
        const status = await stream.answers.find('a refusal', (envelope) => envelope.requestId === requestId)
        expectEqual('the refusal', codeOf(status), 'SIGNATURE_EXPIRED')
      }
      const code = await probe.codeOf('CANCEL_TASK', unknownTaskCancel())
      expect(!code.startsWith('SIGNATURE_'), `a good message after them is refused with ${code}`)
      return 'expired, valid for 7 minutes and without expiry; the stream goes on'
    }
  },
  {
    must: 'MUST-040',
    async run({ peer }) {
      const probe = await peer()
      const stream = await probe.join()
      const payload = unknownTaskCancel()
      const signature = await probe.signer.message('CANCEL_TASK', payload)
      await probe.ask('CANCEL_TASK', payload, { signature })
      const requestId = probe.nextRequestId()
      stream.send({ type: 'CANCEL_TASK', payload, requestId, signature })
      const again = await Promise.any([
        probe.inbox.find('a reply', (envelope) => envelope.requestId === requestId),
        stream.answers.find('a refusal', (envelope) => envelope.requestId === requestId)
      ])
      expectEqual('the answer to the same message', codeOf(again), 'MESSAGE_REPLAYED')
      return 'the same message again is refused'
    }
  },
  {
    must: 'MUST-041',
    async run({ peer }) {
      const probe = await peer()
      const stream = await probe.join()
      const payload = unknownTaskCancel()
      const good = await probe.signer.message('CANCEL_TASK', payload)
      const expired = { ...good, expiresAtMs: Date.now() - 60_000 }
      expectEqual('the size of a nonce', good.nonce.length, NONCE_BYTES)
      const requestId = probe.nextRequestId()
      stream.send({ type: 'CANCEL_TASK', payload, requestId, signature: expired })
      await stream.answers.find('a refusal', (envelope) => envelope.requestId === requestId)
      const second = probe.nextRequestId()
      stream.send({ type: 'CANCEL_TASK', payload, requestId: second, signature: good })
      const answer = await Promise.any([
        probe.inbox.find('a reply', (envelope) => envelope.requestId === second),
        stream.answers.find('a refusal', (envelope) => envelope.requestId === second)
      ])
      expect(codeOf(answer) !== 'MESSAGE_REPLAYED', 'the nonce of a message that was refused counts as seen')
      return 'a nonce that came with a refused message is still free'
    }
  }
]

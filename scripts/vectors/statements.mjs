/** `statements.json`, `delegations.json` and `signed-messages.json`: batch signatures, expiry, replay. */
import {
  MAX_CLOCK_SKEW_MS,
  MAX_DELEGATION_MS,
  MAX_MESSAGE_VALIDITY_MS,
  messageDomain,
  messageTypes,
  portableVerifier,
  principalOf,
  signDelegation,
  verifyStatement
} from '../../packages/protocol/dist/src/index.js'
import { batchMessage, statementLeaf } from '../../packages/protocol/dist/src/signature/statement.js'
import { codeOf, counting, expect, hex, utf8 } from './json.mjs'
import { batchSigner, signatureFields, statementFields } from './signers.mjs'

const INVALID = 'SIGNATURE_INVALID'
const EXPIRED = 'SIGNATURE_EXPIRED'
const NOW = 1_795_501_275_360
const statement = { domain: 'message/21', network: 'local', payload: utf8('what was sent') }

function flipped(bytes, at = 0) {
  const changed = new Uint8Array(bytes)
  changed[at] ^= 1
  return changed
}

/** The statement's signature as leaf `leafIndex` of a batch of `treeSize`. */
async function signedIn(signer, treeSize, leafIndex, expiresAtMs = NOW + 120_000, signed = statement) {
  const all = Array.from({ length: treeSize }, (_, at) =>
    signer.batch.sign(at === leafIndex ? signed : { ...signed, payload: counting(at) }, expiresAtMs)
  )
  return (await Promise.all(all))[leafIndex]
}

function statementCase(name, signed, signature, code) {
  expect(verifyStatement(portableVerifier, signed, signature), code === undefined, name)
  const leaf = statementLeaf(signed, signature.nonce, signature.expiresAtMs)
  return {
    name,
    statement: statementFields(signed),
    signature: signatureFields(signature),
    leaf: hex(leaf),
    ...(code ? { code } : signature.treeSize === 1 ? { signedBytes: hex(batchMessage(leaf, 1)) } : {})
  }
}

export const statements = {
  description:
    'Signed statements: the leaf of each, and whether its signature is good; expiry is another matter (signed-messages.json). signedBytes are what Ed25519 covers where a batch has one leaf.',
  cases: async () => {
    const signer = batchSigner(3)
    const first = await signedIn(signer, 5, 0)
    const third = await signedIn(signer, 5, 2)
    const alone = await signedIn(signer, 1, 0, 0)
    const bad = (name, changes, signature = third) =>
      statementCase(name, { ...statement, ...changes }, signature, INVALID)
    return [
      statementCase('alone in its batch, for ever', statement, alone),
      statementCase('first of 5', statement, first),
      statementCase('third of 5', statement, third),
      statementCase('last of 5', statement, await signedIn(signer, 5, 4)),
      statementCase('last of 3', statement, await signedIn(signer, 3, 2)),
      bad('another domain', { domain: 'message/22' }),
      bad('another network', { network: 'testnet' }),
      bad('domain and network run together', { domain: 'message/21local', network: '' }),
      bad('another payload', { payload: utf8('what was sent.') }),
      bad('another nonce', {}, { ...third, nonce: flipped(third.nonce) }),
      bad('another expiry', {}, { ...third, expiresAtMs: third.expiresAtMs + 1 }),
      bad('another key', {}, { ...third, publicKey: batchSigner(4).publicKey }),
      bad('another signature', {}, { ...third, signature: flipped(third.signature, 40) }),
      bad('another place', {}, { ...third, leafIndex: 3 }),
      bad('a hash of the path changed', {}, { ...third, path: third.path.with(1, flipped(third.path[1])) }),
      bad('a hash short', {}, { ...third, path: third.path.slice(1) }),
      bad('a hash too many', {}, { ...third, path: [...third.path, new Uint8Array(32)] }),
      bad('a size that the path fits as well', {}, { ...first, treeSize: 8 })
    ]
  }
}

export const delegations = {
  description:
    'Whom a peer speaks for, given the delegation in its HELLO and the time of the receiver, or the code of the refusal.',
  cases: async () => {
    const identity = batchSigner(5)
    const { nodeId: peer } = batchSigner(6)
    const made = async (name, { ahead, forPeer = peer, network = 'local', change = {}, code }) => {
      const expiresAtMs = NOW + ahead
      const delegation = {
        ...(await signDelegation(identity.batch, 'local', forPeer, expiresAtMs)),
        ...change
      }
      const read = () => principalOf(portableVerifier, network, peer, delegation, NOW)
      expect(codeOf(read), code, name)
      return {
        name,
        network,
        peer,
        nowMs: String(NOW),
        delegation: signatureFields(delegation),
        ...(code ? { code } : { principal: read() })
      }
    }
    const latest = MAX_DELEGATION_MS + MAX_CLOCK_SKEW_MS
    return [
      await made('for an hour', { ahead: 3_600_000 }),
      await made('as late as can be', { ahead: latest }),
      await made('just not expired', { ahead: -MAX_CLOCK_SKEW_MS }),
      await made('expired', { ahead: -MAX_CLOCK_SKEW_MS - 1, code: EXPIRED }),
      await made('for too long', { ahead: latest + 1, code: EXPIRED }),
      await made('for ever', { ahead: -NOW, code: EXPIRED }),
      await made('for another peer', { ahead: 1000, forPeer: identity.nodeId, code: INVALID }),
      await made('on another network', { ahead: 1000, network: 'testnet', code: INVALID }),
      await made('by another key', {
        ahead: 1000,
        change: { publicKey: batchSigner(7).publicKey },
        code: INVALID
      })
    ]
  }
}

export const signedMessages = {
  description:
    'What a receiver, whose memory of messages is empty at first, makes of messages that come one after the other from a peer. code is null where the message is taken. Times are the receiver’s.',
  cases: async () => {
    const sender = batchSigner(8)
    const other = batchSigner(9)
    const step = async (
      type,
      at,
      { expiresAtMs = NOW + 120_000, signer = sender, domain, unsigned } = {}
    ) => {
      const payload = utf8(`payload of ${type}`)
      const signed = { domain: domain ?? messageDomain(type), network: 'local', payload }
      const signature = unsigned ? undefined : await signedIn(signer, 2, 1, expiresAtMs, signed)
      return { type, payload, signature, at }
    }
    const shown = ({ type, payload, signature, at }, code) => ({
      type,
      number: messageTypes[type],
      payload: hex(payload),
      ...(signature && { signature: signatureFields(signature) }),
      nowMs: String(at),
      code
    })
    const one = async (name, code, type, at, options) => ({
      name,
      network: 'local',
      peer: sender.nodeId,
      messages: [shown(await step(type, at, options), code)]
    })
    const oldest = NOW - MAX_CLOCK_SKEW_MS
    const latest = NOW + MAX_MESSAGE_VALIDITY_MS + MAX_CLOCK_SKEW_MS
    const bid = await step('BID', NOW)
    const otherBid = await step('BID', NOW)
    const forged = { ...bid, payload: utf8('forged') }
    const remembered = bid.signature.expiresAtMs + MAX_CLOCK_SKEW_MS
    return [
      await one('a bid', null, 'BID', NOW),
      await one('an offer needs no signature', null, 'TASK_OFFER', NOW, { unsigned: true }),
      await one('a bid does', 'SIGNATURE_MISSING', 'BID', NOW, { unsigned: true }),
      ...(await Promise.all(
        [
          'SUBMIT_TASK',
          'CANCEL_TASK',
          'TASK_COMPLETE',
          'ASSIGN_TASK',
          'RESULT',
          'RESULT_COMMITMENT',
          'AUDIT_RESULT'
        ].map((type) =>
          one(`${type} without a signature`, 'SIGNATURE_MISSING', type, NOW, { unsigned: true })
        )
      )),
      await one('signed by somebody else', INVALID, 'BID', NOW, { signer: other }),
      await one('signed as another type', INVALID, 'BID', NOW, { domain: 'message/26' }),
      await one('just not expired', null, 'BID', NOW, { expiresAtMs: oldest }),
      await one('expired', EXPIRED, 'BID', NOW, { expiresAtMs: oldest - 1 }),
      await one('as late as can be', null, 'BID', NOW, { expiresAtMs: latest }),
      await one('for too long', EXPIRED, 'BID', NOW, { expiresAtMs: latest + 1 }),
      await one('for ever', EXPIRED, 'BID', NOW, { expiresAtMs: 0 }),
      {
        name: 'a replay is refused, a second message of the same content is not',
        network: 'local',
        peer: sender.nodeId,
        messages: [shown(bid, null), shown(bid, 'MESSAGE_REPLAYED'), shown(otherBid, null)]
      },
      {
        name: 'a bad message takes no place: the true one is taken after it',
        network: 'local',
        peer: sender.nodeId,
        messages: [shown(forged, INVALID), shown(bid, null)]
      },
      {
        name: 'a replay is known as long as it could pass',
        network: 'local',
        peer: sender.nodeId,
        messages: [
          shown(bid, null),
          shown({ ...bid, at: remembered }, 'MESSAGE_REPLAYED'),
          shown({ ...bid, at: remembered + 1 }, EXPIRED)
        ]
      }
    ]
  }
}

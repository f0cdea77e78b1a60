import { seededRandom } from '@ailee/core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  BatchSigner,
  MAX_CLOCK_SKEW_MS,
  MAX_DELEGATION_MS,
  nodeIdFromPublicKey,
  principalOf,
  signDelegation
} from '../../src/index.js'
import { throwsCode } from '../support/assertions.js'
import { nodeSigner, nodeVerifier } from '../support/node-ed25519.js'

const now = 1_700_000_000_000
const signer = new BatchSigner({ signer: nodeSigner(new Uint8Array(32).fill(4)), random: seededRandom(4) })
const identity = nodeIdFromPublicKey(signer.publicKey)
const peer = nodeIdFromPublicKey(nodeSigner(new Uint8Array(32).fill(5)).publicKey)
const other = nodeIdFromPublicKey(nodeSigner(new Uint8Array(32).fill(6)).publicKey)

test('a peer speaks for itself, or for the identity that let it', async () => {
  assert.is(principalOf(nodeVerifier, 'local', peer, undefined, now), peer)
  const delegation = await signDelegation(signer, 'local', peer, now + 1000)
  assert.is(principalOf(nodeVerifier, 'local', peer, delegation, now), identity)
})

test('a delegation is for one peer on one network, and cannot be put in another name', async () => {
  const delegation = await signDelegation(signer, 'local', peer, now + 1000)
  throwsCode(() => principalOf(nodeVerifier, 'local', other, delegation, now), 'SIGNATURE_INVALID')
  throwsCode(() => principalOf(nodeVerifier, 'testnet', peer, delegation, now), 'SIGNATURE_INVALID')
  const { publicKey } = nodeSigner(new Uint8Array(32).fill(6))
  const renamed = { ...delegation, publicKey }
  throwsCode(() => principalOf(nodeVerifier, 'local', peer, renamed, now), 'SIGNATURE_INVALID')
  const message = { domain: 'message/12', network: 'local', payload: new TextEncoder().encode(peer) }
  const signed = await signer.sign(message, now + 1000)
  throwsCode(() => principalOf(nodeVerifier, 'local', peer, signed, now), 'SIGNATURE_INVALID')
})

test('a delegation ends, and none lasts too long', async () => {
  for (const [expiresAtMs, ok] of [
    [0, false],
    [now - MAX_CLOCK_SKEW_MS - 1, false],
    [now - MAX_CLOCK_SKEW_MS, true],
    [now + MAX_DELEGATION_MS + MAX_CLOCK_SKEW_MS, true],
    [now + MAX_DELEGATION_MS + MAX_CLOCK_SKEW_MS + 1, false]
  ] as const) {
    const delegation = await signDelegation(signer, 'local', peer, expiresAtMs)
    const run = () => principalOf(nodeVerifier, 'local', peer, delegation, now)
    if (ok) assert.is(run(), identity)
    else throwsCode(run, 'SIGNATURE_EXPIRED')
  }
})

test.run()

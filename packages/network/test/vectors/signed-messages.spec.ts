import { AileeError, ManualClock } from '@ailee/core'
import {
  type Envelope,
  hexToBytes,
  messageTypeName,
  portableVerifier,
  type Signature,
  type Verifier
} from '@ailee/protocol'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { nativeVerifier } from '../../src/index.js'
import { SignatureCheck } from '../../src/task-channel/signature-check.js'
import { readVectors } from './read-vectors.js'

interface SignatureFields {
  publicKey: string
  nonce: string
  expiresAtMs: string
  signature: string
  treeSize: number
  leafIndex: number
  path: string[]
}

interface SignedMessagesVector {
  name: string
  network: string
  peer: string
  messages: {
    type: string
    number: number
    payload: string
    signature?: SignatureFields
    nowMs: string
    code: string | null
  }[]
}

function signatureOf(fields: SignatureFields): Signature {
  return {
    publicKey: hexToBytes(fields.publicKey),
    nonce: hexToBytes(fields.nonce),
    expiresAtMs: Number(fields.expiresAtMs),
    signature: hexToBytes(fields.signature),
    treeSize: fields.treeSize,
    leafIndex: fields.leafIndex,
    path: fields.path.map(hexToBytes)
  }
}

/** The code that `run` throws, or null. */
function codeOf(run: () => void): string | null {
  try {
    run()
    return null
  } catch (error) {
    if (error instanceof AileeError) return error.code
    throw error
  }
}

const verifiers: Record<string, Verifier> = { portable: portableVerifier, native: nativeVerifier }

for (const [kind, verifier] of Object.entries(verifiers)) {
  test(`signed messages as the vectors say, with the ${kind} verifier`, () => {
    for (const { name, network, peer, messages } of readVectors<SignedMessagesVector>('signed-messages')) {
      const clock = new ManualClock(0)
      const check = new SignatureCheck({ clock, verifier }, { network })
      for (const [index, message] of messages.entries()) {
        clock.advance(Number(message.nowMs) - clock.now())
        const envelope: Envelope = {
          network,
          type: message.number,
          requestId: 1,
          reply: false,
          payload: hexToBytes(message.payload),
          signature: message.signature && signatureOf(message.signature)
        }
        const type = messageTypeName(message.number)
        assert.is(type, message.type, name)
        const code = codeOf(() => check.check(peer, envelope, type))
        assert.is(code, message.code, `${name}, message ${index + 1}`)
      }
    }
  })
}

test.run()

import { hexToBytes, portableSigner, portableVerifier, type Verifier } from '@ailee/protocol'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { nativeSigner, nativeVerifier } from '../../src/index.js'
import { readVectors } from './read-vectors.js'

interface Ed25519Vector {
  name: string
  seed?: string
  publicKey: string
  message: string
  signature: string
  valid: boolean
}

const vectors = readVectors<Ed25519Vector>('ed25519')
const verifiers: Record<string, Verifier> = { portable: portableVerifier, native: nativeVerifier }

for (const [kind, verifier] of Object.entries(verifiers)) {
  test(`${vectors.length} edge cases of Ed25519, with the ${kind} verifier`, () => {
    for (const { name, publicKey, message, signature, valid } of vectors) {
      const good = verifier.verify(hexToBytes(publicKey), hexToBytes(message), hexToBytes(signature))
      assert.is(good, valid, name)
    }
  })
}

test('signing gives the published signatures', () => {
  const published = vectors.filter(({ seed }) => seed !== undefined)
  assert.is(published.length, 4)
  for (const { name, seed = '', publicKey, message, signature } of published) {
    for (const signer of [nativeSigner(hexToBytes(seed)), portableSigner(hexToBytes(seed))]) {
      assert.equal([...signer.publicKey], [...hexToBytes(publicKey)], name)
      assert.equal([...signer.sign(hexToBytes(message))], [...hexToBytes(signature)], name)
    }
  }
})

test.run()

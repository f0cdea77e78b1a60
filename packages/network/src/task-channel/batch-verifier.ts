import type { Verifier } from '@ailee/protocol'
import { LruMap } from '../collections/lru-map.js'
import { MAX_VERIFIED_BATCHES } from '../constants.js'

/** Remembers roots whose signature was good, so that the messages of one batch cost one verification together. */
export function rememberingVerifier(verifier: Verifier): Verifier {
  const good = new LruMap<string, true>(MAX_VERIFIED_BATCHES)
  return {
    verify(publicKey, message, signature) {
      // All three whole, and two of them of fixed length: no two different triples share a key.
      const key = Buffer.concat([publicKey, signature, message]).toString('latin1')
      if (good.get(key) === true) return true
      const isGood = verifier.verify(publicKey, message, signature)
      if (isGood) good.set(key, true)
      return isGood
    }
  }
}

import type { Random } from '@ailee/core'
import { MAX_BATCH_LEAVES, NONCE_BYTES } from '../limits.js'
import { merklePaths } from '../merkle/tree.js'
import type { Signer } from './ed25519.js'
import { batchMessage, type Signature, type Statement, statementLeaf } from './statement.js'

interface Waiting {
  leaf: Uint8Array
  nonce: Uint8Array
  expiresAtMs: number
  settle(signature: Signature): void
  fail(error: unknown): void
}

/**
 * Signs everything handed in during one turn of the event loop with a single Ed25519 signature over a Merkle
 * root; each statement gets its own path, so it stands alone.
 */
export class BatchSigner {
  readonly publicKey: Uint8Array
  readonly #signer: Signer
  readonly #random: Random
  #waiting: Waiting[] = []

  constructor(components: { signer: Signer; random: Random }) {
    this.#signer = components.signer
    this.#random = components.random
    this.publicKey = components.signer.publicKey
  }

  /** `expiresAtMs` 0 = never expires. */
  sign(statement: Statement, expiresAtMs: number): Promise<Signature> {
    return new Promise((settle, fail) => {
      const nonce = this.#random.bytes(NONCE_BYTES)
      const leaf = statementLeaf(statement, nonce, expiresAtMs)
      this.#waiting.push({ leaf, nonce, expiresAtMs, settle, fail })
      if (this.#waiting.length === 1) setTimeout(() => this.#flush(), 0)
      if (this.#waiting.length === MAX_BATCH_LEAVES) this.#flush()
    })
  }

  #flush(): void {
    const batch = this.#waiting
    this.#waiting = []
    if (batch.length === 0) return
    try {
      const { root, paths } = merklePaths(batch.map((entry) => entry.leaf))
      const signature = this.#signer.sign(batchMessage(root, batch.length))
      for (const [leafIndex, entry] of batch.entries()) {
        entry.settle({
          publicKey: this.publicKey,
          nonce: entry.nonce,
          expiresAtMs: entry.expiresAtMs,
          signature,
          treeSize: batch.length,
          leafIndex,
          path: paths[leafIndex] ?? []
        })
      }
    } catch (error) {
      for (const entry of batch) entry.fail(error)
    }
  }
}

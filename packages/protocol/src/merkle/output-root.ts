import { OUTPUT_LEAF_BYTES } from '../limits.js'
import { merkleLeaf, merkleRoot } from './tree.js'

/** Merkle root, 32 bytes, over an output cut into leaves of 1 KiB (the last may be shorter; no output, no leaves). */
export function outputRoot(output: Uint8Array): Uint8Array {
  const leaves: Uint8Array[] = []
  for (let offset = 0; offset < output.length; offset += OUTPUT_LEAF_BYTES) {
    leaves.push(merkleLeaf(output.subarray(offset, offset + OUTPUT_LEAF_BYTES)))
  }
  return merkleRoot(leaves)
}

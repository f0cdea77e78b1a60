import { bytesEqual, concatBytes } from '../bytes.js'
import { sha3 } from '../hash.js'

/**
 * RFC 6962-style Merkle trees over sha3-256: leaf = H(0x00 ‖ data), node = H(0x01 ‖ left ‖ right), the left
 * subtree of n leaves holds the largest power of two below n, and the empty tree is H("").
 */
const leafTag = Uint8Array.of(0)
const nodeTag = Uint8Array.of(1)

export function merkleLeaf(data: Uint8Array): Uint8Array {
  return sha3(concatBytes(leafTag, data))
}

function merkleNode(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha3(concatBytes(nodeTag, left, right))
}

/** Root of 32 bytes over leaf hashes of 32 bytes. */
export function merkleRoot(leaves: readonly Uint8Array[]): Uint8Array {
  return topOf(levelsOf(leaves))
}

/** Root and, for every leaf, its audit path from leaf to root. */
export function merklePaths(leaves: readonly Uint8Array[]): { root: Uint8Array; paths: Uint8Array[][] } {
  const levels = levelsOf(leaves)
  const paths = leaves.map((_, leafIndex) => {
    const path: Uint8Array[] = []
    let index = leafIndex
    for (const level of levels) {
      const sibling = level[index ^ 1]
      if (sibling !== undefined) path.push(sibling)
      index >>>= 1
    }
    return path
  })
  return { root: topOf(levels), paths }
}

function topOf(levels: readonly Uint8Array[][]): Uint8Array {
  return levels.at(-1)?.[0] ?? sha3(new Uint8Array())
}

/**
 * Pairing neighbours level by level and carrying an odd last node up unchanged gives exactly the RFC 6962
 * tree, since its left subtrees are always full.
 */
function levelsOf(leaves: readonly Uint8Array[]): Uint8Array[][] {
  const levels: Uint8Array[][] = [[...leaves]]
  for (let level = levels[0] ?? []; level.length > 1; ) {
    const next: Uint8Array[] = []
    for (let index = 0; index < level.length; index += 2) {
      const left = level[index]
      const right = level[index + 1]
      if (left !== undefined) next.push(right === undefined ? left : merkleNode(left, right))
    }
    levels.push(next)
    level = next
  }
  return levels
}

/** The root that `leaf` at `index` of `size` leaves and its path lead to, or undefined if the path does not fit (RFC 9162, 2.1.3.2). */
export function rootFromPath(
  leaf: Uint8Array,
  index: number,
  size: number,
  path: readonly Uint8Array[]
): Uint8Array | undefined {
  if (index < 0 || index >= size) return undefined
  let node = index
  let last = size - 1
  let hash = leaf
  for (const sibling of path) {
    if (last === 0) return undefined
    if (node % 2 === 1 || node === last) {
      hash = merkleNode(sibling, hash)
      while (node % 2 === 0 && node !== 0) {
        node >>>= 1
        last >>>= 1
      }
    } else {
      hash = merkleNode(hash, sibling)
    }
    node >>>= 1
    last >>>= 1
  }
  return last === 0 ? hash : undefined
}

/** True if the path proves that `leaf` stands at `index` in the tree of `size` leaves with this root. */
export function verifyPath(
  leaf: Uint8Array,
  index: number,
  size: number,
  path: readonly Uint8Array[],
  root: Uint8Array
): boolean {
  const reached = rootFromPath(leaf, index, size, path)
  return reached !== undefined && bytesEqual(reached, root)
}

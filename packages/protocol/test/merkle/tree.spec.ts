import { createHash } from 'node:crypto'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  bytesToHex,
  merkleLeaf,
  merklePaths,
  merkleRoot,
  outputRoot,
  rootFromPath,
  verifyPath
} from '../../src/index.js'

/** RFC 6962, 2.1, word by word, over sha3-256. */
function hash(...parts: Uint8Array[]): Uint8Array {
  const digest = createHash('sha3-256')
  for (const part of parts) digest.update(part)
  return new Uint8Array(digest.digest())
}

function splitOf(size: number): number {
  let split = 1
  while (split * 2 < size) split *= 2
  return split
}

function naiveRoot(entries: readonly Uint8Array[]): Uint8Array {
  const [first] = entries
  if (first === undefined) return hash()
  if (entries.length === 1) return hash(Uint8Array.of(0), first)
  const split = splitOf(entries.length)
  return hash(Uint8Array.of(1), naiveRoot(entries.slice(0, split)), naiveRoot(entries.slice(split)))
}

function naivePath(index: number, entries: readonly Uint8Array[]): Uint8Array[] {
  if (entries.length <= 1) return []
  const split = splitOf(entries.length)
  const [left, right] = [entries.slice(0, split), entries.slice(split)]
  return index < split
    ? [...naivePath(index, left), naiveRoot(right)]
    : [...naivePath(index - split, right), naiveRoot(left)]
}

function entriesOf(size: number): Uint8Array[] {
  return Array.from({ length: size }, (_, index) => Uint8Array.of(index, size))
}

/** The same bytes with one bit turned. */
function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const changed = new Uint8Array(bytes)
  changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  return changed
}

test('the empty tree is the hash of nothing', () => {
  const empty = 'a7ffc6f8bf1ed76651c14756a061d662f580ff4de43b49fa82d80a4b80f8434a'
  assert.is(bytesToHex(merkleRoot([])), empty)
  assert.equal(merklePaths([]).paths, [])
  assert.is(bytesToHex(merklePaths([]).root), empty)
})

test('0 to 70 leaves: roots and paths are those of the specification, and every path verifies', () => {
  for (let size = 0; size <= 70; size += 1) {
    const entries = entriesOf(size)
    const leaves = entries.map(merkleLeaf)
    const { root, paths } = merklePaths(leaves)
    assert.equal(root, naiveRoot(entries), `root of ${size}`)
    assert.equal(merkleRoot(leaves), root)
    assert.is(paths.length, size)
    for (const [index, path] of paths.entries()) {
      assert.equal(path, naivePath(index, entries), `path ${index} of ${size}`)
      assert.ok(verifyPath(leaves[index] ?? hash(), index, size, path, root), `${index} of ${size}`)
    }
  }
})

test('a path does not verify at any other index, nor with another leaf, nor against another root', () => {
  for (let size = 1; size <= 20; size += 1) {
    const leaves = entriesOf(size).map(merkleLeaf)
    const { root, paths } = merklePaths(leaves)
    for (const [index, path] of paths.entries()) {
      for (let other = -1; other <= size + 1; other += 1) {
        if (other === index) continue
        const leaf = leaves[index] ?? hash()
        assert.not(verifyPath(leaf, other, size, path, root), `${index} as ${other} of ${size}`)
        const wrongLeaf = leaves[other]
        if (wrongLeaf !== undefined) assert.not(verifyPath(wrongLeaf, index, size, path, root))
      }
    }
  }
})

test('any flipped bit of leaf, path or root fails', () => {
  for (const size of [1, 2, 3, 7, 8]) {
    const leaves = entriesOf(size).map(merkleLeaf)
    const { root, paths } = merklePaths(leaves)
    for (const [index, path] of paths.entries()) {
      const leaf = leaves[index] ?? hash()
      for (let bit = 0; bit < 256; bit += 1) {
        assert.not(verifyPath(flipped(leaf, bit), index, size, path, root))
        assert.not(verifyPath(leaf, index, size, path, flipped(root, bit)))
        for (const position of path.keys()) {
          const changed = path.map((sibling, at) => (at === position ? flipped(sibling, bit) : sibling))
          assert.not(verifyPath(leaf, index, size, changed, root))
        }
      }
    }
  }
})

test('a path that is too short, too long or out of order fails', () => {
  for (let size = 1; size <= 20; size += 1) {
    const leaves = entriesOf(size).map(merkleLeaf)
    const { root, paths } = merklePaths(leaves)
    for (const [index, path] of paths.entries()) {
      const leaf = leaves[index] ?? hash()
      assert.is(rootFromPath(leaf, index, size, [...path, root]), undefined, 'too long')
      if (path.length > 0) assert.is(rootFromPath(leaf, index, size, path.slice(1)), undefined, 'too short')
      if (path.length > 1) assert.not(verifyPath(leaf, index, size, path.toReversed(), root))
    }
  }
})

test('an index outside the tree leads nowhere', () => {
  const leaf = merkleLeaf(new Uint8Array())
  assert.equal(rootFromPath(leaf, 0, 1, []), leaf)
  assert.is(rootFromPath(leaf, 1, 1, []), undefined)
  assert.is(rootFromPath(leaf, -1, 1, []), undefined)
  assert.is(rootFromPath(leaf, 0, 0, []), undefined)
})

test('leaves and nodes are told apart: a node is no leaf of a smaller tree', () => {
  const [a, b] = entriesOf(2)
  if (a === undefined || b === undefined) throw new Error('two entries')
  const joined = Buffer.concat([merkleLeaf(a), merkleLeaf(b)])
  assert.not.equal(merkleRoot([merkleLeaf(joined)]), merkleRoot([merkleLeaf(a), merkleLeaf(b)]))
})

test('an output is cut into leaves of 1 KiB', () => {
  for (const length of [0, 1, 1023, 1024, 1025, 2048, 5000]) {
    const output = Uint8Array.from({ length }, (_, index) => index % 256)
    const entries: Uint8Array[] = []
    for (let offset = 0; offset < length; offset += 1024) entries.push(output.slice(offset, offset + 1024))
    assert.equal(outputRoot(output), naiveRoot(entries), `${length}`)
  }
  assert.not.equal(outputRoot(new Uint8Array(1024)), outputRoot(new Uint8Array(1025)))
})

test.run()

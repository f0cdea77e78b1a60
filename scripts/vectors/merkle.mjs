/** `merkle-trees.json`, `merkle-paths.json` and `output-roots.json`. */
import {
  merkleLeaf,
  merklePaths,
  merkleRoot,
  outputRoot,
  verifyPath
} from '../../packages/protocol/dist/src/index.js'
import { counting, expect, hex } from './json.mjs'

/** Leaf data: leaf `n` is `n` bytes. */
const dataOf = (size) => Array.from({ length: size }, (_, at) => counting(at))

export const trees = {
  description: 'Merkle trees over sha3-256: leaf data, leaf hashes, root, and the path of every leaf.',
  cases: () =>
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 17].map((size) => {
      const data = dataOf(size)
      const leaves = data.map(merkleLeaf)
      const { root, paths } = merklePaths(leaves)
      expect(hex(root), hex(merkleRoot(leaves)), `${size} leaves`)
      return {
        name: `${size} leaves`,
        data: data.map(hex),
        leaves: leaves.map(hex),
        root: hex(root),
        paths: paths.map((path) => path.map(hex))
      }
    })
}

function pathCase(name, good, { leaf, leafIndex, treeSize, path, root }) {
  expect(verifyPath(leaf, leafIndex, treeSize, path, root), good, name)
  return {
    name,
    leaf: hex(leaf),
    leafIndex,
    treeSize,
    path: path.map(hex),
    root: hex(root),
    ...(good ? { valid: true } : { valid: false, code: 'SIGNATURE_INVALID' })
  }
}

export const paths = {
  description:
    'Whether a path leads from a leaf to a root. A signature whose path does not is refused with the code. A path alone fits other sizes too, and inner nodes in place of leaves: the signed size and the tag in a leaf’s hash keep those out (statements.json).',
  cases: () => {
    const leaves = dataOf(5).map(merkleLeaf)
    const { root, paths: all } = merklePaths(leaves)
    const at = (leafIndex) => ({
      leaf: leaves[leafIndex],
      leafIndex,
      treeSize: 5,
      path: all[leafIndex],
      root
    })
    const changed = (leafIndex, changes) => ({ ...at(leafIndex), ...changes })
    const single = { leaf: leaves[0], leafIndex: 0, treeSize: 1, path: [], root: leaves[0] }
    return [
      ...leaves.map((_, index) => pathCase(`leaf ${index} of 5`, true, at(index))),
      pathCase('the only leaf', true, single),
      pathCase('a path that fits another size too', true, changed(0, { treeSize: 8 })),
      pathCase('an inner node in place of a leaf', true, {
        ...{ leaf: all[2][1], leafIndex: 0, treeSize: 3 },
        ...{ path: all[0].slice(1), root }
      }),
      pathCase('another leaf', false, changed(0, { leaf: leaves[1] })),
      pathCase('another place', false, changed(0, { leafIndex: 1 })),
      pathCase('the last leaf in a tree of 8', false, changed(4, { treeSize: 8 })),
      pathCase('a place outside the tree', false, changed(4, { leafIndex: 5 })),
      pathCase('a hash short', false, changed(0, { path: all[0].slice(0, -1) })),
      pathCase('a hash too many', false, changed(0, { path: [...all[0], leaves[0]] })),
      pathCase('a hash too many on the only leaf', false, { ...single, path: [leaves[1]] }),
      pathCase('two hashes swapped', false, changed(0, { path: [all[0][1], all[0][0], all[0][2]] })),
      pathCase('another root', false, changed(0, { root: leaves[0] }))
    ]
  }
}

export const outputs = {
  description: 'Output roots: byte n of the output is n·7 mod 256, and the output has so many bytes.',
  cases: () =>
    [0, 1, 14, 1023, 1024, 1025, 2048, 2500, 5121].map((size) => ({
      name: `${size} bytes`,
      bytes: size,
      root: hex(outputRoot(Uint8Array.from({ length: size }, (_, at) => (at * 7) % 256)))
    }))
}

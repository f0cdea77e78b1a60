import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { bytesToHex, hexToBytes, nodeIdFromPublicKey, publicKeyFromNodeId } from '../src/index.js'
import { bytesOf } from './arbitraries.js'
import { throwsCode } from './support/assertions.js'

/** Made by @libp2p/crypto and @libp2p/peer-id 2026, from the seed 00 01 … 1f. */
const publicKey = '03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8'
const nodeId = '12D3KooWA4Xop1JaT3MHxwYMkCepYsv4iPVopMXwCz5iHYdBfeSB'

test('the id of a key is the PeerId libp2p gives it', () => {
  assert.is(nodeIdFromPublicKey(hexToBytes(publicKey)), nodeId)
  assert.is(bytesToHex(publicKeyFromNodeId(nodeId)), publicKey)
})

test('property: a key and its id give each other', () => {
  fc.assert(
    fc.property(bytesOf(32), (key) => {
      assert.equal(publicKeyFromNodeId(nodeIdFromPublicKey(key)), key)
    })
  )
})

test('a key of another length has no id', () => {
  for (const length of [0, 31, 33, 64]) {
    throwsCode(() => nodeIdFromPublicKey(new Uint8Array(length)), 'WIRE_FIELD_INVALID')
  }
})

test('ids of other kinds of keys, and other forms of an id, are refused', () => {
  for (const id of [
    // RSA and secp256k1, and an Ed25519 id as CIDv1.
    'QmbWHZ9obhw2xbSiQXYJ98MF9pRCJXwbgLAbqB5muFGFQH',
    '16Uiu2HAkxCtR14nBUqrcYYfBC5u1qTWi8s9Ggr4aZj5DmoaJRK84',
    'bafzaajaiaejcaa5bai36pzubaxr5odjqbr2lyclgp2tmyjxsqnl4ohpsdgsckuzy',
    '',
    ' ',
    nodeId.slice(1),
    `1${nodeId}`,
    `${nodeId}1`,
    ` ${nodeId}`,
    `z${nodeId}`,
    nodeId.replace('K', '0'),
    nodeId.toLowerCase()
  ]) {
    throwsCode(() => publicKeyFromNodeId(id), 'WIRE_FIELD_INVALID', id)
  }
})

test('property: any other text is refused, or is the one id of its key', () => {
  const base58 = [...'123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz']
  const near = fc
    .tuple(fc.nat(nodeId.length - 1), fc.constantFrom(...base58))
    .map(([at, letter]) => nodeId.slice(0, at) + letter + nodeId.slice(at + 1))
  fc.assert(
    fc.property(
      fc.oneof(near, fc.string(), fc.string({ unit: fc.constantFrom(...base58), maxLength: 60 })),
      (id) => {
        let key: Uint8Array
        try {
          key = publicKeyFromNodeId(id)
        } catch (error) {
          throwsCode(() => {
            throw error
          }, 'WIRE_FIELD_INVALID')
          return
        }
        assert.is(nodeIdFromPublicKey(key), id)
      }
    ),
    { numRuns: 500 }
  )
})

test.run()

import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  bytesEqual,
  bytesToHex,
  contentHash,
  lengthPrefixed,
  sha3,
  u32Bytes,
  u64Bytes
} from '../src/index.js'

test('integers are big-endian', () => {
  assert.is(bytesToHex(u64Bytes(0x0102030405060708n)), '0102030405060708')
  assert.is(bytesToHex(u64Bytes(2n ** 64n - 1n)), 'ff'.repeat(8))
  assert.is(bytesToHex(u64Bytes(258)), '0000000000000102')
  assert.is(bytesToHex(u32Bytes(0x01020304)), '01020304')
})

test('property: no two lists of fields give the same bytes', () => {
  const fields = fc.array(fc.uint8Array({ maxLength: 6 }), { maxLength: 4 })
  const print = (list: readonly Uint8Array[]): string => JSON.stringify(list.map(bytesToHex))
  fc.assert(
    fc.property(fields, fields, (one, two) => {
      assert.is(bytesEqual(lengthPrefixed(one), lengthPrefixed(two)), print(one) === print(two))
    }),
    { numRuns: 500 }
  )
  assert.is(bytesToHex(lengthPrefixed([Uint8Array.of(9), new Uint8Array()])), '000000010900000000')
})

test('hashes are sha-256 for content and sha3-256 for statements', () => {
  const abc = new TextEncoder().encode('abc')
  assert.is(contentHash(abc), 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  assert.is(bytesToHex(sha3(abc)), '3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532')
})

test('bytes are equal if length and content are', () => {
  assert.ok(bytesEqual(Uint8Array.of(1, 2), Buffer.of(1, 2)))
  assert.not(bytesEqual(Uint8Array.of(1, 2), Uint8Array.of(1)))
  assert.not(bytesEqual(Uint8Array.of(1, 2), Uint8Array.of(1, 3)))
})

test.run()

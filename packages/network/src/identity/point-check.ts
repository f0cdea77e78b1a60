import { hexToBytes } from '@ailee/protocol'

/**
 * The y coordinates, little-endian and with the sign bit cleared, of the eight points of small order: with such
 * a key a signature proves nothing, as it can fit several messages (Chalkias, Garillot, Nikolaenko 2020).
 */
const smallOrder: readonly Uint8Array[] = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a'
].map(hexToBytes)

/** Lowest byte of the field's prime 2^255 − 19, whose other bytes are ff … ff 7f. */
const PRIME_LOW_BYTE = 0xed

/**
 * True if 32 bytes may be an Ed25519 key, or the R of a signature, at all: canonical y, not of small order. OpenSSL
 * 3.5 refuses these points itself, 3.0 takes them.
 */
export function isAcceptablePoint(point: Uint8Array): boolean {
  if (point.length !== 32) return false
  const high = (point[31] ?? 0) & 0x7f
  const canonical =
    high !== 0x7f || (point[0] ?? 0) < PRIME_LOW_BYTE || point.subarray(1, 31).some((byte) => byte !== 0xff)
  if (!canonical) return false
  return !smallOrder.some((y) => y.every((byte, index) => byte === (index === 31 ? high : point[index])))
}

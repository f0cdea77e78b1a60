import { NetworkError } from '../errors.js'
import { readSecretFile } from './secret-file.js'

/** libp2p's form of a pre-shared key, which other implementations read too. */
const form = /^\/key\/swarm\/psk\/1\.0\.0\/\r?\n\/base16\/\r?\n([0-9a-fA-F]{64})\s*$/

/**
 * Reads the key that the nodes of a private network share. Without it nobody gets as far as a handshake.
 *
 * Throws NETWORK_KEY_EXPOSED, NETWORK_KEY_INVALID or NETWORK_KEY_UNAVAILABLE.
 */
export async function loadNetworkKey(path: string): Promise<Uint8Array> {
  const text = await readSecretFile(path)
  if (text === undefined) throw new NetworkError('NETWORK_KEY_UNAVAILABLE', `${path} is not there`)
  const hex = form.exec(text)?.[1]
  if (hex === undefined) {
    throw new NetworkError('NETWORK_KEY_INVALID', `${path} holds no network key`, {
      hint: 'three lines: /key/swarm/psk/1.0.0/, /base16/, and 64 hex digits'
    })
  }
  return new TextEncoder().encode(`/key/swarm/psk/1.0.0/\n/base16/\n${hex}`)
}

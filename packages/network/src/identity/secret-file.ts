import { readFile, stat } from 'node:fs/promises'
import { NetworkError } from '../errors.js'

const OTHERS = 0o077
/** Every key there is fits: a protobuf Ed25519 key has 92 characters, a network key 95. */
const MAX_SECRET_BYTES = 1024

/**
 * The text of a file that only its owner may read; undefined if it is not there.
 *
 * Throws NETWORK_KEY_EXPOSED, NETWORK_KEY_INVALID (too long) or NETWORK_KEY_UNAVAILABLE.
 */
export async function readSecretFile(path: string): Promise<string | undefined> {
  try {
    const { mode, size } = await stat(path)
    if (process.platform !== 'win32' && (mode & OTHERS) !== 0) {
      throw new NetworkError('NETWORK_KEY_EXPOSED', `${path} can be read or changed by other users`, {
        hint: `chmod 600 ${path}`
      })
    }
    if (size > MAX_SECRET_BYTES)
      throw new NetworkError('NETWORK_KEY_INVALID', `${path} is too long for a key`)
    return await readFile(path, 'ascii')
  } catch (cause) {
    if (cause instanceof NetworkError) throw cause
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined
    throw new NetworkError('NETWORK_KEY_UNAVAILABLE', `${path} cannot be read`, { cause })
  }
}

import { randomBytes } from 'node:crypto'
import { link, mkdir, open, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { generateKeyPair, privateKeyFromProtobuf, privateKeyToProtobuf } from '@libp2p/crypto/keys'
import type { Ed25519PrivateKey } from '@libp2p/interface'
import { NetworkError } from '../errors.js'
import { type Identity, identityFromKey } from './identity.js'
import { readSecretFile } from './secret-file.js'

const KEY_FILE_MODE = 0o600

/**
 * Reads the node's Ed25519 key from `path` (libp2p protobuf, base64, newline), creating it with mode 0600 if it
 * is not there. Two processes that start at once end up with the same key.
 *
 * Throws NETWORK_KEY_EXPOSED, NETWORK_KEY_INVALID or NETWORK_KEY_UNAVAILABLE.
 */
export async function loadOrCreateIdentity(path: string): Promise<Identity> {
  const existing = await readKey(path)
  if (existing !== undefined) return identityFromKey(existing)
  await createKey(path)
  // Read back rather than used as made: another process may have been first.
  const created = await readKey(path)
  if (created === undefined)
    throw new NetworkError('NETWORK_KEY_UNAVAILABLE', `${path} vanished after it was created`)
  return identityFromKey(created)
}

async function readKey(path: string): Promise<Ed25519PrivateKey | undefined> {
  const text = await readSecretFile(path)
  return text === undefined ? undefined : parseKey(path, text)
}

function parseKey(path: string, text: string): Ed25519PrivateKey {
  const base64 = text.trim()
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) throw invalid(path)
  try {
    const key = privateKeyFromProtobuf(Buffer.from(base64, 'base64'))
    if (key.type === 'Ed25519') return key
  } catch (cause) {
    throw invalid(path, cause)
  }
  throw invalid(path)
}

function invalid(path: string, cause?: unknown): NetworkError {
  return new NetworkError('NETWORK_KEY_INVALID', `${path} does not hold an Ed25519 key`, {
    cause,
    hint: 'Restore the file from a backup, or move it away to start with a new identity.'
  })
}

/** Writes a complete file beside the place and links it there: linking fails if the place is taken, so no half-written or overwritten key is ever seen. */
async function createKey(path: string): Promise<void> {
  const bytes = privateKeyToProtobuf(await generateKeyPair('Ed25519'))
  const draft = `${path}.${process.pid}.${randomBytes(6).toString('hex')}`
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const file = await open(draft, 'wx', KEY_FILE_MODE)
    try {
      await file.writeFile(`${Buffer.from(bytes).toString('base64')}\n`)
      await file.sync()
    } finally {
      await file.close()
    }
    try {
      await link(draft, path)
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw error
    } finally {
      await unlink(draft)
    }
  } catch (cause) {
    throw new NetworkError('NETWORK_KEY_UNAVAILABLE', `${path} cannot be created`, { cause })
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

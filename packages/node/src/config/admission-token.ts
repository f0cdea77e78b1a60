import { readSecretFile } from '@ailee/network'
import { NodeError } from '../errors.js'

/** Printable, so that it can be passed on by hand, and long enough not to be guessed. */
const form = /^[\x21-\x7e]{16,256}$/

/** The token in a file; undefined where no file is named. Throws CONFIG_INVALID, or as `readSecretFile`. */
export async function loadAdmissionToken(path: string): Promise<string | undefined> {
  if (path === '') return undefined
  const token = (await readSecretFile(path))?.trim()
  if (token !== undefined && form.test(token)) return token
  throw new NodeError('CONFIG_INVALID', `${path} holds no admission token`, {
    hint: 'one line of 16 to 256 printable characters without spaces'
  })
}

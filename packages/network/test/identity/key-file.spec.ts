import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isAileeError } from '@ailee/core'
import { portableVerifier } from '@ailee/protocol'
import { generateKeyPair, privateKeyToProtobuf } from '@libp2p/crypto/keys'
import { peerIdFromPrivateKey } from '@libp2p/peer-id'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { loadOrCreateIdentity } from '../../src/index.js'
import { rejectionCode } from '../support/until.js'

function inFolder(work: (folder: string) => Promise<void>): () => Promise<void> {
  return async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ailee-key-'))
    try {
      await work(folder)
    } finally {
      await rm(folder, { recursive: true })
    }
  }
}

test(
  'a key is created on first start, mode 0600, and read again on the next',
  inFolder(async (folder) => {
    const path = join(folder, 'data', 'node.key')
    const first = await loadOrCreateIdentity(path)
    assert.is((await stat(path)).mode & 0o777, 0o600)
    assert.match(await readFile(path, 'utf8'), /^[A-Za-z0-9+/]+=*\n$/)
    assert.equal(await readdir(join(folder, 'data')), ['node.key'], 'no draft is left')
    const second = await loadOrCreateIdentity(path)
    assert.is(second.nodeId, first.nodeId)
    assert.is(first.nodeId, peerIdFromPrivateKey(first.privateKey).toString())
    const message = Uint8Array.of(1, 2, 3)
    assert.ok(portableVerifier.verify(first.signer.publicKey, message, second.signer.sign(message)))
  })
)

test(
  'processes that start at once end up with one key',
  inFolder(async (folder) => {
    const path = join(folder, 'node.key')
    const identities = await Promise.all(Array.from({ length: 8 }, () => loadOrCreateIdentity(path)))
    assert.is(new Set(identities.map((identity) => identity.nodeId)).size, 1)
  })
)

for (const mode of [0o640, 0o604, 0o660, 0o622]) {
  test(
    `mode ${mode.toString(8)} is refused, with the way out`,
    inFolder(async (folder) => {
      const path = join(folder, 'node.key')
      await loadOrCreateIdentity(path)
      await chmod(path, mode)
      const error = await loadOrCreateIdentity(path).catch((thrown: unknown) => thrown)
      assert.ok(isAileeError(error, 'NETWORK_KEY_EXPOSED'))
      assert.is(isAileeError(error) ? error.hint : '', `chmod 600 ${path}`)
    })
  )
}

test(
  'garbage, an empty file and a key of another kind are refused and left as they are',
  inFolder(async (folder) => {
    const path = join(folder, 'node.key')
    const secp256k1 = Buffer.from(privateKeyToProtobuf(await generateKeyPair('secp256k1'))).toString('base64')
    for (const content of ['', 'garbage!', 'AAAA', 'x'.repeat(5000), secp256k1]) {
      await writeFile(path, content, { mode: 0o600 })
      assert.is(await rejectionCode(loadOrCreateIdentity(path)), 'NETWORK_KEY_INVALID')
      assert.is(await readFile(path, 'utf8'), content)
    }
  })
)

test(
  'a path that cannot be read or made is NETWORK_KEY_UNAVAILABLE',
  inFolder(async (folder) => {
    await writeFile(join(folder, 'file'), '')
    assert.is(
      await rejectionCode(loadOrCreateIdentity(join(folder, 'file', 'node.key'))),
      'NETWORK_KEY_UNAVAILABLE'
    )
  })
)

test.run()

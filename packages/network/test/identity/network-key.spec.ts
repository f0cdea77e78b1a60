import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { loadNetworkKey } from '../../src/index.js'
import { addressOf, createNode, join } from '../support/nodes.js'
import { rejectionCode } from '../support/until.js'

const keyText = (digit: string): string => `/key/swarm/psk/1.0.0/\n/base16/\n${digit.repeat(64)}\n`

async function withFolder(work: (write: (name: string, text: string) => Promise<string>) => Promise<void>) {
  const folder = await mkdtemp(joinPath(tmpdir(), 'ailee-network-key-'))
  try {
    await work(async (name, text) => {
      const path = joinPath(folder, name)
      await writeFile(path, text, { mode: 0o600 })
      return path
    })
  } finally {
    await rm(folder, { recursive: true })
  }
}

test('a key file that is missing, malformed, too long or open to others is refused', () =>
  withFolder(async (write) => {
    assert.ok((await loadNetworkKey(await write('good', keyText('a')))).length > 64)
    for (const text of ['', keyText('a').slice(0, -2), keyText('g'), keyText('a').repeat(20), 'a'.repeat(64)])
      assert.is(await rejectionCode(loadNetworkKey(await write('bad', text))), 'NETWORK_KEY_INVALID', text)
    assert.is(await rejectionCode(loadNetworkKey('/nonexistent/key')), 'NETWORK_KEY_UNAVAILABLE')
    if (process.platform === 'win32') return
    const exposed = await write('exposed', keyText('a'))
    await chmod(exposed, 0o644)
    assert.is(await rejectionCode(loadNetworkKey(exposed)), 'NETWORK_KEY_EXPOSED')
  }))

test('nodes with the same network key meet; one with another key or none does not get in', () =>
  withFolder(async (write) => {
    const [key, other] = [
      await loadNetworkKey(await write('a', keyText('a'))),
      await loadNetworkKey(await write('b', keyText('b')))
    ]
    const nodes = [
      await createNode({ networkKey: key }),
      await createNode({ networkKey: key }),
      await createNode({ networkKey: other }),
      await createNode()
    ] as const
    const [member, friend, stranger, outsider] = nodes
    try {
      for (const { network } of nodes) await network.start()
      await join(friend, member)
      for (const node of [stranger, outsider]) {
        assert.is(await rejectionCode(node.network.connect(addressOf(member))), 'NETWORK_DIAL_FAILED')
      }
      assert.equal(
        member.network.peers().map(({ nodeId }) => nodeId),
        [friend.network.nodeId]
      )
    } finally {
      for (const { network } of nodes) await network.stop()
    }
  }))

test.run()

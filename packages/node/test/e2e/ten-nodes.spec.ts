import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { Testnet } from '../../src/testnet/testnet.js'
import { addressOf } from '../support/local-net.js'
import { PrimeClient } from '../support/prime-client.js'

const TASKS = 200

test('ten nodes, one bootstrap address, 200 tasks, one worker killed meanwhile: 200 completed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ailee-ten-'))
  const network = 'local-ten-nodes'
  let testnet: Testnet | undefined
  try {
    testnet = await Testnet.start(
      {
        nodes: 10,
        coordinators: 1,
        basePort: 0,
        network,
        slots: 1,
        folder: join(folder, 'nodes'),
        keep: false,
        logLevel: 'warn',
        onLog: () => {},
        onProgress: () => {}
      },
      AbortSignal.timeout(120_000)
    )
    const client = await PrimeClient.open({
      dataDir: join(folder, 'client'),
      network,
      coordinator: addressOf(testnet.coordinator),
      fuel: 1_000_000_000n,
      deadlineMs: 120_000
    })
    try {
      const victim = testnet.nodes.at(-1)
      let ended = 0
      const results = await Promise.all(
        Array.from({ length: TASKS }, async (_, index) => {
          const complete = await client.count(100_000 + index)
          ended += 1
          if (ended === TASKS / 4) victim?.kill('SIGKILL')
          return complete
        })
      )
      assert.is(results.length, TASKS)
      assert.is(victim?.running, false)
      const workers = new Set(results.flatMap(({ receipts }) => receipts.map(({ worker }) => worker)))
      assert.ok(workers.size >= 5, `the work was spread over ${workers.size} workers`)
    } finally {
      await client.close()
    }
  } finally {
    await testnet?.stop()
    await rm(folder, { recursive: true, force: true })
  }
})

test.run()

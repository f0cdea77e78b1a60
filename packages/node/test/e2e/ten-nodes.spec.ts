import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TaskComplete } from '@ailee/protocol'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type ClientSession, openClientSession } from '../../src/cli/client-session.js'
import { resolveConfig } from '../../src/config/config.js'
import { Testnet } from '../../src/testnet/testnet.js'
import { addressOf } from '../support/local-net.js'
import { example } from '../support/paths.js'
import { primesBelow } from '../support/primes.js'

const TASKS = 200

/** Submits one prime count and gives how it ended, its output checked against its receipts. */
async function runTask(
  { client }: ClientSession,
  module: Uint8Array,
  limit: number
): Promise<{ complete: TaskComplete; output: string }> {
  const prepared = client.prepare({
    module,
    function: 'countPrimes',
    input: { args: [String(limit)], env: [], stdin: new Uint8Array(), files: [] },
    limits: { memoryBytes: 2 ** 24, fuel: 1_000_000_000n, wallTimeMs: 20_000, outputBytes: 1024 },
    reward: 1000n,
    requirements: { regions: [], minReputationPermille: 0, isolation: undefined },
    replicas: 1,
    deadlineMs: 120_000,
    priority: 'NORMAL'
  })
  await client.submit(prepared)
  for await (const report of client.follow(client.taskId(prepared))) {
    if (!report.ended) continue
    const { complete, output } = await client.result(prepared, report.complete)
    return { complete, output: new TextDecoder().decode(output) }
  }
  throw new Error('the task was followed to its end and had none')
}

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
      AbortSignal.timeout(60_000)
    )
    const config = resolveConfig({ flags: { dataDir: join(folder, 'client'), network }, env: {}, file: {} })
    const coordinator = addressOf(testnet.coordinator)
    const session = await openClientSession(config, {
      coordinator,
      signal: AbortSignal.timeout(30_000),
      progress: () => {}
    })
    try {
      const module = new Uint8Array(await readFile(example('primes')))
      const victim = testnet.nodes.at(-1)
      let ended = 0
      const results = await Promise.all(
        Array.from({ length: TASKS }, async (_, index) => {
          const limit = 100_000 + index
          const { complete, output } = await runTask(session, module, limit)
          ended += 1
          if (ended === TASKS / 4) victim?.kill('SIGKILL')
          assert.is(output, `${primesBelow(limit)}\n`)
          return complete
        })
      )
      const states = new Map<string, number>()
      for (const { status } of results) states.set(status.state, (states.get(status.state) ?? 0) + 1)
      assert.equal([...states], [['COMPLETED', TASKS]])
      assert.is(victim?.running, false)
      const workers = new Set(results.flatMap(({ receipts }) => receipts.map(({ worker }) => worker)))
      assert.ok(workers.size >= 5, `the work was spread over ${workers.size} workers`)
    } finally {
      await session.close()
    }
  } finally {
    await testnet?.stop()
    await rm(folder, { recursive: true, force: true })
  }
})

test.run()

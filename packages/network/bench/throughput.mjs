// Messages a second over the task channel between two processes on this machine.
// Run: node packages/network/bench/throughput.mjs   (after a build, on Node 22 or later)
import { fork } from 'node:child_process'
import { noMetrics, silentLogger, systemClock, systemRandom } from '@ailee/core'
import { createEphemeralIdentity, Network } from '../dist/src/index.js'

async function startNode(identity, allowPeers = []) {
  const network = new Network(
    {
      identity,
      clock: systemClock,
      random: systemRandom,
      log: silentLogger,
      metrics: noMetrics,
      blobs: { get: async () => new Uint8Array(BLOB_BYTES) }
    },
    {
      network: 'local-bench',
      roles: { worker: true, coordinator: true, client: true },
      agent: 'bench',
      listen: ['/ip4/127.0.0.1/tcp/0'],
      bootstrap: [],
      mdns: false,
      dht: false,
      gossip: false,
      // What the channel can do, not what one peer is let do.
      allowPeers
    }
  )
  await network.start()
  return network
}

const BLOB_BYTES = 8 * 1024 * 1024
const BLOB_HASH = '2daeb1f36095b44b318410b3f4e8b5d989dcc7bb023d1426c492dab0a3053e74'
const payload = new Uint8Array(200)

async function serve() {
  const network = await startNode(await createEphemeralIdentity(), process.argv.slice(3))
  let received = 0
  network.transport.handle('GET_TASK', async (message) => ({ type: 'TASK_STATUS', payload: message.payload }))
  network.transport.handle('RESULT', async () => ({ type: 'RESULT_ACK', payload: new Uint8Array() }))
  network.transport.handle('WORKER_STATUS', async () => {
    received += 1
    return undefined
  })
  network.transport.handle('LIST_TASKS', async () => ({
    type: 'TASK_LIST',
    payload: new TextEncoder().encode(`${received}`)
  }))
  process.send(network.multiaddrs()[0])
  process.once('disconnect', () => network.stop())
}

async function measure(name, count, parallel, once) {
  for (const total of [Math.min(count, 5000), count]) {
    let next = 0
    const started = performance.now()
    await Promise.all(
      Array.from({ length: parallel }, async () => {
        while (next < total) {
          next += 1
          await once()
        }
      })
    )
    if (total === count) {
      const perSecond = Math.round((count / (performance.now() - started)) * 1000)
      console.log(`${name.padEnd(52)} ${perSecond.toLocaleString('en')}/s`)
    }
  }
}

async function main() {
  const identity = await createEphemeralIdentity()
  const child = fork(new URL(import.meta.url).pathname, ['serve', identity.nodeId])
  const address = await new Promise((resolve) => child.once('message', resolve))
  const network = await startNode(identity)
  const to = await network.connect(address)
  const ask = (type) => () => network.transport.request(to, { type, payload }, { timeoutMs: 30_000 })
  await ask('GET_TASK')()
  await measure('request and reply, 200 B, one at a time', 5000, 1, ask('GET_TASK'))
  await measure('request and reply, 200 B, 64 in flight', 100_000, 64, ask('GET_TASK'))
  await measure('request and reply, 200 B, 1000 in flight', 200_000, 1000, ask('GET_TASK'))
  await measure('signed request and reply, 200 B, 1000 in flight', 50_000, 1000, ask('RESULT'))
  const send = () => network.transport.send(to, { type: 'WORKER_STATUS', payload })
  await measure('one-way, 200 B, 1000 in flight', 300_000, 1000, send)
  const started = performance.now()
  await Promise.all(
    Array.from({ length: 8 }, () => network.blobs.fetch(to, BLOB_HASH, { maxBytes: BLOB_BYTES }))
  )
  const mib = Math.round((8 * 8000) / (performance.now() - started))
  console.log(`${'blobs of 8 MiB, four at once'.padEnd(52)} ${mib} MiB/s`)
  await network.stop()
  child.disconnect()
}

if (process.argv[2] === 'serve') await serve()
else await main()

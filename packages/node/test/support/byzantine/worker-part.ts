import { MIB, noMetrics, silentLogger, systemClock, systemRandom } from '@ailee/core'
import { createEphemeralIdentity, Network } from '@ailee/network'
import { BatchSigner } from '@ailee/protocol'
import type { Sandbox } from '@ailee/sandbox'
import { BlobRepository, MemoryStore } from '@ailee/store'
import { Worker } from '@ailee/worker'

/** A worker in this process, around a sandbox of the caller's. */
export interface WorkerPart {
  nodeId: string
  /** Where it listens. */
  address: string
  stop(): Promise<void>
}

/** Starts a real worker on a real network; `sandbox` is started and stopped with it. */
export async function startWorkerPart(
  sandbox: Sandbox,
  init: { network: string; slots: number; bootstrap?: string[] }
): Promise<WorkerPart> {
  const parts = { clock: systemClock, random: systemRandom, log: silentLogger, metrics: noMetrics }
  const identity = await createEphemeralIdentity()
  const blobs = new BlobRepository({ blobs: new MemoryStore().blobs }, {})
  const network = new Network(
    { ...parts, identity, blobs: { get: async (hash) => (await worker.get(hash)) ?? blobs.get(hash) } },
    {
      network: init.network,
      roles: { worker: true, coordinator: false, client: false },
      agent: 'byzantine/1',
      listen: ['/ip4/127.0.0.1/tcp/0'],
      bootstrap: init.bootstrap ?? [],
      mdns: false,
      dht: false,
      gossip: false
    }
  )
  const worker: Worker = new Worker(
    {
      ...parts,
      transport: network.transport,
      blobFetcher: network.blobs,
      blobs,
      sandbox,
      signer: new BatchSigner({ signer: identity.signer, random: systemRandom }),
      publish: async () => {},
      latencyMs: () => undefined,
      bandwidthMbps: () => undefined
    },
    {
      network: init.network,
      capacity: {
        slots: init.slots,
        memoryBytes: 128 * MIB,
        cores: 2,
        region: '',
        deviceClass: '',
        isolation: 'reduced',
        pricePerGigafuel: 1n
      }
    }
  )
  const services = [sandbox, network, worker]
  for (const service of services) await service.start()
  const [address = ''] = network.multiaddrs()
  const stop = async (): Promise<void> => {
    for (const service of services.toReversed()) await service.stop()
  }
  return { nodeId: identity.nodeId, address, stop }
}

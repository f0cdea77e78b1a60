import {
  type BlobFixture,
  blobFetcherContract,
  type TransportFixture,
  transportContract
} from '@ailee/conformance/contracts'
import { type ContentHash, systemClock } from '@ailee/core'
import { test } from 'uvu'
import { MemoryBlobs, MemoryHub } from './memory-transport.js'

// What the coordinator is tested on keeps the same promises as the network it runs on.
async function twoTransports(): Promise<TransportFixture> {
  const hub = new MemoryHub({ clock: systemClock })
  const near = hub.transport('near')
  const far = hub.transport('far', { worker: true, agent: 'far/1' })
  hub.connect(near)
  hub.connect(far)
  const loseFar = async (): Promise<void> => hub.disconnect('far')
  return { near, far, farHello: far.hello, stranger: 'stranger', loseFar, dispose: async () => {} }
}

async function twoFetchers(): Promise<BlobFixture> {
  const served = new Map<ContentHash, () => Promise<Uint8Array>>()
  const fetcher = new MemoryBlobs()
  fetcher.sources.set('far', { get: async (hash) => served.get(hash)?.() })
  return {
    fetcher,
    from: 'far',
    serve: (hash, content) => void served.set(hash, content),
    dispose: async () => {}
  }
}

transportContract({ test: (name, body) => test(`memory, ${name}`, body), factory: twoTransports })
blobFetcherContract({ test: (name, body) => test(`memory, ${name}`, body), factory: twoFetchers })

test.run()

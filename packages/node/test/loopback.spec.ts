import {
  type BlobFixture,
  blobFetcherContract,
  type TransportFixture,
  transportContract
} from '@ailee/conformance/contracts'
import { AileeError, type ContentHash, silentLogger } from '@ailee/core'
import type { BlobFetcher, MessageTransport } from '@ailee/protocol'
import { test } from 'uvu'
import { LoopbackBlobs, LoopbackTransport } from '../src/loopback.js'

const unreachable = async (): Promise<never> => {
  throw new AileeError('TASK_STREAM_PEER_UNREACHABLE', 'no connection to the peer')
}

/** A network without anybody else in it. */
const nobody: MessageTransport = {
  nodeId: 'self',
  request: unreachable,
  send: unreachable,
  handle() {},
  onPeers: () => () => {}
}

const noFetcher: BlobFetcher = {
  async fetch() {
    throw new AileeError('BLOB_PEER_UNREACHABLE', 'no connection to the peer')
  }
}

async function toOneself(): Promise<TransportFixture> {
  const hello = { worker: true, coordinator: true, client: false, agent: 'self/1', delegation: undefined }
  const loopback = new LoopbackTransport({ remote: nobody, log: silentLogger }, { hello })
  return {
    near: loopback,
    far: loopback,
    farHello: hello,
    stranger: 'stranger',
    dispose: async () => {}
  }
}

async function ownBlobs(): Promise<BlobFixture> {
  const served = new Map<ContentHash, () => Promise<Uint8Array>>()
  const fetcher = new LoopbackBlobs('self', noFetcher, { get: async (hash) => served.get(hash)?.() })
  return {
    fetcher,
    from: 'self',
    serve: (hash, content) => void served.set(hash, content),
    dispose: async () => {}
  }
}

transportContract({
  test: (name, body) => test(`loopback, ${name}`, body),
  factory: toOneself,
  peersCanGo: false
})
blobFetcherContract({ test: (name, body) => test(`loopback, ${name}`, body), factory: ownBlobs })

test.run()

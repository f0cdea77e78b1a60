import { Client, Outbox, SelfReferee } from '@ailee/client'
import {
  errorMessage,
  isAileeError,
  type NodeId,
  noMetrics,
  silentLogger,
  systemClock,
  systemRandom
} from '@ailee/core'
import {
  createEphemeralIdentity,
  loadNetworkKey,
  loadOrCreateIdentity,
  Network,
  nativeVerifier
} from '@ailee/network'
import {
  BatchSigner,
  type Executor,
  MAX_DELEGATION_MS,
  type PeerListener,
  signDelegation
} from '@ailee/protocol'
import { DataDir } from '../config/data-dir.js'
import type { Config } from '../config/settings.js'
import { NodeError } from '../errors.js'
import { createLogger } from '../observability/pino-logger.js'
import { agent } from '../version.js'

/** How long a coordinator is looked for. */
const FIND_COORDINATOR_MS = 10_000

export interface ClientSession {
  client: Client
  coordinator: NodeId
  /** Where this session executes tasks of its own for their coordinator. */
  referee: SelfReferee | undefined
  close(): Promise<void>
}

/** Joins the network as a client and finds a coordinator. Throws COORDINATOR_UNREACHABLE with what was tried. */
export async function openClientSession(
  config: Config,
  options: {
    coordinator?: string
    /** What executes tasks here, where the client is its own referee. */
    executor?: Executor | undefined
    signal: AbortSignal
    progress: (line: string) => void
  }
): Promise<ClientSession> {
  const dataDir = new DataDir(config.dataDir)
  await dataDir.create()
  // Each session has a peer id of its own and speaks for the client, so that two commands can be online at once.
  const client = await loadOrCreateIdentity(dataDir.clientKey)
  const identity = await createEphemeralIdentity()
  const signer = new BatchSigner({ signer: client.signer, random: systemRandom })
  const expiresAtMs = systemClock.now() + MAX_DELEGATION_MS
  const delegation = await signDelegation(signer, config.network, identity.nodeId, expiresAtMs)
  const addresses = await addressesToTry(config, dataDir, options.coordinator)
  const searchLocally = addresses.length === 0
  const outbox = new Outbox()
  const log = config.logLevel === 'debug' ? createLogger('debug') : silentLogger
  const network = new Network(
    { identity, clock: systemClock, random: systemRandom, log, metrics: noMetrics, blobs: outbox },
    {
      network: config.network,
      roles: { worker: false, coordinator: false, client: true },
      delegation,
      agent,
      listen: [],
      bootstrap: [],
      mdns: searchLocally && config.mdns,
      dht: false,
      gossip: !searchLocally || config.mdns,
      ...(config.networkKey === '' ? {} : { networkKey: await loadNetworkKey(config.networkKey) })
    }
  )
  await network.start()
  try {
    options.progress(searchLocally ? 'looking for a coordinator on the local network' : 'connecting')
    const coordinator = await findCoordinator(network, addresses, options.signal)
    const { transport, blobs: blobFetcher } = network
    const components = {
      transport,
      blobFetcher,
      outbox,
      verifier: nativeVerifier,
      clock: systemClock,
      random: systemRandom
    }
    const init = { network: config.network, coordinator, principal: client.nodeId }
    const { executor } = options
    const own = new BatchSigner({ signer: identity.signer, random: systemRandom })
    const referee = executor && new SelfReferee({ transport, executor, signer: own }, init)
    const close = async (): Promise<void> => {
      await referee?.stop()
      await network.stop()
    }
    return { client: new Client(components, init), coordinator, referee, close }
  } catch (error) {
    await network.stop()
    throw error
  }
}

/** The address named, else the bootstrap addresses, else the node that runs on this machine, else none: mDNS. */
async function addressesToTry(
  config: Config,
  dataDir: DataDir,
  named: string | undefined
): Promise<string[]> {
  if (named !== undefined) return [named]
  if (config.bootstrap.length > 0) return [...config.bootstrap]
  const running = await dataDir.readRunFile()
  return running?.multiaddrs ?? []
}

/** Dials the addresses and waits until some peer, dialled or announced, says that it is a coordinator. */
async function findCoordinator(
  network: Network,
  addresses: readonly string[],
  signal: AbortSignal
): Promise<NodeId> {
  const failures = new Map<string, string>()
  const limit = AbortSignal.any([signal, AbortSignal.timeout(FIND_COORDINATOR_MS)])
  const found = new Promise<NodeId>((resolve) => {
    const listener: PeerListener = {
      peerReady: (peer, hello) => hello.coordinator && resolve(peer),
      peerGone: () => {}
    }
    network.transport.onPeers(listener)
  })
  const dials = addresses.map((address) =>
    network.connect(address, { signal: limit }).catch((error: unknown) => {
      failures.set(address, errorMessage(error))
      throw error
    })
  )
  const nothingLeft = new Promise<never>((_, reject) => {
    for (const dial of dials) {
      // A mistyped address is said at once: waiting would not mend it.
      dial.catch((error: unknown) => isAileeError(error, 'NETWORK_ADDRESS_INVALID') && reject(error))
    }
    limit.addEventListener('abort', () => reject(unreachable(addresses, failures, signal)), { once: true })
    if (addresses.length > 0) {
      Promise.allSettled(dials).then((results) => {
        if (results.every(({ status }) => status === 'rejected'))
          reject(unreachable(addresses, failures, signal))
      })
    }
  })
  return Promise.race([found, nothingLeft])
}

function unreachable(
  addresses: readonly string[],
  failures: ReadonlyMap<string, string>,
  signal: AbortSignal
): NodeError {
  if (signal.aborted) return new NodeError('INTERRUPTED', 'interrupted while looking for a coordinator')
  if (addresses.length === 0) {
    return new NodeError('COORDINATOR_UNREACHABLE', 'no coordinator was found on the local network', {
      hint: 'name one with --coordinator <multiaddr>, or start one with `ailee-node start --role coordinator`'
    })
  }
  const tried = addresses.map(
    (address) =>
      `${address} (${failures.get(address) ?? 'it answered, but knows of no coordinator on this network'})`
  )
  return new NodeError('COORDINATOR_UNREACHABLE', `no coordinator reachable, tried ${tried.join(', ')}`, {
    hint: 'check the address, and that `ailee-node start --role coordinator` runs there on the same --network'
  })
}

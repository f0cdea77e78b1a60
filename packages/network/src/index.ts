/**
 * The network of a node, and the only package of a node that imports libp2p: identity, host, discovery, gossip, the task
 * channel and blob transfer. It knows nothing of what messages mean: roles register handlers for them.
 *
 * ```ts
 * const identity = await loadOrCreateIdentity('data/node.key')
 * const network = new Network({ identity, clock, random, log, metrics, blobs }, init)
 * await network.start()
 * const reply = await network.transport.request(peer, message, { timeoutMs: 1000 })
 * ```
 * @packageDocumentation
 */
export type { Ban, BanStore } from './defence/ban-store.js'
export { NetworkError, type NetworkErrorCode } from './errors.js'
export type { Gossip } from './gossip/gossip.js'
export { createEphemeralIdentity, type Identity } from './identity/identity.js'
export { loadOrCreateIdentity } from './identity/key-file.js'
export { nativeSigner } from './identity/native-signer.js'
export { nativeVerifier } from './identity/native-verifier.js'
export { loadNetworkKey } from './identity/network-key.js'
export { readSecretFile } from './identity/secret-file.js'
export { createNetworkMetrics, type NetworkMetrics } from './metrics.js'
export { Network } from './network.js'
export type { Abortable, NetworkComponents, NetworkInit, PeerInfo } from './network-init.js'
export { RemoteError } from './task-channel/remote-error.js'

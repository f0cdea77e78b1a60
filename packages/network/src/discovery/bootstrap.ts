import type { NodeId } from '@ailee/core'
import { nodeIdOfAddress, parseAddress } from '../host/address.js'
import { type BootstrapComponents, BootstrapPeer } from './bootstrap-peer.js'

/** Keeps the node connected to its bootstrap peers for as long as it runs; never blocks a start. */
export class Bootstrap {
  readonly #components: BootstrapComponents
  readonly #init: { addresses: readonly string[]; self: NodeId }
  #peers: BootstrapPeer[] = []

  constructor(components: BootstrapComponents, init: { addresses: readonly string[]; self: NodeId }) {
    this.#components = components
    this.#init = init
  }

  /** Throws NETWORK_ADDRESS_INVALID; otherwise returns at once. A node's own address is passed over. */
  start(): void {
    this.#peers = this.#init.addresses
      .map((address) => ({ address, nodeId: nodeIdOfAddress(parseAddress(address)) }))
      .filter(({ nodeId }) => nodeId !== this.#init.self)
      .map((peer) => new BootstrapPeer(this.#components, peer))
    for (const peer of this.#peers) peer.seek()
  }

  lost(nodeId: NodeId): void {
    for (const peer of this.#peers) peer.lost(nodeId)
  }

  async stop(): Promise<void> {
    const peers = this.#peers
    this.#peers = []
    await Promise.all(peers.map((peer) => peer.stop()))
  }
}

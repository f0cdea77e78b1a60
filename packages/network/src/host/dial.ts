import { errorMessage, joinSignals, type NodeId } from '@ailee/core'
import type { Connection, DialTarget } from '@libp2p/interface'
import { DIAL_TIMEOUT_MS } from '../constants.js'
import { NetworkError } from '../errors.js'
import type { Abortable } from '../network-init.js'
import { addressOfNode, invalidAddress, parseAddress, parsePeerId } from './address.js'
import type { Host } from './host.js'

/** Connects to an address. Throws NETWORK_ADDRESS_INVALID or NETWORK_DIAL_FAILED. */
export function dialAddress(host: Host, text: string, options: Abortable = {}): Promise<Connection> {
  return dial(host, parseAddress(text), text, options)
}

/** Connects to a known peer: with no addresses, those libp2p remembers or finds are tried. Throws as {@link dialAddress}. */
export function dialPeer(
  host: Host,
  nodeId: NodeId,
  addresses: readonly string[],
  options: Abortable = {}
): Promise<Connection> {
  if (addresses.length === 0) return dial(host, parsePeerId(nodeId), nodeId, options)
  const targets = addresses.map((text) => {
    const address = addressOfNode(parseAddress(text), nodeId)
    if (address === undefined) throw invalidAddress(text)
    return address
  })
  return dial(host, targets, `${nodeId} at ${addresses.join(', ')}`, options)
}

async function dial(
  host: Host,
  target: DialTarget,
  name: string,
  { signal }: Abortable
): Promise<Connection> {
  const timeout = AbortSignal.timeout(DIAL_TIMEOUT_MS)
  try {
    return await host.dial(target, { signal: joinSignals(timeout, signal) ?? timeout })
  } catch (cause) {
    signal?.throwIfAborted()
    throw new NetworkError('NETWORK_DIAL_FAILED', `cannot connect to ${name}: ${reason(cause)}`, { cause })
  }
}

/** An AggregateError's own message says nothing. */
function reason(error: unknown): string {
  return error instanceof AggregateError ? error.errors.map(errorMessage).join('; ') : errorMessage(error)
}

import type { Listener, Transport } from '@libp2p/interface'
import { tcp } from '@libp2p/tcp'
import type { Multiaddr } from '@multiformats/multiaddr'
import { NetworkError } from '../errors.js'
import { invalidAddress, parseAddress } from './address.js'

type TcpComponents = Parameters<ReturnType<typeof tcp>>[0]

/** What became of the listen addresses. libp2p keeps it to a log and a text, and passes over some failures in silence. */
export interface ListenOutcome {
  opened: number
  failures: { address: string; error: Error }[]
}

/** A TCP transport that notes in `outcome` which listeners opened and why others did not. */
export function listeningTcp(outcome: ListenOutcome): (components: TcpComponents) => Transport {
  return (components) => {
    const transport = tcp()(components)
    const createListener = transport.createListener.bind(transport)
    transport.createListener = (options) => noteListener(createListener(options), outcome)
    return transport
  }
}

function noteListener(listener: Listener, outcome: ListenOutcome): Listener {
  const listen = listener.listen.bind(listener)
  listener.listen = async (address) => {
    try {
      await listen(address)
      outcome.opened += 1
    } catch (error) {
      outcome.failures.push({
        address: address.toString(),
        error: error instanceof Error ? error : new Error(String(error))
      })
      throw error
    }
  }
  return listener
}

/** Only TCP over IP can be listened on; libp2p would skip anything else without a word. Throws NETWORK_ADDRESS_INVALID. */
export function parseListenAddresses(texts: readonly string[]): Multiaddr[] {
  return texts.map((text) => {
    const address = parseAddress(text)
    const names = address.getComponents().map((component) => component.name)
    const isTcp = names.length === 2 && (names[0] === 'ip4' || names[0] === 'ip6') && names[1] === 'tcp'
    if (!isTcp) throw invalidAddress(text)
    return address
  })
}

/** Throws NETWORK_PORT_IN_USE or NETWORK_LISTEN_FAILED unless every address is open. */
export function checkListening(outcome: ListenOutcome, expected: number, cause?: unknown): void {
  const [failure] = outcome.failures
  if (failure === undefined) {
    if (outcome.opened >= expected) return
    throw new NetworkError('NETWORK_LISTEN_FAILED', 'not every listen address could be opened', { cause })
  }
  const { address, error } = failure
  if ('code' in error && error.code === 'EADDRINUSE') {
    throw new NetworkError('NETWORK_PORT_IN_USE', `another program listens on ${address}`, {
      cause: error,
      hint: 'Choose another port, or 0 for any free one.'
    })
  }
  throw new NetworkError('NETWORK_LISTEN_FAILED', `cannot listen on ${address}: ${error.message}`, {
    cause: error
  })
}

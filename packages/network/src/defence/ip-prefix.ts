import type { Multiaddr } from '@multiformats/multiaddr'
import ipaddr from 'ipaddr.js'

/** What one owner of addresses usually has: an IPv4 /24, an IPv6 /48. */
const PREFIX_BYTES = { ipv4: 3, ipv6: 6 } as const
const local: ReadonlySet<string> = new Set(['loopback', 'private', 'linkLocal', 'uniqueLocal'])

/** The part of the network that an address belongs to, as hex; undefined if it has no IP address. */
export function ipPrefix(address: Multiaddr): string | undefined {
  const ip = ipOf(address)
  if (ip === undefined) return undefined
  const kind = ip.kind()
  const bytes = ip.toByteArray().slice(0, PREFIX_BYTES[kind])
  return `${kind}:${Buffer.from(bytes).toString('hex')}`
}

/** True for addresses of this machine or LAN. */
export function isLocalAddress(address: Multiaddr): boolean {
  const ip = ipOf(address)
  return ip !== undefined && local.has(ip.range())
}

/** An IPv4 address that is written as IPv6 counts as IPv4. */
function ipOf(address: Multiaddr): ipaddr.IPv4 | ipaddr.IPv6 | undefined {
  const component = address.getComponents().find(({ name }) => name === 'ip4' || name === 'ip6')
  if (component?.value === undefined || !ipaddr.isValid(component.value)) return undefined
  return ipaddr.process(component.value)
}

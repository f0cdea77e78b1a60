/** True for networks that live on one machine or LAN, where many peers share an IP address and addresses are private. */
export function isLocalNetwork(network: string): boolean {
  return network.startsWith('local') || network === 'regtest'
}

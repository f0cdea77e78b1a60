import { createSocket } from 'node:dgram'

/** True if a datagram to the mDNS group comes back: there is an interface with a multicast route. */
export async function multicastWorks(): Promise<boolean> {
  const socket = createSocket({ type: 'udp4', reuseAddr: true })
  try {
    return await new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(false), 2000)
      socket.once('error', () => resolve(false))
      socket.once('message', () => {
        clearTimeout(timer)
        resolve(true)
      })
      socket.bind(0, () => {
        try {
          socket.addMembership('224.0.0.251')
          socket.send('probe', socket.address().port, '224.0.0.251', (error) => error && resolve(false))
        } catch {
          resolve(false)
        }
      })
    })
  } finally {
    socket.close()
  }
}

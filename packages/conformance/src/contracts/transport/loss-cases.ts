import { rejectionCode } from '../checks.js'
import { numbered, patient } from './payloads.js'
import { PeerNotes } from './peer-cases.js'
import type { TransportCase } from './transport-contract.js'

/** A peer goes. */
export const lossCases: readonly TransportCase[] = [
  {
    name: 'listeners hear that a peer has gone, unless they have ended their subscription',
    async run({ near, far, loseFar }, check) {
      const [listening, ended] = [new PeerNotes(), new PeerNotes()]
      near.onPeers(listening)
      const end = near.onPeers(ended)
      await check.until('the peer to be told', () => listening.knows(far.nodeId))
      end()
      await loseFar?.()
      await check.until('the loss to be told', () => listening.gone.length > 0)
      check.equal([listening.gone, ended.gone], [[far.nodeId], []])
    }
  },
  {
    name: 'what waits for a peer that goes is told, and what comes later cannot reach it',
    async run({ near, far, loseFar }, check) {
      const notes = new PeerNotes()
      near.onPeers(notes)
      let arrived = 0
      far.handle('GET_TASK', () => {
        arrived += 1
        return new Promise(() => {})
      })
      const message = { type: 'GET_TASK', payload: numbered(1) } as const
      const waiting = rejectionCode(near.request(far.nodeId, message, { timeoutMs: 60_000 }))
      await check.until('the request to arrive', () => arrived === 1)
      await loseFar?.()
      check.equal(await waiting, 'TASK_STREAM_CLOSED')
      await check.until('the loss to be told', () => notes.gone.length > 0)
      await check.code(near.request(far.nodeId, message, patient), 'TASK_STREAM_PEER_UNREACHABLE', 'request')
      await check.code(near.send(far.nodeId, message), 'TASK_STREAM_PEER_UNREACHABLE', 'send')
    }
  }
]

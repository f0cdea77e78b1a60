import type { NodeId } from '@ailee/core'
import type { Hello, PeerListener } from '@ailee/protocol'
import type { TransportCase } from './transport-contract.js'

/** What a listener was told. */
export class PeerNotes implements PeerListener {
  readonly ready: { peer: NodeId; hello: Hello }[] = []
  readonly gone: NodeId[] = []

  peerReady(peer: NodeId, hello: Hello): void {
    this.ready.push({ peer, hello })
  }

  peerGone(peer: NodeId): void {
    this.gone.push(peer)
  }

  knows(peer: NodeId): boolean {
    return this.ready.some((note) => note.peer === peer)
  }
}

/** Who is there. */
export const peerCases: readonly TransportCase[] = [
  {
    name: 'a listener hears of peers already known, and what they say of themselves',
    async run({ near, far, farHello }, check) {
      const notes = new PeerNotes()
      near.onPeers(notes)
      await check.until('the peer to be told', () => notes.knows(far.nodeId))
      const { worker, coordinator, client, agent } =
        notes.ready.find(({ peer }) => peer === far.nodeId)?.hello ?? {}
      const expected = [farHello.worker, farHello.coordinator, farHello.client, farHello.agent]
      check.equal([worker, coordinator, client, agent], expected)
      check.equal(notes.gone, [])
    }
  },
  {
    name: 'each listener is told, and ending one subscription ends no other',
    async run({ near, far }, check) {
      const [first, second, third] = [new PeerNotes(), new PeerNotes(), new PeerNotes()]
      const end = near.onPeers(first)
      near.onPeers(second)
      end()
      end()
      near.onPeers(third)
      await check.until('the peer to be told', () => second.knows(far.nodeId) && third.knows(far.nodeId))
      check.equal([second.ready.length, third.ready.length], [1, 1])
    }
  }
]

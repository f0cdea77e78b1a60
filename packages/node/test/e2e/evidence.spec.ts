import { writeFile } from 'node:fs/promises'
import { noMetrics, silentLogger, systemClock, systemRandom } from '@ailee/core'
import { createEphemeralIdentity, type Identity, Network } from '@ailee/network'
import {
  BatchSigner,
  type Evidence,
  encodeBid,
  evidenceId,
  findContradiction,
  messageDomain,
  type SignedBid,
  signedBid
} from '@ailee/protocol'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { BanStatus, EvidenceStatus } from '../../src/http/node-view.js'
import type { TestnetNode } from '../../src/testnet/testnet-node.js'
import { cli, errorOf } from '../support/cli.js'
import { addressOf, LocalNet } from '../support/local-net.js'
import { until } from '../support/until.js'

const test = suite<{ net: LocalNet; peers: Network[] }>('evidence between nodes')

test.before(async (context) => {
  context.net = await LocalNet.create()
  context.peers = []
})

test.after(async ({ net, peers }) => {
  await Promise.all(peers.map((peer) => peer.stop()))
  await net.close()
})

/** A peer of this test that is connected to `node`. */
async function peerOf(node: TestnetNode, network: string, identity: Identity): Promise<Network> {
  const peer = new Network(
    {
      ...{ identity, clock: systemClock, random: systemRandom, log: silentLogger, metrics: noMetrics },
      blobs: { get: async () => undefined }
    },
    {
      ...{ network, agent: 'test', listen: [], bootstrap: [], mdns: false, dht: false, gossip: true },
      roles: { worker: false, coordinator: false, client: true }
    }
  )
  await peer.start()
  await peer.connect(addressOf(node))
  return peer
}

/** What a worker convicts itself by: two prices in one auction. */
async function contradictionOf(identity: Identity, network: string): Promise<Evidence> {
  const signer = new BatchSigner({ signer: identity.signer, random: systemRandom })
  const bidOf = async (cost: bigint): Promise<SignedBid> => {
    const terms = { taskId: '01'.repeat(32), attempt: 1, load: 0, slots: 1, moduleCached: false }
    const payload = encodeBid({ ...terms, cost, series: new Uint8Array(16).fill(1) })
    return signedBid(
      network,
      payload,
      await signer.sign({ domain: messageDomain('BID'), network, payload }, 0)
    )
  }
  const evidence = findContradiction(await bidOf(1n), await bidOf(2n))
  if (evidence === undefined) throw new Error('no contradiction')
  return evidence
}

const ask = async <T>(node: TestnetNode, path: string): Promise<T> =>
  (await (await fetch(new URL(path, node.ready.http))).json()) as T

test('what convicts a peer travels, bans it once, outlives a restart, and is a file that anybody can judge', async ({
  net,
  peers
}) => {
  const { network } = net
  const hub = await net.start('hub', 'coordinator')
  const [far] = await net.workers(hub, ['far'])
  if (far === undefined) throw new Error('no worker')
  const [teller, offender] = await Promise.all([createEphemeralIdentity(), createEphemeralIdentity()])
  const tellers = await peerOf(hub, network, teller)
  const offenders = await peerOf(hub, network, offender)
  peers.push(tellers, offenders)
  const evidence = await contradictionOf(offender, network)
  const id = evidenceId(evidence)

  const listed = (node: TestnetNode): Promise<EvidenceStatus[]> => ask(node, '/v1/evidence')
  await until('the evidence to reach the node behind', async () => {
    await tellers.gossip.publishEvidence(evidence)
    // Evidence is passed on before it has had its effect, so the first node may be the later one.
    const lists = await Promise.all([hub, far].map(listed))
    return lists.every(([one]) => one?.applied === true)
  })
  for (const node of [hub, far]) {
    const [one, ...more] = await listed(node)
    assert.equal(
      { ...one, takenAtMs: 0 },
      { id, offender: offender.nodeId, kind: 'BID', takenAtMs: 0, applied: true }
    )
    assert.equal(more, [])
    const bans = await ask<BanStatus[]>(node, '/v1/bans')
    assert.equal(
      bans.map(({ peerId, code, strikes }) => [peerId, code, strikes]),
      [[offender.nodeId, 'CONTRADICTION', 1]]
    )
  }
  await until('the offender to be cut off', () => offenders.peers().length === 0)
  const kept = tellers.peers().map(({ nodeId }) => nodeId)
  assert.ok(kept.includes(hub.ready.peerId), 'who tells is not')

  await far.stop()
  const again = await net.start('far', 'worker', '--bootstrap', addressOf(hub))
  assert.equal(
    (await listed(again)).map((one) => [one.id, one.applied]),
    [[id, true]]
  )

  const command = (...args: string[]) => cli(['evidence', ...args, '--data-dir', net.path('far')])
  assert.match((await command()).stdout.toString(), offender.nodeId)
  const file = await command(id)
  assert.is(file.code, 0, file.stderr)
  await writeFile(net.path('evidence.json'), file.stdout)
  assert.is((await cli(['verify', net.path('evidence.json')])).code, 0)
  assert.is(errorOf(await command('00'.repeat(32), '--json')).code, 'EVIDENCE_NOT_FOUND')
  assert.is((await command('short')).code, 2)
})

test.run()

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemRandom } from '@ailee/core'
import {
  BatchSigner,
  bidCommitment,
  commitmentsRoot,
  encodeBid,
  encodeBidCommitment,
  encodeBidSet,
  encodeRevealBid,
  type MessageType,
  makeBidSet,
  messageDomain,
  nodeIdFromPublicKey,
  portableSigner,
  type Signature,
  signedBid,
  signedBidSet,
  signedReveal,
  writeBidFile,
  writeBidSetFile
} from '@ailee/protocol'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { cli, lastJson } from '../support/cli.js'

const test = suite<{ folder: string }>('bid sets of a coordinator that lies, at the command line')

test.before(async (context) => {
  context.folder = await mkdtemp(join(tmpdir(), 'ailee-bid-sets-'))
})

test.after(({ folder }) => rm(folder, { recursive: true }))

const network = 'local'
const auction = { taskId: 'ab'.repeat(32), attempt: 1 }

class Party {
  readonly #signer = new BatchSigner({ signer: portableSigner(systemRandom.bytes(32)), random: systemRandom })
  readonly nodeId = nodeIdFromPublicKey(this.#signer.publicKey)

  sign(type: MessageType, payload: Uint8Array): Promise<Signature> {
    return this.#signer.sign({ domain: messageDomain(type), network, payload }, Date.now() + 60_000)
  }

  /** A sealed bid, and the commitment to it. */
  async bid(cost: bigint) {
    const salt = systemRandom.bytes(32)
    const payload = encodeBid({ ...auction, cost, load: 0, slots: 1, moduleCached: false, salt })
    const commitment = { ...auction, commitment: bidCommitment(network, this.nodeId, payload) }
    const committed = encodeBidCommitment(commitment)
    return {
      bid: signedBid(network, payload, await this.sign('BID', payload)),
      commitment: {
        payload: committed,
        signature: await this.sign('BID_COMMITMENT', committed),
        commitment
      }
    }
  }
}

const coordinator = new Party()
const [cheap, dear] = [new Party(), new Party()]
const terms = { reputationPpm: 0, healthPpm: 0, greenPpm: 0, latencyUs: undefined, waited: 0 }

type Bid = Awaited<ReturnType<Party['bid']>>

async function setOf(bids: readonly (Bid & { outcome: 'WON' | 'LOST' })[]) {
  const hashes = bids.map(({ bid, commitment }) => ({
    worker: nodeIdFromPublicKey(bid.signature.publicKey),
    commitment: commitment.commitment.commitment
  }))
  const root = commitmentsRoot(auction, hashes)
  const head = {
    ...{ network, ...auction, coordinator: coordinator.nodeId, openedAtMs: 1, closesAtMs: 2 },
    ...{ strategy: 'LOWEST_COST' as const, maxCost: 100n, wanted: 1, commitmentsRoot: root }
  }
  const payload = encodeBidSet(
    makeBidSet(
      head,
      bids.map((bid) => ({ ...bid, ...terms }))
    )
  )
  const signed = signedBidSet(payload, await coordinator.sign('BID_SET', payload))
  return { root, file: writeBidSetFile(signed) }
}

test('mis-selection is told, with whom it wronged', async ({ folder }) => {
  const path = join(folder, 'mis-selected.json')
  const { file } = await setOf([
    { ...(await cheap.bid(1n)), outcome: 'LOST' },
    { ...(await dear.bid(2n)), outcome: 'WON' }
  ])
  await writeFile(path, file)
  const judged = await cli(['verify', path, '--json'])
  assert.equal([judged.code, lastJson(judged).finding], [5, 'MIS_SELECTED'])
  const told = (await cli(['verify', path])).stdout.toString()
  assert.match(told, `FAIL selection: ${cheap.nodeId}`)
  assert.match(told, /proven:\n.*\n.*it mis-selected/)
})

test('omission is told where the coordinator had asked for the bid', async ({ folder }) => {
  const [mine, other] = [await cheap.bid(1n), await dear.bid(2n)]
  const { root } = await setOf([
    { ...mine, outcome: 'WON' },
    { ...other, outcome: 'LOST' }
  ])
  const reveal = encodeRevealBid({ ...mine.commitment.commitment, commitmentsRoot: root })
  const asked = signedReveal(reveal, await coordinator.sign('REVEAL_BID', reveal))
  const bid = join(folder, 'bid.json')
  const set = join(folder, 'omitted.json')
  await writeFile(bid, writeBidFile({ bid: mine.bid, reveal: asked }))
  await writeFile(set, (await setOf([{ ...other, outcome: 'WON' }])).file)
  const judged = await cli(['verify', set, '--bid', bid, '--json'])
  assert.equal([judged.code, lastJson(judged).finding], [5, 'OMITTED'])
  // Without what the coordinator signed it is its bidder's word.
  await writeFile(bid, writeBidFile({ bid: mine.bid, reveal: undefined }))
  const claimed = await cli(['verify', set, '--bid', bid])
  assert.is(claimed.code, 5)
  assert.match(claimed.stdout.toString(), /that the bid was in time: its bidder knows/)
})

test.run()

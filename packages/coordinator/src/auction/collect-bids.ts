import { errorCode, errorMessage, type NodeId, remoteText } from '@ailee/core'
import {
  type BidSetEntry,
  bidCommitment,
  bytesEqual,
  commitmentsRoot,
  decodeBidCommitment,
  decodeDecline,
  encodeRevealBid,
  encodeTaskOffer,
  type IncomingMessage,
  type MessageTransport,
  type OutgoingMessage,
  type Rejection,
  type SignedBid,
  type SignedCommitment,
  signedBid,
  type TaskOffer
} from '@ailee/protocol'
import { AUCTION_MS, REVEAL_MS, SUSPECT_MS } from '../constants.js'
import type { WorkerRegistry } from '../worker-registry.js'

export interface CollectComponents {
  network: string
  transport: MessageTransport
  workers: WorkerRegistry
}

type Part = Omit<BidSetEntry, 'outcome'>

/** What came of asking workers for bids. */
export interface Collected {
  entries: Part[]
  rejections: Rejection[]
  /** Over all commitments, where bids were sealed. */
  commitmentsRoot: Uint8Array | undefined
}

/** Offers a task and takes the bids as they come. */
export async function collectBids(
  components: CollectComponents,
  offer: TaskOffer,
  asked: readonly NodeId[],
  signal: AbortSignal
): Promise<Collected> {
  const { network, workers } = components
  const collected: Collected = { entries: [], rejections: [], commitmentsRoot: undefined }
  const message = { type: 'TASK_OFFER' as const, payload: encodeTaskOffer(offer) }
  const ask = (worker: NodeId) => askWorker(components, worker, message, AUCTION_MS, signal)
  await Promise.all(
    asked.map(async (worker) => {
      const reply = await ask(worker)
      const answer = 'code' in reply ? reply : readBid(network, reply, offer)
      if ('code' in answer) collected.rejections.push(answer)
      else collected.entries.push({ bid: answer, commitment: undefined, ...workers.standing(worker) })
    })
  )
  return collected
}

/**
 * The same with sealed bids.
 *
 * 1. workers answer with commitments; 2. when all have answered or the time is up, each is told the root over all
 * commitments, signed, and asked to show its bid; 3. a bid that does not come, or is not the one committed to, does not
 * count. Its commitment stays in the set: nobody can be added or left out once the first bid is shown.
 */
export async function collectSealedBids(
  components: CollectComponents,
  offer: TaskOffer,
  asked: readonly NodeId[],
  signal: AbortSignal
): Promise<Collected> {
  const { workers } = components
  const rejections: Rejection[] = []
  const committed: {
    worker: NodeId
    commitment: SignedCommitment
    standing: ReturnType<typeof workers.standing>
  }[] = []
  const message = { type: 'TASK_OFFER' as const, payload: encodeTaskOffer(offer) }
  await Promise.all(
    asked.map(async (worker) => {
      const reply = await askWorker(components, worker, message, AUCTION_MS, signal)
      const answer = 'code' in reply ? reply : readCommitment(reply, offer)
      if ('code' in answer) rejections.push(answer)
      else committed.push({ worker, commitment: answer, standing: workers.standing(worker) })
    })
  )
  const hashes = committed.map(({ worker, commitment }) => ({
    worker,
    commitment: commitment.commitment.commitment
  }))
  const root = commitmentsRoot(offer, hashes)
  const entries = await Promise.all(
    committed.map(async ({ worker, commitment, standing }): Promise<Part> => {
      const answer = await revealed(components, offer, worker, commitment, root, signal)
      const unshown = 'code' in answer
      if (unshown) rejections.push(answer)
      return { bid: unshown ? undefined : answer, commitment, ...standing }
    })
  )
  return { entries, rejections, commitmentsRoot: root }
}

async function revealed(
  components: CollectComponents,
  offer: TaskOffer,
  worker: NodeId,
  { commitment: { commitment } }: SignedCommitment,
  root: Uint8Array,
  signal: AbortSignal
): Promise<SignedBid | Rejection> {
  const { network } = components
  const { taskId, attempt } = offer
  const payload = encodeRevealBid({ taskId, attempt, commitment, commitmentsRoot: root })
  const reply = await askWorker(components, worker, { type: 'REVEAL_BID', payload }, REVEAL_MS, signal)
  if ('code' in reply) return { ...reply, code: 'BID_NOT_REVEALED' }
  const answer = readBid(network, reply, offer)
  if ('code' in answer || bytesEqual(bidCommitment(network, worker, answer.payload), commitment))
    return answer
  return { worker, code: 'BID_MISMATCHED', message: 'it showed another bid than it had committed to' }
}

/** A worker that does not answer is not asked again for a while. */
async function askWorker(
  { transport, workers }: CollectComponents,
  worker: NodeId,
  message: OutgoingMessage,
  timeoutMs: number,
  signal: AbortSignal
): Promise<IncomingMessage | Rejection> {
  try {
    const reply = await transport.request(worker, message, { timeoutMs, signal })
    if (reply.type !== 'DECLINE') return reply
    const { code, message: why } = decodeDecline(reply.payload)
    return { worker, code, message: remoteText(why) }
  } catch (error) {
    if (!signal.aborted) workers.suspect(worker, SUSPECT_MS)
    return { worker, code: 'WORKER_UNRESPONSIVE', message: remoteText(errorMessage(error)) }
  }
}

function readCommitment(reply: IncomingMessage, offer: TaskOffer): SignedCommitment | Rejection {
  return read(reply, 'BID_COMMITMENT', ({ payload, signature }) => {
    const commitment = decodeBidCommitment(payload)
    return fits(commitment, offer)
      ? { payload, signature, commitment }
      : 'its commitment is for another auction'
  })
}

function readBid(network: string, reply: IncomingMessage, offer: TaskOffer): SignedBid | Rejection {
  const answer = read(reply, 'BID', ({ payload, signature }) => {
    const signed = signedBid(network, payload, signature)
    return fits(signed.bid, offer) ? signed : 'its bid is for another auction'
  })
  if ('code' in answer || answer.bid.cost <= offer.maxCost) return answer
  const message = `it asks ${answer.bid.cost} units, at most ${offer.maxCost} are paid`
  return { worker: reply.from, code: 'BID_TOO_HIGH', message }
}

function fits(answer: { taskId: string; attempt: number }, { taskId, attempt }: TaskOffer): boolean {
  return answer.taskId === taskId && answer.attempt === attempt
}

/** Reads a signed answer; a text says what is wrong with it. */
function read<T extends object>(
  { from, type, payload, signature }: IncomingMessage,
  expected: OutgoingMessage['type'],
  decode: (signed: Required<Pick<IncomingMessage, 'payload' | 'signature'>>) => T | string
): T | Rejection {
  const invalid = (message: string): Rejection => ({ worker: from, code: 'BID_INVALID', message })
  if (type !== expected || signature === undefined) return invalid(`it answered with ${type}`)
  try {
    const answer = decode({ payload, signature })
    return typeof answer === 'string' ? invalid(answer) : answer
  } catch (error) {
    return invalid(errorCode(error))
  }
}

import { AileeError, MIB, type NodeId, type Random, type Timer } from '@ailee/core'
import {
  type AssignTask,
  BatchSigner,
  type Bid,
  type BidSet,
  bidCommitment,
  contentHash,
  decodeAssignTask,
  decodeBidSet,
  decodeCommitmentAck,
  decodeResultAck,
  decodeRevealBid,
  decodeRevealResult,
  decodeRevokeLease,
  decodeTaskOffer,
  encodeAssignAck,
  encodeBid,
  encodeBidCommitment,
  encodeGetBidSet,
  encodeHeartbeat,
  encodeResult,
  encodeResultCommitment,
  encodeReturnLease,
  encodeWorkerStatus,
  type IncomingMessage,
  isInfrastructureFailure,
  MAX_INLINE_OUTPUT_BYTES,
  messageDomain,
  mustBeSigned,
  nodeIdFromPublicKey,
  type OutgoingMessage,
  outputRoot,
  type ReceiptBody,
  type Result,
  type ResultCode,
  type ResultCommitment,
  type RevealBid,
  type RevokeLease,
  resultCommitment,
  SALT_BYTES,
  type Signer,
  signReceipt,
  type TaskOffer,
  type WorkerStatus
} from '@ailee/protocol'
import type { MemoryBlobs, MemoryHub, MemoryTransport } from '../memory-transport.js'

/** How an execution ends. */
export interface Run {
  code?: ResultCode
  trap?: string
  detail?: string
  exitCode?: number
  output?: Uint8Array
  memoryHash?: Uint8Array
}

/** In what a worker differs from a good one. */
export interface WorkerScript {
  status?: Partial<WorkerStatus>
  bid?: Partial<Bid>
  /** Answers an offer in place of a bid. */
  answerOffer?(offer: TaskOffer): OutgoingMessage | Promise<OutgoingMessage>
  /** Shows something else than the bid it committed to. */
  answerReveal?(reveal: RevealBid): OutgoingMessage | Promise<OutgoingMessage>
  /** Answers an assignment in place of an acknowledgement; may throw a coded refusal. */
  answerAssignment?(assignment: AssignTask): OutgoingMessage
  /** How an assignment ends, at once. Undefined: it runs until {@link WorkerDouble.finish}. */
  run?(assignment: AssignTask): Run | undefined
  /** Changes what is signed. */
  forgeBody?(body: ReceiptBody): ReceiptBody
  /** Changes what was signed. */
  forgeResult?(result: Result): Result
  /** Sends its results at once, also where a commitment is wanted first. */
  neverCommits?: boolean
  /** What it shows when it is asked for what it committed to; undefined: nothing. */
  shows?(result: Result): Result | Promise<Result> | undefined
}

const HEARTBEAT_MS = 500
const RETRY_MS = 250

export const plainOutput = new TextEncoder().encode('the answer\n')

/** A worker that speaks the protocol as its script says and writes down what it is told. */
export class WorkerDouble {
  readonly nodeId: NodeId
  script: WorkerScript
  readonly offers: TaskOffer[] = []
  readonly reveals: RevealBid[] = []
  /** Every assignment it took, in order. */
  readonly assignments: AssignTask[] = []
  /** Leases it runs now. */
  readonly running = new Map<bigint, AssignTask>()
  readonly revoked: RevokeLease[] = []
  /** Results it committed to and has not shown, by lease. */
  readonly sealed = new Map<bigint, Result>()
  /** Leases for which it has committed to a result. */
  readonly committed = new Set<bigint>()
  /** Leases whose results it was asked to show, each time. */
  readonly asked: bigint[] = []
  /** Outputs that are fetched as blobs. */
  readonly outputs = new Map<string, Uint8Array>()
  readonly #hub: MemoryHub
  readonly #signer: BatchSigner
  readonly #random: Random
  readonly #transport: MemoryTransport
  readonly #network: string
  readonly #sealed = new Map<string, Uint8Array>()
  #coordinators = new Set<NodeId>()
  #heartbeat: Timer | undefined

  constructor(
    { hub, blobs, signer, random }: { hub: MemoryHub; blobs: MemoryBlobs; signer: Signer; random: Random },
    init: { network: string; script: WorkerScript }
  ) {
    this.#hub = hub
    this.#random = random
    this.#signer = new BatchSigner({ signer, random })
    this.nodeId = nodeIdFromPublicKey(signer.publicKey)
    this.script = init.script
    this.#network = init.network
    this.#transport = hub.transport(this.nodeId, { worker: true })
    this.#transport.handle('TASK_OFFER', (message) => this.#offered(message))
    this.#transport.handle('REVEAL_BID', (message) => this.#revealed(message))
    this.#transport.handle('ASSIGN_TASK', (message) => this.#assigned(message))
    this.#transport.handle('REVOKE_LEASE', async ({ payload }) => {
      const revoke = decodeRevokeLease(payload)
      this.revoked.push(revoke)
      this.running.delete(revoke.leaseId)
      this.sealed.delete(revoke.leaseId)
      return undefined
    })
    this.#transport.handle('REVEAL_RESULT', async ({ payload }) => {
      const { leaseId } = decodeRevealResult(payload)
      this.asked.push(leaseId)
      const sealed = this.sealed.get(leaseId)
      const shown = sealed && (this.script.shows === undefined ? sealed : await this.script.shows(sealed))
      if (shown === undefined) return undefined
      this.sealed.delete(leaseId)
      void this.#hub.track(this.#insist(shown))
      return undefined
    })
    this.#transport.onPeers({
      peerReady: (peer, hello) => {
        if (!hello.coordinator) return
        this.#coordinators.add(peer)
        void this.sendStatus()
      },
      peerGone: (peer) => void this.#coordinators.delete(peer)
    })
    blobs.sources.set(this.nodeId, { get: async (hash) => this.outputs.get(hash) })
  }

  /** Joins the network and says what it offers. */
  async connect(): Promise<this> {
    this.#hub.connect(this.#transport)
    this.#beat()
    await this.#hub.settle()
    return this
  }

  /** Its connection goes; what it runs, it goes on running. */
  disconnect(): void {
    this.#heartbeat?.cancel()
    this.#hub.disconnect(this.nodeId)
  }

  async sendStatus(change: Partial<WorkerStatus> = {}): Promise<void> {
    const status = {
      slots: 1,
      memoryBytes: 512 * MIB,
      cores: 2,
      region: 'eu',
      deviceClass: 'pc',
      isolation: 'full' as const,
      draining: false,
      ...this.script.status,
      ...change
    }
    await this.#tell({ type: 'WORKER_STATUS', payload: encodeWorkerStatus(status) })
  }

  async sendHeartbeat(leaseIds: bigint[] = [...this.running.keys()]): Promise<void> {
    await this.#tell({ type: 'HEARTBEAT', payload: encodeHeartbeat({ leaseIds }) })
  }

  async returnLease(leaseId: bigint, code = 'WORKER_DRAINING'): Promise<void> {
    this.running.delete(leaseId)
    await this.#tell({ type: 'RETURN_LEASE', payload: encodeReturnLease({ leaseId, code }) })
  }

  /** The assignment it took last. */
  get last(): AssignTask {
    const assignment = this.assignments.at(-1)
    if (assignment === undefined) throw new Error('this worker has had no assignment')
    return assignment
  }

  /** Ends an execution and delivers its result, or commits to it where that is wanted first; resolves once that is acknowledged. */
  async finish(assignment: AssignTask = this.last, run: Run = {}): Promise<Result> {
    const result = await this.#hub.track(this.prove(assignment, run))
    await this.#hand(assignment, result)
    return result
  }

  /** Commits to a result, by a salt that only it knows; resolves once that is acknowledged. */
  async commit(result: Result, salt = this.#random.bytes(SALT_BYTES)): Promise<void> {
    const { taskId, leaseId, receipt } = result
    this.sealed.set(leaseId, { ...result, salt })
    this.committed.add(leaseId)
    await this.sendCommitment({ taskId, leaseId, commitment: resultCommitment(receipt, salt) })
  }

  async sendCommitment(commitment: ResultCommitment): Promise<void> {
    const [coordinator] = this.#coordinators
    if (coordinator === undefined) throw new AileeError('TASK_STREAM_PEER_UNREACHABLE', 'no coordinator')
    const message = { type: 'RESULT_COMMITMENT' as const, payload: encodeResultCommitment(commitment) }
    const reply = await this.#transport.request(coordinator, message, { timeoutMs: 5_000 })
    if (decodeCommitmentAck(reply.payload).leaseId !== commitment.leaseId)
      throw new Error('another lease acknowledged')
  }

  #hand(assignment: AssignTask, result: Result): Promise<void> {
    const hasNothing = isInfrastructureFailure(result.receipt.code)
    return assignment.commitFirst && !hasNothing && this.script.neverCommits !== true
      ? this.commit(result)
      : this.deliver(result)
  }

  /** How an auction was decided, as the coordinator tells it. */
  async bidSet(taskId: string, attempt = 0): Promise<BidSet> {
    const [coordinator] = this.#coordinators
    const message = { type: 'GET_BID_SET' as const, payload: encodeGetBidSet({ taskId, attempt }) }
    const { payload } = await this.#transport.request(coordinator ?? '', message, { timeoutMs: 5_000 })
    return decodeBidSet(payload)
  }

  async deliver(result: Result): Promise<void> {
    const [coordinator] = this.#coordinators
    if (coordinator === undefined) throw new AileeError('TASK_STREAM_PEER_UNREACHABLE', 'no coordinator')
    const message = { type: 'RESULT' as const, payload: encodeResult(result) }
    const reply = await this.#transport.request(coordinator, message, { timeoutMs: 5_000 })
    if (decodeResultAck(reply.payload).leaseId !== result.leaseId)
      throw new Error('another lease acknowledged')
    this.running.delete(result.leaseId)
  }

  /** The result of an execution with its signed receipt. */
  async prove(assignment: AssignTask, run: Run = {}): Promise<Result> {
    const { code = 'SUCCESS', trap = '', detail = '', exitCode = 0 } = run
    const output = run.output ?? (code === 'SUCCESS' ? plainOutput : new Uint8Array())
    const { taskId, leaseId, spec, nonce } = assignment
    const body: ReceiptBody = {
      network: this.#network,
      taskId,
      worker: this.nodeId,
      moduleHash: spec.moduleHash,
      function: spec.function,
      inputHash: spec.inputHash,
      limits: spec.limits,
      meteringHash: new Uint8Array(32),
      seed: spec.seed,
      clockMs: spec.clockMs,
      outputRoot: outputRoot(output),
      outputBytes: output.length,
      fuelUsed: 5n,
      code,
      trap,
      exitCode,
      memoryHash: spec.hashMemory && code === 'SUCCESS' ? (run.memoryHash ?? new Uint8Array(32)) : undefined,
      startedAtMs: this.#hub.clock.now(),
      finishedAtMs: this.#hub.clock.now(),
      nonce
    }
    const receipt = await signReceipt(this.#signer, this.script.forgeBody?.(body) ?? body)
    const inline = output.length <= MAX_INLINE_OUTPUT_BYTES
    if (!inline) this.outputs.set(contentHash(output), output)
    const outcome = {
      outputHash: contentHash(output),
      outputBytes: output.length,
      outputInline: inline ? output : undefined,
      stderr: new Uint8Array(),
      detail
    }
    const result = { taskId, leaseId, receipt, outcome }
    return this.script.forgeResult?.(result) ?? result
  }

  async #offered({ payload }: IncomingMessage): Promise<OutgoingMessage> {
    const offer = decodeTaskOffer(payload)
    this.offers.push(offer)
    if (this.script.answerOffer !== undefined) return this.#signed(await this.script.answerOffer(offer))
    if (offer.sealed !== true) return this.#signed({ type: 'BID', payload: encodeBid(this.bidOn(offer)) })
    const { taskId, attempt } = offer
    const bid = encodeBid({ ...this.bidOn(offer), salt: new Uint8Array(32).fill(this.offers.length) })
    this.#sealed.set(`${taskId}/${attempt}`, bid)
    const commitment = bidCommitment(this.#network, this.nodeId, bid)
    return this.#signed({
      type: 'BID_COMMITMENT',
      payload: encodeBidCommitment({ taskId, attempt, commitment })
    })
  }

  async #revealed({ payload }: IncomingMessage): Promise<OutgoingMessage> {
    const reveal = decodeRevealBid(payload)
    this.reveals.push(reveal)
    const bid = this.#sealed.get(`${reveal.taskId}/${reveal.attempt}`) ?? new Uint8Array()
    return this.#signed((await this.script.answerReveal?.(reveal)) ?? { type: 'BID', payload: bid })
  }

  /** As a transport signs what must be signed. */
  async #signed(message: OutgoingMessage): Promise<OutgoingMessage> {
    const { type, payload } = message
    if (!mustBeSigned(type)) return message
    const statement = { domain: messageDomain(type), network: this.#network, payload }
    const expiresAtMs = this.#hub.clock.now() + 120_000
    return { ...message, signature: await this.#signer.sign(statement, expiresAtMs) }
  }

  bidOn({ taskId, attempt }: TaskOffer): Bid {
    const slots = this.script.status?.slots ?? 1
    const plain = { taskId, attempt, cost: 100n, load: this.running.size, slots, moduleCached: false }
    return { ...plain, ...this.script.bid }
  }

  async #assigned({ payload }: IncomingMessage): Promise<OutgoingMessage> {
    const assignment = decodeAssignTask(payload)
    const answer = this.script.answerAssignment?.(assignment)
    if (answer !== undefined) return answer
    const { taskId, leaseId } = assignment
    this.assignments.push(assignment)
    this.running.set(leaseId, assignment)
    const run = this.script.run?.(assignment)
    if (run !== undefined)
      void this.#hub
        .track(this.prove(assignment, run))
        .then((result) => this.#insist(result, () => this.#hand(assignment, result)))
    return { type: 'ASSIGN_ACK', payload: encodeAssignAck({ taskId, leaseId }) }
  }

  /** Delivers a result until it is acknowledged or no longer wanted. */
  async #insist(result: Result, hand = () => this.deliver(result)): Promise<void> {
    await hand().catch(() => {
      this.#hub.clock.setTimer(RETRY_MS, () => {
        if (this.running.has(result.leaseId)) void this.#insist(result, hand)
      })
    })
  }

  #beat(): void {
    this.#heartbeat = this.#hub.clock.setTimer(HEARTBEAT_MS, () => {
      if (!this.#hub.isFrozen(this.nodeId) && this.running.size > 0) void this.sendHeartbeat()
      this.#beat()
    })
  }

  async #tell(message: OutgoingMessage): Promise<void> {
    for (const coordinator of this.#coordinators) await this.#transport.send(coordinator, message)
  }
}

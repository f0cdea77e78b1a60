import { systemRandom } from '@ailee/core'
import {
  type BatchSigner,
  type BidSet,
  bidSetRoot,
  decodeAssignAck,
  decodeGetBidSet,
  decodeHeartbeat,
  decodeResult,
  decodeResultCommitment,
  decodeReturnLease,
  decodeStatus,
  decodeWorkerStatus,
  type Envelope,
  encodeAssignTask,
  encodeBidSet,
  encodeResultAck,
  encodeRevokeLease,
  messageTypeName,
  NONCE_BYTES,
  type Result
} from '@ailee/protocol'
import { FakeBids } from './fake-bids.js'
import { askWhereReady, commitmentFaultOf, type FakeReplica, takeCommitment } from './fake-commitments.js'
import type { Answer, FakePeer } from './fake-peer.js'
import { type FakeLease, faultOf, verdictOf } from './fake-results.js'
import type { FakeMessage } from './fake-role.js'
import type { FakeTask } from './fake-task.js'
import { Refusal } from './refusal.js'
import type { Broken } from './rules.js'
import { ANSWER_MS, AUCTION_MS, LEASE_MS } from './times.js'

const AGAIN_MS = 50
/** A worker that was there before a task and says nothing of itself for so long after it will not. */
const SILENT_MS = 300
const MAX_LOST = 3
const harmless = new Set(['WORKER_BUSY', 'WORKER_DRAINING'])

interface FakeSeat {
  peer: FakePeer
  joinedMs: number
  /** Undefined until it has told what it offers. */
  region: string | undefined
}

interface Held extends FakeLease, FakeReplica {
  task: FakeTask
  timer: NodeJS.Timeout
}

/** Auctions, leases and results of a fake coordinator. Of several replicas it takes the first result as it is. */
export class FakeAuction {
  readonly #signer: BatchSigner
  readonly #init: { network: string; nodeId: string; broken: Broken }
  readonly #seats = new Map<string, FakeSeat>()
  readonly #held = new Map<bigint, Held>()
  readonly #sets = new Map<string, { set: BidSet; asked: ReadonlySet<string>; owner: string }>()
  #nextLease = 1n
  #stopped = false

  constructor(
    components: { signer: BatchSigner },
    init: { network: string; nodeId: string; broken: Broken }
  ) {
    this.#signer = components.signer
    this.#init = init
  }

  joined(peer: FakePeer): void {
    this.#seats.set(peer.id, { peer, joinedMs: Date.now(), region: undefined })
  }

  left(peer: string): void {
    this.#seats.delete(peer)
    for (const held of this.#held.values()) if (held.worker === peer) this.#lost(held, 'LEASE_EXPIRED')
  }

  stop(): void {
    this.#stopped = true
    for (const { timer } of this.#held.values()) clearTimeout(timer)
  }

  /** Looks for a worker, again and again, until one has the task or it has ended. */
  add(task: FakeTask): void {
    void this.#search(task)
  }

  async handle({ peer, type, payload }: FakeMessage): Promise<Answer | undefined> {
    if (type === 'WORKER_STATUS') {
      const { region } = decodeWorkerStatus(payload)
      this.#seats.set(peer.id, { peer, joinedMs: Date.now(), region })
    } else if (type === 'HEARTBEAT') {
      for (const leaseId of decodeHeartbeat(payload).leaseIds) this.#heartbeat(peer, leaseId)
    } else if (type === 'RETURN_LEASE') {
      const held = this.#held.get(decodeReturnLease(payload).leaseId)
      if (held === undefined || held.worker !== peer.id) return undefined
      this.#end(held)
      held.task.become('QUEUED')
      this.add(held.task)
    } else if (type === 'RESULT_COMMITMENT') {
      return this.#commitment(peer, payload)
    } else {
      return this.#result(peer, decodeResult(payload))
    }
    return undefined
  }

  async #search(task: FakeTask): Promise<void> {
    while (!this.#stopped && !task.isEnded) {
      if (await this.#auction(task)) return
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
    }
  }

  /** True once the task is with a worker. */
  async #auction(task: FakeTask): Promise<boolean> {
    const seats = this.#fitting(task)
    if (seats.length === 0) return false
    const { submit, taskId } = task
    const { roundsUp } = this.#init.broken
    const replicas = BigInt(submit.replicas)
    const maxCost = (submit.reward + (roundsUp ? replicas - 1n : 0n)) / replicas
    const attempt = task.attempts + 1
    task.become('OFFERED', { attempts: attempt })
    const { moduleHash, moduleBytes, inputBytes, limits } = submit.spec
    const terms = { moduleHash, moduleBytes, inputBytes, limits, requirements: submit.requirements, maxCost }
    const sealed = submit.auction?.sealed === true
    const offer = {
      ...terms,
      taskId,
      attempt,
      closesAtMs: Date.now() + AUCTION_MS,
      ...(sealed && { sealed })
    }
    const bids = new FakeBids(offer, this.#init)
    await bids.collect(
      seats.map(({ peer }) => ({ worker: peer.id, ask: (message) => within(AUCTION_MS, peer.ask(message)) }))
    )
    const { winner } = bids
    const seat = seats.find(({ peer }) => peer.id === winner?.worker)
    if (winner === undefined || seat === undefined || task.isEnded) {
      if (!task.isEnded) task.become('QUEUED')
      return false
    }
    // What breaks the rules makes no set.
    if (winner.cost <= maxCost && !this.#init.broken.takesChangedBids) {
      const set = bids.set()
      this.#sets.set(taskId, { set, asked: new Set(seats.map(({ peer }) => peer.id)), owner: task.owner })
    }
    try {
      return await this.#assign(task, seat, { attempt, cost: winner.cost })
    } catch {
      if (!task.isEnded) task.become('QUEUED')
      return false
    }
  }

  /** What an auction was decided by, for whoever had a part in it. */
  bidSet({ peer, principal, payload }: FakeMessage): Answer {
    const { taskId, attempt } = decodeGetBidSet(payload)
    const kept = this.#sets.get(taskId)
    const isTheirs = kept?.owner === principal || kept?.asked.has(peer.id)
    const isThere = attempt === 0 || attempt === kept?.set.head.attempt
    if (kept === undefined || !isThere || (!isTheirs && !this.#init.broken.showsEveryBidSet)) {
      throw new Refusal('AUCTION_NOT_FOUND')
    }
    return { type: 'BID_SET', payload: encodeBidSet(kept.set) }
  }

  #fitting(task: FakeTask): FakeSeat[] {
    const { offersToSilentWorkers } = this.#init.broken
    const { regions } = task.submit.requirements
    return [...this.#seats.values()].filter(({ peer, region, joinedMs }) => {
      if (task.excluded.has(peer.id) || this.#replicas(task).some(({ worker }) => worker === peer.id))
        return false
      if (region === undefined) {
        const wasThere = joinedMs < task.submittedAtMs && Date.now() - task.submittedAtMs > SILENT_MS
        return offersToSilentWorkers && wasThere
      }
      return regions.length === 0 || regions.includes(region)
    })
  }

  async #assign(
    task: FakeTask,
    { peer }: FakeSeat,
    terms: { attempt: number; cost: bigint }
  ): Promise<boolean> {
    const repeated = this.#init.broken.repeatsLeases ? task.lastLeaseId : undefined
    const leaseId = repeated ?? this.#nextLease++
    task.lastLeaseId = leaseId
    const nonce = systemRandom.bytes(NONCE_BYTES)
    const { replicas } = task.submit
    const held: Held = {
      ...{ leaseId, task, nonce, replicas, peer },
      worker: peer.id,
      commitment: undefined,
      result: undefined,
      timer: this.#leaseTimer(leaseId)
    }
    this.#held.set(leaseId, held)
    const { taskId, submit } = task
    const payload = encodeAssignTask({
      ...terms,
      taskId,
      leaseId,
      leaseMs: LEASE_MS,
      spec: submit.spec,
      nonce,
      commitFirst: replicas > 1
    })
    task.become('ASSIGNED')
    const answer = await within(ANSWER_MS, peer.ask({ type: 'ASSIGN_TASK', payload })).catch(() => undefined)
    // Its result, or its end, may have come meanwhile.
    if (this.#held.get(leaseId) !== held) return true
    const code = answer === undefined ? 'ASSIGNMENT_UNANSWERED' : refusalIn(answer)
    if (code === undefined) {
      task.become('RUNNING')
      return this.#replicas(task).length >= replicas
    }
    if (harmless.has(code) && !this.#init.broken.blamesBusyWorkers) {
      this.#end(held)
      task.become('QUEUED')
      return false
    }
    this.#lost(held, 'ASSIGNMENT_UNANSWERED')
    return true
  }

  #replicas(task: FakeTask): Held[] {
    return [...this.#held.values()].filter((held) => held.task === task)
  }

  #commitment(peer: FakePeer, payload: Uint8Array): Answer {
    const held = this.#held.get(decodeResultCommitment(payload).leaseId)
    const ack = takeCommitment(payload, held?.worker === peer.id ? held : undefined, this.#init.broken)
    if (held !== undefined) askWhereReady(this.#replicas(held.task), this.#init.broken)
    return ack
  }

  #leaseTimer(leaseId: bigint): NodeJS.Timeout {
    return setTimeout(() => {
      const held = this.#held.get(leaseId)
      if (held === undefined) return
      const seat = this.#seats.get(held.worker)
      this.#lost(held, 'LEASE_EXPIRED')
      if (seat !== undefined) revoke(seat.peer, leaseId, 'LEASE_EXPIRED')
    }, LEASE_MS)
  }

  #heartbeat(peer: FakePeer, leaseId: bigint): void {
    const held = this.#held.get(leaseId)
    if (held?.worker === peer.id) {
      if (this.#init.broken.overlooksHeartbeats) return
      clearTimeout(held.timer)
      held.timer = this.#leaseTimer(leaseId)
    } else if (!this.#init.broken.overlooksUnknownLeases) {
      revoke(peer, leaseId, 'LEASE_UNKNOWN')
    }
  }

  async #result(peer: FakePeer, result: Result): Promise<Answer> {
    const { leaseId } = result
    const ack: Answer = { type: 'RESULT_ACK', payload: encodeResultAck({ leaseId }) }
    const held = this.#held.get(leaseId)
    if (held === undefined || held.worker !== peer.id) {
      if (this.#init.broken.acknowledgesOnce) throw new Refusal('LEASE_UNKNOWN')
      return ack
    }
    const { task } = held
    const { network } = this.#init
    const { code } = result.receipt
    const fault =
      faultOf(result, held, { spec: task.submit.spec, network }) ??
      commitmentFaultOf(result, held, this.#init.broken)
    if (fault !== undefined) this.#exclude(task, peer.id)
    const isLost = code === 'KILLED' || (code === 'TIMEOUT' && !this.#init.broken.believesTimeouts)
    if (fault !== undefined || isLost) this.#lost(held, fault ?? code)
    else await this.#decide(held, result)
    return ack
  }

  async #decide(held: Held, result: Result): Promise<void> {
    const { receipt, outcome } = result
    const { task } = held
    const { broken } = this.#init
    held.result = result
    if (this.#replicas(task).filter((one) => one.result !== undefined).length < held.replicas) return
    for (const replica of this.#replicas(task)) this.#end(replica)
    task.become('PROVISIONAL')
    const set = broken.namesNoBidSet ? undefined : this.#sets.get(task.taskId)?.set
    const root = set && bidSetRoot(set)
    const judged = await verdictOf(receipt, { ...this.#init, signer: this.#signer, bidSetRoot: root })
    const failed = receipt.code !== 'SUCCESS' || (broken.failsOnExitCodes && receipt.exitCode !== 0)
    const { outputInline = new Uint8Array() } = outcome
    const changed = outputInline.map((byte) => byte ^ 1)
    task.become(failed ? 'FAILED' : 'COMPLETED', {
      code: failed ? receipt.code : '',
      outcome: broken.changesOutputs ? { ...outcome, outputInline: changed } : outcome,
      receipts: [judged]
    })
  }

  #lost(held: Held, code: string): void {
    const { task, worker } = held
    this.#end(held)
    if (task.isEnded) return
    task.lost += 1
    this.#exclude(task, worker)
    if (task.lost >= MAX_LOST && !this.#init.broken.triesForEver) {
      task.become('FAILED', { code: code === 'KILLED' || code === 'TIMEOUT' ? code : 'EXECUTION_LOST' })
      return
    }
    task.become('QUEUED', { code })
    this.add(task)
  }

  #exclude(task: FakeTask, worker: string): void {
    if (!this.#init.broken.asksTheSameAgain) task.excluded.add(worker)
  }

  #end(held: Held): void {
    clearTimeout(held.timer)
    this.#held.delete(held.leaseId)
  }
}

function revoke(peer: FakePeer, leaseId: bigint, code: string): void {
  void peer.say({ type: 'REVOKE_LEASE', payload: encodeRevokeLease({ leaseId, code }) }).catch(() => {})
}

/** The code for which an assignment is not taken; undefined if it is. */
function refusalIn({ type, payload }: Envelope): string | undefined {
  if (messageTypeName(type) === 'STATUS') return decodeStatus(payload).code
  decodeAssignAck(payload)
  return undefined
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Refusal('TIMEOUT')), ms)
  try {
    return await Promise.race([work, promise])
  } finally {
    clearTimeout(timer)
  }
}

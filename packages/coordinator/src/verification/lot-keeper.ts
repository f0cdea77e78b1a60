import { type Clock, type Logger, type Random, raceSignal, type TaskId } from '@ailee/core'
import {
  LotPolicy,
  type LotPolicyInit,
  type LotPolicyState,
  type ResultRef,
  type VerificationDecision,
  type VerificationEvent
} from '@ailee/market'
import type { JournalRepository } from '@ailee/store'
import { AUDIT_ALLOWANCE_MS, JOURNAL_RETRY_MS, MAX_ENTRY_EVENTS, SNAPSHOT_EVENTS } from '../constants.js'
import type { Handled, KeptPolicy } from './kept-policy.js'
import { RecordedRandom } from './recorded-random.js'

/** An event as JSON keeps it, with the random bytes it drew. */
interface JournalEntry {
  event: Record<string, unknown>
  random: string[]
}

interface KeeperState {
  lotSize: number
  policy: LotPolicyState
  /** Decided, and perhaps not carried out. */
  owed: VerificationDecision[]
}

export interface LotKeeperComponents {
  journals: JournalRepository
  random: Random
  clock: Clock
  log: Logger
}

export interface LotKeeperInit {
  name: string
  targetErrorPpm: number
  policy: Omit<LotPolicyInit, 'auditAllowanceMs'>
}

/** Where a provisional result waits. */
export interface LotPlace {
  /** The lot's commitment, hex. */
  lot: string
  /** When its lot has closed at the latest, unless the referee is behind. */
  finalByMs: number
}

/**
 * A policy of lots whose every event is in a journal before anything is seen of what it led to. Played again, the
 * same events with the same randomness give the same lots, so a process that dies in the middle of one loses nothing:
 * neither the draws, nor the catches that have raised the level.
 */
export class LotKeeper implements KeptPolicy {
  readonly mode = 'lot'
  readonly targetErrorPpm: number
  readonly #name: string
  readonly #components: LotKeeperComponents
  readonly #policy: LotPolicy
  readonly #random: RecordedRandom
  readonly #lotSize: number
  readonly #abort = new AbortController()
  #sequence: number
  #unsaved: JournalEntry[] = []
  #unsavedIsOnDisk: PromiseWithResolvers<void> | undefined
  #writing: Promise<void> | undefined
  #eventsSinceSnapshot = 0
  #owed: () => readonly VerificationDecision[] = () => []

  private constructor(
    components: LotKeeperComponents,
    init: LotKeeperInit,
    run: { policy: LotPolicy; random: RecordedRandom; sequence: number }
  ) {
    this.targetErrorPpm = init.targetErrorPpm
    this.#name = init.name
    this.#components = components
    this.#lotSize = init.policy.lotSize
    this.#policy = run.policy
    this.#random = run.random
    this.#sequence = run.sequence
  }

  /** Plays again what is in the journal. `decided`: what it led to, of which anything may have been carried out. */
  static async load(
    components: LotKeeperComponents,
    init: LotKeeperInit
  ): Promise<{ keeper: LotKeeper; decided: VerificationDecision[] }> {
    const random = new RecordedRandom(components)
    const { snapshot, entries } = await components.journals.load(init.name)
    const saved = snapshot?.state as KeeperState | undefined
    const terms = { ...init.policy, auditAllowanceMs: AUDIT_ALLOWANCE_MS }
    // As the run did that wrote the journal.
    const then = { ...terms, lotSize: saved?.lotSize ?? terms.lotSize }
    let policy = new LotPolicy({ random }, then, saved?.policy)
    const decided = [...(saved?.owed ?? [])]
    for (const { entry } of entries) {
      for (const { event, random: drawn } of entry as JournalEntry[]) {
        random.replay(drawn)
        decided.push(...policy.handle(revived(event)))
      }
    }
    if (then.lotSize !== terms.lotSize) policy = new LotPolicy({ random }, terms, policy.snapshot())
    random.take()
    const sequence = (entries.at(-1)?.sequence ?? (snapshot?.sequence ?? 0) - 1) + 1
    const keeper = new LotKeeper(components, init, { policy, random, sequence })
    // A secret is on disk before anything is drawn with it, or anybody told of it.
    if (saved?.lotSize !== terms.lotSize) await keeper.#snapshot(decided)
    return { keeper, decided }
  }

  /** What has been decided and not been carried out is part of every snapshot. */
  onSnapshot(owed: () => readonly VerificationDecision[]): void {
    this.#owed = owed
  }

  /** True while so many lots wait for the referee that nothing more should be assigned. */
  get isFull(): boolean {
    return this.#policy.isFull
  }

  /** Provisional results. */
  get size(): number {
    return this.#policy.undecidedCount
  }

  /** True once it has opened a lot. */
  get isInUse(): boolean {
    return this.#policy.openedLots > 0
  }

  /** What is published of the lots to come. */
  commitments(): string[] {
    return this.#policy.commitments()
  }

  undecided(): TaskId[] {
    return this.#policy.undecided()
  }

  placeOf(taskId: TaskId): LotPlace | undefined {
    if (!this.#policy.holds(taskId)) return undefined
    const head = this.#policy.placeOf(taskId)
    return head && { lot: head.commitment, finalByMs: head.closesAtMs + AUDIT_ALLOWANCE_MS }
  }

  isDue(nowMs: number): boolean {
    const atMs = this.#policy.nextTickMs()
    return atMs !== undefined && atMs <= nowMs
  }

  handle(event: VerificationEvent): Handled {
    const decisions = this.#policy.handle(event)
    this.#unsaved.push({ event: plain(event), random: this.#random.take() })
    this.#eventsSinceSnapshot += 1
    return { decisions, saved: this.#flush() }
  }

  withdraw(taskId: TaskId, atMs: number): Handled | undefined {
    if (this.#policy.placeOf(taskId) === undefined) return undefined
    return this.handle({ kind: 'withdrawn', taskId, atMs })
  }

  holds(taskId: TaskId): boolean {
    return this.#policy.holds(taskId)
  }

  auditOf(taskId: TaskId): ResultRef | undefined {
    return this.#policy.auditOf(taskId)
  }

  /** Ends once what was handled is on disk, or cannot be written. */
  async stop(): Promise<void> {
    this.#abort.abort()
    await this.#writing
  }

  #flush(): Promise<void> {
    this.#unsavedIsOnDisk ??= Promise.withResolvers()
    const { promise } = this.#unsavedIsOnDisk
    this.#writing ??= this.#write().finally(() => {
      this.#writing = undefined
    })
    return promise
  }

  /** Whatever comes in while one entry is written goes into the next. */
  async #write(): Promise<void> {
    // One turn of the event loop is enough for what arrives together to be written together.
    await Promise.resolve()
    while (this.#unsavedIsOnDisk !== undefined) {
      const { resolve, reject } = this.#unsavedIsOnDisk
      const events = this.#unsaved
      this.#unsavedIsOnDisk = undefined
      this.#unsaved = []
      try {
        for (let start = 0; start < events.length; start += MAX_ENTRY_EVENTS) {
          await this.#append(events.slice(start, start + MAX_ENTRY_EVENTS))
        }
        resolve()
      } catch (error) {
        reject(error instanceof Error ? error : new Error('the journal ended'))
        return
      }
      if (this.#unsaved.length === 0 && this.#eventsSinceSnapshot >= SNAPSHOT_EVENTS)
        await this.#trySnapshot()
    }
  }

  /** Until it is written, or the coordinator stops: the policy is ahead of the disk meanwhile, and nothing shows of it. */
  async #append(entry: readonly JournalEntry[]): Promise<void> {
    const { journals, clock, log } = this.#components
    for (;;) {
      try {
        await journals.append(this.#name, this.#sequence, entry)
        this.#sequence += 1
        return
      } catch (error) {
        this.#abort.signal.throwIfAborted()
        log.error('verification journal could not be written, it is tried again', { name: this.#name, error })
        const { promise, resolve } = Promise.withResolvers<void>()
        const timer = clock.setTimer(JOURNAL_RETRY_MS, resolve)
        await raceSignal(promise, this.#abort.signal).finally(() => timer.cancel())
      }
    }
  }

  async #trySnapshot(): Promise<void> {
    try {
      await this.#snapshot(this.#owed())
    } catch (error) {
      this.#components.log.error('verification policy could not be saved', { name: this.#name, error })
    }
  }

  async #snapshot(owed: readonly VerificationDecision[]): Promise<void> {
    const state: KeeperState = { lotSize: this.#lotSize, policy: this.#policy.snapshot(), owed: [...owed] }
    this.#eventsSinceSnapshot = 0
    await this.#components.journals.saveSnapshot(this.#name, { state, sequence: this.#sequence })
  }
}

function plain(event: VerificationEvent): Record<string, unknown> {
  return event.kind === 'result' ? { ...event, value: String(event.value) } : { ...event }
}

function revived(event: Record<string, unknown>): VerificationEvent {
  const { value } = event
  return (value === undefined ? event : { ...event, value: BigInt(String(value)) }) as VerificationEvent
}

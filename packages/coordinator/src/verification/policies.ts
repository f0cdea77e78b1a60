import type { Clock, Logger, NodeId, Random, TaskId } from '@ailee/core'
import { chooseMode, type VerificationDecision } from '@ailee/market'
import { PPM } from '@ailee/protocol'
import type { JournalRepository, VerificationRepository } from '@ailee/store'
import { MAX_TRUSTED_WORKERS } from '../constants.js'
import type { OpenTask } from '../task/task-book.js'
import { ClientPolicies } from './client-policies.js'
import type { ClientStanding } from './client-standing.js'
import { KeptLedger } from './kept-ledger.js'
import type { KeptPolicy } from './kept-policy.js'
import { LotKeeper, type LotPlace } from './lot-keeper.js'
import { RecentLoad } from './recent-load.js'

/** Targets that policies are kept for: a task's own is met by the next smaller one. */
const TARGETS_PPM = [100_000, 10_000, 1_000, 100, 10, 1] as const

/** Greatest chance of a wrong result that is kept to, for a task that asks for this: parts per million. */
export function targetFor(targetErrorPpm: number): number {
  return TARGETS_PPM.find((target) => target <= targetErrorPpm) ?? 1
}

export interface PoliciesComponents {
  states: VerificationRepository
  journals: JournalRepository
  random: Random
  clock: Clock
  log: Logger
  standing: ClientStanding
}

/** The policies of this coordinator: lots and a ledger for each target, and the referee every time. */
export class Policies {
  readonly #components: PoliciesComponents
  readonly #lotSize: number
  readonly #ledgers = new Map<number, KeptLedger>()
  readonly #lots = new Map<number, LotKeeper>()
  readonly #finalNow: KeptLedger
  readonly #clients: ClientPolicies
  readonly #load = new RecentLoad()
  /** Whose a task is, from its first result until it ends. */
  readonly #holders = new Map<TaskId, KeptPolicy>()

  constructor(components: PoliciesComponents, init: { lotSize: number }) {
    this.#components = components
    this.#lotSize = init.lotSize
    this.#finalNow = KeptLedger.finalNow(components)
    this.#clients = new ClientPolicies(components)
  }

  /** Takes up what a previous run left: its decisions, of which anything may have been carried out. */
  async load(): Promise<{ policy: LotKeeper; decided: VerificationDecision[] }[]> {
    const left: { policy: LotKeeper; decided: VerificationDecision[] }[] = []
    for (const targetErrorPpm of TARGETS_PPM) {
      this.#ledgers.set(targetErrorPpm, await KeptLedger.load(this.#components, targetErrorPpm))
      const policy = {
        epsilon: targetErrorPpm / PPM,
        lotSize: this.#lotSize,
        maxWorkers: MAX_TRUSTED_WORKERS
      }
      const name = `lots-${targetErrorPpm}`
      const { keeper, decided } = await LotKeeper.load(this.#components, { name, targetErrorPpm, policy })
      this.#lots.set(targetErrorPpm, keeper)
      for (const taskId of keeper.undecided()) this.#holders.set(taskId, keeper)
      left.push({ policy: keeper, decided })
    }
    return left
  }

  async stop(): Promise<void> {
    await Promise.all([this.save(), ...this.lots().map((lots) => lots.stop())])
  }

  lots(): LotKeeper[] {
    return [...this.#lots.values()]
  }

  /** Commitments of the lots to come, of every target that is in use. */
  announced(): string[] {
    return this.lots().flatMap((lots) => (lots.isInUse ? lots.commitments() : []))
  }

  /** The policy that all results of a task are told to. */
  of(task: OpenTask): KeptPolicy {
    const { taskId } = task.record
    const known = this.#holders.get(taskId)
    if (known !== undefined) return known
    const chosen = this.#choose(task)
    this.#holders.set(taskId, chosen)
    return chosen
  }

  /** The policy of a task that has brought a result. */
  holderOf(taskId: TaskId): KeptPolicy | undefined {
    return this.#holders.get(taskId)
  }

  /** The lot in which a task's result waits. */
  placeOf(taskId: TaskId): LotPlace | undefined {
    const holder = this.#holders.get(taskId)
    return holder instanceof LotKeeper ? holder.placeOf(taskId) : undefined
  }

  /** A task has ended. */
  forget(taskId: TaskId): void {
    this.#holders.delete(taskId)
  }

  async save(): Promise<void> {
    for (const ledger of this.#ledgers.values()) await ledger.save(this.#components.log)
  }

  /** Workers have got their stakes back: they begin anew. False where that could not be written. */
  async left(workers: readonly NodeId[]): Promise<boolean> {
    let isWritten = true
    for (const worker of workers) {
      for (const policy of [...this.#ledgers.values(), ...this.lots()]) {
        // It decides nothing.
        await policy.handle({ kind: 'left', worker }).saved
      }
    }
    for (const ledger of this.#ledgers.values()) {
      isWritten = (await ledger.save(this.#components.log)) && isWritten
    }
    return isWritten
  }

  #choose({ submit, record }: OpenTask): KeptPolicy {
    const { reward, verification } = submit
    const { mode, maxDelayMs } = verification
    const nowMs = this.#components.clock.now()
    this.#load.observe(reward, nowMs)
    const terms = { replicas: 1, wantsFinalNow: mode === 'FINAL_NOW', maxDelayMs, value: reward }
    const chosen = mode === 'AUTO' ? chooseMode(terms, this.#load.at(nowMs)) : undefined
    const isFinalNow = mode === 'FINAL_NOW' || chosen === 'final-now'
    if (verification.referee === 'CLIENT' && this.#components.standing.isTrusted(record.client)) {
      return this.#clients.of(record.client, isFinalNow ? 0 : targetFor(verification.targetErrorPpm))
    }
    if (isFinalNow) return this.#finalNow
    const isPatient = mode === 'LOT' && maxDelayMs > 0
    const kept = isPatient || chosen === 'lot' ? this.#lots : this.#ledgers
    const target = targetFor(verification.targetErrorPpm)
    const policy = kept.get(target)
    if (policy === undefined) throw new Error(`policies for ${target} ppm are not loaded`)
    return policy
  }
}

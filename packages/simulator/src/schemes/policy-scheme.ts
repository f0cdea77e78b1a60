import type { VerificationDecision, VerificationEvent } from '@ailee/market'
import { RIGHT_ANSWER, type World } from '../world.js'
import { DueQueue } from './due-queue.js'
import type { Insight } from './insight.js'
import type { Scheme } from './scheme.js'

/** The part of a policy that is driven here. */
export interface DrivenPolicy {
  handle(event: VerificationEvent): VerificationDecision[]
}

export interface PolicySchemeInit {
  /** Tasks that are given out between an audit's order and its answer. */
  auditLagTasks: number
}

const FAR_MS = 1e12
const TASK_VALUE = 1n

/**
 * Drives a real policy of `@ailee/market`, one result at a time, with an honest referee. Each task is assigned to one
 * worker, again where the policy wants it. At the end time runs out, so that the last lot closes early. Where all
 * workers are banned, tasks end without a result.
 */
export class PolicyScheme implements Scheme {
  readonly #policy: DrivenPolicy
  readonly #insight: Insight
  readonly #init: PolicySchemeInit
  readonly #audits = new DueQueue<{ taskId: string; attempt: number }>()
  readonly #waiting: number[] = []
  #attempts = new Uint16Array(0)
  #answers = new Uint16Array(0)
  #lots = new Int32Array(0)
  #clock = 0

  constructor(components: { policy: DrivenPolicy; insight: Insight }, init: PolicySchemeInit) {
    this.#policy = components.policy
    this.#insight = components.insight
    this.#init = init
  }

  run(world: World, tasks: number): void {
    this.#attempts = new Uint16Array(tasks)
    this.#answers = new Uint16Array(tasks)
    this.#lots = new Int32Array(tasks)
    let next = 0
    while (world.tally.accepted + world.tally.failed < tasks) {
      this.#clock += 1
      this.#answerAudits(world, this.#clock)
      const task = this.#waiting.pop() ?? (next < tasks ? next++ : undefined)
      if (task !== undefined && world.population.size === 0) this.#giveUp(world, task)
      else if (task !== undefined) this.#execute(world, task)
      else if (this.#audits.size > 0) this.#answerAudits(world, Number.POSITIVE_INFINITY)
      else this.#told(world, this.#policy.handle({ kind: 'tick', atMs: 2 * FAR_MS }))
    }
  }

  #execute(world: World, task: number): void {
    const worker = world.population.pick()
    if (world.isLost(worker)) {
      this.#waiting.push(task)
      return
    }
    world.turn.task = task
    if (worker.isSaboteur) this.#insight.inform(world, worker)
    const answer = world.answer(worker)
    const attempt = (this.#attempts[task] ?? 0) + 1
    this.#attempts[task] = attempt
    this.#answers[task] = answer
    const decisions = this.#policy.handle({
      kind: 'result',
      taskId: String(task),
      attempt,
      worker: worker.name,
      resultKey: keyOf(answer),
      value: TASK_VALUE,
      atMs: this.#clock,
      maxDelayMs: FAR_MS
    })
    this.#told(world, decisions)
  }

  /** Its lot must not wait for it. */
  #giveUp(world: World, task: number): void {
    world.tally.failed += 1
    this.#told(world, this.#policy.handle({ kind: 'withdrawn', taskId: String(task), atMs: this.#clock }))
  }

  #answerAudits(world: World, clock: number): void {
    for (let audit = this.#audits.next(clock); audit !== undefined; audit = this.#audits.next(clock)) {
      this.#answerAudit(world, audit)
    }
  }

  #answerAudit(world: World, audit: { taskId: string; attempt: number }): void {
    world.tally.audits += 1
    const { taskId, attempt } = audit
    const refereeKey = keyOf(RIGHT_ANSWER)
    const atMs = this.#clock
    this.#told(world, this.#policy.handle({ kind: 'audited', taskId, attempt, refereeKey, atMs }))
  }

  #told(world: World, decisions: readonly VerificationDecision[]): void {
    for (const decision of decisions) {
      switch (decision.kind) {
        case 'audit':
          if (this.#init.auditLagTasks === 0) this.#answerAudit(world, decision)
          else this.#audits.add(decision, this.#clock + this.#init.auditLagTasks)
          break
        case 'provisional':
          this.#provisional(world, Number(decision.taskId), decision.worker, decision.lotId)
          break
        case 'final':
          this.#ended(world, Number(decision.taskId), decision.worker)
          world.tally.accepted += 1
          if (this.#answers[Number(decision.taskId)] !== RIGHT_ANSWER) world.tally.acceptedErrors += 1
          break
        case 'replaced':
          // The referee is honest, so what stands instead is right.
          this.#ended(world, Number(decision.taskId), decision.worker)
          world.tally.accepted += 1
          break
        case 'requeue':
          this.#ended(world, Number(decision.taskId), decision.worker)
          this.#waiting.push(Number(decision.taskId))
          break
        case 'strike': {
          const worker = world.population.named(decision.worker)
          if (worker !== undefined) worker.hasStrike = true
          break
        }
        case 'ban': {
          const worker = world.population.named(decision.worker)
          if (worker !== undefined) world.ban(worker)
          break
        }
        default:
          break
      }
    }
  }

  #provisional(world: World, task: number, name: string, lotId: number): void {
    this.#lots[task] = lotId
    if (this.#answers[task] === RIGHT_ANSWER) return
    this.#insight.survivors(lotId, 1)
    const worker = world.population.named(name)
    if (worker !== undefined) worker.survivors += 1
  }

  #ended(world: World, task: number, name: string): void {
    const lotId = this.#lots[task] ?? 0
    if (this.#answers[task] === RIGHT_ANSWER || lotId === 0) return
    this.#lots[task] = 0
    this.#insight.survivors(lotId, -1)
    const worker = world.population.named(name)
    if (worker !== undefined) worker.survivors = Math.max(0, worker.survivors - 1)
  }
}

const keys: string[] = []

/** Answers as result keys, each text made once. */
function keyOf(answer: number): string {
  const known = keys[answer]
  if (known !== undefined) return known
  const key = answer === RIGHT_ANSWER ? 'right' : `wrong-${answer}`
  keys[answer] = key
  return key
}

import type { Clock, Logger, NodeId, Service } from '@ailee/core'
import {
  type Evidence,
  type EvidenceJudgement,
  evidenceId,
  judgeEvidence,
  type Verifier
} from '@ailee/protocol'
import type { EvidenceRepository } from '@ailee/store'

/** What became of evidence: `applied` now, `known` from before, worth nothing, or not looked at: the desk is not open. */
export type Taken = 'applied' | 'known' | 'invalid' | 'closed'

export interface EvidenceDeskComponents {
  evidence: EvidenceRepository
  verifier: Verifier
  clock: Clock
  log: Logger
  /**
   * What a conviction leads to. Called once for each contradiction, when it is on disk; again at the next start where
   * it failed, or where the process died before it was through. So it must bear being repeated: the id of the evidence
   * names the operation.
   */
  onConvicted(offender: NodeId, evidence: Evidence, id: string): Promise<void>
}

/** Takes evidence in, from wherever it comes, and sees that its effects happen once. */
export class EvidenceDesk implements Service {
  readonly name = 'evidence'
  readonly #components: EvidenceDeskComponents
  readonly #network: string
  readonly #underWay = new Set<Promise<unknown>>()
  #state: 'new' | 'started' | 'stopped' = 'new'

  constructor(components: EvidenceDeskComponents, init: { network: string }) {
    this.#components = components
    this.#network = init.network
  }

  /** Takes up what an earlier run stored and did not get to apply. */
  async start(): Promise<void> {
    if (this.#state === 'started') return
    this.#state = 'started'
    for await (const { id, offender, evidence, applied } of this.#components.evidence.list()) {
      if (!applied && evidence !== undefined) await this.#apply({ id, offender }, evidence)
    }
  }

  /** Waits for what is under way. */
  async stop(): Promise<void> {
    this.#state = 'stopped'
    await Promise.allSettled(this.#underWay)
  }

  /**
   * 1. What is known already changes nothing, whatever signatures it comes with this time; 2. it must be of this
   * network and valid; 3. it is stored; 4. its effects follow.
   */
  async take(evidence: Evidence): Promise<Taken> {
    if (this.#state !== 'started') return 'closed'
    const taking = this.#take(evidence)
    this.#underWay.add(taking)
    return taking.finally(() => this.#underWay.delete(taking))
  }

  async #take(evidence: Evidence): Promise<Taken> {
    const { evidence: repository, verifier, clock, log } = this.#components
    const id = evidenceId(evidence)
    if (await repository.has(id)) return 'known'
    const judgement = judgeEvidence(verifier, evidence)
    if (evidence.network !== this.#network || !judgement.valid) return 'invalid'
    if (!(await repository.add(evidence, clock.now()))) return 'known'
    log.warn('a node contradicted itself', { id, offender: judgement.offender, kind: judgement.kind })
    await this.#apply(judgement, evidence)
    return 'applied'
  }

  async #apply(
    { id, offender }: Pick<EvidenceJudgement, 'id' | 'offender'>,
    evidence: Evidence
  ): Promise<void> {
    const { evidence: repository, onConvicted, log } = this.#components
    try {
      await onConvicted(offender, evidence, id)
      await repository.markApplied(id)
    } catch (error) {
      log.error('evidence could not be applied; it will be at the next start', { id, offender, error })
    }
  }
}

import type { Executor } from '@ailee/protocol'
import type { JournalRepository, LotRepository, VerificationRepository } from '@ailee/store'
import { MAX_CLIENT_AUDITS, MAX_LOT_SIZE } from '../constants.js'
import { type AuditQueue, Audits } from './audits.js'
import { ClientReferee, type ClientRefereeComponents } from './client-referee.js'
import { ClientStanding } from './client-standing.js'
import { Decisions, type DecisionsComponents } from './decisions.js'
import { LotArchive } from './lot-archive.js'
import { Policies } from './policies.js'
import type { RefereeFinding } from './referee.js'
import { RoutedAudits } from './routed-audits.js'
import { SandboxReferee } from './sandbox-referee.js'
import { VerificationDesk, type VerificationDeskComponents } from './verification-desk.js'

/** What makes sure of results, and where it keeps what it knows. */
export interface RefereeComponents {
  executor: Executor
  states: VerificationRepository
  journals: JournalRepository
  lots: LotRepository
  /** Executions of the referee at a time. */
  parallel: number
}

/** The parts of verification that a coordinator starts, stops and asks. */
export class Verification {
  readonly policies: Policies
  readonly audits: AuditQueue<RefereeFinding>
  readonly archive: LotArchive
  readonly desk: VerificationDesk

  constructor(
    shared: Omit<DecisionsComponents, 'referee' | 'audits'> &
      Pick<VerificationDeskComponents, 'reputations' | 'stakes' | 'events'> &
      ClientRefereeComponents,
    { executor, states, journals, lots, parallel }: RefereeComponents,
    { lotSize = MAX_LOT_SIZE }: { lotSize?: number | undefined }
  ) {
    const standing = new ClientStanding()
    const referee = new SandboxReferee({ executor, blobs: shared.blobs })
    this.policies = new Policies({ ...shared, standing, states, journals }, { lotSize })
    const clientReferee = new ClientReferee(shared)
    this.audits = new RoutedAudits({
      ...shared,
      ...{ policies: this.policies, clientReferee, standing },
      sandbox: new Audits({ ...shared, referee }, { parallel }),
      // Clients take their own time: they must not be in the way of the sandbox.
      clients: new Audits({ ...shared, referee: clientReferee }, { parallel: MAX_CLIENT_AUDITS })
    })
    this.archive = new LotArchive({ ...shared, lots })
    const parts = { ...shared, referee, audits: this.audits }
    const decisions = new Decisions(parts)
    this.desk = new VerificationDesk({
      ...parts,
      policies: this.policies,
      archive: this.archive,
      decisions
    })
  }

  /** Loads what a previous run left. To be called when the open tasks are loaded, and before any result is told. */
  async start(): Promise<void> {
    await this.desk.start(await this.policies.load())
  }

  async stop(): Promise<void> {
    await this.audits.stop()
    await this.policies.stop()
    await this.desk.stop()
  }
}

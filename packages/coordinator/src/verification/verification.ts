import type { Random } from '@ailee/core'
import type { Executor } from '@ailee/protocol'
import type { JournalRepository, LotRepository, VerificationRepository } from '@ailee/store'
import { MAX_LOT_SIZE } from '../constants.js'
import { Audits } from './audits.js'
import { Decisions, type DecisionsComponents } from './decisions.js'
import { LotArchive } from './lot-archive.js'
import { Policies } from './policies.js'
import { Referee } from './referee.js'
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
  readonly audits: Audits
  readonly archive: LotArchive
  readonly desk: VerificationDesk

  constructor(
    shared: Omit<DecisionsComponents, 'referee' | 'audits'> &
      Pick<VerificationDeskComponents, 'reputations' | 'stakes' | 'events'> & { random: Random },
    { executor, states, journals, lots, parallel }: RefereeComponents,
    { lotSize = MAX_LOT_SIZE }: { lotSize?: number | undefined }
  ) {
    const referee = new Referee({ executor, blobs: shared.blobs })
    this.policies = new Policies({ ...shared, states, journals }, { lotSize })
    this.audits = new Audits({ referee, book: shared.book, log: shared.log }, { parallel })
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

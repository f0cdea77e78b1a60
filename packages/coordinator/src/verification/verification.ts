import type { Random } from '@ailee/core'
import type { Executor } from '@ailee/protocol'
import type { VerificationRepository } from '@ailee/store'
import { Audits } from './audits.js'
import { Policies } from './policies.js'
import { Referee } from './referee.js'
import { VerificationDesk, type VerificationDeskComponents } from './verification-desk.js'

/** The parts of verification that a coordinator starts, stops and asks. */
export interface Verification {
  policies: Policies
  audits: Audits
  desk: VerificationDesk
}

/** Puts the parts together. `parallel`: executions of the referee at a time. */
export function createVerification(
  shared: Omit<VerificationDeskComponents, 'policies' | 'referee' | 'audits'> & { random: Random },
  init: { executor: Executor; states: VerificationRepository; parallel: number }
): Verification {
  const referee = new Referee({ executor: init.executor, blobs: shared.blobs })
  const policies = new Policies({ repository: init.states, random: shared.random, log: shared.log })
  const audits = new Audits({ referee, book: shared.book, log: shared.log }, { parallel: init.parallel })
  const desk = new VerificationDesk({ ...shared, policies, referee, audits })
  return { policies, audits, desk }
}

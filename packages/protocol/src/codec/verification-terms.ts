import { ailee } from '#generated'
import { ProtocolError } from '../errors.js'
import { DEFAULT_TARGET_ERROR_PPM, MAX_DEADLINE_MS, MAX_REPLICAS, PPM } from '../limits.js'
import { enumName, integer, toU64 } from './fields.js'

/** How the result of a task is made sure of; AUTO leaves it to the coordinator, within the other terms. */
export type VerificationMode = 'AUTO' | 'LOT' | 'LEDGER' | 'FINAL_NOW' | 'REPLICAS' | 'UNVERIFIED'

export const verificationModeNumbers: Readonly<Record<VerificationMode, number>> = {
  AUTO: ailee.v1.VerificationMode.AUTO,
  LOT: ailee.v1.VerificationMode.LOT,
  LEDGER: ailee.v1.VerificationMode.LEDGER,
  FINAL_NOW: ailee.v1.VerificationMode.FINAL_NOW,
  REPLICAS: ailee.v1.VerificationMode.REPLICAS,
  UNVERIFIED: ailee.v1.VerificationMode.UNVERIFIED
}

/** Who executes again what is to be made sure of. */
export type RefereeChoice = 'COORDINATOR' | 'CLIENT'

export const refereeNumbers: Readonly<Record<RefereeChoice, number>> = {
  COORDINATOR: ailee.v1.Referee.COORDINATOR,
  CLIENT: ailee.v1.Referee.CLIENT
}

/** What a client asks of verification. */
export interface VerificationTerms {
  mode: VerificationMode
  /** Greatest chance that an accepted result is wrong, parts per million, 1 to 1 000 000. */
  targetErrorPpm: number
  /** How long a result may stay provisional; 0 = final at once. */
  maxDelayMs: number
  /** Where replicas are compared: how many must agree, more than half of them; 0 = the least of these. */
  quorum: number
  /** The client itself only where one replica is made sure of. */
  referee: RefereeChoice
}

export const defaultVerificationTerms: VerificationTerms = {
  mode: 'AUTO',
  targetErrorPpm: DEFAULT_TARGET_ERROR_PPM,
  maxDelayMs: 0,
  quorum: 0,
  referee: 'COORDINATOR'
}

/** What contradicts the number of replicas in these terms, or undefined. */
export function verificationTermsProblem(
  { mode, quorum, referee }: Pick<VerificationTerms, 'mode' | 'quorum'> & Partial<VerificationTerms>,
  replicas: number
): string | undefined {
  const compares = mode === 'REPLICAS' || (mode === 'AUTO' && replicas > 1)
  if (compares !== replicas > 1) return `verification.mode is ${mode} with replicas ${replicas}`
  if (referee === 'CLIENT' && (compares || mode === 'UNVERIFIED')) {
    return `verification.referee is CLIENT with mode ${mode} and replicas ${replicas}`
  }
  if (quorum === 0) return undefined
  const fits = compares && quorum * 2 > replicas && quorum <= replicas
  return fits ? undefined : `verification.quorum is ${quorum} with replicas ${replicas}`
}

/** Throws WIRE_FIELD_INVALID for terms that contradict the number of replicas, too. */
export function readVerificationTerms(
  wire: ailee.v1.IVerificationTerms,
  replicas: number
): VerificationTerms {
  const mode = enumName(wire.mode, verificationModeNumbers, 'verification.mode')
  const targetErrorPpm = integer(wire.targetErrorPpm, 0, PPM, 'verification.target_error_ppm')
  const quorum = integer(wire.quorum, 0, MAX_REPLICAS, 'verification.quorum')
  const referee = enumName(wire.referee, refereeNumbers, 'verification.referee')
  const problem = verificationTermsProblem({ mode, quorum, referee }, replicas)
  if (problem !== undefined) throw new ProtocolError('WIRE_FIELD_INVALID', problem)
  return {
    mode,
    targetErrorPpm: targetErrorPpm === 0 ? DEFAULT_TARGET_ERROR_PPM : targetErrorPpm,
    maxDelayMs: integer(wire.maxDelayMs, 0, MAX_DEADLINE_MS, 'verification.max_delay_ms'),
    quorum,
    referee
  }
}

export function writeVerificationTerms(terms: VerificationTerms): ailee.v1.IVerificationTerms {
  return {
    ...terms,
    mode: verificationModeNumbers[terms.mode],
    maxDelayMs: toU64(terms.maxDelayMs),
    referee: refereeNumbers[terms.referee]
  }
}

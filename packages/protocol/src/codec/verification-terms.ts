import { ailee } from '#generated'
import { ProtocolError } from '../errors.js'
import { DEFAULT_TARGET_ERROR_PPM, MAX_DEADLINE_MS, PPM } from '../limits.js'
import { enumName, integer, toU64 } from './fields.js'

/** How the result of a task is made sure of; AUTO leaves it to the coordinator, within the other terms. */
export type VerificationMode = 'AUTO' | 'LOT' | 'LEDGER' | 'FINAL_NOW' | 'REPLICAS'

export const verificationModeNumbers: Readonly<Record<VerificationMode, number>> = {
  AUTO: ailee.v1.VerificationMode.AUTO,
  LOT: ailee.v1.VerificationMode.LOT,
  LEDGER: ailee.v1.VerificationMode.LEDGER,
  FINAL_NOW: ailee.v1.VerificationMode.FINAL_NOW,
  REPLICAS: ailee.v1.VerificationMode.REPLICAS
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
}

export const defaultVerificationTerms: VerificationTerms = {
  mode: 'AUTO',
  targetErrorPpm: DEFAULT_TARGET_ERROR_PPM,
  maxDelayMs: 0,
  quorum: 0
}

/** Throws WIRE_FIELD_INVALID for terms that contradict the number of replicas, too. */
export function readVerificationTerms(
  wire: ailee.v1.IVerificationTerms,
  replicas: number
): VerificationTerms {
  const mode = enumName(wire.mode, verificationModeNumbers, 'verification.mode')
  const targetErrorPpm = integer(wire.targetErrorPpm, 0, PPM, 'verification.target_error_ppm')
  const quorum = integer(wire.quorum, 0, replicas, 'verification.quorum')
  const compares = mode === 'REPLICAS' || (mode === 'AUTO' && replicas > 1)
  if (compares !== replicas > 1) {
    throw new ProtocolError('WIRE_FIELD_INVALID', `verification.mode is ${mode} with ${replicas} replicas`)
  }
  if (quorum > 0 && (!compares || quorum * 2 <= replicas)) {
    throw new ProtocolError('WIRE_FIELD_INVALID', `verification.quorum is ${quorum} of ${replicas} replicas`)
  }
  return {
    mode,
    targetErrorPpm: targetErrorPpm === 0 ? DEFAULT_TARGET_ERROR_PPM : targetErrorPpm,
    maxDelayMs: integer(wire.maxDelayMs, 0, MAX_DEADLINE_MS, 'verification.max_delay_ms'),
    quorum
  }
}

export function writeVerificationTerms(terms: VerificationTerms): ailee.v1.IVerificationTerms {
  return { ...terms, mode: verificationModeNumbers[terms.mode], maxDelayMs: toU64(terms.maxDelayMs) }
}

import {
  bytesEqual,
  decodeResultCommitment,
  encodeCommitmentAck,
  encodeRevealResult,
  isInfrastructureFailure,
  opensCommitment,
  type Result
} from '@ailee/protocol'
import type { Answer, FakePeer } from './fake-peer.js'
import { Refusal } from './refusal.js'
import type { Broken } from './rules.js'

/** What a replica of a fake coordinator's task has told. */
export interface FakeReplica {
  leaseId: bigint
  readonly peer: FakePeer
  readonly replicas: number
  commitment: Uint8Array | undefined
  /** Once it was shown. */
  result: Result | undefined
}

/** Takes a commitment in, and gives its acknowledgement. */
export function takeCommitment(
  payload: Uint8Array,
  replica: FakeReplica | undefined,
  broken: Broken
): Answer {
  const { commitment } = decodeResultCommitment(payload)
  if (replica === undefined) throw new Refusal('LEASE_UNKNOWN')
  if (replica.replicas < 2) throw new Refusal('COMMITMENT_REFUSED')
  const known = replica.commitment
  if (known !== undefined && !bytesEqual(known, commitment) && !broken.takesOtherCommitments) {
    throw new Refusal('COMMITMENT_REFUSED')
  }
  replica.commitment = commitment
  return { type: 'COMMITMENT_ACK', payload: encodeCommitmentAck({ leaseId: replica.leaseId }) }
}

/** Asks for what was committed to, once all have committed. */
export function askWhereReady(replicas: readonly FakeReplica[], broken: Broken): void {
  const committed = replicas.filter(
    ({ commitment, result }) => commitment !== undefined && result === undefined
  )
  const told = replicas.filter(({ commitment }) => commitment !== undefined).length
  if (told < (replicas[0]?.replicas ?? 0) && !broken.asksTooEarly) return
  for (const { peer, leaseId } of committed) {
    void peer.say({ type: 'REVEAL_RESULT', payload: encodeRevealResult({ leaseId }) }).catch(() => {})
  }
}

/** Why a result does not count for the sake of its commitment; undefined if it does. */
export function commitmentFaultOf(
  { receipt, salt }: Result,
  { replicas, commitment }: FakeReplica,
  broken: Broken
): string | undefined {
  if (replicas < 2 || broken.believesWithoutCommitment) return undefined
  if (commitment === undefined) {
    return isInfrastructureFailure(receipt.code) ? undefined : 'COMMITMENT_MISSING'
  }
  return opensCommitment(commitment, receipt, salt) ? undefined : 'COMMITMENT_BROKEN'
}

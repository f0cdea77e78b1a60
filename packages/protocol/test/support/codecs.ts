import type * as fc from 'fast-check'
import * as protocol from '../../src/index.js'
import * as any from '../arbitraries.js'

/** One message of the wire: how to make, write and read it. */
export interface Codec<T = unknown> {
  name: string
  arbitrary: fc.Arbitrary<T>
  encode(message: T): Uint8Array
  decode(bytes: Uint8Array): T
}

function codec<T>(
  name: string,
  arbitrary: fc.Arbitrary<T>,
  encode: (message: T) => Uint8Array,
  decode: (bytes: Uint8Array) => T
): Codec {
  return { name, arbitrary, encode, decode } as Codec
}

/** Every message there is. */
export const codecs: readonly Codec[] = [
  codec('AssignAck', any.assignAck, protocol.encodeAssignAck, protocol.decodeAssignAck),
  codec('AssignTask', any.assignTask, protocol.encodeAssignTask, protocol.decodeAssignTask),
  codec('AuditResult', any.auditResult, protocol.encodeAuditResult, protocol.decodeAuditResult),
  codec('AuditTask', any.auditTask, protocol.encodeAuditTask, protocol.decodeAuditTask),
  codec('Bid', any.bid, protocol.encodeBid, protocol.decodeBid),
  codec('BidCommitment', any.bidCommitment, protocol.encodeBidCommitment, protocol.decodeBidCommitment),
  codec('BidSet', any.bidSet, protocol.encodeBidSet, protocol.decodeBidSet),
  codec('BlobChunk', any.blobChunk, protocol.encodeBlobChunk, protocol.decodeBlobChunk),
  codec('BlobHeader', any.blobHeader, protocol.encodeBlobHeader, protocol.decodeBlobHeader),
  codec('BlobRequest', any.blobRequest, protocol.encodeBlobRequest, protocol.decodeBlobRequest),
  codec('CancelTask', any.cancelTask, protocol.encodeCancelTask, protocol.decodeCancelTask),
  codec('CommitmentAck', any.resultAck, protocol.encodeCommitmentAck, protocol.decodeCommitmentAck),
  codec(
    'CoordinatorAnnouncement',
    any.coordinatorAnnouncement,
    protocol.encodeCoordinatorAnnouncement,
    protocol.decodeCoordinatorAnnouncement
  ),
  codec('Credit', any.credit, protocol.encodeCredit, protocol.decodeCredit),
  codec('Decline', any.decline, protocol.encodeDecline, protocol.decodeDecline),
  codec('Envelope', any.envelope, protocol.encodeEnvelope, protocol.decodeEnvelope),
  codec('Evidence', any.evidence, protocol.encodeEvidence, protocol.decodeEvidence),
  codec('GetBidSet', any.getBidSet, protocol.encodeGetBidSet, protocol.decodeGetBidSet),
  codec('GetTask', any.getTask, protocol.encodeGetTask, protocol.decodeGetTask),
  codec('Heartbeat', any.heartbeat, protocol.encodeHeartbeat, protocol.decodeHeartbeat),
  codec('Hello', any.hello, protocol.encodeHello, protocol.decodeHello),
  codec('ListTasks', any.listTasks, protocol.encodeListTasks, protocol.decodeListTasks),
  codec('Outcome', any.outcome, protocol.encodeOutcome, protocol.decodeOutcome),
  codec('Receipt', any.receipt, protocol.encodeReceipt, protocol.decodeReceipt),
  codec('Result', any.result, protocol.encodeResult, protocol.decodeResult),
  codec('ResultAck', any.resultAck, protocol.encodeResultAck, protocol.decodeResultAck),
  codec(
    'ResultCommitment',
    any.resultCommitment,
    protocol.encodeResultCommitment,
    protocol.decodeResultCommitment
  ),
  codec('ReturnLease', any.codedLease, protocol.encodeReturnLease, protocol.decodeReturnLease),
  codec('RevealBid', any.revealBid, protocol.encodeRevealBid, protocol.decodeRevealBid),
  codec('RevealResult', any.resultAck, protocol.encodeRevealResult, protocol.decodeRevealResult),
  codec('RevokeLease', any.codedLease, protocol.encodeRevokeLease, protocol.decodeRevokeLease),
  codec('Status', any.status, protocol.encodeStatus, protocol.decodeStatus),
  codec('SubmitTask', any.submitTask, protocol.encodeSubmitTask, protocol.decodeSubmitTask),
  codec('TaskComplete', any.taskComplete, protocol.encodeTaskComplete, protocol.decodeTaskComplete),
  codec('TaskInput', any.taskInput, protocol.encodeTaskInput, protocol.decodeTaskInput),
  codec('TaskList', any.taskList, protocol.encodeTaskList, protocol.decodeTaskList),
  codec('TaskOffer', any.taskOffer, protocol.encodeTaskOffer, protocol.decodeTaskOffer),
  codec(
    'TaskProvisional',
    any.taskProvisional,
    protocol.encodeTaskProvisional,
    protocol.decodeTaskProvisional
  ),
  codec('TaskStatus', any.taskStatus, protocol.encodeTaskStatus, protocol.decodeTaskStatus),
  codec(
    'TelemetrySample',
    any.telemetrySample,
    protocol.encodeTelemetrySample,
    protocol.decodeTelemetrySample
  ),
  codec('WorkerStatus', any.workerStatus, protocol.encodeWorkerStatus, protocol.decodeWorkerStatus)
]

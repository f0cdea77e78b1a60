/**
 * Bytes on the wire and what they prove: messages and their limits, envelopes, batch signatures, framing,
 * Merkle trees, receipts and their verification. It opens no connection, keeps no state and runs in a browser.
 *
 * ```ts
 * const receipt = readReceiptFile(bytes)
 * const checks = checkReceipt(portableVerifier, receipt, { output })
 * ```
 * @packageDocumentation
 */

export {
  type KeptBid,
  readBidFile,
  type SignedReveal,
  signedReveal,
  writeBidFile
} from './auction/bid-file.js'
export {
  type BidOutcome,
  type BidSet,
  type BidSetEntry,
  type BidSetHead,
  bidderOf,
  bidSetRoot
} from './auction/bid-set.js'
export {
  looksLikeBidSet,
  readBidSetFile,
  type SignedBidSet,
  signedBidSet,
  writeBidSetFile
} from './auction/bid-set-file.js'
export { bidCommitment, commitmentsRoot, type SignedCommitment } from './auction/commitment.js'
export type { BlobFetcher, BlobSource, ContentBlobs } from './blob-source.js'
export {
  bytesEqual,
  bytesToHex,
  concatBytes,
  hexToBytes,
  lengthPrefixed,
  u32Bytes,
  u64Bytes
} from './bytes.js'
export * from './codec/assign-task.js'
export {
  type AuctionStrategy,
  type AuctionTerms,
  auctionStrategyNumbers,
  defaultAuctionTerms
} from './codec/auction-terms.js'
export * from './codec/audit.js'
export * from './codec/bid.js'
export * from './codec/bid-commitment.js'
export { decodeBidSet, encodeBidSet, makeBidSet } from './codec/bid-set.js'
export * from './codec/blob.js'
export * from './codec/channel.js'
export * from './codec/commitment.js'
export * from './codec/coordinator-announcement.js'
export * from './codec/decline.js'
export * from './codec/envelope.js'
export { decodeEvidence, encodeEvidence } from './codec/evidence.js'
export * from './codec/get-bid-set.js'
export * from './codec/lease.js'
export { decodeOutcome, encodeOutcome, type Outcome } from './codec/outcome.js'
export { decodeReceipt, encodeReceipt } from './codec/receipt.js'
export type { IsolationLevel, Requirements } from './codec/requirements.js'
export * from './codec/result.js'
export * from './codec/submit-task.js'
export * from './codec/task-complete.js'
export { decodeTaskInput, encodeTaskInput } from './codec/task-input.js'
export * from './codec/task-offer.js'
export * from './codec/task-provisional.js'
export * from './codec/task-query.js'
export {
  decodeTaskList,
  decodeTaskStatus,
  encodeTaskList,
  encodeTaskStatus,
  type Rejection,
  type TaskStatus
} from './codec/task-status.js'
export * from './codec/telemetry.js'
export {
  defaultVerificationTerms,
  type RefereeChoice,
  type VerificationMode,
  type VerificationTerms,
  verificationModeNumbers,
  verificationTermsProblem
} from './codec/verification-terms.js'
export * from './codec/worker-status.js'
export { ProtocolError, type ProtocolErrorCode } from './errors.js'
export {
  type Evidence,
  evidenceId,
  evidenceOf,
  findContradiction,
  offenderOf
} from './evidence/evidence.js'
export { looksLikeEvidence, readEvidenceFile, writeEvidenceFile } from './evidence/evidence-file.js'
export { type EvidenceJudgement, judgeEvidence } from './evidence/judge.js'
export {
  type EvidenceKind,
  type SignedBid,
  type SignedReceipt,
  type SignedStatement,
  type SignedVerdict,
  signedBid,
  signedReceipt,
  signedVerdict
} from './evidence/signed-statement.js'
export type { ExecutionOutcome, ExecutionRequest, ExecutionTimes, Executor } from './executor.js'
export { contentHash, sha3 } from './hash.js'
export { inputFilesProblem } from './input-files.js'
export * from './limits.js'
export { outputRoot } from './merkle/output-root.js'
export { merkleLeaf, merklePaths, merkleRoot, rootFromPath, verifyPath } from './merkle/tree.js'
export {
  type MessageType,
  messageDomain,
  messageTypeName,
  messageTypes,
  mustBeSigned
} from './message-type.js'
export { nodeIdFromPublicKey, publicKeyFromNodeId } from './node-id.js'
export { agreementKey, type Decided } from './receipt/agreement-key.js'
export { opensCommitment, resultCommitment } from './receipt/commitment.js'
export { executionHash, receiptStatement, verdictStatement } from './receipt/execution-hash.js'
export {
  NO_ERROR_ESTIMATE_PPM,
  type Receipt,
  type ReceiptBody,
  type Verdict,
  type VerdictBody,
  type VerificationMethod
} from './receipt/receipt.js'
export { readReceiptFile, writeReceiptFile } from './receipt/receipt-file.js'
export { signReceipt, signVerdict } from './receipt/sign.js'
export { type Executant, outcomeOf, stateExecution } from './receipt/state-execution.js'
export {
  type Check,
  checkReceipt,
  hasMemoryHash,
  isSignedByCoordinator,
  isSignedByWorker,
  type ReceiptEvidence
} from './receipt/verify.js'
export { isInfrastructureFailure, type ResultCode, resultCodeNumbers } from './result-code.js'
export { BatchSigner } from './signature/batch-signer.js'
export { principalOf, signDelegation } from './signature/delegation.js'
export { portableSigner, portableVerifier, type Signer, type Verifier } from './signature/ed25519.js'
export type { Signature, Statement } from './signature/statement.js'
export { checkExpiry, verifyStatement } from './signature/verify.js'
export { taskIdOf } from './task-id.js'
export type { InputFile, Limits, TaskInput, TaskSpec } from './task-spec.js'
export { isEnded, type TaskState, taskStateNumbers } from './task-state.js'
export type {
  IncomingMessage,
  MessageHandler,
  MessageTransport,
  OutgoingMessage,
  PeerListener
} from './transport.js'
export { FrameDecoder, frame } from './wire/framing.js'

import type { ContentHash, NodeId, TaskId } from '@ailee/core'
import { ailee } from '#generated'
import type { ResultCode } from '../result-code.js'
import type { Signature } from '../signature/statement.js'
import type { Limits } from '../task-spec.js'

/** What a worker states about one execution, before signing. */
export interface ReceiptBody {
  network: string
  taskId: TaskId
  worker: NodeId
  /** sha-256 of the module as submitted. */
  moduleHash: ContentHash
  function: string
  inputHash: ContentHash
  limits: Limits
  /** 32 bytes naming instrumenter and cost table; all zero = not metered. */
  meteringHash: Uint8Array
  /** 32 bytes. */
  seed: Uint8Array
  clockMs: number
  /** 32 bytes, see `outputRoot`. */
  outputRoot: Uint8Array
  outputBytes: number
  fuelUsed: bigint
  code: ResultCode
  /** Kind of trap where `code` is TRAP, else empty. */
  trap: string
  /** What a WASI command passed to `proc_exit`, unsigned; 0 otherwise. */
  exitCode: number
  /** 32 bytes, see `memoryHash`; undefined unless the task asked for it and `code` is SUCCESS. */
  memoryHash: Uint8Array | undefined
  startedAtMs: number
  finishedAtMs: number
  /** 16 bytes, as assigned. */
  nonce: Uint8Array
}

/** A signed statement about one execution, and what a coordinator made of it. */
export interface Receipt extends ReceiptBody {
  workerSignature: Signature
  verdict: Verdict | undefined
}

/** How a coordinator came to believe a result. */
export type VerificationMethod = 'SIGNATURE_ONLY' | 'QUORUM' | 'REFEREE' | 'SAMPLED' | 'CLIENT_REFEREE'

export const verificationMethodNumbers: Readonly<Record<VerificationMethod, number>> = {
  SIGNATURE_ONLY: ailee.v1.VerificationMethod.SIGNATURE_ONLY,
  QUORUM: ailee.v1.VerificationMethod.QUORUM,
  REFEREE: ailee.v1.VerificationMethod.REFEREE,
  SAMPLED: ailee.v1.VerificationMethod.SAMPLED,
  CLIENT_REFEREE: ailee.v1.VerificationMethod.CLIENT_REFEREE
}

/** `estimatedErrorPpm` of a verdict that rests on no check of the result. */
export const NO_ERROR_ESTIMATE_PPM = 1_000_000

/** A coordinator's judgement of one receipt, before signing. */
export interface VerdictBody {
  coordinator: NodeId
  method: VerificationMethod
  /** Executions asked for, and how many of them gave this result. */
  replicas: number
  votes: number
  estimatedErrorPpm: number
  decidedAtMs: number
  /** 32 bytes: the lot the execution belonged to. */
  lotId: Uint8Array | undefined
  /** 32 bytes: Merkle root over the bids of the auction that the worker won. */
  bidSetRoot: Uint8Array | undefined
}

export interface Verdict extends VerdictBody {
  coordinatorSignature: Signature
}

import type { NodeId, TaskId } from '@ailee/core'

/** Where slashed stakes go. */
export const SLASH_POOL = 'system:slash-pool'
/** Where fees go. */
export const TREASURY = 'system:treasury'

/** A node id (an Ed25519 public key), {@link SLASH_POOL} or {@link TREASURY}. */
export type AccountId = NodeId

/** `operationId`: 1 to 200 of `A–Z a–z 0–9 : . _ -`; the same operation under the same id takes effect once. */
interface Operation<Kind extends string> {
  kind: Kind
  operationId: string
}

/** Amounts are in units, 1 to 2^64 − 1; `hold` and `release` also take 0, for tasks that cost nothing. */
export type LedgerOperation =
  /** New units for an account: a deposit. */
  | (Operation<'credit'> & { account: NodeId; amountUnits: bigint })
  /** A fee: from an account to the treasury. */
  | (Operation<'debit'> & { account: NodeId; amountUnits: bigint })
  /** `nonce`: how many transfers the account made before, so that a signed transfer holds once. */
  | (Operation<'transfer'> & { account: NodeId; to: NodeId; amountUnits: bigint; nonce: bigint })
  /** A client's units into the escrow of a task. One escrow per task, ever. */
  | (Operation<'hold'> & { taskId: TaskId; account: NodeId; amountUnits: bigint })
  /** From the escrow to a worker. */
  | (Operation<'release'> & { taskId: TaskId; account: NodeId; amountUnits: bigint })
  /** All that is left in the escrow back to the client; closes it. */
  | (Operation<'refund'> & { taskId: TaskId })
  | (Operation<'stake'> & { account: NodeId; amountUnits: bigint })
  | (Operation<'unstake'> & { account: NodeId; amountUnits: bigint })
  /** From a stake to the slash pool, at most what is staked: less is no error, or a worker could withdraw first. `taskId`: the task of the fault, or the id of the evidence. */
  | (Operation<'slash'> & { account: NodeId; taskId: TaskId; amountUnits: bigint })
  /** Units cease to be: a withdrawal, or the emptying of a system account. */
  | (Operation<'burn'> & { account: AccountId; amountUnits: bigint })

export type OperationKind = LedgerOperation['kind']

/** An operation with every field, as it is kept: '' and 0 where its kind has none. */
export interface OperationRecord {
  kind: OperationKind
  operationId: string
  account: AccountId
  to: AccountId
  taskId: TaskId
  amountUnits: bigint
  nonce: bigint
}

export function recordOf(operation: LedgerOperation): OperationRecord {
  return { account: '', to: '', taskId: '', amountUnits: 0n, nonce: 0n, ...operation }
}

export function isSameOperation(one: OperationRecord, other: OperationRecord): boolean {
  return (
    one.kind === other.kind &&
    one.operationId === other.operationId &&
    one.account === other.account &&
    one.to === other.to &&
    one.taskId === other.taskId &&
    one.amountUnits === other.amountUnits &&
    one.nonce === other.nonce
  )
}

/** The most units there can be at once, so that every balance fits an unsigned 64-bit integer. */
export const MAX_UNITS = 2n ** 64n - 1n

/** Longest operation id; the longest this package makes has 138. */
export const MAX_OPERATION_ID_CHARS = 200

/**
 * Operations in one commit. The most that a task's end takes is 19: nine replicas paid, each with a stake, and the
 * refund; with the task and its receipts beside, that writes some 70 keys of the 100 that a store's commit takes.
 */
export const MAX_OPERATIONS_PER_COMMIT = 20

/**
 * Calls that share a commit where they wait for one. An end of one replica writes 9 keys for its three operations and 3
 * beside. Together they may still be too large for a store; then each is tried alone.
 */
export const MAX_CALLS_PER_COMMIT = 6

/** Calls of `apply` that may wait for their turn. */
export const MAX_WAITING_CALLS = 16_384

/** Times a commit is tried. Each one lost means that another writer's was done, so nobody loses without progress of all. */
export const MAX_COMMIT_ATTEMPTS = 100

/** Problems an audit lists; further ones are only counted. */
export const MAX_AUDIT_PROBLEMS = 100

/** The most units there can be at once, so that every balance fits an unsigned 64-bit integer. */
export const MAX_UNITS = 2n ** 64n - 1n

/** Longest operation id; the longest this package makes has 138. */
export const MAX_OPERATION_ID_CHARS = 200

/** Operations in one commit: each writes up to 5 keys, and a store's commit takes 100 with what is committed beside. */
export const MAX_OPERATIONS_PER_COMMIT = 12

/**
 * Calls that share a commit where they wait for one. With 12 operations of up to 5 keys each, this leaves every call
 * some 6 keys of a store's 100 for what is committed beside.
 */
export const MAX_CALLS_PER_COMMIT = 6

/** Calls of `apply` that may wait for their turn. */
export const MAX_WAITING_CALLS = 16_384

/** Times a commit is tried. Each one lost means that another writer's was done, so nobody loses without progress of all. */
export const MAX_COMMIT_ATTEMPTS = 100

/** Problems an audit lists; further ones are only counted. */
export const MAX_AUDIT_PROBLEMS = 100

/** How long a coordinator may take to accept a task, fetching of module and input included. */
export const SUBMIT_TIMEOUT_MS = 60_000

/** How long any other request may take. */
export const REQUEST_TIMEOUT_MS = 5_000

/** How often a followed task is asked for, in case a push was missed. */
export const POLL_MS = 2_000

/** How long a lost coordinator is waited for: longer than one submission may take, so that a lost answer is asked for again. */
export const RECONNECT_MS = 120_000

/** Wait before a request that failed on the way is tried again. */
export const RETRY_MS = 300

/** How long an output may take to arrive. */
export const BLOB_TIMEOUT_MS = 60_000

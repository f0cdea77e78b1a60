import { MIB } from '@ailee/core'

/** Heartbeats a lease lasts for: some may come late before it is lost. */
export const HEARTBEATS_PER_LEASE = 5

/** Health samples are published this often. */
export const TELEMETRY_MS = 2_000

/** What a worker offers is told to its coordinators this often. */
export const STATUS_MS = 10_000

/** How long a result waits for its acknowledgement before it is sent again, and how much longer each time. */
export const RESULT_ACK_TIMEOUT_MS = 5_000
export const RESULT_RETRY_MS = 250
export const RESULT_RETRY_MAX_MS = 5_000

/** A result nobody acknowledged for this long is given up: its task has long gone to somebody else. */
export const RESULT_KEPT_MS = 10 * 60_000

/** Results kept until they are asked for and acknowledged, and bytes of their outputs: past either, no more work is taken on. */
export const MAX_KEPT_RESULTS = 64
export const MAX_KEPT_OUTPUT_BYTES = 64 * MIB

/** Auctions that the worker's bids of one series are remembered for; past them a new one begins. Some 4 MiB. */
export const MAX_REMEMBERED_BIDS = 16_384

/** Own bids that are kept to hold coordinators to, and as many that are still sealed; some 1.5 KB each. */
export const MAX_KEPT_BIDS = 4096

/** How long a coordinator may take to tell how an auction was decided. */
export const BID_SET_TIMEOUT_MS = 2_000

/** How long a signed bid may be on its way, clocks that differ included. */
export const BID_VALIDITY_MS = 120_000

/** How long fetching a module or input may take. */
export const BLOB_TIMEOUT_MS = 30_000

/** Wait before a blob is asked for again. */
export const BLOB_RETRY_MS = 300

/** How long stopping waits for runs to finish before they are handed back. */
export const DRAIN_MS = 5_000

/** Longest wall time this worker takes on. */
export const MAX_WALL_TIME_MS = 10 * 60_000

/** Matrix order of the GFLOPS measurement; it takes so many products and so long at least, unless it takes too long. */
export const GFLOPS_MATRIX_ORDER = 128
export const GFLOPS_PRODUCTS = 10
export const GFLOPS_MEASURE_MS = 30
export const GFLOPS_MAX_MS = 1_000

/** How long sensors may take to answer; well below the time between two samples. */
export const SENSOR_TIMEOUT_MS = 1_000

/** How often the event loop is looked at. */
export const EVENT_LOOP_RESOLUTION_MS = 20

/** A lag of the event loop below the first costs bidders nothing; from the second on the machine counts as full. */
export const LAG_FREE_MS = 50
export const LAG_FULL_MS = 500

/** Errors count for this long; 25 of them are safe mode. */
export const ERROR_WINDOW_MS = 10 * 60_000
export const ERROR_BUCKETS = 10

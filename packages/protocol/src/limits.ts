import { KIB, MIB } from '@ailee/core'

/** Protocol constants. A peer that passes one of these is refused; they are part of the specification. */

/** Version in every envelope and receipt. */
export const PROTOCOL_VERSION = 1

/** Stream protocols. A breaking change gets a new id beside the old one. */
export const TASK_PROTOCOL = '/ailee/task/1.0.0'
export const BLOB_PROTOCOL = '/ailee/blob/1.0.0'

/** Gossip topics. */
export const TELEMETRY_TOPIC = '/ailee/telemetry/1.0.0'
export const OFFERS_TOPIC = '/ailee/offers/1.0.0'
export const EVIDENCE_TOPIC = '/ailee/evidence/1.0.0'

/** Longest envelope on a task stream, without its length prefix. */
export const MAX_ENVELOPE_BYTES = 512 * KIB
/** Longest message on a blob stream: a chunk and its framing. */
export const MAX_BLOB_MESSAGE_BYTES = 65 * KIB
export const BLOB_CHUNK_BYTES = 64 * KIB
/** Longest gossip message. */
export const MAX_GOSSIP_BYTES = 8 * KIB
/** Longest encoded bid: two of them, with their signatures, fit a gossip message. */
export const MAX_BID_BYTES = KIB
export const BID_SERIES_BYTES = 16
export const BID_SALT_BYTES = 32
/** Bids and commitments of one auction: a set of them fits an envelope. */
export const MAX_BID_SET_ENTRIES = 64

/** Credit a receiver grants at the start of a stream; it tops up as it consumes. One envelope always fits. */
export const CREDIT_WINDOW_MESSAGES = 1024
export const CREDIT_WINDOW_BYTES = 2 * MIB

/** Fields of one message, submessages and packed lists included: what bounds the memory that reading one takes. */
export const MAX_MESSAGE_FIELDS = 32_768

export const HASH_BYTES = 32
export const CLIENT_TASK_ID_BYTES = 16
export const NONCE_BYTES = 16
export const SEED_BYTES = 32
export const SALT_BYTES = 32
export const PUBLIC_KEY_BYTES = 32
export const SIGNATURE_BYTES = 64
/** Longest batch: 2^16 messages, so a path has at most 16 hashes. */
export const MAX_BATCH_LEAVES = 65_536
export const MAX_PATH_HASHES = 16

/** How far two clocks may differ, and how long a signed message may be valid. */
export const MAX_CLOCK_SKEW_MS = 30_000
export const MAX_MESSAGE_VALIDITY_MS = 300_000

/** How long a client may let a session speak for it: as long as a task may last. */
export const MAX_DELEGATION_MS = 7 * 24 * 3600 * 1000

export const MAX_MODULE_BYTES = 4 * MIB
export const MAX_INPUT_BYTES = 16 * MIB
export const MAX_OUTPUT_BYTES = 16 * MIB
/** Outputs up to this size travel inside RESULT and TASK_COMPLETE, larger ones as blobs. */
export const MAX_INLINE_OUTPUT_BYTES = 64 * KIB
export const MAX_STDERR_BYTES = 64 * KIB
export const OUTPUT_LEAF_BYTES = KIB

export const MAX_ARGS = 1024
export const MAX_INPUT_FILES = 1024
export const MAX_INPUT_PATH_BYTES = 256
/** Names in one path: what bounds the folders that the files of an input need. */
export const MAX_INPUT_PATH_NAMES = 16
export const MAX_FUNCTION_NAME_BYTES = 256
export const MAX_NODE_ID_BYTES = 128
export const MAX_NETWORK_BYTES = 64
export const MAX_REGION_BYTES = 64
export const MAX_TEXT_BYTES = 512
export const MAX_ADMISSION_TOKEN_BYTES = 256
export const MAX_REPLICAS = 9
export const MAX_LISTED_TASKS = 100
export const MAX_REJECTIONS = 64
export const MAX_HEARTBEAT_LEASES = 4096
export const MAX_DEADLINE_MS = 7 * 24 * 3600 * 1000

/** Chances are stated in parts per million. */
export const PPM = 1_000_000
/** One wrong result in a thousand. */
export const DEFAULT_TARGET_ERROR_PPM = 1000
export const MAX_WALL_TIME_MS = 24 * 3600 * 1000
/** 32-bit WebAssembly memory ends here. */
export const MAX_MEMORY_BYTES = 4096 * MIB

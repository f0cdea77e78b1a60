import { KIB, MIB } from '@ailee/core'
import type { Rate } from './defence/token-bucket.js'

/** Prefix of the project's identify and ping protocols: ours do not talk to other libp2p networks. */
export const PROTOCOL_PREFIX = 'ailee'
export const KAD_PROTOCOL = '/ailee/kad/1.0.0'

/** libp2p's default, stated so that operators can rely on it. */
export const DEFAULT_MAX_CONNECTIONS = 300
/** Ten nodes and more start at once from one address on a local network; libp2p's default is 5 a second. */
export const LOCAL_INBOUND_CONNECTIONS_PER_SECOND = 1000
/** A signal passed to libp2p's dial replaces its own timeout, so the timeout is always in ours. */
export const DIAL_TIMEOUT_MS = 10_000
export const PING_TIMEOUT_MS = 10_000

/** First wait before a lost bootstrap peer is dialled again; doubled with jitter up to the second. */
export const BOOTSTRAP_FIRST_DELAY_MS = 500
export const BOOTSTRAP_LAST_DELAY_MS = 30_000
/** Discovered peers are dialled until this many connections are open. */
export const TARGET_CONNECTIONS = 32
export const PARALLEL_DIALS = 4
export const MAX_WAITING_DIALS = 256
/** A peer that could not be reached is left alone for this long. */
export const DIAL_COOLDOWN_MS = 30_000
export const MDNS_INTERVAL_MS = 10_000

/** A gossip RPC carries several messages and control entries. */
export const MAX_GOSSIP_RPC_BYTES = MIB
/** Publishers whose last telemetry sequence is remembered. */
export const MAX_TRACKED_PUBLISHERS = 16_384
/** Contradictions that are not passed on again. */
export const MAX_SEEN_EVIDENCE = 16_384

/** Opening a stream, dial included, up to the first credit. */
export const STREAM_OPEN_TIMEOUT_MS = 10_000
/** An opened stream that says no HELLO is closed. */
export const HELLO_TIMEOUT_MS = 10_000
/** How long a refused stream is kept for the peer to read why; then it is reset. */
export const FAREWELL_MS = 1000
/** From the first byte of a message to its last: 512 KiB at 140 kbit/s. */
export const FRAME_TIMEOUT_MS = 30_000
/** A peer that takes nothing of what is sent to it for so long is cut off. */
export const DRAIN_TIMEOUT_MS = 30_000
/** Waits between attempts to open a stream to a connected peer that speaks the protocol. */
export const STREAM_REOPEN_DELAYS_MS: readonly number[] = [250, 1000, 4000]
/** One live stream, one that replaces it, and room for those that are about to close. */
export const MAX_TASK_STREAMS = 4
/** Where libp2p resets streams without a word. Between the two the peer is told why. */
export const MAX_UNTOLD_TASK_STREAMS = 32
/** Bytes handed to a stream at once: large enough to coalesce, small beside yamux's window. */
export const MAX_FLUSH_BYTES = 256 * KIB
/** Waiting to be sent to one peer. Replies may use twice as much, so that requests cannot crowd them out. */
export const MAX_QUEUED_MESSAGES = 16_384
export const MAX_QUEUED_BYTES = 16 * MIB
/** CREDIT and STATUS that a peer asked for but does not read. */
export const MAX_UNREAD_CONTROL_BYTES = 256 * KIB
/** STATUS replies in a row that nobody waits for: they cost no credit. Some are normal after timeouts. */
export const MAX_UNEXPECTED_REPLIES = 4096
/** How long what we sign may travel and wait. Shorter than allowed: it bounds the peers' replay caches. */
export const MESSAGE_VALIDITY_MS = 120_000
/** Signed messages remembered against replay. */
export const MAX_REPLAY_ENTRIES = 131_072
/** Verified batch roots remembered, so that a batch costs one verification. */
export const MAX_VERIFIED_BATCHES = 1024
/** How long stop waits for a running handler. */
export const STOP_GRACE_MS = 2000

export const BLOB_REQUEST_TIMEOUT_MS = 10_000
/** Longest pause between two pieces of a blob, on either side. */
export const BLOB_IDLE_TIMEOUT_MS = 15_000
export const MAX_BLOB_REQUEST_BYTES = 512
/** Blobs fetched from one peer at once; more wait. */
export const BLOB_FETCHES_PER_PEER = 4
/** Blobs served to one peer at once; more are refused. */
export const BLOB_STREAMS_PER_PEER = 8
/** Bytes of chunk frames handed to a stream at once. */
export const BLOB_FLUSH_BYTES = 256 * KIB

/** Public keys kept in native form. */
export const MAX_CACHED_KEYS = 4096

/** After this long half of a peer's penalty points are gone. */
export const PENALTY_HALF_LIFE_MS = 600_000
/** Peers whose penalty points are remembered. */
export const MAX_PENALISED_PEERS = 16_384
/** Bans kept, those that have ended included. */
export const MAX_BANS = 16_384
/** How long an ended ban makes the next one longer. */
export const BAN_MEMORY_MS = 7 * 24 * 3_600_000
/** How long a banned peer's connections may take to close: time for the STATUS that says why. */
export const BAN_CLOSE_MS = 1000

/**
 * What is taken from one peer. Far above what honest peers need, and far enough below what a core can do that one
 * peer cannot take it all: some 250 000 messages a second, or 1000 of gossip, fill a core.
 */
export const RATES = {
  messages: { burst: 200_000, perSecond: 100_000 },
  bytes: { burst: 256 * MIB, perSecond: 128 * MIB },
  offers: { burst: 10_000, perSecond: 5_000 },
  /** A client may fill a coordinator's queue at once. */
  submits: { burst: 10_000, perSecond: 2_000 },
  gossip: { burst: 1000, perSecond: 200 },
  /** Gossip that one peer made itself, whoever passes it on: nodes have something to say every other second. */
  publications: { burst: 20, perSecond: 2 },
  /** Task streams opened. One is enough as long as nothing breaks. */
  streams: { burst: 64, perSecond: 4 }
} as const satisfies Record<string, Rate>
/**
 * Gossip that is taken of all peers together, and so passed on: less than others take of this node, or a crowd of
 * attackers, each within its bounds, would have honest nodes ban each other.
 */
export const GOSSIP_TOTAL_RATE: Rate = { burst: 750, perSecond: 150 }
/** Evidence that is looked at of what one peer passes on; the rest is ignored. To judge one takes up to a millisecond. */
export const EVIDENCE_RATE: Rate = { burst: 32, perSecond: 1 }
/** All peers of an IP prefix together get this many times as much as one. */
export const PREFIX_SHARE = 4
/** Peers and prefixes whose buckets are kept. One that is forgotten starts with full ones. */
export const MAX_LIMITED_ORIGINS = 16_384
/** Going over a limit is one offence, however many messages do it in this time. */
export const LIMIT_OFFENCE_MS = 1000
/** Task streams that one peer has open here at once, over all of its connections; more are refused. */
export const MAX_TASK_STREAMS_PER_PEER = 8
/** Two peers that dial each other at once have two for a moment. */
export const MAX_CONNECTIONS_PER_PEER = 8
/** Incoming connections that are not set up yet. Past it the oldest one goes: an honest one is done within moments. */
export const MAX_PENDING_CONNECTIONS = 128
/** How many of these one IP prefix may have. */
export const MAX_PENDING_PER_PREFIX = 16
/** Where libp2p refuses connections, whoever they come from: never before ours decide. */
export const MAX_UNTOLD_PENDING_CONNECTIONS = 2 * MAX_PENDING_CONNECTIONS
/** From the first packet of an incoming connection until it is encrypted and multiplexed: slow machines are no enemies. */
export const INBOUND_UPGRADE_TIMEOUT_MS = 10_000
/** Of the connections there may be, what one IP prefix may have and how fast it may come by them. */
export const MAX_CONNECTIONS_PER_PREFIX = 64
export const CONNECTION_RATE: Rate = { burst: 32, perSecond: 4 }

/** What bandwidth is measured by: the latest blobs of at least this size, at most this many and this old. */
export const MIN_BANDWIDTH_BYTES = 64 * KIB
export const BANDWIDTH_TRANSFERS = 16
export const BANDWIDTH_WINDOW_MS = 60 * 60_000

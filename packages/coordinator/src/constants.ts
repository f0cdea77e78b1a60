/** Workers one auction is offered to: enough to choose from, few enough that an auction costs the same in a large network. */
export const OFFER_FANOUT = 16

/** Workers whose turn is remembered. */
export const MAX_REMEMBERED_TURNS = 10_000

/** Tasks whose auctions are kept, some 5 KB each, and how often that is seen to. */
export const MAX_AUCTION_TASKS = 20_000
export const AUCTIONS_PRUNE_MS = 10 * 60_000

/** How long bids are waited for. An auction closes sooner once every offer is answered. */
export const AUCTION_MS = 750

/** How long a sealed bid is waited for once it is asked for. */
export const REVEAL_MS = 750

/** How long a winner has to take an assignment. */
export const ASSIGN_TIMEOUT_MS = 2_000

/** A lease without a heartbeat for this long is lost; workers send one every LEASE_MS / 5. */
export const LEASE_MS = 2_500

/** A worker whose connection is gone keeps its leases this much longer, in case it comes back. */
export const DISCONNECT_GRACE_MS = 1_000

/** After a restart, workers need time to find the coordinator again before their leases count as lost. */
export const RECOVERY_GRACE_MS = 8_000

/** A worker that left an offer unanswered is not asked again for this long. */
export const SUSPECT_MS = 3_000

/** How long the first replica that has committed to its result waits for the others to do so. */
export const COMMITMENTS_WAIT_MS = 5 * 60_000

/** A worker that is asked for the result it committed to is asked again this often, and given up after so long: longer than fetching an output may take. */
export const REVEAL_RETRY_MS = 1_000
export const REVEAL_TIMEOUT_MS = 60_000

/** Executions of one task that may be lost to infrastructure before the task fails. */
export const MAX_LOST_EXECUTIONS = 3

/** Wait before a task is offered again after a lost execution; doubled each time. */
export const RETRY_BACKOFF_MS = 100

/** A task that no connected worker could ever run fails after this long; workers may still be joining before. */
export const NO_WORKER_GRACE_MS = 10_000

/** How often timers are looked at. */
export const TICK_MS = 200

/** Tasks that have not ended; more are refused with QUEUE_FULL. */
export const MAX_OPEN_TASKS = 10_000

/** Of these, what one client may have. It may never have more than are left for others, so that nobody fills all. */
export const MAX_CLIENT_TASKS = 5_000

/** A task that waits this long counts as one priority more urgent: from LOW to CRITICAL in 45 s. */
export const AGING_MS = 15_000

/** When a client that was refused with QUEUE_FULL is told to try again. */
export const QUEUE_FULL_RETRY_MS = 2_000

/** Auctions held at once. */
export const MAX_AUCTIONS = 64

/** Peers that follow one task. */
export const MAX_FOLLOWERS = 8

/** How long fetching a module, input or output may take. */
export const BLOB_TIMEOUT_MS = 30_000

/** How often a coordinator announces itself. */
export const ANNOUNCE_MS = 5_000

/** Wait before a task is offered again when the workers that fit are busy, and when none fits; the latter doubles up to its maximum. */
export const BUSY_RETRY_MS = 100
export const NO_WORKER_RETRY_MS = 250
export const NO_WORKER_RETRY_MAX_MS = 5_000

/** How often the referee tries to execute a task that its own machine failed on. */
export const REFEREE_ATTEMPTS = 2
/**
 * A worker that nothing was heard of for this long gets its stake back: as long as a result may be provisional at most.
 * And how often that is looked at.
 */
export const STAKE_RETURN_MS = 7 * 24 * 60 * 60_000
export const STAKE_RETURN_CHECK_MS = 60 * 60_000
/** How soon a stake that could not be slashed is tried again. */
export const SLASH_RETRY_MS = 5_000
/** Results of one task that do not count, before it fails with UNVERIFIABLE. */
export const MAX_REJECTED_EXECUTIONS = 5
/** Workers whose history a policy keeps: their records fit one commit. */
export const MAX_TRUSTED_WORKERS = 20_000
/** Tasks of a lot, at most and unless told. A closed lot is one file, which must fit a blob with all that was drawn. */
export const MAX_LOT_SIZE = 10_000
/** Before a submitter's time is up a lot closes this much earlier, for the last audits. */
export const AUDIT_ALLOWANCE_MS = 1_000
/** Results that wait in lots; past it no task is taken in. */
export const MAX_PROVISIONAL_TASKS = 40_000
/** Of these a client may have so many times what is left: three quarters where it is alone, more than two full lots. */
export const PROVISIONAL_SHARE = 3
/** Events in one entry of a journal: some 400 bytes each. */
export const MAX_ENTRY_EVENTS = 1_000
/** So many events are played again at most after a restart, but for those that came during the last save. */
export const SNAPSHOT_EVENTS = 20_000
/** Wait before a journal that could not be written is tried again. */
export const JOURNAL_RETRY_MS = 1_000
/** Decisions that are carried out at a time. */
export const MAX_PARALLEL_DECISIONS = 64
/** How often tasks are looked at for decisions that were not carried out. */
export const SWEEP_MS = 1_000
/** What policies know is saved this often. */
export const SAVE_POLICIES_MS = 5_000
/** Of a worker's health samples one is stored this often, and what has come since is written together. */
export const TELEMETRY_STORED_EVERY_MS = 30_000
export const TELEMETRY_FLUSH_MS = 5_000

/** How long samples are kept, how many of one node and of all (some 250 bytes each), and how often that is seen to. */
export const TELEMETRY_KEPT_MS = 24 * 60 * 60_000
export const TELEMETRY_MAX_PER_NODE = 3_000
export const TELEMETRY_MAX_TOTAL = 100_000
export const TELEMETRY_PRUNE_MS = 10 * 60_000
/** Receipts remembered in case their workers state otherwise later: some 8 MiB. */
export const MAX_WITNESSED_RECEIPTS = 4096

/** A client that is its own referee has as long as a run may take, and this for the way and for starting. */
export const CLIENT_AUDIT_GRACE_MS = 30_000
/** How long such a client may be away before the coordinator's own referee is asked. */
export const CLIENT_AWAY_MS = 10_000
/** Clients that are asked at once. */
export const MAX_CLIENT_AUDITS = 256
/** Times that a client is contradicted before it is its own referee no longer, and clients of which that is known. */
export const MAX_CLIENT_CONTRADICTIONS = 3
export const MAX_CLIENT_STANDINGS = 10_000
/** Clients, by target, that are their own referees, and workers that is known of for each. */
export const MAX_CLIENT_POLICIES = 1_000
export const MAX_CLIENT_WORKERS = 1_000

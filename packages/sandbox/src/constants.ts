import { KIB, MIB } from '@ailee/core'

/** Runs that may wait, and the bytes of modules and inputs that they may hold in memory together. */
export const QUEUE_LENGTH = 256
export const QUEUE_BYTES = 256 * MIB

/** A fresh process costs some 60 ms; over this many of the smallest tasks that is a few percent. */
export const TASKS_PER_PROCESS = 10_000

/** A process that held this much for a task is replaced: V8 gives memory back when it likes, not when the next task needs it. */
export const KEPT_MEMORY_BYTES = 64 * MIB

/** Longest start of a process. A busy machine with a slow disk stays well below it. */
export const PROCESS_START_TIMEOUT_MS = 15_000

/** Pauses between attempts to replace a process that does not start. */
export const RESTART_DELAYS_MS: readonly number[] = [100, 500, 2_000, 5_000]

/** V8's heap in a child: host code, frames and compiled modules; module memories lie outside it. */
export const CHILD_HEAP_MIB = 256
/**
 * Native stack of a child, where `prlimit` may raise it: the optimising compiler keeps more in a frame than the
 * locals and operands that depth counts. Only what a task touches is ever memory.
 */
export const CHILD_STACK_KIB = 64 * 1024
/** Where it may not: the system gives a main thread 8 MiB. */
export const CHILD_SMALL_STACK_KIB = 3_900
/** What a thread needs beyond V8's part of its stack. */
export const CHILD_STACK_RESERVE_KIB = 8 * 1024

/** What a child needs besides the task's memory, as RLIMIT_DATA counts it: about 550 MiB idle, plus buffers for input and output. */
export const CHILD_OVERHEAD_BYTES = 1_280 * MIB

/** Smaller modules are prepared sooner than they are found in a cache. */
export const CACHED_MODULE_BYTES = 16 * KIB

/** Longest time for preparing one module for the cache: several times what the largest ones take. */
export const INSTRUMENT_TIMEOUT_MS = 10_000

/** Modules after which the instrumenter's process is replaced. */
export const INSTRUMENTER_MODULES = 1_000

/** Most bytes of a prepared module: of its code, as the caps allow, and of the names that go with it. */
export const MAX_PREPARED_BYTES = 40 * MIB

/** Descriptors of a child: about 20 are in use. */
export const CHILD_OPEN_FILES = 64

/** Least CPU time of a child. The operating system ends it there: the last resort against one that nobody watches. */
export const CHILD_CPU_SECONDS = 3_600

/** Threads of a child that can use a core at the same time, at most: its own, V8's, and the collector's. */
export const CHILD_THREADS = 3

/** "nobody" on Linux: owns nothing, and is not alone in that. */
export const NOBODY = 65_534
/** Users for one child each, from a range that is kept for nothing on Linux (0x7000_0000 to 0x7fff_ffff). */
export const CHILD_UIDS = { first: 0x7000_0000, count: 0x1000_0000 } as const

/** Longest header a child may send: codes and one detail text. */
export const MAX_REPLY_HEADER_BYTES = 16 * KIB

/** How much of what a dying process prints is kept for people. */
export const CHILD_STDERR_BYTES = 4 * KIB

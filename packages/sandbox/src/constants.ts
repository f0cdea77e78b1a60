import { KIB, MIB } from '@ailee/core'

/** Runs that may wait; each holds its module and input in memory. */
export const QUEUE_LENGTH = 256

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
/** Native stack of a child: what `depthUnits` of the metering rules need, several times over. */
export const CHILD_STACK_KIB = 3900

/** What a child needs besides the task's memory, as RLIMIT_DATA counts it: about 550 MiB idle, plus buffers for input and output. */
export const CHILD_OVERHEAD_BYTES = 1_280 * MIB

/** Descriptors of a child: about 20 are in use. */
export const CHILD_OPEN_FILES = 64

/** Least CPU time of a child. The operating system ends it there: the last resort against one that nobody watches. */
export const CHILD_CPU_SECONDS = 3_600

/** Threads of a child that can use a core at the same time, at most: its own, V8's, and the collector's. */
export const CHILD_THREADS = 3

/** "nobody" on Linux: owns nothing. */
export const CHILD_UID = 65_534

/** Longest header a child may send: codes and one detail text. */
export const MAX_REPLY_HEADER_BYTES = 16 * KIB

/** How much of what a dying process prints is kept for people. */
export const CHILD_STDERR_BYTES = 4 * KIB

/**
 * Caps of the instrumenter, besides those of `module/caps.ts`. They decide results, so every node must use
 * the same ones; a change of any of them changes `METERING_VERSION`.
 */

/** Locals (with parameters) times control instructions of one function: what a compiler's join points cost. */
export const MAX_LOCALS_TIMES_CONTROLS = 10_000_000
/** Values that the calls and typed blocks of one function take and leave: each is a node of the compiler's. */
export const MAX_PASSED_VALUES = 500_000
/** V8 takes no function above 7 654 321 bytes; compiling should end long before. */
export const MAX_INSTRUMENTED_BODY_BYTES = 3 * 1024 * 1024
export const MAX_INSTRUMENTED_BYTES = 24 * 1024 * 1024
/** Elements of all element segments together. */
export const MAX_SEGMENT_ELEMENTS = 200_000
/** Depth units (64 bytes of stack each) of the longest call chain without recursion. */
export const MAX_STATIC_DEPTH = 4_096
/** A longer function is never free: an instruction that costs something is at most this many bytes long. */
export const MAX_FREE_BODY_BYTES = 2_048
/** Float locals times ways between blocks: up to here NaNs are followed through locals, above they are mended at once. */
export const MAX_FLOAT_LOCALS_TIMES_WAYS = 400_000

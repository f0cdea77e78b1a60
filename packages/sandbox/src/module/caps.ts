/**
 * Caps on a module's shape, checked before anything is allocated by a count and before anything is compiled.
 * They are part of what decides a result: every node must use the same ones.
 */

/** Equal to the protocol's constant of this name; repeated so that the child process loads no other package. */
export const MAX_MODULE_BYTES = 4 * 1024 * 1024
export const WASM_PAGE_BYTES = 64 * 1024
/** 32-bit memory ends here. */
export const MAX_MEMORY_PAGES = 65_536

export const MAX_TYPES = 10_000
export const MAX_IMPORTS = 1_000
export const MAX_FUNCTIONS = 20_000
export const MAX_GLOBALS = 10_000
export const MAX_EXPORTS = 1_000
export const MAX_TABLES = 16
/** A table's elements cost the host 8 to 16 bytes each, outside the memory limit. */
export const MAX_TABLE_ELEMENTS = 100_000
/** Element and data segments, each. */
export const MAX_SEGMENTS = 10_000
export const MAX_SECTIONS = 1_000
export const MAX_PARAMETERS = 100
export const MAX_RESULTS = 100
export const MAX_NAME_BYTES = 1_024
/** The time of the optimising compiler grows faster than a function's size. */
export const MAX_BODY_BYTES = 256 * 1024
export const MAX_LOCALS = 2_000

import {
  br,
  type Code,
  call,
  callIndirect,
  drop,
  end,
  f64FromI64Bits,
  get,
  i32,
  i32Add,
  i32DivS,
  i32Eq,
  i32FromF64,
  i32Load,
  i32RemS,
  i32Store,
  i64,
  i64Load,
  ifVoid,
  loop,
  memoryGrow,
  unreachable
} from '../wasm/code.js'
import { buildModule, type ModuleSpec, type Signature } from '../wasm/module.js'

const onePage = { memories: [{ pages: 1 }] }

/** A module of one function. */
function moduleOf(
  name: string,
  type: Signature,
  code: readonly Code[],
  rest: Omit<ModuleSpec, 'functions'> = {}
): Uint8Array {
  return buildModule({ ...rest, functions: [{ export: name, type, code }] })
}

/** A module that is a WASI command. */
function commandOf(code: readonly Code[], rest?: Omit<ModuleSpec, 'functions'>): Uint8Array {
  return moduleOf('_start', '>', code, rest)
}

/** `add(i32, i32) -> i32` */
export const addModule = moduleOf('add', 'ii>i', [get(0), get(1), i32Add])

/** A command that never ends. */
export const endlessModule = commandOf([loop, br(0), end])

/** A command that calls itself without end. */
export const recursiveModule = commandOf([call(0)])

/** `visit() -> i32`: what stands at address 0, where it then leaves a mark. */
export const visitModule = moduleOf('visit', '>i', [i32(0), i32Load, i32(0), i32(77), i32Store], onePage)

/** `grow() -> i32`: one page more; what `memory.grow` answers. */
export const growModule = moduleOf('grow', '>i', [i32(1), memoryGrow], onePage)

/** A command that asks for memory until it is refused, and then gives up, as allocators do. */
export const greedyModule = commandOf(
  [loop, i32(1), memoryGrow, i32(-1), i32Eq, ifVoid, unreachable, end, br(0), end],
  onePage
)

/** A command that ends itself with exit code 7. */
export const exitModule = commandOf([i32(7), call(0)], { ...onePage, host: ['proc_exit'] })

/** A command that writes "hi" and a new line to the stream of this number: 1 stdout, 2 stderr. */
export const writeModule = (stream: number): Uint8Array =>
  commandOf([i32(stream), i32(0), i32(1), i32(16), call(0), drop], {
    ...onePage,
    host: ['fd_write'],
    data: [{ at: 0, bytes: Uint8Array.of(8, 0, 0, 0, 3, 0, 0, 0, 0x68, 0x69, 0x0a) }]
  })

/** `random() -> i64`: eight random bytes. */
export const randomModule = moduleOf('random', '>I', [i32(0), i32(8), call(0), drop, i32(0), i64Load], {
  ...onePage,
  host: ['random_get']
})

/** `clock() -> i64`: nanoseconds since 1970. */
export const clockModule = moduleOf(
  'clock',
  '>I',
  [i32(0), i64(1n), i32(0), call(0), drop, i32(0), i64Load],
  { ...onePage, host: ['clock_time_get'] }
)

/** What a trap is called, and a command that runs into it. */
export const trappingModules: readonly [trap: string, module: Uint8Array][] = [
  ['unreachable', commandOf([unreachable])],
  ['divide-by-zero', commandOf([i32(1), i32(0), i32DivS, drop])],
  ['divide-by-zero', commandOf([i32(1), i32(0), i32RemS, drop])],
  ['integer-overflow', commandOf([i32(-(2 ** 31)), i32(-1), i32DivS, drop])],
  // Of infinity.
  ['invalid-conversion', commandOf([i64(0x7ff0_0000_0000_0000n), f64FromI64Bits, i32FromF64, drop])],
  ['out-of-bounds', commandOf([i32(-1), i32Load, drop], onePage)],
  ['indirect-call', commandOf([i32(0), callIndirect], { tables: 1 })]
]

/** Well-formed, but its data do not fit its memory. */
export const misfitModule = commandOf([], {
  ...onePage,
  data: [{ at: 65_535, bytes: Uint8Array.of(1, 2) }]
})

/** Well-formed, but its code takes a value that is not there. */
export const invalidModule = commandOf([drop])

/** Wants something of its host that is no WASI. */
export const foreignModule = commandOf([], { imports: [{ module: 'env', name: 'abort', type: '>' }] })

/** Wants memory that threads share. */
export const sharedModule = commandOf([], { memories: [{ pages: 1, max: 1, shared: true }] })

/** Needs 100 pages of memory, 6.25 MiB, to begin with. */
export const largeModule = commandOf([], { memories: [{ pages: 100 }] })

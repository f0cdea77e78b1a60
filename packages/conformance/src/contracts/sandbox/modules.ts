import { I32, I64, i32, moduleOf, op } from './module-bytes.js'

/** `add(i32, i32) -> i32` */
export const addModule = moduleOf({
  name: 'add',
  params: [I32, I32],
  results: [I32],
  code: [op.localGet, 0, op.localGet, 1, op.i32Add]
})

/** A command that never ends. */
export const endlessModule = moduleOf({ name: '_start', code: [op.loop, op.empty, op.br, 0, op.end] })

/** A command that calls itself without end. */
export const recursiveModule = moduleOf({ name: '_start', code: [op.call, 0] })

/** `visit() -> i32`: what stands at address 0, where it then leaves a mark. */
export const visitModule = moduleOf({
  name: 'visit',
  results: [I32],
  memory: [0, 1],
  code: [...i32(0), op.i32Load, 2, 0, ...i32(0), ...i32(77), op.i32Store, 2, 0]
})

/** `grow() -> i32`: one page more; what `memory.grow` answers. */
export const growModule = moduleOf({
  name: 'grow',
  results: [I32],
  memory: [0, 1],
  code: [...i32(1), op.memoryGrow, 0]
})

/** A command that asks for memory until it is refused, and then gives up, as allocators do. */
export const greedyModule = moduleOf({
  name: '_start',
  memory: [0, 1],
  code: [
    ...[op.loop, op.empty, ...i32(1), op.memoryGrow, 0, ...i32(-1), op.i32Eq],
    ...[op.if, op.empty, op.unreachable, op.end, op.br, 0, op.end]
  ]
})

/** A command that ends itself with exit code 7. */
export const exitModule = moduleOf({
  name: '_start',
  import: { name: 'proc_exit', params: [I32], results: [] },
  memory: [0, 1],
  code: [...i32(7), op.call, 0]
})

/** A command that writes "hi" and a new line to the stream of this number: 1 stdout, 2 stderr. */
export const writeModule = (stream: number): Uint8Array =>
  moduleOf({
    name: '_start',
    import: { name: 'fd_write', params: [I32, I32, I32, I32], results: [I32] },
    memory: [0, 1],
    data: { at: 0, bytes: [8, 0, 0, 0, 3, 0, 0, 0, 0x68, 0x69, 0x0a] },
    code: [...i32(stream), ...i32(0), ...i32(1), ...i32(16), op.call, 0, op.drop]
  })

/** `random() -> i64`: eight random bytes. */
export const randomModule = moduleOf({
  name: 'random',
  results: [I64],
  import: { name: 'random_get', params: [I32, I32], results: [I32] },
  memory: [0, 1],
  code: [...i32(0), ...i32(8), op.call, 0, op.drop, ...i32(0), op.i64Load, 3, 0]
})

/** `clock() -> i64`: nanoseconds since 1970. */
export const clockModule = moduleOf({
  name: 'clock',
  results: [I64],
  import: { name: 'clock_time_get', params: [I32, I64, I32], results: [I32] },
  memory: [0, 1],
  code: [...i32(0), op.i64Const, 1, ...i32(0), op.call, 0, op.drop, ...i32(0), op.i64Load, 3, 0]
})

/** What a trap is called, and a command that runs into it. */
export const trappingModules: readonly [trap: string, module: Uint8Array][] = [
  ['unreachable', moduleOf({ name: '_start', code: [op.unreachable] })],
  ['divide-by-zero', moduleOf({ name: '_start', code: [...i32(1), ...i32(0), op.i32DivS, op.drop] })],
  ['divide-by-zero', moduleOf({ name: '_start', code: [...i32(1), ...i32(0), op.i32RemS, op.drop] })],
  [
    'integer-overflow',
    moduleOf({ name: '_start', code: [...i32(-(2 ** 31)), ...i32(-1), op.i32DivS, op.drop] })
  ],
  [
    'invalid-conversion',
    moduleOf({ name: '_start', code: [op.f64Const, 0, 0, 0, 0, 0, 0, 0xf0, 0x7f, op.i32TruncF64S, op.drop] })
  ],
  [
    'out-of-bounds',
    moduleOf({ name: '_start', memory: [0, 1], code: [...i32(-1), op.i32Load, 2, 0, op.drop] })
  ],
  ['indirect-call', moduleOf({ name: '_start', table: 1, code: [...i32(0), op.callIndirect, 0, 0] })]
]

/** Well-formed, but its data do not fit its memory. */
export const misfitModule = moduleOf({
  name: '_start',
  memory: [0, 1],
  data: { at: 65_535, bytes: [1, 2] },
  code: []
})

/** Well-formed, but its code takes a value that is not there. */
export const invalidModule = moduleOf({ name: '_start', code: [op.drop] })

/** Wants something of its host that is no WASI. */
export const foreignModule = moduleOf({
  name: '_start',
  import: { module: 'env', name: 'abort', params: [], results: [] },
  code: []
})

/** Wants memory that threads share. */
export const sharedModule = moduleOf({ name: '_start', memory: [3, 1, 1], code: [] })

/** Needs 100 pages of memory, 6.25 MiB, to begin with. */
export const largeModule = moduleOf({ name: '_start', memory: [0, 100], code: [] })

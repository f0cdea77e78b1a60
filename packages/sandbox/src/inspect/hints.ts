import type { ResultCode } from '@ailee/protocol'
import { AILEE_MODULE } from '../host/signatures.js'
import type { ExternalKind } from '../module/module-info.js'
import { WASI_MODULE } from '../wasi/signatures.js'

/** What to do about an import that is denied; the first line that fits counts. */
const importHints: readonly [pattern: RegExp, hint: string][] = [
  [/^env\.abort$/, 'AssemblyScript: compile with --use abort='],
  [/^env\.(seed|trace)$/, 'AssemblyScript: use neither Math.random nor trace'],
  [/^env\.memory$/, 'let the module have its own memory: without --import-memory, --importMemory'],
  [/^env\.__indirect_function_table$/, 'let the module have its own table: without --import-table'],
  [
    /^(env|a)\._*emscripten|^env\.(invoke_|__cxa_|_?setTempRet0)/,
    'Emscripten: compile with -sSTANDALONE_WASM'
  ],
  [/^(wbg|__wbindgen)/, 'wasm-bindgen needs JavaScript: export plain functions, or build for wasm32-wasip1'],
  [/^(go|gojs)\./, 'Go: build with GOOS=wasip1 GOARCH=wasm'],
  [/^wasi\.thread-spawn$/, 'there are no threads: compile without -pthread'],
  [/^wasi_unstable\./, 'compile for WASI preview 1: wasm32-wasip1, or a newer wasi-libc'],
  [/^wasi:|^cm32p2/, 'compile for WASI preview 1 (wasm32-wasip1); components and preview 2 are not run'],
  [new RegExp(`^${WASI_MODULE}\\.`), 'compile for wasm32-wasip1 with a current toolchain'],
  [new RegExp(`^${AILEE_MODULE}\\.`), 'take the bindings of the templates: ailee.h, ailee.rs, ailee.ts'],
  [/^env\./, 'nothing defines this symbol: define it, or link the library that has it']
]

export function importHint(module: string, name: string, kind: ExternalKind | 'tag'): string | undefined {
  const found = importHints.find(([pattern]) => pattern.test(`${module}.${name}`))
  if (found !== undefined) return found[1]
  return kind === 'function' ? `take input and give output by ${WASI_MODULE} or ${AILEE_MODULE}` : undefined
}

const featureHints: readonly [pattern: RegExp, hint: string][] = [
  [/threads|shared/, 'compile without -pthread, -matomics and +atomics: there is one thread'],
  [/exception/, 'compile without exceptions: -fno-exceptions, panic=abort, no setjmp'],
  [/relaxed SIMD/, 'compile without -mrelaxed-simd: its results differ between machines'],
  [/64-bit/, 'compile for wasm32'],
  [/more than one memory/, 'compile without multi-memory'],
  [
    /garbage|typed ref|function ref/,
    'compile to linear memory: languages with objects of the host are not run'
  ],
  [/extended const/, 'compile without -mextended-const and position-independent code'],
  [/wide arithmetic|memory control|stack switching|page sizes/, 'compile for WebAssembly 2.0: no proposals']
]

export function featureHint(name: string): string | undefined {
  return featureHints.find(([pattern]) => pattern.test(name))?.[1]
}

const SMALLER = 'strip symbols, optimise for size (-Os) and link only what is used (LTO)'
const SPLIT = 'split the function, or let the compiler inline and unroll less (-Os)'
const TABLES = 'use fewer functions through tables: link only what is used (LTO)'

const capHints: Readonly<Record<string, string>> = {
  bytes: SMALLER,
  sections: 'strip custom sections',
  functions: SMALLER,
  types: SMALLER,
  globals: SMALLER,
  imports: SMALLER,
  exports: 'export only what is called, not every function',
  tables: TABLES,
  'elements in one table': TABLES,
  'elements in its segments': TABLES,
  'element segments': TABLES,
  'data segments': 'join them: a linker does so unless it is told otherwise',
  'bytes in one function': SPLIT,
  'locals in one function': `optimise (-O2, -Os), ${SPLIT}`,
  'groups of locals in one function': 'optimise (-O2, -Os)',
  'locals times branches in one function': `optimise (-O2, -Os), ${SPLIT}`,
  'bytes in one instrumented function': SPLIT,
  'bytes of instrumented code': SMALLER,
  'units of depth in one chain of calls': 'keep large local variables in memory, or call less deeply',
  'parameters of one function': 'pass a pointer to a structure',
  'results of one function': 'return a pointer to a structure'
}

export function capHint(name: string): string | undefined {
  return capHints[name]
}

/** For refusals that name neither a cap, a feature nor an import. */
export function refusalHint(code: ResultCode): string | undefined {
  if (code === 'MEMORY_EXHAUSTED') return 'give it more with --memory, or let it start with less'
  return code === 'MODULE_INVALID'
    ? 'compile it again: the file is damaged, or its compiler is faulty'
    : undefined
}

/** For a file that does not start as a module does. */
export function fileHint(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 8))
  if (start.startsWith('\0asm')) {
    return bytes[4] === 0x0d ? 'this is a component: compile a core module, for wasm32-wasip1' : undefined
  }
  if (/^\s*[(;]/.test(start)) return 'this looks like WebAssembly text: translate it with wat2wasm'
  if (start.startsWith('\x1f\x8b') || start.startsWith('PK')) return 'this is compressed: unpack it'
  return 'compile it to .wasm first'
}

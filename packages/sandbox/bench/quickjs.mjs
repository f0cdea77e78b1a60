/**
 * QuickJS as a large real program: an interpreter of JavaScript, run plain or instrumented.
 *
 *   const plain = await loadQuickJs((bytes) => bytes)
 *   const metered = await loadQuickJs((bytes) => instrumentModule(bytes, options))
 *   plain.run('1 + 1') === '2'
 */
import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { wasiImports } from '../dist/src/wasi/preview1.js'
import { WasiProcess } from '../dist/src/wasi/wasi-process.js'

const FUEL = 2n ** 62n
const DEPTH = 20_000

/** The module's bytes, as its package ships them. */
export function quickJsBytes() {
  return readFileSync(fileURLToPath(import.meta.resolve('quickjs-wasi/quickjs.wasm')))
}

/**
 * Compiles QuickJS as `transform` makes it: bytes, or what `instrumentModule` returns. Every `run` takes a fresh
 * instance and answers with the script's last value as text (of an error: its name and message).
 */
export async function loadQuickJs(transform) {
  const made = transform(quickJsBytes())
  const meter = made instanceof Uint8Array ? undefined : made.exports
  const module = await WebAssembly.compile(made instanceof Uint8Array ? made : made.bytes)
  let used = 0n
  const run = (script) => {
    const instance = instantiate(module)
    const exports = instance.exports
    if (meter !== undefined) {
      exports[meter.fuel].value = FUEL
      exports[meter.depth].value = DEPTH
    }
    exports._initialize()
    if (exports.qjs_init() !== 0) throw new Error('QuickJS does not start')
    const text = evaluate(exports, script)
    if (meter !== undefined) used = FUEL - exports[meter.fuel].value
    return text
  }
  return meter === undefined ? { run } : { run, fuel: () => used }
}

/** Its own imports are calls back to a host that this one has nothing for. */
function instantiate(module) {
  const process = new WasiProcess({
    args: ['quickjs'],
    env: [],
    stdin: new Uint8Array(0),
    seed: new Uint8Array(32),
    clockMs: 1_700_000_000_000,
    outputBytes: 2 ** 20,
    stderrBytes: 2 ** 16,
    sha3: (bytes) => hash('sha3-256', bytes, 'buffer')
  })
  const none = () => 0
  const env = {
    host_call: none,
    host_interrupt: none,
    host_promise_rejection: none,
    host_module_normalize: none,
    host_module_load: none,
    host_get_timezone_offset: none
  }
  const instance = new WebAssembly.Instance(module, { env, wasi_snapshot_preview1: wasiImports(process) })
  process.memory.attach(instance.exports.memory)
  return instance
}

function evaluate(exports, script) {
  const text = (value) => {
    const pointer = exports.qjs_get_string(value)
    const bytes = new Uint8Array(exports.memory.buffer)
    return new TextDecoder().decode(bytes.slice(pointer, bytes.indexOf(0, pointer)))
  }
  const place = (string) => {
    const bytes = new TextEncoder().encode(string)
    const pointer = exports.wasm_malloc(bytes.length + 1)
    const memory = new Uint8Array(exports.memory.buffer)
    memory.set(bytes, pointer)
    memory[pointer + bytes.length] = 0
    return [pointer, bytes.length]
  }
  const [source, length] = place(script)
  const [name] = place('script')
  const value = exports.qjs_eval(source, length, name, 0)
  return exports.qjs_is_exception(value) === 0 ? text(value) : text(exports.qjs_get_exception())
}

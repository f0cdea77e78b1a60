import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type InstrumentedModule, instrumentModule } from '../../src/instrument/index.js'
import { ModuleRefusal } from '../../src/module/refusal.js'
import { MeteredInstance, trapText } from './fixtures/metered-run.js'
import { wrapVectors } from './fixtures/vector-wrappers.js'

/**
 * The official test suite (WebAssembly/testsuite), converted by wabt's `wast2json` into one folder for each
 * file: instrumented modules must behave as plain ones. `WASM_TESTSUITE` names the folder.
 */
const folder = process.env.WASM_TESTSUITE ?? ''

interface Constant {
  type: string
  lane_type?: string
  value: string | string[]
}

interface Command {
  type: string
  line: number
  filename?: string
  module_type?: string
  name?: string
  module?: string
  as?: string
  action?: { type: string; field: string; module?: string; args?: Constant[] }
  expected?: Constant[]
  text?: string
}

const tally = { modules: 0, refused: 0, assertions: 0, skipped: 0, judged: 0 }
const laneBytes: Record<string, number> = { i8: 1, i16: 2, i32: 4, f32: 4, i64: 8, f64: 8 }

function laneBits(type: string, lanes: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(16)
  const width = laneBytes[type] ?? 1
  for (const [lane, text] of lanes.entries()) {
    let rest = BigInt(text)
    for (let byte = 0; byte < width; byte++, rest >>= 8n) bytes[lane * width + byte] = Number(rest & 0xffn)
  }
  return bytes
}

/** The values JavaScript passes for a constant; undefined if it has none. */
function toValues({ type, lane_type, value }: Constant): (number | bigint | null)[] | undefined {
  if (type === 'v128') {
    const view = new DataView(laneBits(lane_type ?? '', value as string[]).buffer)
    return [view.getBigInt64(0, true), view.getBigInt64(8, true)]
  }
  const text = String(value)
  if (type === 'i32') return [Number(BigInt.asIntN(32, BigInt(text)))]
  if (type === 'i64') return [BigInt.asIntN(64, BigInt(text))]
  if (type === 'f32') return [new Float32Array(Uint32Array.of(Number(text)).buffer)[0] ?? 0]
  if (type === 'f64') return [new Float64Array(BigUint64Array.of(BigInt(text)).buffer)[0] ?? 0]
  if (text === 'null') return [null]
  return type === 'externref' ? [Number(text)] : undefined
}

function sameConstant(expected: Constant, values: readonly unknown[]): boolean {
  if (expected.type === 'v128') {
    const halves = BigInt64Array.from(values as bigint[])
    const bytes = new Uint8Array(halves.buffer)
    const type = expected.lane_type ?? ''
    const width = laneBytes[type] ?? 1
    return (expected.value as string[]).every((text, lane) => {
      const own = bytes.slice(lane * width, (lane + 1) * width)
      if (!text.startsWith('nan')) return own.every((byte, at) => byte === laneBits(type, [text])[at])
      // Arithmetic makes the canonical NaN and no other.
      return own.every(
        (byte, at) => byte === (type === 'f32' ? [0, 0, 0xc0, 0x7f] : [0, 0, 0, 0, 0, 0, 0xf8, 0x7f])[at]
      )
    })
  }
  const [value] = values
  if (String(expected.value).startsWith('nan')) return Number.isNaN(value)
  if (expected.type === 'funcref') return (value === null) === (expected.value === 'null')
  const wanted = toValues(expected)?.[0]
  return Number.isNaN(wanted) ? Number.isNaN(value) : Object.is(value, wanted)
}

interface Pair {
  plain: WebAssembly.Instance
  metered: MeteredInstance
  instrumented: InstrumentedModule
}

function instantiate(bytes: Uint8Array): Pair | undefined {
  let instrumented: InstrumentedModule
  try {
    instrumented = instrumentModule(wrapVectors(bytes), { memoryPages: 65_536, tableElements: 10_000_000 })
  } catch (error) {
    if (error instanceof ModuleRefusal) return undefined
    throw error
  }
  const module = new WebAssembly.Module(wrapVectors(bytes) as Uint8Array<ArrayBuffer>)
  if (WebAssembly.Module.imports(module).length > 0) return undefined
  const metered = new MeteredInstance(instrumented, { fuel: 2n ** 62n, depth: 10_000 })
  if (instrumented.exports.start !== undefined) metered.call(instrumented.exports.start, [])
  return { plain: new WebAssembly.Instance(module), metered, instrumented }
}

function invoke(pair: Pair, command: Command, where: string): void {
  const { action, expected = [] } = command
  const values = action?.args?.map(toValues) ?? []
  if (action?.type !== 'invoke' || values.includes(undefined)) {
    tally.skipped++
    return
  }
  const vector = `vector:${action.field}`
  const name = vector in pair.plain.exports ? vector : action.field
  const list = values.flat() as number[]
  // The suite goes on with an instance that has trapped.
  pair.metered.refill(10_000)
  if (command.type === 'assert_exhaustion') {
    assert.is(pair.metered.call(name, list).code, 'DEPTH_EXHAUSTED', where)
    tally.assertions++
    return
  }
  let plain: unknown
  let trap = ''
  try {
    plain = (pair.plain.exports[name] as (...values: number[]) => unknown)(...list)
  } catch (error) {
    trap = trapText(error)
  }
  const run = pair.metered.call(name, list)
  assert.is(run.trap, trap, where)
  tally.assertions++
  if (command.type === 'assert_trap') {
    assert.is(run.code, 'TRAP', where)
    return
  }
  assert.is(run.code, 'SUCCESS', where)
  const results = expected.length > 1 || Array.isArray(run.result) ? (run.result as unknown[]) : [run.result]
  // The suite's own values do not always survive the way through JavaScript.
  if (isDeepStrictEqual(plain, run.result)) return
  let at = 0
  for (const constant of expected) {
    const width = constant.type === 'v128' ? 2 : 1
    assert.ok(sameConstant(constant, results.slice(at, at + width)), `${where}: ${JSON.stringify(constant)}`)
    at += width
  }
}

/** What the suite calls invalid must be refused, or stay invalid when it is instrumented (V8 is laxer here and there). */
function judge(bytes: Uint8Array<ArrayBuffer>, where: string): void {
  tally.judged++
  let valid = false
  try {
    valid = WebAssembly.validate(
      instrumentModule(bytes, { memoryPages: 65_536, tableElements: 10_000_000 }).bytes
    )
  } catch (error) {
    if (!(error instanceof ModuleRefusal)) throw error
    if (error.code !== 'MODULE_INVALID') return
  }
  // Custom sections are left out, so nobody looks at their names.
  if (where.startsWith('utf8-custom-section-id')) return
  if (valid) assert.ok(WebAssembly.validate(bytes), `${where}: V8 refuses it, instrumented it is valid`)
}

function runFile(path: string, name: string): void {
  const { commands } = JSON.parse(readFileSync(join(path, `${name}.json`), 'utf8')) as { commands: Command[] }
  const named = new Map<string, Pair | undefined>()
  let current: Pair | undefined
  // A module that is refused for its imports may have been meant to change the one it imports.
  let unlinked = false
  for (const command of commands) {
    const where = `${name}:${command.line}`
    const bytes = (): Uint8Array<ArrayBuffer> =>
      new Uint8Array(readFileSync(join(path, command.filename ?? '')))
    if (command.type === 'module') {
      tally.modules++
      current = instantiate(bytes())
      if (current === undefined) {
        tally.refused++
        unlinked = true
      }
      if (command.name !== undefined) named.set(command.name, current)
    } else if (command.type === 'assert_invalid' || command.type === 'assert_malformed') {
      if (command.module_type === 'binary') judge(bytes(), where)
    } else if (['assert_return', 'assert_trap', 'action', 'assert_exhaustion'].includes(command.type)) {
      const target = command.action?.module
      const pair = target === undefined ? current : unlinked ? undefined : named.get(target)
      if (pair === undefined) tally.skipped++
      else invoke(pair, command, where)
    }
  }
}

if (existsSync(folder)) {
  for (const name of readdirSync(folder).sort()) test(name, () => runFile(join(folder, name), name))
  test('figures', () => {
    console.log(JSON.stringify(tally))
    assert.ok(tally.assertions > 0)
  })
} else {
  console.log('skipped: the official test suite (WASM_TESTSUITE names no folder of converted cases)')
  test.skip('official test suite', () => undefined)
}

test.run()

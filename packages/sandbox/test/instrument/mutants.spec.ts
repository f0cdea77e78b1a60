import { hash } from 'node:crypto'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type InstrumentedModule, instrumentModule, Reason } from '../../src/instrument/index.js'
import { example } from '../fixtures/examples.js'
import { mutate } from './fixtures/mutate.js'
import { Choices } from './fixtures/random-module.js'
import { runCommand } from './fixtures/wasi-command.js'

/** More with a longer run by hand: MUTANTS=2000, and another MUTANT_SEED. */
const MUTANTS = Number(process.env.MUTANTS ?? 20)
const seed = Number(process.env.MUTANT_SEED ?? 1)

const options = { memoryPages: 64, tableElements: 1_000 }
const FUEL = 20_000_000n

const commands = ['hello', 'wordcount', 'nn-int8', 'hello-rust', 'echo', 'exit-code', 'trap']
const functions = [
  ['primes', 'countPrimes', [500]],
  ['matmul', 'matmul', [9]],
  ['matmul-rust', 'matmul', [9]],
  ['kmeans', 'kmeansChecksum', [40, 3, 4]],
  ['slow', 'busy', [1]]
] as const

interface Ending {
  result: unknown
  trap: string
}

/** Ended by its own doing, not by the meter: only then does it end plain. */
interface MeteredEnding extends Ending {
  own: boolean
}

function fill(exports: WebAssembly.Exports, { exports: names }: InstrumentedModule): () => boolean {
  const global = (name: string): WebAssembly.Global => exports[name] as WebAssembly.Global
  global(names.fuel).value = FUEL
  global(names.depth).value = 2_000
  return () =>
    (global(names.fuel).value as bigint) >= 0n &&
    global(names.reason).value !== Reason.fuelExhausted &&
    global(names.reason).value !== Reason.depthExhausted &&
    // Plain it has more memory than this.
    global(names.reason).value !== Reason.memoryLimitMet
}

function commandPlain(bytes: Uint8Array<ArrayBuffer>): Ending {
  const { trap, ...result } = runCommand(bytes, ['1', 'two'])
  return { result, trap }
}

function commandMetered(module: InstrumentedModule): MeteredEnding {
  let isOwn = (): boolean => true
  const { trap, ...result } = runCommand(module.bytes, ['1', 'two'], ({ exports }) => {
    isOwn = fill(exports, module)
  })
  return { result, trap, own: isOwn() }
}

function call(exports: WebAssembly.Exports, name: string, values: readonly number[]): Ending {
  try {
    return { result: (exports[name] as (...values: number[]) => unknown)(...values), trap: '' }
  } catch (error) {
    return { result: undefined, trap: String(error) }
  }
}

const imports = { env: { abort: () => undefined } }
/** Its start function has run, unless it is instrumented. */
const instance = (bytes: Uint8Array<ArrayBuffer>): WebAssembly.Exports =>
  new WebAssembly.Instance(new WebAssembly.Module(bytes), imports).exports

function plainCall(bytes: Uint8Array<ArrayBuffer>, name: string, values: readonly number[]): Ending {
  let exports: WebAssembly.Exports
  try {
    exports = instance(bytes)
  } catch (error) {
    return { result: undefined, trap: String(error) }
  }
  return call(exports, name, values)
}

function choicesOf(name: string, turn: number): Choices {
  const state = Buffer.from(hash('sha512', `${name} ${seed} ${turn}`), 'hex')
  return new Choices(Uint8Array.from({ length: 512 }, (_, at) => (state[at % 64] ?? 0) ^ (at * 151)))
}

const total = { ended: 0, cut: 0 }

function compare(name: string, turn: number, metered: MeteredEnding, plain: () => Ending): void {
  if (!metered.own) {
    total.cut++
    return
  }
  const { result, trap } = plain()
  assert.equal({ result: metered.result, trap: metered.trap }, { result, trap }, `${name}, mutant ${turn}`)
  total.ended++
}

for (const name of commands) {
  test(`mutants of ${name} do what they do plain`, () => {
    for (let turn = 0; turn < MUTANTS; turn++) {
      const bytes = mutate(example(name), choicesOf(name, turn), 1 + (turn % 12))
      const module = instrumentModule(bytes, options)
      compare(name, turn, commandMetered(module), () => commandPlain(bytes))
    }
  })
}

for (const [name, wanted, values] of functions) {
  test(`mutants of ${name} do what they do plain`, () => {
    for (let turn = 0; turn < 3 * MUTANTS; turn++) {
      const bytes = mutate(example(name), choicesOf(name, turn), 1 + (turn % 6))
      const module = instrumentModule(bytes, options)
      const exports = instance(module.bytes)
      const isOwn = fill(exports, module)
      const { start } = module.exports
      const started = start === undefined ? undefined : call(exports, start, [])
      const ending = started?.trap ? started : call(exports, wanted, values)
      compare(name, turn, { ...ending, own: isOwn() }, () => plainCall(bytes, wanted, values))
    }
  })
}

test('most mutants end by themselves', () => {
  assert.ok(total.ended > 2 * total.cut, `${total.ended} ended, ${total.cut} were cut short`)
})

test.run()

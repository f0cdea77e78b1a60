import { hash } from 'node:crypto'
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { WASI } from 'node:wasi'
import { MIB } from '@ailee/core'
import type { TaskInput } from '@ailee/protocol'
import fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { execute } from '../../src/execution/execute.js'
import { prepareModule } from '../../src/module/prepare.js'
import { example } from '../fixtures/examples.js'

/** More with a longer run by hand: WASI_PROGRAMS=500. */
const RUNS = Number(process.env.WASI_PROGRAMS ?? 15)
const seed = Number(process.env.WASI_SEED ?? 20_261_124)
const MEMORY_BYTES = 64 * MIB

interface Ending {
  stdout: string
  stderr: string
  exitCode: number
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

function prepared(name: string): (input: TaskInput) => Ending {
  const module = prepareModule(example(name), { memoryBytes: MEMORY_BYTES })
  const compiled = new WebAssembly.Module(module.bytes)
  return (input) => {
    const { code, detail, output, stderr, exitCode } = execute(
      compiled,
      module,
      {
        function: '',
        input,
        limits: { memoryBytes: MEMORY_BYTES, fuel: 10n ** 12n, wallTimeMs: 10_000, outputBytes: MIB },
        seed: new Uint8Array(32),
        clockMs: 1_700_000_000_000,
        hashMemory: false
      },
      { sha3: (bytes) => hash('sha3-256', bytes, 'buffer'), stderrBytes: MIB }
    )
    assert.is(code, 'SUCCESS', detail)
    return { stdout: text(output), stderr: text(stderr), exitCode }
  }
}

/** The same program, as it is, under Node's WASI with a temporary folder for its root. */
function underNode(name: string): (input: TaskInput) => Ending {
  const compiled = new WebAssembly.Module(Uint8Array.from(example(name)))
  return ({ args, env, stdin, files }) => {
    const folder = mkdtempSync(join(tmpdir(), 'ailee-program-'))
    const streams = ['stdin', 'stdout', 'stderr'].map((stream) => join(folder, stream))
    const root = join(folder, 'root')
    mkdirSync(root)
    for (const { path, bytes } of files) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), bytes)
    }
    writeFileSync(streams[0] ?? '', stdin)
    const opened = streams.map((path, at) => openSync(path, at === 0 ? 'r' : 'w+'))
    try {
      const wasi = new WASI({
        version: 'preview1',
        args: ['module', ...args],
        env: Object.fromEntries(env.map((entry) => entry.split('=', 2))),
        preopens: { '/': root },
        stdin: opened[0],
        stdout: opened[1],
        stderr: opened[2],
        returnOnExit: true
      })
      const instance = new WebAssembly.Instance(compiled, wasi.getImportObject() as WebAssembly.Imports)
      const exitCode = wasi.start(instance)
      const written = streams.map((path) => text(readFileSync(path)))
      return { stdout: written[1] ?? '', stderr: written[2] ?? '', exitCode }
    } finally {
      for (const fd of opened) closeSync(fd)
      rmSync(folder, { recursive: true })
    }
  }
}

const printable = fc.string({ unit: 'grapheme', maxLength: 40 }).map((value) => value.replaceAll('\0', ''))
const line = fc
  .tuple(
    fc.constantFrom('north', 'south', 'île', 'x'.repeat(70), ''),
    fc.integer({ min: -999_999, max: 999_999 })
  )
  .map(([region, amount]) => `${region},${amount}`)
const sales = fc
  .array(line, { maxLength: 200 })
  .map((lines) => new TextEncoder().encode(`${['region,amount', ...lines].join('\n')}\n`))
const digit = fc.array(fc.integer({ min: 0, max: 16 }), { minLength: 60, maxLength: 66 })
const utf8 = (value: fc.Arbitrary<string>): fc.Arbitrary<Uint8Array> =>
  value.map((s) => new TextEncoder().encode(s))
const nothing = { args: [], env: [], stdin: new Uint8Array(0), files: [] }

const inputs: Record<string, fc.Arbitrary<TaskInput>> = {
  hello: fc
    .tuple(fc.array(printable, { maxLength: 3 }), printable)
    .map(([args, greeting]) => ({ ...nothing, args, env: [`GREETING=${greeting.replaceAll('=', '')}`] })),
  wordcount: fc.uint8Array({ maxLength: 40_000, size: 'max' }).map((stdin) => ({ ...nothing, stdin })),
  echo: fc.uint8Array({ maxLength: 40_000, size: 'max' }).map((stdin) => ({ ...nothing, stdin })),
  'nn-int8': utf8(digit.map((cells) => cells.join(' '))).map((stdin) => ({ ...nothing, stdin })),
  'csv-report': fc
    .tuple(sales, fc.constantFrom('sales.csv', 'data/sales.csv', 'none.csv'))
    .map(([bytes, path]) => {
      return {
        ...nothing,
        args: path === 'sales.csv' ? [] : [path],
        files: [{ path: path.replace('none', 'a'), bytes }]
      }
    })
}
inputs['hello-rust'] = inputs.hello as fc.Arbitrary<TaskInput>

for (const [name, arbitrary] of Object.entries(inputs)) {
  test(`${name} says under Node's WASI what it says here`, () => {
    const [here, there] = [prepared(name), underNode(name)]
    const endings = new Set<string>()
    const result = fc.check(
      fc.property(arbitrary, (input) => {
        const ending = here(input)
        assert.equal(there(input), ending)
        endings.add(ending.stdout)
      }),
      { numRuns: RUNS, seed }
    )
    assert.not(result.failed, `${result.errorInstance}\n${fc.defaultReportMessage(result)}`)
    assert.ok(endings.size > 1, 'not all inputs give the same')
  })
}

test.run()

import { readFileSync } from 'node:fs'
import { MIB, noMetrics, silentLogger, systemClock } from '@ailee/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { Sandbox } from '../src/index.js'
import { example } from './fixtures/examples.js'
import { request, text } from './fixtures/harness.js'

/** The part of `examples/modules/manifest.json` that says what a run must give. */
interface Example {
  name: string
  samples: {
    function?: string
    args?: string[]
    env?: Record<string, string>
    /** A file, from the root of the repository. */
    stdin?: string
    /** Such files too, by their paths in the root directory. */
    files?: Record<string, string>
    outcome: 'returns' | 'exits' | 'traps' | 'endless'
    stdout?: string
    exitCode?: number
  }[]
}

const root = new URL('../../../../', import.meta.url)
const manifest = JSON.parse(
  readFileSync(new URL('examples/modules/manifest.json', root), 'utf8')
) as Example[]

const test = suite('examples')
const sandbox = new Sandbox({ log: silentLogger, metrics: noMetrics, clock: systemClock }, { processes: 2 })
test.before(() => sandbox.start())
test.after(() => sandbox.stop())

for (const { name, samples } of manifest) {
  for (const [index, sample] of samples.entries()) {
    test(`${name}, sample ${index + 1}`, async () => {
      const { args = [], outcome: expected } = sample
      const env = Object.entries(sample.env ?? {}).map(([key, value]) => `${key}=${value}`)
      const stdin = sample.stdin === undefined ? '' : readFileSync(new URL(sample.stdin, root), 'utf8')
      const files = Object.fromEntries(
        Object.entries(sample.files ?? {}).map(([path, file]) => [
          path,
          readFileSync(new URL(file, root), 'utf8')
        ])
      )
      const limits = { memoryBytes: 64 * MIB, wallTimeMs: expected === 'endless' ? 100 : 30_000 }
      const outcome = await sandbox.run(
        request(example(name), { function: sample.function ?? '', args, env, stdin, files, limits })
      )
      const codes = { returns: ['SUCCESS'], exits: ['SUCCESS'], endless: ['TIMEOUT', 'OUTPUT_TOO_LARGE'] }
      const accepted = expected === 'traps' ? ['TRAP', 'MEMORY_EXHAUSTED'] : codes[expected]
      assert.ok(accepted.includes(outcome.code), `${outcome.code} ${outcome.detail}`)
      if (outcome.code !== 'SUCCESS') return
      if (sample.stdout !== undefined) assert.is(text(outcome.output), sample.stdout)
      assert.is(outcome.exitCode, sample.exitCode ?? 0)
    })
  }
}

const templates = ['template-assemblyscript', 'template-c', 'template-rust']
const words = 'Grüße an alle\n'.repeat(2_000)

test('the templates give the same output in every language, and say so in the log', async () => {
  for (const name of templates) {
    for (const [index, called] of ['run', 'stream'].entries()) {
      const outcome = await sandbox.run(request(example(name), { function: called, stdin: words }))
      assert.is(
        text(outcome.output),
        words.replace(/[a-z]/g, (letter) => letter.toUpperCase()),
        name
      )
      assert.is(text(outcome.stderr), ['32000 bytes\n', '32000 of 32000 bytes\n'][index], name)
    }
    const empty = await sandbox.run(request(example(name), { function: 'run' }))
    assert.equal([empty.code, empty.output.length], ['SUCCESS', 0], name)
  }
})

test('a template that sees its fuel run low ends well, with what it has', async () => {
  for (const name of templates) {
    const limits = { fuel: 500_000n }
    const ask = request(example(name), { function: 'stream', stdin: words, limits })
    const outcome = await sandbox.run(ask)
    assert.is(outcome.code, 'SUCCESS', outcome.detail)
    assert.ok(outcome.fuelUsed > 300_000n && outcome.fuelUsed <= 500_000n, String(outcome.fuelUsed))
    assert.is(text(outcome.stderr), `${outcome.output.length} of 32000 bytes\n`, name)
    assert.ok(outcome.output.length > 0 && outcome.output.length < 32_000, name)
    const again = await sandbox.run(ask)
    assert.equal([again.fuelUsed, again.output], [outcome.fuelUsed, outcome.output], name)
    const all = await sandbox.run(
      request(example(name), { function: 'run', stdin: words, limits: { fuel: 100_000n } })
    )
    assert.equal([all.code, all.output.length], ['FUEL_EXHAUSTED', 0], name)
  }
})

test.run()

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
      const limits = { memoryBytes: 64 * MIB, wallTimeMs: expected === 'endless' ? 100 : 30_000 }
      const outcome = await sandbox.run(
        request(example(name), { function: sample.function ?? '', args, env, stdin, limits })
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

test.run()

import { existsSync, readdirSync } from 'node:fs'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { SuiteFile, Tally } from './fixtures/suite-file.js'

/**
 * The official test suite (WebAssembly/testsuite), converted by `scripts/convert-testsuite.mjs` into one folder for
 * each file: instrumented modules must behave as plain ones. `WASM_TESTSUITE` names the folder.
 */
const folder = process.env.WASM_TESTSUITE ?? ''

if (existsSync(folder)) {
  const tally = new Tally()
  for (const name of readdirSync(folder).sort()) test(name, () => new SuiteFile(folder, name, tally).run())
  test('figures', () => {
    for (const [what, count] of [...tally.counts].sort()) console.log(`${String(count).padStart(7)} ${what}`)
    assert.ok(tally.of('compared') > 0)
  })
} else {
  console.log('skipped: the official test suite (WASM_TESTSUITE names no folder of converted cases)')
  test.skip('official test suite', () => undefined)
}

test.run()

import { freemem } from 'node:os'
import { MIB, noMetrics, silentLogger, systemClock } from '@ailee/core'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { Sandbox } from '../src/index.js'
import { bombs } from './fixtures/bombs.js'
import { addModule } from './fixtures/build-module.js'
import { request, text } from './fixtures/harness.js'

const test = suite('bombs')
const sandbox = new Sandbox({ log: silentLogger, metrics: noMetrics, clock: systemClock }, { processes: 1 })
test.before(() => sandbox.start())
test.after(() => sandbox.stop())

/** How late, and with what delay of the event loop, is measured by bench/bombs.mjs; here, that nothing waits for it. */
for (const { name, module, parts, codes } of bombs({ functions: 2, compileMs: 300, fillMs: 300 })) {
  if ((parts?.limits?.memoryBytes ?? 0) > freemem() / 2) {
    console.log(`skipped: ${name}: this machine has ${Math.round(freemem() / MIB)} MiB of free memory`)
    test.skip(name)
    continue
  }
  test(`${name} ends, and the event loop goes on`, async () => {
    let beats = 0
    const heartbeat = setInterval(() => {
      beats += 1
    }, 5)
    const outcome = await sandbox.run(request(module, parts))
    clearInterval(heartbeat)
    assert.ok(codes.includes(outcome.code), `${outcome.code}: ${outcome.detail}`)
    const turns = Math.floor(outcome.wallTimeMs / 100)
    assert.ok(beats >= turns, `${beats} heartbeats in ${outcome.wallTimeMs} ms`)
  })
}

test('after all of them the sandbox runs a task', async () => {
  const outcome = await sandbox.run(request(addModule, { function: 'add', args: ['2', '3'] }))
  assert.is(text(outcome.output), '5\n')
})

test.run()

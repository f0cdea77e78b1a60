import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { bytesModule, echoModule, host, hostFunction, packed } from './fixtures/modules.js'
import { runHere, verdictText } from './fixtures/run-here.js'
import type { HostTask } from './fixtures/runner.js'

const runner = fileURLToPath(new URL('./fixtures/runner.js', import.meta.url))

function runUnder(flags: readonly string[], tasks: readonly HostTask[]): string[] {
  const input = JSON.stringify(tasks)
  const { stdout, stderr, status } = spawnSync(process.execPath, [...flags, runner], {
    input,
    encoding: 'utf8'
  })
  assert.is(status, 0, stderr)
  return JSON.parse(stdout) as string[]
}

/** Writes the fuel that is left, 8 bytes, at each turn of a loop, so that many points of the run can be compared. */
const WRITE_LEFT = `i32.const 0 call ${host.fuelLeft} i64.store i32.const 0 i32.const 8 call ${host.outputWrite}`
const sampling = hostFunction(
  `i32.const 20000 local.set 0 loop void
     local.get 0 i32.const 1023 i32.and i32.eqz if void ${WRITE_LEFT} else f64.const 2 f64.sqrt drop end
     i32.const 3 local.set 1 loop void local.get 1 i32.const 1 i32.sub local.tee 1 br_if 0 end
     local.get 0 i32.const 3 i32.rem_u if void local.get 0 i32.const 7 i32.div_u drop end
     local.get 0 i32.const 1 i32.sub local.tee 0 br_if 0
   end`,
  { locals: ['i32', 'i32'] }
)
/** Stops by itself when too little is left: the fuel decides the output. */
const frugal = hostFunction(
  `loop void call ${host.fuelLeft} i64.const 5000 i64.gt_u if void i32.const 0 i32.const 3 call ${host.outputWrite} br 1 end end`
)
const wild = hostFunction(`i32.const 70000 i32.const 1 call ${host.log}`)
const outside = bytesModule(packed('i32.const 70000', 'local.get 1'))

const cases: [Uint8Array, HostTask['parts']][] = [
  [sampling, {}],
  [frugal, { fuel: 50_000 }],
  [frugal, { fuel: 60_000 }],
  [wild, {}],
  [echoModule, { stdin: 'grüße' }],
  [outside, { stdin: 'x' }],
  [echoModule, { stdin: 'x'.repeat(200), outputBytes: 199 }]
]

test('fuel_left, outputs and ends are the same under every compiler of V8', () => {
  const tasks = cases.map(([module, parts]) => ({ module: Buffer.from(module).toString('base64'), parts }))
  const here = cases.map(([module, parts]) => verdictText(runHere(module, parts)))
  assert.match(here[0] ?? '', /"code":"SUCCESS"/)
  assert.not.equal(here[1], here[2])
  for (const flags of [['--liftoff-only'], ['--no-liftoff'], ['--no-wasm-tier-up'], []]) {
    assert.equal(runUnder(flags, tasks), here, flags.join(' '))
  }
})

test.run()

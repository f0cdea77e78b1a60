import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { MIB } from '@ailee/core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { request, withSandbox } from '../fixtures/harness.js'
import { buildQuickJsCommand, scripts } from './fixtures/quickjs-bench.js'
import type { QuickJsReport } from './fixtures/quickjs-runner.js'

async function runUnder(flags: readonly string[]): Promise<QuickJsReport[]> {
  const runner = fileURLToPath(new URL('fixtures/quickjs-runner.js', import.meta.url))
  const child = spawn(process.execPath, [...flags, runner], { stdio: ['ignore', 'pipe', 'inherit'] })
  return JSON.parse(await text(child.stdout)) as QuickJsReport[]
}

let reports: QuickJsReport[] = []

test('QuickJS gives the same plain and instrumented, for the same fuel under either compiler', async () => {
  const [first, second] = await Promise.all([
    runUnder(['--no-liftoff']),
    runUnder(['--liftoff', '--liftoff-only'])
  ])
  reports = first ?? []
  assert.is(reports.length, Object.keys(scripts).length)
  assert.equal(second, reports)
  for (const { name, plain, metered, fuel, due } of reports) {
    assert.is(metered, plain, name)
    assert.not.match(plain, /Error/, name)
    assert.is(fuel[0], fuel[1], name)
    const ratio = Number(fuel[0]) / Number(due)
    assert.ok(ratio >= 1 && ratio < 1.25, `${name} pays ${ratio} of what it costs`)
  }
})

test('QuickJS runs as a task', async () => {
  const module = buildQuickJsCommand()
  await withSandbox({ processes: 2 }, async (sandbox) => {
    const run = (stdin: string): ReturnType<typeof sandbox.run> =>
      sandbox.run(request(module, { stdin, limits: { memoryBytes: 256 * MIB } }))
    for (const name of ['fib', 'regexp', 'language']) {
      const script = scripts[name] ?? ''
      const [once, again] = await Promise.all([run(script), run(script)])
      assert.is(once.code, 'SUCCESS', `${name}: ${once.detail}`)
      const found = new TextDecoder().decode(once.output)
      assert.is(found, `${reports.find((report) => report.name === name)?.plain}\n`, name)
      assert.equal([again.output, again.fuelUsed], [once.output, once.fuelUsed], name)
    }
    const thrown = await run('null.x')
    assert.is(thrown.exitCode, 1)
    assert.match(new TextDecoder().decode(thrown.stderr), /^TypeError/)
    const deep = await run('const f = (n) => 1 + f(n + 1); try { f(0) } catch (error) { String(error) }')
    assert.ok(['SUCCESS', 'DEPTH_EXHAUSTED'].includes(deep.code), deep.code)
  })
})

test.run()

import { systemClock } from '@ailee/core'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { ChildProcess, type ChildTask } from '../../src/pool/child-process.js'
import { launchers } from '../../src/pool/launcher.js'
import { noTools } from '../../src/pool/tools.js'

const [launcher] = launchers(noTools, 0)

const task: ChildTask = {
  header: {
    moduleKey: 'a/1',
    moduleHash: 'a',
    function: '',
    args: [],
    env: [],
    stdinLength: 0,
    files: [],
    memoryBytes: 0,
    fuel: '0',
    wallTimeMs: 1_000,
    outputBytes: 1_000,
    stderrBytes: 1_000,
    seed: '',
    clockMs: 0,
    hashMemory: false,
    measureDepth: false
  },
  module: async () => ({ isPrepared: false, bytes: new Uint8Array(1), instrumentMs: 0 }),
  input: new Uint8Array(0)
}

const prelude = `
  const channel = new (require('node:net').Socket)({ fd: 3 })
  const send = (header, first = 0, second = 0, announced = first) => {
    const text = Buffer.from(JSON.stringify(header))
    const head = Buffer.alloc(12)
    head.writeUInt32BE(text.length, 0)
    head.writeUInt32BE(announced, 4)
    head.writeUInt32BE(second, 8)
    channel.write(Buffer.concat([head, text, Buffer.alloc(first), Buffer.alloc(second)]))
  }
  const report = { type: 'report', code: 'SUCCESS', trap: '', detail: '', exitCode: 0, fuelUsed: '0', staticDepth: 0, memoryPeakBytes: 0, times: { instrumentMs: 0, compileMs: 0, runMs: 0 } }
  const onTask = (act) => channel.once('data', act)
  send({ type: 'ready', forbidden: {} })
`

async function died(script: string): Promise<string> {
  if (launcher === undefined) throw new Error('no launcher')
  const program = ['-e', prelude + script]
  const { child } = await ChildProcess.launch({ launcher, clock: systemClock, cpuSeconds: 0, program })
  const ending = await child.run(task)
  await child.exited
  return 'died' in ending ? ending.died : 'reported'
}

test('a child that breaks the protocol is killed, whatever it sends', async () => {
  const cases: [string, string][] = [
    ['more output than allowed', 'onTask(() => send(report, 1001))'],
    ['a huge announcement', 'onTask(() => send(report, 0, 0, 4294967295))'],
    ['a code it may not use', `onTask(() => send({ ...report, code: 'TIMEOUT' }))`],
    [
      'a header that is no JSON',
      'onTask(() => channel.write(Buffer.from([0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 123])))'
    ],
    ['a memory hash nobody asked for', `onTask(() => send({ ...report, memoryHash: '${'ab'.repeat(32)}' }))`],
    ['ready for a second time', `onTask(() => send({ type: 'ready', forbidden: {} }))`],
    ['the module wanted again', `onTask(() => send({ type: 'module-wanted' }))`]
  ]
  for (const [what, script] of cases) assert.match(await died(script), 'broke its protocol', what)
})

test('a child that dies says how', async () => {
  assert.match(await died(`onTask(() => process.kill(process.pid, 'SIGSEGV'))`), 'SIGSEGV')
  assert.match(
    await died(`onTask(() => { process.stderr.write('last\\n\\u001b[31mwords'); process.exit(3) })`),
    'code 3'
  )
})

test('a child that floods its stderr does not fill the parent', async () => {
  const words = await died(
    `onTask(() => { require('node:fs').writeSync(2, 'x'.repeat(5e6)); process.exit(1) })`
  )
  assert.ok(words.length < 1_000)
})

test.run()

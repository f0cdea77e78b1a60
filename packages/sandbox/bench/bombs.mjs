/**
 * How bombs end: each is run in a sandbox of one process, while the delay of this process's event loop is
 * measured, until the process is gone and another one is ready.
 *
 *   npm run build && node_modules/.bin/node packages/sandbox/bench/bombs.mjs [filter]
 */
import { hash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { noMetrics, silentLogger, systemClock } from '@ailee/core'
import { Sandbox } from '../dist/src/index.js'
import { bombs } from '../dist/test/fixtures/bombs.js'
import { request } from '../dist/test/fixtures/harness.js'

const [filter = ''] = process.argv.slice(2)
const sizes = { functions: 15, compileMs: 8_000, fillMs: 3_000 }
const children = () =>
  readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
const peakMib = (pid) => {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024)
}

let replaced = 0
const counter = ({ name }) => ({ inc: () => name === 'ailee_sandbox_recycles_total' && replaced++ })
const metrics = { ...noMetrics, counter }
const sandbox = new Sandbox({ log: silentLogger, metrics, clock: systemClock }, { processes: 1 })
await sandbox.start()
console.log(`Node ${process.version}, isolation ${sandbox.isolation}`)
const columns = [36, 19, 8, 8, 8, 8, 8, 8]
const row = (cells) => console.log(cells.map((cell, at) => String(cell).padEnd(columns[at])).join(' '))
row(['bomb', 'code', 'limit', 'took', 'past', 'gone', 'lag p99', 'lag max', 'MiB'])

const late = []
for (const { name, module, parts, codes } of bombs(sizes)) {
  if (!name.includes(filter)) continue
  const task = request(module, parts)
  if (task.moduleHash !== hash('sha256', module)) throw new Error('a hash is wrong')
  const [pid] = children()
  let memory = 0
  const watch = setInterval(() => {
    try {
      memory = Math.max(memory, peakMib(pid))
    } catch {
      // It is gone.
    }
  }, 20)
  const lag = monitorEventLoopDelay({ resolution: 1 })
  lag.enable()
  const start = performance.now()
  const outcome = await sandbox.run(task)
  const settled = performance.now()
  while (replaced > 0 && children().includes(pid)) await sleep(1)
  const gone = replaced > 0 ? performance.now() - settled : 0
  while (replaced > 0 && (sandbox.processes === 0 || children().includes(pid))) await sleep(1)
  replaced = 0
  lag.disable()
  clearInterval(watch)
  const limit = task.limits.wallTimeMs
  const past = outcome.wallTimeMs - limit
  const p99 = lag.percentile(99) / 1e6
  const ms = (value) => value.toFixed(value < 10 ? 1 : 0)
  const pastText = past > 0 ? `+${ms(past)}` : '–'
  const code = codes.includes(outcome.code) ? outcome.code : `${outcome.code} (!)`
  const times = [limit, ms(settled - start), pastText, ms(gone), ms(p99), ms(lag.max / 1e6), memory]
  row([name, code, ...times])
  if (past > 100 || p99 > 50 || code !== outcome.code) late.push(name)
}
await sandbox.stop()
console.log(late.length === 0 ? 'all within limit + 100 ms and p99 < 50 ms' : `not so: ${late.join(', ')}`)
process.exitCode = late.length === 0 ? 0 : 1

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { childPids, eventually, isAlive } from '../fixtures/harness.js'

/** A parent with one child that is given an endless loop and one idle. */
function parentScript(confine: boolean): string {
  const url = (path: string): string => JSON.stringify(new URL(path, import.meta.url).href)
  return `
    const { Sandbox } = await import(${url('../../src/index.js')})
    const { endlessModule } = await import(${url('../fixtures/build-module.js')})
    const { request } = await import(${url('../fixtures/harness.js')})
    const { silentLogger, noMetrics, systemClock } = await import(${JSON.stringify(import.meta.resolve('@ailee/core'))})
    const sandbox = new Sandbox({ log: silentLogger, metrics: noMetrics, clock: systemClock }, { processes: 2, confine: ${confine} })
    await sandbox.start()
    sandbox.run(request(endlessModule, { limits: { wallTimeMs: 600000 } }))
    console.log('ready')
  `
}

/** CPU time of a process in hundredths of a second (proc_pid_stat(5): fields 14 and 15). */
function cpuTicks(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return Number(fields[11]) + Number(fields[12])
}

async function killParent(confine: boolean): Promise<void> {
  const parent = spawn(process.execPath, ['--input-type=module', '-e', parentScript(confine)], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  const exited = once(parent, 'exit')
  let pids: number[] = []
  try {
    await once(parent.stdout, 'data')
    pids = childPids(parent.pid ?? 0)
    assert.ok(pids.length >= 2)
    assert.ok(pids.every(isAlive))
    // One of them is deep in the loop: it has used half a second of CPU time more.
    const before = pids.map(cpuTicks)
    await eventually(() => pids.some((pid, index) => cpuTicks(pid) > (before[index] ?? 0) + 50))
  } finally {
    parent.kill('SIGKILL')
    await exited
  }
  await eventually(() => !pids.some(isAlive), 3_000)
}

// /proc and its children files are Linux's.
if (process.platform === 'linux') {
  test('no child outlives a killed parent, not even one in an endless loop', () => killParent(true))
  test('the same without the system’s tools, by the watchdog', () => killParent(false))
}

test.run()

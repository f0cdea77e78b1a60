import { spawnSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { ChildProbe } from './messages.js'

/** Tries, before anything untrusted is run, what this process must not be able to do; true = it was refused. */
export function probeConfinement(): ChildProbe {
  return {
    readFile: isRefused('ERR_ACCESS_DENIED', () => readdirSync('/')),
    writeFile: isRefused('ERR_ACCESS_DENIED', () => writeFileSync('/dev/null', '')),
    spawn: isRefused('ERR_ACCESS_DENIED', () => spawnSync('/bin/true')),
    worker: isRefused('ERR_ACCESS_DENIED', () => void new Worker('', { eval: true }).terminate()),
    addon: isRefused('ERR_DLOPEN_DISABLED', () => process.dlopen({ exports: {} }, '/nonexistent.node')),
    // SQLite asks nobody for permission, so the module itself must not be there.
    database: process.getBuiltinModule('node:sqlite') === undefined,
    evaluate: isRefused(undefined, () => new Function('return 0'))
  }
}

function isRefused(code: string | undefined, attempt: () => unknown): boolean {
  try {
    attempt()
    return false
  } catch (error) {
    return code === undefined ? error instanceof EvalError : (error as { code?: string }).code === code
  }
}

import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { AttackInit, AttackReport } from './attack.js'

const program = fileURLToPath(new URL('attack-main.js', import.meta.url))

/** Runs every attack once, all at the same time, in a process of their own. Aborting ends it. */
export function attack(init: AttackInit, signal: AbortSignal): Promise<AttackReport[]> {
  return new Promise((resolve, reject) => {
    const child = fork(program, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], signal })
    const reports: AttackReport[] = []
    child.on('message', (report) => reports.push(report as AttackReport))
    child.once('error', reject)
    child.once('exit', (code) =>
      code === 0 ? resolve(reports) : reject(new Error(`the attackers ended with code ${code}`))
    )
    child.send(init)
  })
}

/** The process of the attackers, apart from the honest client: what they cost is not to slow it down. */
import { setPriority } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import type { AttackInit, AttackName, AttackReport } from './attack.js'
import { Attacker } from './attacker.js'
import { attacks } from './attacks.js'

// Attackers have machines of their own: on this one the nodes go first.
setPriority(10)

/** Between the beginnings of two attacks: connecting is the dearest part of most of them. */
const STAGGER_MS = 250
/** These wait for the target's timeouts: they begin first. */
const slowest: readonly AttackName[] = ['slow loris', 'flood of connections', 'flood of gossip', 'half-open']

async function run(name: AttackName, index: number, init: AttackInit): Promise<AttackReport> {
  const attacker = await Attacker.create(name, index, init)
  const startedAtMs = performance.now()
  try {
    await attacks[name](attacker)
  } catch (error) {
    attacker.report.failure = error instanceof Error ? (error.stack ?? error.message) : String(error)
  } finally {
    attacker.report.seconds = (performance.now() - startedAtMs) / 1000
    await attacker.stop()
  }
  return attacker.report
}

process.on('message', (init: AttackInit) => {
  const names = [...new Set([...slowest, ...(Object.keys(attacks) as AttackName[])])]
  const begun = names.map(async (name, index) => {
    await delay(index * STAGGER_MS)
    process.send?.(await run(name, index, init))
  })
  void Promise.all(begun).then(() => process.disconnect())
})

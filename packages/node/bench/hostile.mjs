// Honest tasks while a coordinator and a worker are attacked in every way that packages/node/test/e2e/hostile.spec.ts
// knows, round after round. Ends with code 1 if an honest task failed, p99 grew to three times the quiet run's or more,
// a ban that was due was not made, or a node kept what the attacks took.
// Run: node packages/node/bench/hostile.mjs [rounds] [tasks]   (after a build, on Node 22 or later, on Linux)
import { expectations } from '../dist/test/support/hostile/attack.js'
import { quantile } from '../dist/test/support/hostile/honest-load.js'
import { Siege } from '../dist/test/support/hostile/siege.js'
import { growth } from '../dist/test/support/metrics.js'

const MAX_RATIO = 3
const MAX_KEPT_BYTES = 32 * 2 ** 20
const rounds = Number(process.argv[2] ?? 2)
const tasks = Number(process.argv[3] ?? 1000)

const problems = []
const miB = (bytes) => `${(bytes / 2 ** 20).toFixed(1)} MiB`
const ms = (value) => `${value.toFixed(1)} ms`

const siege = await Siege.prepare()
try {
  const report = await siege.run({ tasks, rounds, patient: true, parallel: 4 })
  const bans = await siege.bans()
  for (const { role, node, before, after, memory } of report.nodes) {
    console.log(`\n${role}`)
    console.log('  attack                 told                                 refused  penalties  banned')
    for (const [name, expected] of Object.entries(expectations)) {
      const attackers = report.attacks.filter((one) => one.attack === name && one.role === role)
      const told = {}
      for (const attacker of attackers) {
        if (attacker.failure !== undefined) problems.push(`${name} at the ${role}: ${attacker.failure}`)
        for (const [code, times] of Object.entries(attacker.told)) told[code] = (told[code] ?? 0) + times
      }
      const banned = attackers.filter(({ nodeId }) => bans.has(`${node.name}/${nodeId}`)).length
      const penalties =
        expected.penalty === undefined
          ? 0
          : growth(before, after, `ailee_network_penalties_total{code="${expected.penalty}"}`)
      const codes = Object.entries(told).map(([code, times]) => `${code} ×${times}`)
      const refused = attackers.reduce((sum, { refusedConnections }) => sum + refusedConnections, 0)
      console.log(
        `  ${name.padEnd(22)} ${codes.join(', ').padEnd(36)} ${String(refused).padStart(7)} ${String(penalties).padStart(10)}  ${banned} of ${attackers.length}`
      )
      if (expected.told !== undefined && told[expected.told] === undefined)
        problems.push(`${name} at the ${role} was never told ${expected.told}`)
      if (expected.penalty !== undefined && penalties === 0)
        problems.push(`${name} at the ${role} cost nothing`)
      if (expected.ban !== false && banned < attackers.length)
        problems.push(`${name} at the ${role}: ${banned} of ${attackers.length} are banned`)
      if (expected.ban === false && banned > 0) problems.push(`${name} at the ${role} was banned`)
    }
    console.log('  memory       before       during        after')
    for (const key of ['liveHeapBytes', 'rssBytes']) {
      const row = [memory.before, memory.during, memory.after].map((one) => miB(one[key]).padStart(12))
      console.log(`  ${(key === 'rssBytes' ? 'resident' : 'live heap').padEnd(9)} ${row.join(' ')}`)
    }
    const kept = memory.after.liveHeapBytes - memory.before.liveHeapBytes
    if (kept > MAX_KEPT_BYTES) problems.push(`the ${role} kept ${miB(kept)}`)
  }
  console.log('\nhonest                 tasks  failed        p50        p99')
  for (const [name, load] of [
    ['quiet', report.quiet],
    ['under attack', report.besieged],
    ['newcomers', report.newcomers]
  ]) {
    const { latenciesMs, failures } = load
    console.log(
      `${name.padEnd(20)} ${String(latenciesMs.length).padStart(7)} ${String(failures.length).padStart(7)} ${ms(quantile(latenciesMs, 0.5)).padStart(10)} ${ms(quantile(latenciesMs, 0.99)).padStart(10)}`
    )
    if (failures.length > 0)
      problems.push(`${name}: ${failures.length} failed, the first because ${failures[0]}`)
  }
  const ratio = quantile(report.besieged.latenciesMs, 0.99) / quantile(report.quiet.latenciesMs, 0.99)
  console.log(`p99 under attack ÷ quiet: ${ratio.toFixed(2)}`)
  if (ratio >= MAX_RATIO) problems.push(`p99 grew by ${ratio.toFixed(2)}`)
} finally {
  await siege.close()
}
for (const problem of problems) console.log(`MISSED ${problem}`)
process.exit(problems.length === 0 ? 0 : 1)

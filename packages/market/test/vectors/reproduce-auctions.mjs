/**
 * Ranks the bids of `proto/vectors/auctions.json` by the text of MUST-160 alone: it imports nothing of this project.
 * `node reproduce-auctions.mjs <auctions.json>` prints how many rankings it met, or the first it did not.
 */
import { readFileSync } from 'node:fs'

const MILLION = 1_000_000n
const BILLION = 1_000_000_000n

const saved = ({ cost }, max) => (max === 0n ? MILLION : ((max - cost) * MILLION) / max)
const free = ({ load, slots }) => (load < slots ? ((slots - load) * MILLION) / slots : 0n)

const scores = {
  WEIGHTED: (bid, max) =>
    350n * bid.reputationPpm +
    250n * bid.healthPpm +
    250n * saved(bid, max) +
    100n * free(bid) +
    50n * bid.greenPpm,
  LOWEST_COST: (bid, max) => 1000n * saved(bid, max),
  LOWEST_LATENCY: ({ latencyUs = BILLION }) => BILLION - latencyUs,
  HIGHEST_REPUTATION: ({ reputationPpm }) => 1000n * reputationPpm,
  LEAST_LOADED: (bid) => 1000n * free(bid),
  ROUND_ROBIN: ({ waited }) => waited,
  GREEN: ({ greenPpm }) => 1000n * greenPpm
}

const { cases } = JSON.parse(readFileSync(process.argv[2], 'utf8'))
for (const { name, strategy, maxCost, bids, ranking } of cases) {
  const max = BigInt(maxCost)
  const ranked = bids
    .map(({ worker, ...terms }) => ({
      worker: Buffer.from(worker),
      ...Object.fromEntries(Object.entries(terms).map(([term, value]) => [term, BigInt(value)]))
    }))
    .filter(({ cost }) => cost <= max)
    .map((bid) => ({ ...bid, score: scores[strategy](bid, max) }))
    .sort((a, b) => Number(b.score - a.score || a.cost - b.cost) || Buffer.compare(a.worker, b.worker))
    .map(({ worker, score }) => ({ worker: String(worker), score: Number(score) }))
  if (JSON.stringify(ranked) !== JSON.stringify(ranking)) {
    console.error(`${name}, ${strategy}: ${JSON.stringify(ranked)}`)
    process.exit(1)
  }
}
console.log(`${cases.length} rankings reproduced`)

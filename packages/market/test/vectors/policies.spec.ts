import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type AuctionStrategy, portableVerifier, readBidFile, readBidSetFile } from '@ailee/protocol'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  afterExecution,
  type BidTerms,
  bidCost,
  type Candidate,
  currentScore,
  decideQuorum,
  type HealthClaim,
  type HealthMeasurements,
  healthScore,
  isSafeMode,
  judgeBidSet,
  judgeClaims,
  newReputation,
  type ReputationEvent,
  rankBidSet,
  rankBids,
  rejectionOf
} from '../../src/index.js'
import { readVectors } from './read-vectors.js'

interface Named {
  name: string
}

function close(actual: number, expected: number, name: string): void {
  assert.ok(Math.abs(actual - expected) < 1e-12, `${name}: ${actual} is not ${expected}`)
}

test('auctions', () => {
  interface AuctionVector extends Named {
    strategy: AuctionStrategy
    maxCost: string
    bids: (Omit<BidTerms, 'cost'> & { cost: string })[]
    ranking: { worker: string; score: number }[]
  }
  for (const { name, strategy, maxCost, bids, ranking } of readVectors<AuctionVector>('auctions')) {
    const terms = bids.map((bid) => ({ ...bid, cost: BigInt(bid.cost) }))
    for (const order of [terms, terms.toReversed()]) {
      const ranked = rankBids(order, BigInt(maxCost), strategy)
      assert.equal(
        ranked.map(({ worker, score }) => ({ worker, score })),
        ranking,
        `${name}, ${strategy}`
      )
    }
  }
})

test('a script of some 40 lines that knows only the text of the rule meets every ranking', () => {
  const script = new URL('../../../test/vectors/reproduce-auctions.mjs', import.meta.url)
  const source = readFileSync(script, 'utf8')
  assert.ok(source.split('\n').length <= 50)
  assert.equal(
    [...source.matchAll(/from '([^']+)'/g)].map(([, from]) => from),
    ['node:fs']
  )
  const run = (file: string): string =>
    execFileSync(process.execPath, [fileURLToPath(script), file], { encoding: 'utf8', stdio: 'pipe' })
  const vectors = fileURLToPath(new URL('../../../../../proto/vectors/auctions.json', import.meta.url))
  const { cases } = JSON.parse(readFileSync(vectors, 'utf8')) as { cases: { ranking: unknown[] }[] }
  assert.is(run(vectors), `${cases.length} rankings reproduced\n`)
  const folder = mkdtempSync(join(tmpdir(), 'ailee-auctions-'))
  try {
    // One that is turned round is noticed.
    cases.findLast(({ ranking }) => ranking.length > 1)?.ranking.reverse()
    const spoilt = join(folder, 'auctions.json')
    writeFileSync(spoilt, JSON.stringify({ cases }))
    assert.throws(() => run(spoilt))
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('bid sets', () => {
  interface BidSetVector extends Named {
    file: string
    bid?: string
    root: string
    ranking: { worker: string; score: number }[]
    winners: string[]
    finding: string
    failed?: string
  }
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
  for (const vector of readVectors<BidSetVector>('bid-sets')) {
    const { name, file, bid, root, ranking, winners, finding, failed } = vector
    const signed = readBidSetFile(bytes(file))
    const judged = judgeBidSet(
      portableVerifier,
      signed,
      bid === undefined ? {} : { bid: readBidFile(bytes(bid)) }
    )
    assert.equal([judged.finding, judged.root, judged.winners], [finding, root, winners], name)
    assert.is(judged.checks.find(({ ok }) => !ok)?.name, failed, name)
    const ranked = rankBidSet(signed.set).map(({ worker, score }) => ({ worker, score }))
    assert.equal(ranked, ranking, name)
  }
})

test('eligibility', () => {
  interface EligibilityVector extends Named {
    worker: Omit<Candidate, 'status'> & {
      status: Omit<Candidate['status'], 'memoryBytes'> & { memoryBytes: string }
    }
    demand: {
      memoryBytes: string
      requirements: { regions: string[]; minReputationPermille: number; isolation: '' | 'full' | 'reduced' }
      excluded: string[]
    }
    code: string | null
  }
  for (const { name, worker, demand, code } of readVectors<EligibilityVector>('eligibility')) {
    const { status } = worker
    const { requirements } = demand
    const rejection = rejectionOf(
      { ...worker, status: { ...status, memoryBytes: Number(status.memoryBytes) } },
      {
        limits: { memoryBytes: Number(demand.memoryBytes), fuel: 0n, wallTimeMs: 1, outputBytes: 0 },
        requirements: { ...requirements, isolation: requirements.isolation || undefined },
        excluded: new Set(demand.excluded)
      }
    )
    assert.is(rejection?.code ?? null, code, name)
  }
})

test('prices', () => {
  interface PriceVector extends Named {
    fuel: string
    pricePerGigafuel: string
    load: number
    slots: number
    maxPricePerGigafuel?: string
    cost: string
  }
  for (const vector of readVectors<PriceVector>('prices')) {
    const { name, fuel, pricePerGigafuel, load, slots, maxPricePerGigafuel: max, cost } = vector
    const ceiling = max === undefined ? undefined : BigInt(max)
    const asked = bidCost(BigInt(fuel), BigInt(pricePerGigafuel), load, slots, ceiling)
    assert.is(String(asked), cost, name)
  }
})

test('quorums', () => {
  interface QuorumVector extends Named {
    results: string[]
    replicas: number
    active: number
    decision: { kind: string; votes?: number; missing?: number; result?: string }
  }
  for (const { name, results, replicas, active, decision } of readVectors<QuorumVector>('quorums')) {
    const { result, ...rest } = decision
    const expected = result === undefined ? rest : { ...rest, key: result }
    assert.equal({ ...decideQuorum(results, replicas, active) }, expected, name)
  }
})

test('health', () => {
  interface HealthVector extends Named {
    sample: Record<string, number | string>
    reputation: number
    safeMode: boolean
    health: number
  }
  const measured = (sample: HealthVector['sample'], name: string): number | undefined =>
    sample[name] === undefined ? undefined : Number(sample[name])
  for (const { name, sample, reputation, safeMode, health } of readVectors<HealthVector>('health')) {
    const measurements: HealthMeasurements = {
      bandwidthMbps: measured(sample, 'bandwidthMbps'),
      latencyMs: measured(sample, 'latencyMs'),
      gflops: measured(sample, 'gflops'),
      powerWatts: measured(sample, 'powerWatts'),
      cpuUtilization: measured(sample, 'cpuUtilization'),
      availableMemoryBytes: measured(sample, 'availableMemoryBytes'),
      totalMemoryBytes: measured(sample, 'totalMemoryBytes'),
      temperatureCelsius: measured(sample, 'temperatureCelsius'),
      errors: measured(sample, 'errors') ?? 0
    }
    assert.is(isSafeMode(measurements), safeMode, name)
    close(healthScore(measurements, reputation), health, name)
  }
})

test('outliers of health', () => {
  interface OutlierVector extends Named {
    claims: (Omit<HealthClaim, 'availableMemoryBytes' | 'totalMemoryBytes'> & {
      availableMemoryBytes?: string
      totalMemoryBytes?: string
    })[]
    doubts: { node: string; quantity: string; kind: string; believed: number | null }[]
    trust: Record<string, number>
  }
  const bytes = (text: string | undefined): number | undefined =>
    text === undefined ? undefined : Number(text)
  for (const { name, claims, doubts, trust } of readVectors<OutlierVector>('health-outliers')) {
    const read = claims.map((claim) => ({
      ...claim,
      availableMemoryBytes: bytes(claim.availableMemoryBytes),
      totalMemoryBytes: bytes(claim.totalMemoryBytes)
    }))
    for (const order of [read, read.toReversed()]) {
      const judged = judgeClaims(order)
      assert.is(judged.size, claims.length, name)
      const rest = [...doubts]
      for (const claim of read) {
        const verdict = judged.get(claim.nodeId)
        close(verdict?.trust ?? Number.NaN, trust[claim.nodeId] ?? Number.NaN, name)
        for (const { quantity, kind, believed } of verdict?.doubts ?? []) {
          const expected = rest.shift()
          assert.equal(
            [claim.nodeId, quantity, kind],
            [expected?.node, expected?.quantity, expected?.kind],
            name
          )
          if (believed === undefined) assert.is(expected?.believed, null, name)
          else close(believed, expected?.believed ?? Number.NaN, name)
        }
      }
      assert.equal(rest, [], name)
    }
  }
})

test('reputation', () => {
  interface ReputationVector extends Named {
    newAtMs: string
    events: { event: ReputationEvent; atMs: string }[]
    nowMs: string
    score: number
    counts: Record<string, number>
  }
  for (const { name, newAtMs, events, nowMs, score, counts } of readVectors<ReputationVector>('reputation')) {
    const end = events.reduce(
      (now, { event, atMs }) => afterExecution(now, event, Number(atMs)),
      newReputation(Number(newAtMs))
    )
    close(currentScore(end, Number(nowMs)), score, name)
    for (const [count, value] of Object.entries(counts)) {
      assert.is(end[count as keyof typeof end], value, `${name}: ${count}`)
    }
  }
})

test.run()

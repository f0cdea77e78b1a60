/** `auctions.json`, `prices.json`, `quorums.json`, `health.json`, `health-outliers.json` and `reputation.json`: the policies of `packages/market`. */
import {
  afterExecution,
  bidCost,
  currentScore,
  decideQuorum,
  healthScore,
  isSafeMode,
  judgeClaims,
  newReputation,
  rankBids,
  rejectionOf
} from '../../packages/market/dist/src/index.js'
import { expect } from './json.mjs'

const DAY_MS = 24 * 3600 * 1000
const NOW = 1_795_501_275_360
const approximate = 'Scores are floats: equal within 1e-12.'

const bid = {
  worker: 'a',
  cost: 250n,
  load: 1,
  slots: 4,
  reputationPpm: 800_000,
  healthPpm: 600_000,
  greenPpm: 0,
  latencyUs: 20_000,
  waited: 5
}
const others = (...changes) => changes.map((change) => ({ ...bid, ...change }))
const LARGEST = 2n ** 64n - 1n

/** Bids that each strategy puts in another order. */
const mixed = others(
  { worker: 'cheap', cost: 1n, reputationPpm: 100_000 },
  { worker: 'near', latencyUs: 300, cost: 900n, healthPpm: 100_000 },
  { worker: 'known', reputationPpm: 990_000, load: 4 },
  { worker: 'idle', load: 0, healthPpm: 0 },
  { worker: 'patient', waited: 1_000_000_000, reputationPpm: 300_000 },
  { worker: 'lean', greenPpm: 1_000_000, slots: 2, reputationPpm: 500_000 },
  { worker: 'unknown', latencyUs: undefined, waited: 0, cost: 999n }
)

export const auctions = {
  description:
    'Bids of an auction in the order in which they came, and their ranking by the strategy, best first. Scores are integers, to be met exactly. A latency that is not there is unknown.',
  cases: () =>
    [
      ['nobody', 'WEIGHTED', 1000n, [], []],
      ['one', 'WEIGHTED', 1000n, [bid], ['a']],
      [
        'the better score wins, not the lower cost',
        'WEIGHTED',
        1000n,
        others({ worker: 'cheap', cost: 1n, reputationPpm: 100_000 }, { worker: 'good', cost: 500n }),
        ['good', 'cheap']
      ],
      [
        'at the maximum, and above it',
        'WEIGHTED',
        1000n,
        others({ worker: 'at', cost: 1000n }, { worker: 'above', cost: 1001n }),
        ['at']
      ],
      [
        'equal scores go by node id, byte for byte',
        'WEIGHTED',
        1000n,
        others({ worker: 'b' }, { worker: 'a' }, { worker: 'B' }),
        ['B', 'a', 'b']
      ],
      [
        'equal scores go by cost first: 1 and 2 of so many units are the same share',
        'WEIGHTED',
        LARGEST,
        others({ worker: 'a', cost: 2n }, { worker: 'b', cost: 1n }),
        ['b', 'a']
      ],
      [
        'free of charge, and only that may be bid',
        'WEIGHTED',
        0n,
        others({ worker: 'paid', cost: 1n }, { worker: 'free', cost: 0n }),
        ['free']
      ],
      [
        'a worker with more load than slots has no free share',
        'WEIGHTED',
        1000n,
        others({ worker: 'over', load: 9 }, { worker: 'full', load: 4 }, { worker: 'idle', load: 0 }),
        ['idle', 'full', 'over']
      ],
      [
        'green counts',
        'WEIGHTED',
        1000n,
        others({ worker: 'grey' }, { worker: 'green', greenPpm: 1_000_000 }),
        ['green', 'grey']
      ],
      [
        'costs near 2^64',
        'WEIGHTED',
        LARGEST,
        others({ worker: 'most', cost: LARGEST }, { worker: 'half', cost: 2n ** 63n }),
        ['half', 'most']
      ],
      [
        'shares are rounded down to millionths',
        'WEIGHTED',
        3n,
        others({ worker: 'b', cost: 1n, load: 1, slots: 3 }, { worker: 'a', cost: 2n, load: 2, slots: 3 }),
        ['b', 'a']
      ],
      [
        'mixed bids',
        'WEIGHTED',
        1000n,
        mixed,
        ['known', 'lean', 'idle', 'patient', 'cheap', 'unknown', 'near']
      ],
      [
        'mixed bids',
        'LOWEST_COST',
        1000n,
        mixed,
        ['cheap', 'idle', 'known', 'lean', 'patient', 'near', 'unknown']
      ],
      [
        'mixed bids',
        'LOWEST_LATENCY',
        1000n,
        mixed,
        ['near', 'cheap', 'idle', 'known', 'lean', 'patient', 'unknown']
      ],
      [
        'mixed bids',
        'HIGHEST_REPUTATION',
        1000n,
        mixed,
        ['known', 'idle', 'near', 'unknown', 'lean', 'patient', 'cheap']
      ],
      [
        'mixed bids',
        'LEAST_LOADED',
        1000n,
        mixed,
        ['idle', 'cheap', 'patient', 'near', 'unknown', 'lean', 'known']
      ],
      [
        'mixed bids',
        'ROUND_ROBIN',
        1000n,
        mixed,
        ['patient', 'cheap', 'idle', 'known', 'lean', 'near', 'unknown']
      ],
      ['mixed bids', 'GREEN', 1000n, mixed, ['lean', 'cheap', 'idle', 'known', 'patient', 'near', 'unknown']],
      [
        'one and two units of so many are the same share, and still two costs',
        'LOWEST_COST',
        LARGEST,
        others({ worker: 'a', cost: 2n }, { worker: 'b', cost: 1n }),
        ['b', 'a']
      ],
      [
        'the largest numbers',
        'ROUND_ROBIN',
        LARGEST,
        others(
          { worker: 'a', waited: 999_999_999, cost: LARGEST },
          { worker: 'b', waited: 1_000_000_000, cost: LARGEST }
        ),
        ['b', 'a']
      ],
      [
        'no latency and the worst are equal',
        'LOWEST_LATENCY',
        1000n,
        others({ worker: 'b', latencyUs: 1_000_000_000 }, { worker: 'a', latencyUs: undefined }),
        ['a', 'b']
      ]
    ].map(([name, strategy, maxCost, bids, order]) => {
      const ranking = rankBids(bids, maxCost, strategy)
      expect(ranking.map(({ worker }) => worker).join(), order.join(), `${name}, ${strategy}`)
      return {
        name,
        strategy,
        maxCost: String(maxCost),
        bids: bids.map((terms) => ({ ...terms, cost: String(terms.cost) })),
        ranking: ranking.map(({ worker, score }) => ({ worker, score }))
      }
    })
}

const status = {
  slots: 4,
  memoryBytes: 2 ** 31,
  cores: 8,
  region: 'eu',
  deviceClass: 'desktop',
  isolation: 'full',
  draining: false
}
const candidate = { worker: 'a', status, reputation: 0.5, leases: 0, suspect: false }
const demand = {
  limits: { memoryBytes: 2 ** 27, fuel: 10n ** 9n, wallTimeMs: 1000, outputBytes: 0 },
  requirements: { regions: [], minReputationPermille: 0, isolation: undefined },
  excluded: new Set()
}
const asking = (requirements) => ({ ...demand, requirements: { ...demand.requirements, ...requirements } })

export const eligibility = {
  description: 'Whether a worker may take part in a task’s auction: the code of the rejection, or null.',
  cases: () =>
    [
      ['fits', candidate, demand, null],
      ['memory to the byte', { ...candidate, status: { ...status, memoryBytes: 2 ** 27 } }, demand, null],
      [
        'a byte too little memory',
        { ...candidate, status: { ...status, memoryBytes: 2 ** 27 - 1 } },
        demand,
        'WORKER_MEMORY_TOO_SMALL'
      ],
      ['has had the task', candidate, { ...demand, excluded: new Set(['a']) }, 'WORKER_EXCLUDED'],
      ['draining', { ...candidate, status: { ...status, draining: true } }, demand, 'WORKER_DRAINING'],
      ['one of the regions', candidate, asking({ regions: ['us', 'eu'] }), null],
      ['none of the regions', candidate, asking({ regions: ['us', 'EU'] }), 'WORKER_REGION_MISMATCH'],
      ['exactly the reputation', candidate, asking({ minReputationPermille: 500 }), null],
      ['less reputation', candidate, asking({ minReputationPermille: 501 }), 'WORKER_REPUTATION_TOO_LOW'],
      [
        'less isolation',
        { ...candidate, status: { ...status, isolation: 'reduced' } },
        asking({ isolation: 'full' }),
        'WORKER_ISOLATION_TOO_LOW'
      ],
      ['more isolation', candidate, asking({ isolation: 'reduced' }), null],
      ['did not answer lately', { ...candidate, suspect: true }, demand, 'WORKER_UNRESPONSIVE'],
      ['all slots taken', { ...candidate, leases: 4 }, demand, 'WORKER_BUSY'],
      [
        'a lasting reason is named before a passing one',
        { ...candidate, leases: 4, suspect: true },
        asking({ regions: ['us'] }),
        'WORKER_REGION_MISMATCH'
      ]
    ].map(([name, worker, asked, code]) => {
      expect(rejectionOf(worker, asked)?.code ?? null, code, name)
      return {
        name,
        worker: { ...worker, status: { ...worker.status, memoryBytes: String(worker.status.memoryBytes) } },
        demand: {
          memoryBytes: String(asked.limits.memoryBytes),
          requirements: { ...asked.requirements, isolation: asked.requirements.isolation ?? '' },
          excluded: [...asked.excluded]
        },
        code
      }
    })
}

export const prices = {
  description:
    'What a worker asks for a task: fuel, its price for 10^9 fuel where it is idle and, in some, where it is full (else half as much again), its load and slots; the cost in units.',
  cases: () =>
    [
      ['idle', 10n ** 9n, 100n, 0, 4],
      ['half full', 10n ** 9n, 100n, 2, 4],
      ['full', 10n ** 9n, 100n, 4, 4],
      ['more than full', 10n ** 9n, 100n, 9, 4],
      ['rounded up', 1n, 1n, 0, 1],
      ['a load rounded to permille', 10n ** 9n, 1_000_000n, 1, 3],
      ['no fuel', 0n, 100n, 4, 4],
      ['for nothing', 10n ** 9n, 0n, 4, 4],
      ['all the fuel there is', 2n ** 64n - 1n, 10n ** 6n, 1, 2],
      ['a highest price, idle', 10n ** 9n, 100n, 0, 4, 400n],
      ['a highest price, half full', 10n ** 9n, 100n, 2, 4, 400n],
      ['a highest price, full', 10n ** 9n, 100n, 4, 4, 400n],
      ['one price', 10n ** 9n, 100n, 3, 4, 100n]
    ].map(([name, fuel, pricePerGigafuel, load, slots, maxPricePerGigafuel]) => ({
      name,
      fuel: String(fuel),
      pricePerGigafuel: String(pricePerGigafuel),
      load,
      slots,
      ...(maxPricePerGigafuel !== undefined && { maxPricePerGigafuel: String(maxPricePerGigafuel) }),
      cost: String(bidCost(fuel, pricePerGigafuel, load, slots, maxPricePerGigafuel))
    }))
}

export const quorums = {
  description:
    'What a coordinator concludes from results that are in (equal texts are equal results), the replicas asked for, and the executions still out.',
  cases: () =>
    [
      ['one of one', ['x'], 1, 0, 'accepted'],
      ['two of three agree, the third is waited for', ['x', 'x'], 3, 1, 'open'],
      ['two of three agree', ['x', 'x', 'y'], 3, 0, 'accepted'],
      ['three of three', ['x', 'x', 'x'], 3, 0, 'accepted'],
      ['all differ, one more is tried', ['x', 'y', 'z'], 3, 0, 'open'],
      ['all differ, one more is out', ['x', 'y', 'z'], 3, 1, 'open'],
      ['five differ', ['v', 'w', 'x', 'y', 'z'], 3, 0, 'failed'],
      ['one of two is not more than half', ['x', 'y'], 2, 0, 'open'],
      ['nothing yet', [], 3, 3, 'open'],
      ['nothing yet, and nothing out', [], 3, 0, 'open']
    ].map(([name, results, replicas, active, kind]) => {
      const decision = decideQuorum(results, replicas, active)
      expect(decision.kind, kind, name)
      const { key, ...rest } = decision
      return {
        name,
        results,
        replicas,
        active,
        decision: { ...rest, ...(key !== undefined && { result: key }) }
      }
    })
}

const usual = {
  bandwidthMbps: 500,
  latencyMs: 20,
  gflops: 100,
  powerWatts: 50,
  cpuUtilization: 0.25,
  availableMemoryBytes: 3 * 2 ** 30,
  totalMemoryBytes: 4 * 2 ** 30,
  temperatureCelsius: 60,
  errors: 0
}
const unknown = Object.fromEntries(Object.keys(usual).map((name) => [name, undefined]))

export const health = {
  description: `Health from the fields of a TelemetrySample (what is absent was not measured) and the node’s reputation. ${approximate}`,
  cases: () =>
    [
      ['all measured', usual, 0.5, false],
      ['the best there is', { ...usual, bandwidthMbps: 2000, latencyMs: 0, gflops: 5000 }, 1, false],
      ['latency of 100 ms and more gives nothing', { ...usual, latencyMs: 250 }, 0.5, false],
      ['power unknown: free capacity instead', { ...usual, powerWatts: undefined }, 0.5, false],
      ['no power drawn counts as unknown', { ...usual, powerWatts: 0 }, 0.5, false],
      ['no bandwidth: other weights scaled up', { ...usual, bandwidthMbps: undefined }, 0.5, false],
      ['nothing measured', { ...unknown, errors: 0 }, 0.7, false],
      ['85 degrees', { ...usual, temperatureCelsius: 85 }, 0.5, false],
      ['above 85 degrees', { ...usual, temperatureCelsius: 85.5 }, 0.5, true],
      ['above 300 ms', { ...usual, latencyMs: 301 }, 0.5, true],
      ['25 errors', { ...usual, errors: 25 }, 0.5, true]
    ].map(([name, measured, reputation, safeMode]) => {
      expect(isSafeMode(measured), safeMode, name)
      const sample = Object.entries(measured).filter(([, value]) => value !== undefined)
      const shown = sample.map(([key, value]) => [key, key.endsWith('MemoryBytes') ? String(value) : value])
      return {
        name,
        sample: Object.fromEntries(shown),
        reputation,
        safeMode,
        health: healthScore(measured, reputation)
      }
    })
}

const pc = { deviceClass: 'pc', region: 'eu' }
const alike = (count, fields) => Array.from({ length: count }, () => fields)

export const outliers = {
  description: `Health claims of nodes, one a node, and which are doubted. \`believed\` takes the claim’s place; null = it is left out. Memory is a decimal string. ${approximate}`,
  cases: () =>
    [
      ['nobody', [], []],
      ['two are not compared', [{ gflops: 1 }, { gflops: 900 }], []],
      ['three are', [{ gflops: 1 }, { gflops: 1 }, { gflops: 900 }], [['c', 'gflops', 'outlier']]],
      ['within 3.59 times the median of equals', [...alike(4, { gflops: 10 }), { gflops: 35.9 }], []],
      ['above it', [...alike(4, { gflops: 10 }), { gflops: 36 }], [['e', 'gflops', 'outlier']]],
      [
        'a wide spread takes more',
        [{ gflops: 1 }, { gflops: 10 }, { gflops: 20 }, { gflops: 60 }, { gflops: 99 }],
        []
      ],
      ['worse is believed', [...alike(3, { gflops: 50, latencyMs: 5 }), { gflops: 0.1, latencyMs: 900 }], []],
      [
        'latency and power that are too low',
        [...alike(3, { latencyMs: 40, powerWatts: 60 }), { latencyMs: 1, powerWatts: 2 }],
        [
          ['d', 'latencyMs', 'outlier'],
          ['d', 'powerWatts', 'outlier']
        ]
      ],
      [
        'bandwidth is compared in its region, GFLOPS everywhere',
        [...alike(3, { gflops: 1, bandwidthMbps: 10 }), { gflops: 900, bandwidthMbps: 9000, region: 'us' }],
        [['d', 'gflops', 'outlier']]
      ],
      ['another device class', [...alike(3, { gflops: 1 }), { gflops: 900, deviceClass: 'server' }], []],
      ['all are 0', [...alike(3, { bandwidthMbps: 0 }), { bandwidthMbps: 5 }], []],
      [
        'impossible whatever others say',
        [
          { gflops: 1e6 + 1 },
          { bandwidthMbps: 1e6 + 1 },
          { gflops: 1001, powerWatts: 1 },
          { availableMemoryBytes: 2, totalMemoryBytes: 1 },
          { gflops: 1000, powerWatts: 1 }
        ],
        [
          ['a', 'gflops', 'impossible'],
          ['b', 'bandwidthMbps', 'impossible'],
          ['c', 'powerWatts', 'impossible'],
          ['d', 'availableMemoryBytes', 'impossible']
        ]
      ],
      [
        'what is impossible does not move the median',
        [...alike(3, { gflops: 1 }), ...alike(4, { gflops: 1e8 })],
        ['d', 'e', 'f', 'g'].map((node) => [node, 'gflops', 'impossible'])
      ]
    ].map(([name, fields, expected]) => {
      const claims = fields.map((own, index) => ({ nodeId: 'abcdefgh'[index], ...pc, errors: 0, ...own }))
      const judged = [...judgeClaims(claims)]
      const doubts = judged.flatMap(([node, verdict]) => verdict.doubts.map((doubt) => ({ node, ...doubt })))
      expect(
        doubts.map(({ node, quantity, kind }) => `${node} ${quantity} ${kind}`).join(),
        expected.map((words) => words.join(' ')).join(),
        name
      )
      const text = (key, value) => (key.endsWith('MemoryBytes') ? String(value) : value)
      return {
        name,
        claims: claims.map((claim) =>
          Object.fromEntries(Object.entries(claim).map(([key, value]) => [key, text(key, value)]))
        ),
        doubts: doubts.map(({ node, quantity, kind, believed }) => ({
          node,
          quantity,
          kind,
          believed: believed ?? null
        })),
        trust: Object.fromEntries(judged.map(([node, { trust }]) => [node, trust]))
      }
    })
}

export const reputation = {
  description: `Reputation of a node that was new at newAtMs, after events at given times, and its score at nowMs. ${approximate}`,
  cases: () =>
    [
      ['new', [], 0],
      ['new for a month', [], 30 * DAY_MS],
      ['a success', [['succeeded', 0]], 0],
      ['a failure', [['failed', 0]], 0],
      ['a dispute', [['disputed', 0]], 0],
      [
        'a failure takes five times what a success gives',
        [
          ['succeeded', 0],
          ['failed', 1000],
          ['succeeded', 2000]
        ],
        2000
      ],
      ['a day without a task changes nothing', [['succeeded', 0]], DAY_MS],
      ['a week later half of it is forgotten', [['succeeded', 0]], 8 * DAY_MS],
      ['two weeks later three quarters', [['failed', 0]], 15 * DAY_MS],
      [
        'what was forgotten is so before the next event',
        [
          ['succeeded', 0],
          ['succeeded', 8 * DAY_MS]
        ],
        8 * DAY_MS
      ]
    ].map(([name, events, after]) => {
      const end = events.reduce(
        (now, [event, at]) => afterExecution(now, event, NOW + at),
        newReputation(NOW)
      )
      const { score, byzantineActs, updatedAtMs, ...counts } = end
      return {
        name,
        newAtMs: String(NOW),
        events: events.map(([event, at]) => ({ event, atMs: String(NOW + at) })),
        nowMs: String(NOW + after),
        score: currentScore(end, NOW + after),
        counts
      }
    })
}

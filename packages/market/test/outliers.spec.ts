import * as fc from 'fast-check'
import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { type HealthClaim, healthScore, type JudgedClaim, judgeClaims } from '../src/index.js'

const blank: HealthClaim = {
  nodeId: '',
  region: 'eu',
  deviceClass: 'pc',
  bandwidthMbps: undefined,
  latencyMs: undefined,
  gflops: undefined,
  powerWatts: undefined,
  cpuUtilization: undefined,
  availableMemoryBytes: undefined,
  totalMemoryBytes: undefined,
  temperatureCelsius: undefined,
  errors: 0
}

function claims(...fields: Partial<HealthClaim>[]): HealthClaim[] {
  return fields.map((field, index) => ({ ...blank, nodeId: `n${index}`, ...field }))
}

function judged(list: readonly HealthClaim[], nodeId: string): JudgedClaim {
  const found = judgeClaims(list).get(nodeId)
  assert.ok(found)
  return found
}

const kinds = ({ doubts }: JudgedClaim): string[] => doubts.map(({ quantity, kind }) => `${quantity} ${kind}`)

test('a claim far better than its peers’ is replaced by their median, and trusted less the further off it is', () => {
  const honest = [{ gflops: 2 }, { gflops: 3 }, { gflops: 4 }]
  // Median 3.5 of {2, 3, 4, 100}; deviations {1.5, 0.5, 0.5, 96.5}, so the MAD is 1, and the floor 1.75.
  const liar = judged(claims(...honest, { gflops: 100 }), 'n3')
  const score = (0.6745 * 96.5) / 1.75
  assert.equal(liar.doubts, [
    { quantity: 'gflops', kind: 'outlier', claimed: 100, believed: 3.5, trust: 3.5 / score }
  ])
  assert.is(liar.trust, 3.5 / score)
  assert.is(liar.believed.gflops, 3.5)
  const bolder = judged(claims(...honest, { gflops: 1000 }), 'n3')
  assert.ok(bolder.trust < liar.trust && bolder.trust > 0)
  assert.is(judged(claims(...honest, { gflops: 100 }), 'n0').trust, 1)
})

test('latency and power are outliers where they are too low, bandwidth where it is too high', () => {
  const usual = { latencyMs: 40, powerWatts: 60, bandwidthMbps: 100 }
  const list = claims(usual, usual, usual, { latencyMs: 1, powerWatts: 2, bandwidthMbps: 9000 })
  const liar = judged(list, 'n3')
  assert.equal(kinds(liar), ['bandwidthMbps outlier', 'latencyMs outlier', 'powerWatts outlier'])
  assert.ok(Math.abs((liar.believed.latencyMs ?? 0) - 40) < 1e-9)
  assert.ok(Math.abs((liar.believed.powerWatts ?? 0) - 60) < 1e-9)
  assert.is(liar.believed.bandwidthMbps, 100)
  const product = liar.doubts.reduce((trust, doubt) => trust * doubt.trust, 1)
  assert.is(liar.trust, product)
  assert.ok(healthScore(liar.believed, 0.5) < healthScore(list[3] ?? blank, 0.5))
})

test('who says worse of itself than its peers do is believed', () => {
  const usual = { latencyMs: 10, powerWatts: 60, bandwidthMbps: 900, gflops: 50 }
  const worse = { latencyMs: 2000, powerWatts: 5000, bandwidthMbps: 0.1, gflops: 0.01 }
  assert.equal(judged(claims(usual, usual, usual, worse), 'n3').doubts, [])
})

test('differences that machines have are no outliers, not even among machines that are all alike', () => {
  const same = Array.from({ length: 9 }, () => ({ gflops: 10 }))
  // 3.5 / 0.6745 halves of the median away is the limit: 3.594… times the median.
  assert.equal(judged(claims(...same, { gflops: 35.9 }), 'n9').doubts, [])
  assert.equal(kinds(judged(claims(...same, { gflops: 36 }), 'n9')), ['gflops outlier'])
})

test('two claims are not compared, nor claims of other device classes, nor networks of other regions', () => {
  assert.equal(judged(claims({ gflops: 1 }, { gflops: 900 }), 'n1').doubts, [])
  const phones = Array.from({ length: 5 }, () => ({ gflops: 1, bandwidthMbps: 10, deviceClass: 'phone' }))
  const server = { gflops: 900, bandwidthMbps: 9000, deviceClass: 'server' }
  assert.equal(judged(claims(...phones, server), 'n5').doubts, [])
  const far = Array.from({ length: 5 }, () => ({ gflops: 1, bandwidthMbps: 10, region: 'far' }))
  const near = { gflops: 900, bandwidthMbps: 9000, region: 'near' }
  assert.equal(kinds(judged(claims(...far, near), 'n5')), ['gflops outlier'])
})

test('what no machine can do is left out without any peer, and does not move the median', () => {
  for (const [fields, quantity] of [
    [{ gflops: 1e6 + 1 }, 'gflops'],
    [{ bandwidthMbps: 1e6 + 1 }, 'bandwidthMbps'],
    [{ gflops: 1001, powerWatts: 1 }, 'powerWatts'],
    [{ availableMemoryBytes: 2, totalMemoryBytes: 1 }, 'availableMemoryBytes']
  ] as const) {
    const one = judged(claims(fields), 'n0')
    assert.equal(kinds(one), [`${quantity} impossible`])
    assert.is(one.trust, 0)
    assert.is(one.believed[quantity], undefined)
  }
  const possible = {
    gflops: 1000,
    powerWatts: 1,
    bandwidthMbps: 1e6,
    availableMemoryBytes: 1,
    totalMemoryBytes: 1
  }
  assert.is(judged(claims(possible), 'n0').trust, 1)
  const liars = Array.from({ length: 5 }, () => ({ gflops: 1e8 }))
  const list = claims({ gflops: 1 }, { gflops: 1 }, { gflops: 1 }, ...liars)
  assert.equal(judged(list, 'n0').doubts, [])
})

test('no power drawn and no bandwidth at all give no scale, and accuse nobody', () => {
  const zero = { bandwidthMbps: 0, powerWatts: 0 }
  const list = claims(zero, zero, zero, { bandwidthMbps: 5, powerWatts: 5 })
  for (const { doubts } of judgeClaims(list).values()) assert.equal(doubts, [])
})

const optionally = (max: number): fc.Arbitrary<number | undefined> =>
  fc.option(fc.double({ min: 0, max, noNaN: true }), { nil: undefined })
const anyClaim = fc.record({
  deviceClass: fc.constantFrom('pc', 'phone'),
  region: fc.constantFrom('eu', 'us'),
  gflops: optionally(1e9),
  bandwidthMbps: optionally(1e9),
  latencyMs: optionally(1e6),
  powerWatts: optionally(1e6)
})
const anyClaims = fc.array(anyClaim, { maxLength: 12 }).map((fields) => claims(...fields))

test('property: the order of the claims does not matter', () => {
  fc.assert(
    fc.property(
      anyClaims.chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))
      ),
      ([list, shuffled]) => {
        const verdicts = judgeClaims(list)
        for (const [nodeId, verdict] of judgeClaims(shuffled)) assert.equal(verdict, verdicts.get(nodeId))
      }
    )
  )
})

test('property: trust is 0 to 1, 1 exactly where nothing is doubted, and what is not doubted stays as it was', () => {
  fc.assert(
    fc.property(anyClaims, (list) => {
      const verdicts = judgeClaims(list)
      assert.is(verdicts.size, list.length)
      for (const claim of list) {
        const verdict = verdicts.get(claim.nodeId)
        assert.ok(verdict && verdict.trust >= 0 && verdict.trust <= 1)
        assert.is(verdict.doubts.length === 0, verdict.trust === 1)
        if (verdict.doubts.length === 0) assert.equal(verdict.believed, claim)
      }
    })
  )
})

test('property: a majority that says the same is never doubted, whatever the others say', () => {
  const value = fc.double({ min: 0.001, max: 1e5, noNaN: true })
  const same = fc.record({ gflops: value, bandwidthMbps: value, latencyMs: value })
  const other = fc.record({
    gflops: optionally(1e9),
    bandwidthMbps: optionally(1e9),
    latencyMs: optionally(1e6)
  })
  fc.assert(
    fc.property(
      same,
      fc.integer({ min: 2, max: 8 }),
      fc.array(other, { maxLength: 7 }),
      (honest, count, others) => {
        const lying = others.slice(0, count - 1)
        const list = claims(...Array.from({ length: count }, () => honest), ...lying)
        const verdicts = judgeClaims(list)
        for (let index = 0; index < count; index++) assert.equal(verdicts.get(`n${index}`)?.doubts, [])
      }
    )
  )
})

test('property: the unit in which all peers measure does not matter', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: 1, maxLength: 12 }),
      // Powers of two, so that nothing is rounded.
      fc.integer({ min: -10, max: 10 }).map((power) => 2 ** power),
      (values, unit) => {
        const of = (scale: number) =>
          judgeClaims(claims(...values.map((gflops) => ({ gflops: gflops * scale }))))
        const scaled = of(unit)
        for (const [nodeId, { trust }] of of(1)) assert.is(scaled.get(nodeId)?.trust, trust)
      }
    )
  )
})

test.run()

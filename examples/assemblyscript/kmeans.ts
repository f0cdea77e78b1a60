/**
 * k-means (Lloyd's algorithm) on generated points in the plane.
 *
 * Points come from an integer generator and the arithmetic uses only + - * / on f64, so every machine
 * gets the same bits. Both exports run the same clustering and differ in what they tell about it.
 */

const MAX_POINTS: i32 = 1000000
const MAX_CLUSTERS: i32 = 64
const MAX_ROUNDS: i32 = 1000

const FNV_OFFSET: u64 = 0xcbf29ce484222325
const FNV_PRIME: u64 = 0x100000001b3

let seed: u32 = 0
let xs: usize = 0
let ys: usize = 0
let labels: usize = 0
let centreXs: usize = 0
let centreYs: usize = 0

/** Sum of squared distances from each point to its centre after `rounds` rounds. */
export function kmeansInertia(points: i32, clusters: i32, rounds: i32): f64 {
  cluster(points, clusters, rounds)
  let sum: f64 = 0
  for (let i = 0; i < points; i++) sum += squaredDistance(i, load<u8>(labels + i))
  return sum
}

/** FNV-1a (64 bits, read as signed) over the centre each point was assigned to. */
export function kmeansChecksum(points: i32, clusters: i32, rounds: i32): i64 {
  cluster(points, clusters, rounds)
  let hash = FNV_OFFSET
  for (let i = 0; i < points; i++) hash = (hash ^ load<u8>(labels + i)) * FNV_PRIME
  return <i64>hash
}

/** Traps (unreachable) outside 1 <= clusters <= 64, clusters <= points <= 1 000 000, 0 <= rounds <= 1000. */
function cluster(points: i32, clusters: i32, rounds: i32): void {
  if (clusters < 1 || clusters > MAX_CLUSTERS) unreachable()
  if (points < clusters || points > MAX_POINTS) unreachable()
  if (rounds < 0 || rounds > MAX_ROUNDS) unreachable()

  xs = heap.alloc(<usize>points << 3)
  ys = heap.alloc(<usize>points << 3)
  labels = heap.alloc(<usize>points)
  centreXs = heap.alloc(<usize>clusters << 3)
  centreYs = heap.alloc(<usize>clusters << 3)
  const sumXs = heap.alloc(<usize>clusters << 3)
  const sumYs = heap.alloc(<usize>clusters << 3)
  const counts = heap.alloc(<usize>clusters << 2)

  seed = 42
  for (let i = 0; i < points; i++) {
    // Blobs stand on an 8-wide grid; the noise makes neighbours overlap, so there is something to learn.
    const blob = i % clusters
    store<f64>(xs + (<usize>i << 3), <f64>(blob & 7) + nextFraction() * 1.5)
    store<f64>(ys + (<usize>i << 3), <f64>(blob >> 3) + nextFraction() * 1.5)
  }
  for (let c = 0; c < clusters; c++) {
    store<f64>(centreXs + (<usize>c << 3), load<f64>(xs + (<usize>c << 3)))
    store<f64>(centreYs + (<usize>c << 3), load<f64>(ys + (<usize>c << 3)))
  }

  assign(points, clusters)
  for (let round = 0; round < rounds; round++) {
    memory.fill(sumXs, 0, <usize>clusters << 3)
    memory.fill(sumYs, 0, <usize>clusters << 3)
    memory.fill(counts, 0, <usize>clusters << 2)
    for (let i = 0; i < points; i++) {
      const c = <usize>load<u8>(labels + i)
      store<f64>(sumXs + (c << 3), load<f64>(sumXs + (c << 3)) + load<f64>(xs + (<usize>i << 3)))
      store<f64>(sumYs + (c << 3), load<f64>(sumYs + (c << 3)) + load<f64>(ys + (<usize>i << 3)))
      store<i32>(counts + (c << 2), load<i32>(counts + (c << 2)) + 1)
    }
    for (let c: usize = 0; c < <usize>clusters; c++) {
      const members = load<i32>(counts + (c << 2))
      // A centre that lost all its points stays where it was: dividing by zero would make it NaN.
      if (members == 0) continue
      store<f64>(centreXs + (c << 3), load<f64>(sumXs + (c << 3)) / <f64>members)
      store<f64>(centreYs + (c << 3), load<f64>(sumYs + (c << 3)) / <f64>members)
    }
    assign(points, clusters)
  }
}

function assign(points: i32, clusters: i32): void {
  for (let i = 0; i < points; i++) {
    let best = 0
    let bestDistance = squaredDistance(i, 0)
    for (let c = 1; c < clusters; c++) {
      const distance = squaredDistance(i, c)
      // Strictly smaller: a tie goes to the lower number, on every machine.
      if (distance < bestDistance) {
        best = c
        bestDistance = distance
      }
    }
    store<u8>(labels + i, best)
  }
}

function squaredDistance(point: i32, centre: i32): f64 {
  const dx = load<f64>(xs + (<usize>point << 3)) - load<f64>(centreXs + (<usize>centre << 3))
  const dy = load<f64>(ys + (<usize>point << 3)) - load<f64>(centreYs + (<usize>centre << 3))
  return dx * dx + dy * dy
}

/** A linear congruential generator (Numerical Recipes' constants); its top 24 bits as a fraction of 1. */
function nextFraction(): f64 {
  seed = seed * 1664525 + 1013904223
  return <f64>(seed >> 8) / 16777216
}

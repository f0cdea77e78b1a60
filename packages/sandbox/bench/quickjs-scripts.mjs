/** What QuickJS is made to run: each is sent as its source text, and its result is text. */

function fib() {
  const fib = (n) => (n < 2 ? n : fib(n - 1) + fib(n - 2))
  return fib(24)
}

function nbody() {
  const bodies = [
    [0, 0, 0, 0, 39.47],
    [4.84, -1.16, 0.6, 2.81, 0.037],
    [8.34, 4.12, -1.01, 1.82, 0.011],
    [12.89, -15.11, 1.08, 0.86, 0.0017],
    [15.37, -25.91, 0.97, 0.59, 0.002]
  ].map(([x, y, vx, vy, mass]) => ({ x, y, vx, vy, mass }))
  for (let step = 0; step < 1_000; step++) {
    for (const a of bodies) {
      for (const b of bodies) {
        if (a === b) continue
        const dx = a.x - b.x
        const dy = a.y - b.y
        const pull = (0.001 * b.mass) / Math.sqrt((dx * dx + dy * dy + 0.01) ** 3)
        a.vx -= dx * pull
        a.vy -= dy * pull
      }
    }
    for (const body of bodies) {
      body.x += 0.001 * body.vx
      body.y += 0.001 * body.vy
    }
  }
  return bodies.map(({ x, y }) => `${x},${y}`).join(';')
}

function strings() {
  let text = ''
  for (let i = 0; i < 20_000; i++) text += String.fromCharCode(97 + ((i * 7) % 26)) + i.toString(36)
  const words = text.split('a').map((word) => word.toUpperCase().padStart(6, '·').replace('X', 'é'))
  return `${words.length} ${words.slice(1_000, 1_010).join('|')} ${text.lastIndexOf('zz')}`
}

function sort() {
  let state = 12_345
  const list = Array.from({ length: 10_000 }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state
  })
  list.sort((a, b) => a - b)
  const names = list.slice(0, 4_000).map((n) => n.toString(16))
  names.sort()
  return `${list[0]} ${list[5_000]} ${names.slice(0, 5)} ${[...list.keys()].reverse()[7]}`
}

function regexp() {
  let text = ''
  for (let i = 0; i < 1_500; i++) text += `user${i}@mail${i % 7}.example.org; <b id="${i}">bold ${i}</b>\n`
  const addresses = [...text.matchAll(/(?<name>\w+)@(?<host>[\w.]+)\.(?:org|com)/g)]
  const plain = text.replace(/<(\w+)[^>]*>(.*?)<\/\1>/gu, (_, tag, inner) => `${tag}=${inner.length}`)
  return `${addresses.length} ${addresses.at(-1)?.groups?.host} ${plain.length} ${/(?<=b=)\d+$/m.exec(plain)}`
}

function json() {
  const rows = Array.from({ length: 600 }, (_, id) => ({
    id,
    name: `row "${id}" ☃`,
    values: [id / 7, -id, null, id % 2 === 0],
    nested: { deep: { er: [[id]] } }
  }))
  let text = JSON.stringify(rows)
  for (let turn = 0; turn < 3; turn++) text = JSON.stringify(JSON.parse(text))
  return `${text.length} ${JSON.stringify(JSON.parse(text)[377], null, 1)}`
}

function maps() {
  const map = new Map()
  const seen = new Set()
  for (let i = 0; i < 3_000; i++) {
    const key = (i * 2_654_435_761) % 5_003
    map.set(key, (map.get(key) ?? 0) + i)
    if (seen.has(key)) seen.delete(key)
    else seen.add(key)
    if (i % 11 === 0) map.delete((i * 31) % 5_003)
  }
  let sum = 0
  for (const [key, value] of map) sum = (sum + key * value) % 1_000_000_007
  return `${map.size} ${seen.size} ${sum}`
}

function raytracer() {
  const spheres = [
    { at: [0, -0.2, 4], radius: 1, shade: 0.9 },
    { at: [1.2, 0.4, 3], radius: 0.5, shade: 0.6 },
    { at: [-1.3, 0.5, 3.4], radius: 0.6, shade: 0.4 }
  ]
  const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
  const light = [0.5, -0.7, -0.5]
  const hit = (from, way) => {
    let nearest
    for (const sphere of spheres) {
      const to = sphere.at.map((x, i) => x - from[i])
      const along = dot(to, way)
      const miss = dot(to, to) - along * along
      if (along < 0 || miss > sphere.radius ** 2) continue
      const distance = along - Math.sqrt(sphere.radius ** 2 - miss)
      if (distance > 1e-3 && (nearest === undefined || distance < nearest.distance))
        nearest = { distance, sphere }
    }
    return nearest
  }
  let picture = ''
  let sum = 0
  for (let row = 0; row < 24; row++) {
    for (let column = 0; column < 60; column++) {
      const raw = [(column - 30) / 24, (row - 12) / 12, 1.6]
      const length = Math.hypot(...raw)
      const way = raw.map((x) => x / length)
      const found = hit([0, 0, 0], way)
      let value = 0
      if (found !== undefined) {
        const point = way.map((x) => x * found.distance)
        const normal = point.map((x, i) => (x - found.sphere.at[i]) / found.sphere.radius)
        const lit = hit(point, light) === undefined ? Math.max(0, dot(normal, light)) : 0
        value = found.sphere.shade * (0.2 + lit)
      }
      sum += value
      picture += ' .:-=+*#%@'[Math.min(9, Math.floor(value * 10))]
    }
    picture += '\n'
  }
  return `${sum}\n${picture}`
}

function language() {
  class Shape {
    #area = 0n
    static made = 0
    constructor(area) {
      this.#area = BigInt(area)
      Shape.made++
    }
    get area() {
      return this.#area ** 40n % 1_000_000_007n
    }
  }
  function* shapes() {
    for (let i = 1; i <= 800; i++) yield new Shape(i)
  }
  let total = 0n
  let caught = 0
  for (const shape of shapes()) {
    try {
      if (shape.area % 5n === 0n) throw new RangeError(`area ${shape.area}`)
      total += shape.area
    } catch (error) {
      caught += error.message.length
    }
  }
  const floats = new Float32Array(500).map((_, i) => Math.sin(i) * Math.exp(i / 100))
  const date = new Date(Date.UTC(2026, 1, 3)).toISOString()
  const depth = (n) => (n === 0 ? 0 : 1 + depth(n - 1))
  return `${total} ${caught} ${Shape.made} ${floats.reduce((a, b) => a + b)} ${date} ${depth(400)}`
}

const functions = { fib, nbody, strings, sort, regexp, json, maps, raytracer, language }

/** Scripts by name. */
export const scripts = Object.fromEntries(
  Object.entries(functions).map(([name, own]) => [name, `String((${own})())`])
)

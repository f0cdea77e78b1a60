/** Bytes, tables and texts. Every kernel takes a size and returns a checksum. */

const text = heap.alloc(1 << 20)
const table = heap.alloc(1 << 20)
const other = heap.alloc(1 << 20)

function fillText(): void {
  let state: u32 = 7
  for (let i = 0; i < 1 << 16; i++) {
    state = state * 1664525 + 1013904223
    store<u8>(text + i, 32 + (state >> 24) % 90)
  }
}

/** A scanner that tells kinds of characters apart. */
export function stringSwitch(n: i32): i32 {
  fillText()
  let letters = 0
  let digits = 0
  let blanks = 0
  let quotes = 0
  let brackets = 0
  let rest = 0
  for (let round = 0; round < n; round++) {
    for (let i = 0; i < 1 << 16; i++) {
      switch (load<u8>(text + i)) {
        case 32: {
          blanks++
          break
        }
        case 34:
        case 39: {
          quotes++
          break
        }
        case 40:
        case 41:
        case 91:
        case 93: {
          brackets++
          break
        }
        case 48:
        case 49:
        case 50:
        case 51:
        case 52:
        case 53: {
          digits++
          break
        }
        case 65:
        case 66:
        case 67:
        case 97:
        case 98:
        case 99: {
          letters++
          break
        }
        default:
          rest++
      }
    }
  }
  return letters ^ digits ^ blanks ^ quotes ^ brackets ^ rest
}

export function wordCount(n: i32): i32 {
  fillText()
  let words = 0
  for (let round = 0; round < n; round++) {
    let inside = false
    for (let i = 0; i < 1 << 16; i++) {
      const c = load<u8>(text + i)
      const letter = (c >= 65 && c <= 90) || (c >= 97 && c <= 122)
      if (letter && !inside) words++
      inside = letter
    }
  }
  return words
}

/** Open addressing with linear probing. */
export function hashMap(n: i32): i32 {
  memory.fill(table, 0, 1 << 19)
  let found = 0
  let state: u32 = 1
  for (let i = 0; i < n; i++) {
    state = state * 1664525 + 1013904223
    const key = (state >> 16) | 1
    let slot = ((key * 2654435761) >> 16) & 0xffff
    while (true) {
      const present = load<u32>(table + (slot << 3))
      if (present == key) {
        found++
        store<u32>(table + (slot << 3), load<u32>(table + (slot << 3), 4) + 1, 4)
        break
      }
      if (present == 0) {
        store<u32>(table + (slot << 3), key)
        break
      }
      slot = (slot + 1) & 0xffff
    }
  }
  return found
}

export function levenshtein(n: i32): i32 {
  fillText()
  for (let j = 0; j <= n; j++) store<i32>(table + (j << 2), j)
  for (let i = 1; i <= n; i++) {
    let diagonal = i - 1
    store<i32>(table, i)
    for (let j = 1; j <= n; j++) {
      const above = load<i32>(table + (j << 2))
      const cost = load<u8>(text + i) == load<u8>(text + 4096 + j) ? 0 : 1
      const best = min(min(above + 1, load<i32>(table + ((j - 1) << 2)) + 1), diagonal + cost)
      store<i32>(table + (j << 2), best)
      diagonal = above
    }
  }
  return load<i32>(table + (n << 2))
}

const SIDE = 128

function neighbours(from: usize, x: i32, y: i32): i32 {
  let count = 0
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      if (dx == 0 && dy == 0) continue
      count += load<u8>(from + ((y + dy) & (SIDE - 1)) * SIDE + ((x + dx) & (SIDE - 1)))
    }
  }
  return count
}
/** Conway's game on a torus of 128×128. */
export function life(n: i32): i32 {
  fillText()
  let from = table
  let to = other
  for (let i = 0; i < SIDE * SIDE; i++) store<u8>(from + i, load<u8>(text + i) & 1)
  for (let generation = 0; generation < n; generation++) {
    for (let y = 0; y < SIDE; y++) {
      for (let x = 0; x < SIDE; x++) {
        const around = neighbours(from, x, y)
        const alive = load<u8>(from + y * SIDE + x)
        store<u8>(to + y * SIDE + x, around == 3 || (around == 2 && alive == 1) ? 1 : 0)
      }
    }
    const kept = from
    from = to
    to = kept
  }
  let alive = 0
  for (let i = 0; i < SIDE * SIDE; i++) alive += load<u8>(from + i)
  return alive
}

export function base64(n: i32): i32 {
  fillText()
  const alphabet = memory.data<u8>([
    65, 66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80, 81, 82, 83, 84, 85, 86, 87, 88, 89, 90, 97, 98,
    99, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119, 120,
    121, 122, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 43, 47
  ])
  let to: usize = other
  for (let round = 0; round < n; round++) {
    to = other
    for (let i = 0; i < 49152; i += 3) {
      const bits =
        (<u32>load<u8>(text + i) << 16) | (<u32>load<u8>(text + i + 1) << 8) | load<u8>(text + i + 2)
      store<u8>(to, load<u8>(alphabet + (bits >> 18)))
      store<u8>(to + 1, load<u8>(alphabet + ((bits >> 12) & 63)))
      store<u8>(to + 2, load<u8>(alphabet + ((bits >> 6) & 63)))
      store<u8>(to + 3, load<u8>(alphabet + (bits & 63)))
      to += 4
    }
  }
  return load<i32>(to - 4)
}

/** Many small copies and fills. */
export function bulkMemory(n: i32): i32 {
  for (let i = 0; i < n; i++) {
    memory.fill(table + ((i * 64) & 0xffff), <u8>i, 256)
    memory.copy(other + ((i * 32) & 0xffff), table + ((i * 96) & 0xffff), 512)
  }
  return load<i32>(other + 128)
}

import { readFileSync } from 'node:fs'

/** What `proto/metering-v2.txt` says: the numbers by name, and of each instruction its name, cost and NaN class. */
const url = new URL('../../../../../proto/metering-v2.txt', import.meta.url)
const lines = readFileSync(url, 'utf8').trimEnd().split('\n').slice(1)

export const numbers: ReadonlyMap<string, number> = new Map(
  lines.filter((line) => !line.startsWith('0x')).map((line) => split(line, Number))
)

export function number(name: string): number {
  const found = numbers.get(name)
  if (found === undefined) throw new RangeError(`no number ${name}`)
  return found
}

export interface InstructionRule {
  name: string
  cost: number
  nan: string
}

export const instructionRules: ReadonlyMap<number, InstructionRule> = new Map(
  lines
    .filter((line) => line.startsWith('0x'))
    .map((line) => {
      const [opcode = '', name = '', cost = '', ...nan] = line.split(' ')
      return [Number(opcode), { name, cost: number(cost), nan: nan.join(' ') }]
    })
)

function split(line: string, read: (text: string) => number): [string, number] {
  const [name = '', value = ''] = line.split(' ')
  return [name, read(value)]
}

const unary =
  /\.(eqz|clz|ctz|popcnt|wrap_|extend|extadd|trunc|convert|demote|promote|reinterpret|abs|neg|ceil|floor|nearest|sqrt|not$|any_true|all_true|bitmask|splat|extract_lane|is_null|tee|get$|grow|load)/

/** Operands and results of an instruction that is neither control nor call (core specification, by its name). */
export function stackEffect(name: string): [pops: number, pushes: number] {
  if (/^(nop|data\.drop|elem\.drop)$/.test(name)) return [0, 0]
  if (/(\.const|\.size|^local\.get|^global\.get|^ref\.null|^ref\.func)$/.test(name)) return [0, 1]
  if (/^(drop|local\.set|global\.set)$/.test(name)) return [1, 0]
  if (/^(memory|table)\.(init|copy|fill)$/.test(name)) return [3, 0]
  if (name === 'select' || name.endsWith('.bitselect')) return [3, 1]
  if (name === 'table.set' || name.includes('.store')) return [2, 0]
  if (name === 'table.grow' || /load\d+_lane$/.test(name)) return [2, 1]
  return unary.test(name) ? [1, 1] : [2, 1]
}

import type { ModuleSource } from '../instrument/fixtures/assemble.js'
import type { Choices } from '../instrument/fixtures/random-module.js'

/**
 * Modules full of what the other generators seldom make: loops with counters of every shape and nearly such, recursion
 * of one and of two functions, free functions, traps, and branches out of everything. They may never end.
 */

const relations = ['lt_s', 'lt_u', 'le_s', 'le_u', 'gt_s', 'gt_u', 'ge_s', 'ge_u', 'ne', 'eq'] as const
const steps = [1, 1, 1, -1, -1, 2, -2, 3, -3, 4, 65_536, 65_537] as const
const bounds = [0, 5, 9, 20, -7, 60, 300, 2 ** 31 - 1, 2 ** 31 - 3, -(2 ** 31), -1] as const

/** Locals: 0 and 1 the parameters, 2 to 5 counters, 6 and 7 anything. */
const COUNTERS = 2
const FREE_LOCALS = 6

/** Functions, in their order. */
const calls = {
  note: 'call 0',
  main: 'local.get 6 local.get 7 call 1 local.set 6',
  relay: 'local.get 6 i32.const 7 i32.and call 2 local.set 6',
  even: 'local.get 7 i32.const 15 i32.and call 3 local.set 7',
  free: 'local.get 6 call 5 local.set 6',
  quiet: 'local.get 7 call 6 local.set 7',
  indirect: 'local.get 6 local.get 7 i32.const 3 i32.and call_indirect 0 local.set 6'
} as const

class LoopWriter {
  readonly #choices: Choices
  /** Those that a function of this kind may make. */
  readonly #calls: readonly string[]
  #labels = 0
  #loops = 0
  #left = 60

  constructor(choices: Choices, callable: readonly string[]) {
    this.#choices = choices
    this.#calls = callable
  }

  statements(depth: number): string {
    const count = 1 + this.#choices.below(depth > 1 ? 4 : 2)
    return Array.from({ length: count }, () => this.#statement(depth)).join(' ')
  }

  #statement(depth: number): string {
    if (depth <= 0 || this.#left-- <= 0) return this.#small()
    switch (this.#choices.below(14)) {
      case 0:
      case 1:
      case 2:
      case 3:
        return this.#loop(depth)
      case 4:
        return `${this.#condition()} if void ${this.#within(depth)} end`
      case 5:
        return `${this.#condition()} if void ${this.#within(depth)} else ${this.#within(depth)} end`
      case 6:
        return `block void ${this.#within(depth)} ${this.#small()} end`
      case 7:
        return `${this.#condition()} if void local.get 6 return end`
      case 8:
        return `local.get 7 ${this.#condition()} br_if ${this.#labels} drop`
      case 9:
        return `${this.#condition()} if void unreachable end`
      case 10:
        return this.#labels === 0
          ? this.#small()
          : `${this.#condition()} br_if ${this.#choices.below(this.#labels)}`
      case 11: {
        const label = (): number => this.#choices.below(this.#labels + 1)
        this.#labels++
        const text = `block void local.get 6 i32.const 3 i32.and br_table ${label()},${label()},0 end`
        this.#labels--
        // The function's label takes a value.
        return text.replace(new RegExp(`\\b${this.#labels + 1}\\b(?=.*end$)`, 'g'), '0')
      }
      default:
        return this.#small()
    }
  }

  #within(depth: number, labels = 1): string {
    this.#labels += labels
    const text = this.statements(depth - 1)
    this.#labels -= labels
    return text
  }

  #small(): string {
    const local = FREE_LOCALS + this.#choices.below(2)
    switch (this.#choices.below(9)) {
      case 0:
        return 'i32.const 1 drop '.repeat(this.#choices.below(24))
      case 1:
        return 'nop '.repeat(this.#choices.below(60))
      case 2:
      case 3:
        return this.#calls[this.#choices.below(this.#calls.length)] ?? ''
      case 4:
        return 'i32.const 8 local.get 6 local.get 7 i32.const 63 i32.and memory.fill'
      case 5:
        return 'local.get 6 i32.const 1 i32.and memory.grow drop'
      case 6:
        // Now and then a loop's own counter, or its bound.
        return `local.get 6 i32.const 3 i32.and local.set ${1 + this.#choices.below(5)}`
      default:
        return `local.get ${local} i32.const ${this.#choices.below(9)} i32.add local.set ${local}`
    }
  }

  #condition(): string {
    const local = this.#choices.below(8)
    return `local.get ${local} i32.const ${1 + this.#choices.below(7)} i32.and${this.#choices.below(2) === 0 ? ' i32.eqz' : ''}`
  }

  #loop(depth: number): string {
    if (this.#loops >= 4) return this.#small()
    const counter = COUNTERS + this.#loops++
    const own = this.#choices
    const relation = own.of(relations)
    const step = own.of(steps)
    const bound = own.below(3) === 0 ? 'local.get 1' : `i32.const ${own.of(bounds)}`
    const begin = [
      `i32.const ${own.below(40) - 20} local.set ${counter} ${'nop '.repeat(own.below(80))}`,
      `local.get 0 local.set ${counter}`,
      ''
    ][own.below(3)]
    const add = own.below(4) === 0 ? `i32.const ${-step} i32.sub` : `i32.const ${step} i32.add`
    const stepped = `local.get ${counter} ${add}`
    const test = (value: string): string => {
      if (own.below(6) === 0) return value
      const operands = own.below(2) === 0 ? `${value} ${bound}` : `${bound} ${value}`
      return `${operands} i32.${relation}${own.below(4) === 0 ? ' i32.eqz' : ''}`
    }
    const get = `local.get ${counter}`
    const head = own.below(5) === 0 ? 'local.get 6 drop' : ''
    const text = [
      () =>
        `loop void ${head} ${test(get)} if void ${this.#within(depth, 2)} ${stepped} local.set ${counter} br 1 end end`,
      () =>
        `block void loop void ${head} ${test(get)} br_if 1 ${this.#within(depth, 2)} ${stepped} local.set ${counter} br 0 end end`,
      () => `loop void ${this.#within(depth)} ${test(`${stepped} local.tee ${counter}`)} br_if 0 end`,
      () => `loop void ${stepped} local.set ${counter} ${this.#within(depth)} ${test(get)} br_if 0 end`
    ][own.below(4)]
    const written = text?.() ?? ''
    this.#loops--
    return `${begin} ${written}`
  }
}

export function randomLoops(choices: Choices): ModuleSource {
  const shape = { results: ['i32'], locals: new Array<'i32'>(6).fill('i32') } as const
  const some = [calls.note, calls.main, calls.relay, calls.even, calls.free, calls.quiet, calls.indirect]
  const callable = choices.below(3) === 0 ? some : choices.below(2) === 0 ? [calls.free] : some.slice(2, 6)
  const of = (list: readonly string[], depth: number): string =>
    new LoopWriter(choices, list).statements(depth)
  const one = { ...shape, params: ['i32'], locals: new Array<'i32'>(7).fill('i32') } as const
  const down = (callee: number): string =>
    `local.get 0 i32.eqz if i32 i32.const 1 else ${of([calls.free, calls.note], 2).replaceAll('return end', 'br 0 end')} local.get 0 i32.const 1 i32.sub call ${callee} local.get 6 i32.add end`
  return {
    types: [{ params: ['i32'], results: ['i32'] }],
    imports: [{ module: 'host', name: 'note', params: [], results: [] }],
    functions: [
      { ...shape, params: ['i32', 'i32'], code: `${of(callable, 3)} local.get 6`, export: 'f' },
      { ...one, code: down(2) },
      { ...one, code: down(4) },
      { ...one, code: down(3) },
      {
        params: ['i32'],
        results: ['i32'],
        code: `local.get 0 i32.const ${choices.below(4)} i32.and if i32 ${'i32.const 1 drop '.repeat(choices.below(28))} local.get 0 else i32.const 3 end`
      },
      { ...one, code: `${of([calls.free], 2)} local.get 6` }
    ],
    memory: [1, 4],
    table: [2, 5, 6],
    tableSize: [4, 4]
  }
}

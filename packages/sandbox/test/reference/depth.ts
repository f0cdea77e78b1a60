import type { Body } from './body.js'
import { item } from './bytes.js'
import { type Module, signatureOf } from './module.js'
import { stackEffect } from './rules.js'

/** Section 10 of METERING.md: the greatest height of the operand stack. */
export function highestStack(module: Module, { code, results }: Body): number {
  const floors = [0]
  let height = 0
  let highest = 0
  const pop = (count: number): void => {
    height = Math.max(floors.at(-1) ?? 0, height - count)
  }
  const push = (count: number): void => {
    height += count
    if (count > 0) highest = Math.max(highest, height)
  }
  const drop = (): void => {
    height = floors.at(-1) ?? 0
  }
  for (const { name, value, params: takes, opener } of code) {
    if (name === 'block' || name === 'loop' || name === 'if') {
      if (name === 'if') pop(1)
      pop(takes)
      floors.push(height)
      push(takes)
    } else if (name === 'else') {
      drop()
      push(item(code, opener).params)
    } else if (name === 'end') {
      drop()
      if (floors.length > 1) floors.pop()
      push(code[opener]?.results ?? results)
    } else if (
      name === 'br' ||
      name === 'return' ||
      name === 'unreachable' ||
      name.startsWith('return_call')
    ) {
      drop()
    } else if (name === 'br_table') {
      drop()
    } else if (name === 'br_if') {
      pop(1)
    } else if (name === 'call' || name === 'call_indirect') {
      if (name === 'call_indirect') pop(1)
      const type = name === 'call' ? signatureOf(module, value) : item(module.types, value)
      pop(type.params.length)
      push(type.results.length)
    } else {
      const [pops, pushes] = stackEffect(name)
      pop(pops)
      push(pushes)
    }
  }
  return highest
}

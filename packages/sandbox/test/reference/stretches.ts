import { type Body, FUNCTION } from './body.js'
import { item } from './bytes.js'
import type { Loops } from './loops.js'
import { signatureOf } from './module.js'
import { isShared, type Program } from './program.js'

/** Section 9 of METERING.md: where the account is not posted. */
export interface Stretches {
  kind: 'relay' | 'private' | 'public'
  /** Of a public function: the outermost loops in which it is private. */
  loops: { open: number; close: number }[]
}

export function findStretches(program: Program, index: number, body: Body, { counted }: Loops): Stretches {
  if (isRelay(program, index)) return { kind: 'relay', loops: [] }
  const { code } = body
  const shared = [...code.keys()].filter((at) => isShared(program, item(code, at)))
  const charged = [...code.keys()].filter((at) => item(code, at).name === 'loop' && !counted.has(at))
  if (shared.length === 0 && charged.length > 0) return { kind: 'private', loops: [] }
  const loops: Stretches['loops'] = []
  for (const [open, { name, close }] of code.entries()) {
    if (name !== 'loop' || open < (loops.at(-1)?.close ?? 0)) continue
    const holds = (at: number): boolean => open <= at && at < close
    if (!shared.some(holds) && charged.some(holds)) loops.push({ open, close })
  }
  return { kind: 'public', loops }
}

function isRelay({ module, bodies, groups, recursive }: Program, index: number): boolean {
  const group = groups[index]
  if (!recursive[index] || group === undefined || group.size > 8) return false
  return [...group].every((node) => {
    const body = bodies[node]
    if (body === undefined) return false
    const { params, results } = signatureOf(module, node)
    if (params.length > 6 || results.length > 1) return false
    return !body.code.some(({ name }) => name.startsWith('return_call'))
  })
}

/** Whether the branch at a place leaves a private loop on the way to a target. */
export function leavesLoop({ loops }: Stretches, at: number, target: number): boolean {
  const loop = loops.find(({ open, close }) => open < at && at < close)
  return loop !== undefined && (target === FUNCTION || target < loop.open)
}

export function isPrivateBehind({ kind, loops }: Stretches, at: number): boolean {
  return kind !== 'public' || loops.some(({ open, close }) => open <= at && at < close)
}

import type { Case } from '../case.js'
import {
  brIf,
  type Code,
  call,
  drop,
  end,
  f64Add,
  f64FromI64Bits,
  f64Neg,
  get,
  i32,
  i32Add,
  i32DivS,
  i32LtU,
  i32Sub,
  i64,
  i64FromF64Bits,
  ifVoid,
  loop,
  memoryFill,
  memoryGrow,
  otherwise,
  set,
  unreachable
} from '../contracts/wasm/code.js'
import { buffer } from '../contracts/wasm/host-script.js'
import type { ModuleSpec } from '../contracts/wasm/module.js'
import { expect, expectEqual } from '../errors.js'
import { ModuleRuns, type RunInit } from '../task/module-runs.js'

const role = 'worker'
const run = 'run'

/** Runs a function and holds the fuel it took against what the rules say. */
async function costs(
  runs: ModuleRuns,
  what: string,
  fuel: number,
  init: Omit<RunInit, 'function'>
): Promise<void> {
  const { receipt } = await runs.ends(what, 'SUCCESS', { ...init, function: run })
  expectEqual(`the fuel of ${what}`, receipt.fuelUsed, BigInt(fuel))
}

const of = (type: ModuleSpec['functions'][number]['type'], ...code: Code[]): ModuleSpec => ({
  functions: [{ type, export: run, code }]
})
const args = (...texts: string[]): Pick<RunInit, 'input'> => ({ input: { args: texts } })

const CANONICAL_NAN = 0x7ff8_0000_0000_0000n
const OTHER_NAN = 0xfff4_0000_0000_0001n

/** Function 0 calls itself as often as it is told: 3 units of depth each (2, and 1 for its few slots). */
const recursion: ModuleSpec = of('i>', get(0), ifVoid, get(0), i32(1), i32Sub, call(0), end)
const DEPTH_OF_CALL = 3
const DEPTH_UNITS = 20_000

/** Ten turns of `local 0 += 1`, which stops the run at turn 5 by dividing by 0. */
const countedLoop: Code = [
  ...loop,
  // 1 / (local 0 − 5)
  ...i32(1),
  ...get(0),
  ...i32(5),
  ...i32Sub,
  ...i32DivS,
  ...drop,
  ...get(0),
  ...i32(1),
  ...i32Add,
  ...set(0),
  ...get(0),
  ...i32(10),
  ...i32LtU,
  ...brIf(0),
  ...end
]

/** Section 15: fuel, depth, and what floats come to. */
export const runningMeteringCases: readonly Case[] = [
  {
    must: 'MUST-109',
    role,
    part: 'that the rules are named, the same for every run',
    async run(context) {
      const runs = await ModuleRuns.with(context)
      const hashes = new Set<string>()
      for (const module of [of('>i', i32(1)), of('>i', i32(2))]) {
        const { receipt } = await runs.ends('a constant', 'SUCCESS', { module, function: run })
        hashes.add(Buffer.from(receipt.meteringHash).toString('hex'))
      }
      const [hash = ''] = hashes
      expectEqual('the number of metering hashes of two runs', hashes.size, 1)
      expect(/[1-9a-f]/.test(hash), 'the metering hash is all zero: nothing was metered')
      return hash
    }
  },
  {
    must: 'MUST-110',
    role,
    async run(context) {
      const runs = await ModuleRuns.with(context)
      // Entry 1, local.get 1 each, i32.add 1.
      await costs(runs, 'an addition', 4, { module: of('ii>i', get(0), get(1), i32Add), ...args('1', '2') })
      // i32.div_s 8.
      await costs(runs, 'a division', 11, { module: of('ii>i', get(0), get(1), i32DivS), ...args('6', '2') })
      // Entry 1, local.get 1, if 1, and the dearer way: 4 of i32.const and drop.
      const near = of('i>', get(0), ifVoid, otherwise, i32(1), drop, i32(1), drop, end)
      for (const arg of ['0', '1']) {
        await costs(runs, 'an if whose ways are close', 7, { module: near, ...args(arg) })
      }
      const ten = Array.from({ length: 5 }, () => [...i32(1), ...drop])
      const far = of('i>', get(0), ifVoid, ...ten, end)
      await costs(runs, 'an if whose ways are far apart, not taken', 3, { module: far, ...args('0') })
      await costs(runs, 'the same, taken', 13, { module: far, ...args('1') })
      // call 6, and the small function's i32.const, paid by its caller.
      const small: ModuleSpec = {
        functions: [
          { type: '>i', export: run, code: [call(1)] },
          { type: '>i', code: [i32(3)] }
        ]
      }
      await costs(runs, 'a call', 8, { module: small })
      return 'six functions take exactly what their instructions cost'
    }
  },
  {
    must: 'MUST-111',
    role,
    part: 'memory.fill and memory.grow',
    async run(context) {
      const runs = await ModuleRuns.with(context)
      const memories = [{ pages: 1 }]
      const fill = { ...of('>', i32(0), i32(1), i32(1003), memoryFill), memories }
      // Entry 1, three constants, 40, and ⌊1003 ÷ 4⌋.
      await costs(runs, 'memory.fill', 1 + 3 + 40 + 250, { module: fill })
      const grow = (by: number): ModuleSpec => ({ ...of('>i', i32(by), memoryGrow), memories })
      // Entry 1, a constant, 1000, and 256 a page.
      await costs(runs, 'memory.grow by 3', 1 + 1 + 1000 + 768, { module: grow(3) })
      await costs(runs, 'memory.grow beyond the maximum', 1 + 1 + 1000, { module: grow(70_000) })
      const limits = { fuel: 290n }
      await runs.ends('memory.fill for which the fuel does not suffice', 'FUEL_EXHAUSTED', {
        module: fill,
        function: run,
        limits
      })
      return 'sizes are paid for, 1 for each 4 bytes, 256 for each page'
    }
  },
  {
    must: 'MUST-112',
    role,
    part: 'clock_time_get, random_get, fd_write',
    async run(context) {
      const runs = await ModuleRuns.with(context)
      const memories = [{ pages: 1 }]
      const calling = (host: NonNullable<ModuleSpec['host']>, ...code: Code[]): ModuleSpec => ({
        host,
        memories,
        functions: [{ type: '>i', export: run, code: [...code, call(0)] }],
        data: [{ at: 16, bytes: buffer(64, 5) }]
      })
      // Entry 1, constants 1 each, call 6; then 100 and 8 bytes that are checked, then written.
      const clock = calling(['clock_time_get'], i32(0), i64(0n), i32(0))
      await costs(runs, 'clock_time_get', 1 + 3 + 6 + 100 + 16, { module: clock })
      // 16 bytes of memory, and 64 for each of them.
      const random = calling(['random_get'], i32(0), i32(16))
      await costs(runs, 'random_get of 16 bytes', 1 + 2 + 6 + 100 + 16 + 16 * 64, { module: random })
      // One buffer 100; its entry 8 bytes, its content 5, the count 4, checked and written.
      const write = calling(['fd_write'], i32(1), i32(16), i32(1), i32(0))
      await costs(runs, 'fd_write of 5 bytes', 1 + 4 + 6 + 100 + 100 + 8 + 5 + 8, { module: write })
      return 'three calls take exactly what the memory they touch costs'
    }
  },
  {
    must: 'MUST-113',
    role,
    async run(context) {
      const runs = await ModuleRuns.with(context)
      const module = of('ii>i', get(0), get(1), i32Add)
      const init = { module, function: run, ...args('1', '2') }
      await runs.ends('a run with exactly its fuel', 'SUCCESS', { ...init, limits: { fuel: 4n } })
      const short = await runs.ends('a run with one unit less', 'FUEL_EXHAUSTED', {
        ...init,
        limits: { fuel: 3n }
      })
      expectEqual('its output', short.text, '')
      const endless = of('>', loop, [0x0c, 0], end)
      await runs.ends('an endless loop', 'FUEL_EXHAUSTED', { module: endless, function: run })
      const most = await runs.ends('a limit of 2^64 − 1', 'SUCCESS', {
        ...init,
        limits: { fuel: 2n ** 64n - 1n }
      })
      expectEqual('its fuel', most.receipt.fuelUsed, 4n)
      return 'exactly enough suffices, one unit less does not'
    }
  },
  {
    must: 'MUST-114',
    role,
    async run(context) {
      const runs = await ModuleRuns.with(context)
      const fuel = 5000n
      const limits = { fuel }
      const all: [string, string, ModuleSpec][] = [
        ['a trap', 'TRAP unreachable', of('>', unreachable)],
        ['an endless loop', 'FUEL_EXHAUSTED', of('>', loop, [0x0c, 0], end)]
      ]
      for (const [what, code, module] of all) {
        const { receipt } = await runs.ends(what, code, { module, function: run, limits })
        expectEqual(`the fuel of ${what}`, receipt.fuelUsed, fuel)
      }
      const absent = await runs.ends('a function that is not there', 'FUNCTION_NOT_FOUND', {
        module: of('>', unreachable),
        function: 'walk',
        limits
      })
      expectEqual('the fuel of what is refused before it runs', absent.receipt.fuelUsed, 0n)
      const leaving: ModuleSpec = {
        host: ['proc_exit'],
        functions: [{ type: '>', export: run, code: [i32(3), call(0)] }]
      }
      // Entry 1, a constant 1, call 6, host call 100.
      await costs(runs, 'proc_exit', 108, { module: leaving, limits })
      return 'ends take all, refusals nothing, successes what was paid'
    }
  },
  {
    must: 'MUST-115',
    role,
    async run(context) {
      const runs = await ModuleRuns.with(context)
      const calls = Math.floor(DEPTH_UNITS / DEPTH_OF_CALL)
      const deep = (depth: number): RunInit => ({ module: recursion, function: run, ...args(String(depth)) })
      await runs.ends(`${calls} calls in one another`, 'SUCCESS', deep(calls - 1))
      await runs.ends(`${calls + 1} calls in one another`, 'DEPTH_EXHAUSTED', deep(calls))
      return `${calls} frames of ${DEPTH_OF_CALL} units fit, one more does not`
    }
  },
  {
    must: 'MUST-116',
    role,
    async run(context) {
      const runs = await ModuleRuns.with(context)
      const bits = (value: bigint): string => `${BigInt.asIntN(64, value)}\n`
      const nan = [...get(0), ...f64FromI64Bits]
      const sum = of('I>I', nan, nan, f64Add, i64FromF64Bits)
      const input = args(String(OTHER_NAN))
      const init = { function: run, ...input }
      const added = await runs.output('a sum of NaNs', { module: sum, ...init })
      expectEqual('its bits', added, bits(CANONICAL_NAN))
      const negated = of('I>I', nan, f64Neg, i64FromF64Bits)
      const kept = await runs.output('a NaN with its sign changed', { module: negated, ...init })
      expectEqual('its bits', kept, bits(OTHER_NAN ^ (1n << 63n)))
      return 'arithmetic gives the canonical NaN, a change of sign only that'
    }
  },
  {
    must: 'MUST-119',
    role,
    async run(context) {
      const runs = await ModuleRuns.with(context)
      const padding = Array.from({ length: 400 }, () => [...i32(1), ...drop])
      const looped = (...inside: Code[]): ModuleSpec => ({
        functions: [{ type: '>', locals: 'i', export: run, code: inside }]
      })
      // The division stops it at turn 5. Enough fuel for that turn, not for all ten: it must not have begun.
      const body = [...countedLoop.slice(0, 2), ...padding.flat(), ...countedLoop.slice(2)]
      const module = looped(body)
      const trapped = await runs.ends('a counted loop with fuel for all', 'TRAP divide-by-zero', {
        module,
        function: run
      })
      expectEqual('its fuel', trapped.receipt.fuelUsed, trapped.receipt.limits.fuel)
      await runs.ends('a counted loop with fuel for eight of ten turns', 'FUEL_EXHAUSTED', {
        module,
        function: run,
        limits: { fuel: 6_600n }
      })
      return 'a loop for which the fuel does not suffice does not begin'
    }
  }
]

import type { Case } from '../case.js'
import { drop, globalGet, globalSet, i32, memoryGrow, unreachable } from '../contracts/wasm/code.js'
import type { FunctionSpec, ModuleSpec } from '../contracts/wasm/module.js'
import { expect, expectEqual } from '../errors.js'
import { ModuleRuns } from '../task/module-runs.js'

const role = 'worker'
const PAGE_BYTES = 65_536

const returning = (code: FunctionSpec['code']): FunctionSpec => ({ type: '>i', export: 'run', code })
const nothing: ModuleSpec = { functions: [returning([i32(0)])] }
const run = 'run'

/** Section 15: what a module may be, and what memory it gets. */
export const runningModuleCases: readonly Case[] = [
  {
    must: 'MUST-092',
    role,
    part: 'tables, parameters, locals of one function, exports',
    async run(context) {
      const runs = await ModuleRuns.with(context)
      const named = (name: string): FunctionSpec => ({ type: '>i', export: name, code: [i32(0)] })
      const within: ModuleSpec = {
        tables: 16,
        functions: [
          returning([i32(0)]),
          { type: `${'i'.repeat(100)}>`, code: [] },
          { type: '>', locals: 'i'.repeat(2000), code: [] },
          ...Array.from({ length: 999 }, (_, index) => named(`f${index}`))
        ]
      }
      await runs.ends('a module at its caps', 'SUCCESS', { module: within, function: run })
      const beyond: [string, Partial<ModuleSpec>][] = [
        ['17 tables', { tables: 17 }],
        ['101 parameters', { functions: [{ type: `${'i'.repeat(101)}>`, code: [] }] }],
        ['2001 locals', { functions: [{ type: '>', locals: 'i'.repeat(2001), code: [] }] }],
        ['1001 exports', { functions: Array.from({ length: 1001 }, (_, index) => named(`f${index}`)) }]
      ]
      for (const [what, change] of beyond) {
        const refused = await runs.ends(what, 'MODULE_TOO_COMPLEX', {
          module: { ...nothing, ...change },
          function: run
        })
        expectEqual(`the fuel of ${what}`, refused.receipt.fuelUsed, 0n)
      }
      return `${beyond.length} caps: within is run, past is refused`
    }
  },
  {
    must: 'MUST-093',
    role,
    part: 'several memories, atomics, relaxed SIMD, an opcode of nobody',
    async run(context) {
      const runs = await ModuleRuns.with(context)
      const fence = [0xfe, 0x03, 0x00]
      const relaxedMadd = [0xfd, 0x85, 0x02]
      const denied: [string, ModuleSpec, string][] = [
        ['two memories', { ...nothing, memories: [{ pages: 1 }, { pages: 1 }] }, 'FEATURE_DENIED'],
        ['an atomic fence', { functions: [returning([fence, i32(0)])] }, 'FEATURE_DENIED'],
        ['relaxed SIMD', { functions: [returning([relaxedMadd, i32(0)])] }, 'FEATURE_DENIED'],
        ['opcode 0x27', { functions: [returning([[0x27], i32(0)])] }, 'MODULE_INVALID']
      ]
      for (const [what, module, code] of denied) await runs.ends(what, code, { module, function: run })
      return `${denied.length} modules are refused, each by its code`
    }
  },
  {
    must: 'MUST-094',
    role,
    async run(context) {
      const runs = await ModuleRuns.with(context)
      const wasi = 'wasi_snapshot_preview1'
      const lists: [string, NonNullable<ModuleSpec['imports']>][] = [
        ['a function of env', [{ module: 'env', name: 'now', type: '>i' }]],
        ['an unknown function of WASI', [{ module: wasi, name: 'fd_fly', type: 'i>i' }]],
        ['a function of WASI by another type', [{ module: wasi, name: 'fd_close', type: 'I>i' }]],
        ['an unknown function of ailee', [{ module: 'ailee', name: 'fuel_right', type: '>I' }]]
      ]
      for (const [what, imports] of lists) {
        await runs.ends(what, 'IMPORT_DENIED', { module: { ...nothing, imports }, function: run })
      }
      return `${lists.length} imports are refused`
    }
  },
  {
    must: 'MUST-095',
    role,
    part: 'memories, and the start function',
    async run(context) {
      const runs = await ModuleRuns.with(context)
      const limits = { memoryBytes: 4 * PAGE_BYTES + 1 }
      const grow = (by: number): FunctionSpec['code'] => [i32(by), memoryGrow]
      const growing = (pages: number, by: number, max?: number): ModuleSpec => ({
        memories: [max === undefined ? { pages } : { pages, max }],
        functions: [returning(grow(by))]
      })
      const results: [string, ModuleSpec, string][] = [
        ['growth to the limit', growing(1, 3), '1\n'],
        ['growth past the limit', growing(1, 4), '-1\n'],
        ['growth past its own maximum', growing(1, 2, 2), '-1\n']
      ]
      for (const [what, module, text] of results) {
        expectEqual(what, await runs.output(what, { module, function: run, limits }), text)
      }
      await runs.ends('a memory that starts above the limit', 'MEMORY_EXHAUSTED', {
        module: { ...nothing, memories: [{ pages: 5 }] },
        function: run,
        limits
      })
      const started: ModuleSpec = {
        globals: [1],
        start: 0,
        functions: [{ type: '>', code: [i32(7), globalSet(0)] }, returning([globalGet(0)])]
      }
      expectEqual(
        'what the start function left',
        await runs.output('it', { module: started, function: run }),
        '7\n'
      )
      return 'memories grow to the smaller of maximum and limit; the start function runs first'
    }
  },
  {
    must: 'MUST-096',
    role,
    async run(context) {
      const runs = await ModuleRuns.with(context)
      const limits = { memoryBytes: 4 * PAGE_BYTES }
      const givesUp = (by: number, max?: number): ModuleSpec => ({
        memories: [max === undefined ? { pages: 1 } : { pages: 1, max }],
        functions: [returning([i32(by), memoryGrow, drop, unreachable])]
      })
      const ends: [string, ModuleSpec, string][] = [
        ['unreachable after the limit refused growth', givesUp(4), 'MEMORY_EXHAUSTED'],
        ['unreachable after growth', givesUp(3), 'TRAP unreachable'],
        ['unreachable after its own maximum refused growth', givesUp(2, 2), 'TRAP unreachable']
      ]
      for (const [what, module, code] of ends) {
        const ran = await runs.ends(what, code, { module, function: run, limits })
        expect(ran.receipt.fuelUsed === ran.receipt.limits.fuel, `${what} does not take all fuel`)
      }
      return 'MEMORY_EXHAUSTED only where the limit of the task had refused growth'
    }
  }
]

import { KIB, MIB, WASM_PAGE_BYTES } from '@ailee/core'
import { type ExecutionRequest, MAX_MODULE_BYTES, type ResultCode } from '@ailee/protocol'
import { bytes, text } from '../text.js'
import {
  addModule,
  endlessModule,
  exitModule,
  foreignModule,
  greedyModule,
  growModule,
  invalidModule,
  largeModule,
  misfitModule,
  recursiveModule,
  sharedModule,
  trappingModules,
  writeModule
} from './modules.js'
import { addition, endless, FUEL, request } from './requests.js'
import type { SandboxCase } from './sandbox-contract.js'

/** Ends before anything runs: no fuel is used. */
const refusals: readonly [what: string, code: ResultCode, refused: ExecutionRequest][] = [
  ['no module', 'MODULE_INVALID', request(bytes('<html>'))],
  ['no bytes', 'MODULE_INVALID', request(new Uint8Array(0))],
  ['invalid code', 'MODULE_INVALID', request(invalidModule)],
  ['bytes of another hash', 'MODULE_INVALID', { ...addition, moduleHash: '0'.repeat(64) }],
  ['more bytes than a module may have', 'MODULE_TOO_COMPLEX', request(new Uint8Array(MAX_MODULE_BYTES + 1))],
  ['data outside of the memory', 'INSTANTIATION_FAILED', request(misfitModule)],
  ['a function that is not there', 'FUNCTION_NOT_FOUND', request(addModule, { function: 'sub' })],
  ['a command that is none', 'FUNCTION_NOT_FOUND', request(addModule)],
  ['an argument too few', 'INVALID_INPUT', request(addModule, { function: 'add', args: ['1'] })],
  [
    'an argument that is no number',
    'INVALID_INPUT',
    request(addModule, { function: 'add', args: ['1', 'x'] })
  ],
  ['an import of something else', 'IMPORT_DENIED', request(foreignModule)],
  ['memory shared by threads', 'FEATURE_DENIED', request(sharedModule)],
  [
    'less memory than it begins with',
    'MEMORY_EXHAUSTED',
    request(largeModule, { limits: { memoryBytes: MIB } })
  ]
]

/** Ends of a run that take the whole fuel and give no output. */
const costlyEnds: readonly [what: string, code: ResultCode, run: ExecutionRequest][] = [
  ['an endless loop', 'FUEL_EXHAUSTED', request(endlessModule, { limits: { fuel: 1_000_000n } })],
  ['endless recursion', 'DEPTH_EXHAUSTED', request(recursiveModule)],
  ['memory without end', 'MEMORY_EXHAUSTED', request(greedyModule, { limits: { memoryBytes: 4 * MIB } })],
  [
    'a result that is too long',
    'OUTPUT_TOO_LARGE',
    request(addModule, { function: 'add', args: ['1', '2'], limits: { outputBytes: 1 } })
  ],
  ['output that is too long', 'OUTPUT_TOO_LARGE', request(writeModule(1), { limits: { outputBytes: 2 } })]
]

function refusalCase([what, code, refused]: (typeof refusals)[number]): SandboxCase {
  return {
    name: `${code}: ${what}`,
    async run({ sandbox }, check) {
      const outcome = await sandbox.run(refused)
      check.equal([outcome.code, outcome.trap], [code, ''], outcome.detail)
      check.equal([outcome.fuelUsed, outcome.output.length, outcome.memoryHash], [0n, 0, undefined])
    }
  }
}

function costlyCase([what, code, run]: (typeof costlyEnds)[number]): SandboxCase {
  return {
    name: `${code}: ${what}`,
    async run({ sandbox }, check) {
      const outcome = await sandbox.run(run)
      check.equal([outcome.code, outcome.trap], [code, ''], outcome.detail)
      check.equal([outcome.fuelUsed, outcome.output.length], [run.limits.fuel, 0], 'all fuel and no output')
      check.ok(outcome.memoryPeakBytes <= run.limits.memoryBytes, 'no more memory than the limit')
    }
  }
}

/** Every way in which a task can end. */
export const endCases: readonly SandboxCase[] = [
  {
    name: 'SUCCESS: a function gives its results, a command what it wrote',
    async run({ sandbox }, check) {
      const sum = await sandbox.run(addition)
      check.equal([sum.code, text(sum.output), sum.exitCode, sum.trap], ['SUCCESS', '5\n', 0, ''], sum.detail)
      check.ok(sum.fuelUsed > 0n && sum.fuelUsed < 1000n, `an addition used ${sum.fuelUsed} fuel`)
      check.ok(sum.finishedAtMs >= sum.startedAtMs, 'times go on')
      const negative = await sandbox.run(request(addModule, { function: 'add', args: ['-1', '0x10'] }))
      check.equal(text(negative.output), '15\n')
      const out = await sandbox.run(request(writeModule(1)))
      check.equal([out.code, text(out.output), out.stderr.length], ['SUCCESS', 'hi\n', 0])
      const err = await sandbox.run(request(writeModule(2)))
      check.equal([err.code, err.output.length, text(err.stderr)], ['SUCCESS', 0, 'hi\n'])
    }
  },
  {
    name: 'SUCCESS: an exit code is the caller’s to judge',
    async run({ sandbox }, check) {
      const outcome = await sandbox.run(request(exitModule))
      check.equal([outcome.code, outcome.exitCode], ['SUCCESS', 7], outcome.detail)
    }
  },
  {
    name: 'TRAP: each kind by its name, taking all fuel',
    async run({ sandbox }, check) {
      for (const [trap, module] of trappingModules) {
        const outcome = await sandbox.run(request(module))
        check.equal([outcome.code, outcome.trap], ['TRAP', trap], outcome.detail)
        check.equal([outcome.fuelUsed, outcome.output.length], [FUEL, 0], trap)
      }
    }
  },
  ...costlyEnds.map(costlyCase),
  ...refusals.map(refusalCase),
  {
    name: 'TIMEOUT: a run that takes too long, and the next one is none the worse',
    async run({ sandbox }, check) {
      const outcome = await sandbox.run(endless(200))
      check.equal([outcome.code, outcome.output.length], ['TIMEOUT', 0], outcome.detail)
      check.ok(outcome.wallTimeMs >= 190, `it had its time: ${outcome.wallTimeMs} ms`)
      check.equal(text((await sandbox.run(addition)).output), '5\n')
    }
  },
  {
    name: 'fuel is exact: what a run used is enough for it, and one less is not',
    async run({ sandbox }, check) {
      for (const module of [writeModule(1), exitModule, addModule]) {
        const parts = module === addModule ? { function: 'add', args: ['2', '3'] } : {}
        const { fuelUsed, output } = await sandbox.run(request(module, parts))
        const enough = await sandbox.run(request(module, { ...parts, limits: { fuel: fuelUsed } }))
        check.equal([enough.code, enough.fuelUsed, enough.output], ['SUCCESS', fuelUsed, output])
        const short = await sandbox.run(request(module, { ...parts, limits: { fuel: fuelUsed - 1n } }))
        check.equal([short.code, short.fuelUsed, short.output.length], ['FUEL_EXHAUSTED', fuelUsed - 1n, 0])
      }
    }
  },
  {
    name: 'memory ends at the limit of the task, for one module under several',
    async run({ sandbox }, check) {
      const grown = async (pages: number): Promise<unknown> => {
        const limits = { memoryBytes: pages * WASM_PAGE_BYTES }
        const { output, memoryPeakBytes } = await sandbox.run(
          request(growModule, { function: 'grow', limits })
        )
        return [text(output), memoryPeakBytes / (64 * KIB)]
      }
      check.equal(
        [await grown(1), await grown(2), await grown(1)],
        [
          ['-1\n', 1],
          ['1\n', 2],
          ['-1\n', 1]
        ]
      )
    }
  }
]

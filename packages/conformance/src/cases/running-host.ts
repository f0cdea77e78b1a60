import { bytesToHex, concatBytes, sha3 } from '@ailee/protocol'
import type { Case } from '../case.js'
import { type Code, call } from '../contracts/wasm/code.js'
import {
  buffer,
  type HostCall,
  hostScript,
  readScriptOutput,
  type ScriptOutput
} from '../contracts/wasm/host-script.js'
import type { ModuleSpec } from '../contracts/wasm/module.js'
import { expectEqual } from '../errors.js'
import { ModuleRuns, type Ran, type RunInit } from '../task/module-runs.js'

const role = 'worker'

/** Numbers of WASI preview 1. */
const errno = { success: 0, badf: 8, fault: 21, inval: 28, nosys: 52, notsock: 57, spipe: 70 } as const
const clockIds = { realtime: 0, monotonic: 1 } as const
const NANOSECONDS = 1_000_000n

/** Runs a script of host calls and reads what it wrote. */
export async function script(
  runs: ModuleRuns,
  what: string,
  init: Parameters<typeof hostScript>[0] & { run?: Omit<RunInit, 'module'> }
): Promise<ScriptOutput & { ran: Ran }> {
  const ran = await runs.ends(what, 'SUCCESS', { module: hostScript(init), ...init.run })
  return { ...readScriptOutput(ran.output, init.calls.length), ran }
}

/** Expects what each call returns. */
export async function returns(
  runs: ModuleRuns,
  expected: readonly (readonly [what: string, code: number, call: HostCall])[],
  more: Omit<Parameters<typeof script>[2], 'calls'> = {}
): Promise<ScriptOutput> {
  const calls = expected.map(([, , one]) => one)
  const output = await script(runs, 'a script of host calls', { ...more, calls })
  for (const [index, [what, code]] of expected.entries()) expectEqual(what, output.returned[index], code)
  return output
}

/** A subscription of `poll_oneoff`, 48 bytes: a clock that is due in so many nanoseconds. */
function clockSubscription(userdata: bigint, nanoseconds: bigint): Uint8Array {
  const bytes = new Uint8Array(48)
  const view = new DataView(bytes.buffer)
  view.setBigUint64(0, userdata, true)
  view.setUint32(16, clockIds.monotonic, true)
  view.setBigUint64(24, nanoseconds, true)
  return bytes
}

/** Section 15: random bytes, clocks, streams and the host's own module. */
export const runningHostCases: readonly Case[] = [
  {
    must: 'MUST-100',
    role,
    async run(context) {
      const runs = await ModuleRuns.with(context)
      const seed = Uint8Array.from({ length: 32 }, (_, index) => index)
      const { bytes } = await script(runs, 'random bytes', {
        calls: [
          ['random_get', 0, 5],
          ['random_get', 5, 65]
        ],
        dump: 70,
        run: { seed }
      })
      const blocks = [0, 1, 2].map((index) =>
        sha3(concatBytes(seed, new Uint8Array(7), Uint8Array.of(index)))
      )
      const stream = concatBytes(...blocks).subarray(0, 70)
      expectEqual('70 random bytes', bytesToHex(bytes), bytesToHex(stream))
      return '70 bytes in two pieces follow from the seed'
    }
  },
  {
    must: 'MUST-101',
    role,
    async run(context) {
      const runs = await ModuleRuns.with(context)
      const clockMs = 1_700_000_000_123
      const { view } = await script(runs, 'clocks', {
        calls: [
          ['clock_time_get', clockIds.realtime, 0n, 0],
          ['clock_time_get', clockIds.monotonic, 0n, 8],
          ['clock_time_get', clockIds.realtime, 0n, 16],
          ['clock_res_get', clockIds.monotonic, 24]
        ],
        dump: 32,
        run: { clockMs }
      })
      const start = BigInt(clockMs) * NANOSECONDS
      const read = (at: number): bigint => view.getBigUint64(at, true)
      expectEqual('the first reading, realtime', read(0), start + 1000n)
      expectEqual('the second reading, monotonic', read(8), 2000n)
      expectEqual('the third reading, realtime', read(16), start + 3000n)
      expectEqual('the resolution', read(24), 1000n)
      return 'one clock, which moves by 1 µs at each reading'
    }
  },
  {
    must: 'MUST-102',
    role,
    async run(context) {
      const runs = await ModuleRuns.with(context)
      const hour = 3_600_000n * NANOSECONDS
      const subscriptions = concatBytes(clockSubscription(7n, 2n * hour), clockSubscription(8n, hour))
      const { view } = await returns(
        runs,
        [
          ['no subscription', errno.inval, ['poll_oneoff', 0, 200, 0, 300]],
          ['1025 subscriptions', errno.inval, ['poll_oneoff', 0, 200, 1025, 300]],
          ['two clocks', errno.success, ['poll_oneoff', 0, 200, 2, 300]],
          ['the time after it', errno.success, ['clock_time_get', clockIds.monotonic, 0n, 304]]
        ],
        { dump: 312, data: [{ at: 0, bytes: subscriptions }] }
      )
      expectEqual('the number of events', view.getUint32(300, true), 1)
      expectEqual('the one event', view.getBigUint64(200, true), 8n)
      // Looking when a subscription is due is no reading of the clock.
      expectEqual('the time after an hour of sleep', view.getBigUint64(304, true), hour + 1000n)
      return 'the earliest clock is the one event, and an hour passes at once'
    }
  },
  {
    must: 'MUST-103',
    role,
    async run(context) {
      const runs = await ModuleRuns.with(context)
      const { view } = await returns(
        runs,
        [
          ['fd_fdstat_get of 0', errno.success, ['fd_fdstat_get', 0, 0]],
          ['fd_prestat_get of 3', errno.success, ['fd_prestat_get', 3, 32]],
          ['fd_prestat_dir_name of 3', errno.success, ['fd_prestat_dir_name', 3, 40, 1]],
          ['fd_prestat_get of 4', errno.badf, ['fd_prestat_get', 4, 48]],
          ['fd_seek of a stream', errno.spipe, ['fd_seek', 1, 0n, 0, 48]],
          ['sock_shutdown of a stream', errno.notsock, ['sock_shutdown', 1, 0]],
          ['proc_raise', errno.nosys, ['proc_raise', 9]],
          ['a pointer outside memory', errno.fault, ['random_get', 65_530, 16]],
          ['1025 buffers', errno.inval, ['fd_write', 1, 0, 1025, 48]]
        ],
        { dump: 56 }
      )
      expectEqual('the type of descriptor 0', view.getUint8(0), 0)
      expectEqual('the kind of descriptor 3', view.getUint8(32), 0)
      expectEqual('the size of its name', view.getUint32(36, true), 1)
      expectEqual('its name', String.fromCharCode(view.getUint8(40)), '/')
      return 'streams, root directory and nine answers'
    }
  },
  {
    must: 'MUST-104',
    role,
    async run(context) {
      const runs = await ModuleRuns.with(context)
      const data = [
        { at: 0, bytes: concatBytes(buffer(16, 5), new Uint8Array(8), new TextEncoder().encode('five!')) }
      ]
      const writing = (fd: number): HostCall => ['fd_write', fd, 0, 1, 8]
      // The script itself writes what the call returned: 4 bytes.
      const module = hostScript({ calls: [writing(1)], data })
      const fits = await runs.ends('as much output as is allowed', 'SUCCESS', {
        module,
        limits: { outputBytes: 9 }
      })
      expectEqual('its bytes', fits.output.length, 9)
      const over = await runs.ends('one byte more', 'OUTPUT_TOO_LARGE', {
        module,
        limits: { outputBytes: 8 }
      })
      expectEqual('its output', over.output.length, 0)
      const long = [{ at: 0, bytes: buffer(16, 40_000) }]
      const errors = await runs.ends('80 000 bytes of standard error', 'SUCCESS', {
        module: hostScript({ calls: [writing(2), writing(2)], data: long })
      })
      expectEqual('what is kept of it', errors.outcome.stderr.length, 65_536)
      return 'output ends at its limit, standard error is cut'
    }
  },
  {
    must: 'MUST-117',
    role,
    part: 'sizes, reading, writing, log, and bounds',
    async run(context) {
      const runs = await ModuleRuns.with(context)
      const stdin = new TextEncoder().encode('input!')
      const { bytes, returned, ran } = await script(runs, 'the functions of ailee', {
        calls: [
          ['input_size'],
          ['input_read', 0, 4, 0],
          ['input_read', 8, 16, 4],
          ['input_read', 32, 16, 99],
          ['output_write', 64, 3],
          ['log', 64, 3]
        ],
        data: [{ at: 64, bytes: 'abc' }],
        dump: 32,
        run: { input: { stdin } }
      }).then(({ ran: whole }) => ({ ...readScriptOutput(whole.output.subarray(3), 6), ran: whole }))
      expectEqual('what they return', returned.slice(0, 4).join(' '), '6 4 2 0')
      expectEqual('what output_write wrote', ran.text.slice(0, 3), 'abc')
      const text = new TextDecoder().decode(bytes)
      expectEqual('what was read', `${text.slice(0, 4)} ${text.slice(8, 10)}`, 'inpu t!')
      expectEqual('standard error', new TextDecoder().decode(ran.outcome.stderr), 'abc\n')
      const beyond: HostCall[] = [
        ['input_read', 65_536, 1, 0],
        ['output_write', 65_537, 0],
        ['log', 65_535, 2]
      ]
      for (const one of beyond) {
        const [name] = one
        await runs.ends(`${name} outside memory`, 'TRAP out-of-bounds', {
          module: hostScript({ calls: [one] })
        })
      }
      await countsFuelLeft(runs)
      return 'five functions, and three buffers outside memory'
    }
  }
]

/** What `fuel_left` gives in a function that then ends. Entry 1, call 6, and 100 of the call are paid by then. */
async function countsFuelLeft(runs: ModuleRuns): Promise<void> {
  const code: Code[] = [call(0)]
  const module: ModuleSpec = { host: ['fuel_left'], functions: [{ type: '>I', export: 'run', code }] }
  const fuel = 1000n
  const text = await runs.output('fuel_left', { module, function: 'run', limits: { fuel } })
  expectEqual('the fuel that is left of 1000', text, `${fuel - 107n}\n`)
}

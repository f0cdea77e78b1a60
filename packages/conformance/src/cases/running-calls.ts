import type { Case } from '../case.js'
import { type Code, call, drop, get, globalGet, globalSet, i32, i64, i64Add } from '../contracts/wasm/code.js'
import { buffer, hostScript } from '../contracts/wasm/host-script.js'
import type { FunctionSpec, ModuleSpec } from '../contracts/wasm/module.js'
import { expectEqual } from '../errors.js'
import { ModuleRuns, type RunInit } from '../task/module-runs.js'

const role = 'worker'

const echo = (letter: string): FunctionSpec => ({
  type: `${letter}>${letter}`,
  export: letter,
  code: [get(0)]
})
/** Exports `i`, `I`, `f` and `d`: each gives its argument back. */
const echoes: ModuleSpec = { functions: ['i', 'I', 'f', 'd'].map(echo) }

/** Section 15: how a module is called, and what its output is. */
export const runningCallCases: readonly Case[] = [
  {
    must: 'MUST-072',
    role,
    part: 'that it is served',
    async run(context) {
      const runs = await ModuleRuns.with(context)
      // The memory is 64 KiB and zero; the script adds what its one call returned.
      const data = [{ at: 0, bytes: buffer(0, 65_536) }]
      const module = hostScript({ calls: [['fd_write', 1, 0, 1, 8]], data })
      const large = await runs.ends('64 KiB and 4 bytes of output', 'SUCCESS', { module })
      expectEqual('its bytes', large.output.length, 65_540)
      expectEqual('the output inside the message', large.outcome.outputInline, undefined)
      return 'an output of 64 KiB and 4 bytes is fetched as a blob'
    }
  },
  {
    must: 'MUST-097',
    role,
    async run(context) {
      const runs = await ModuleRuns.with(context)
      // The texts of all arguments lie at 100.
      const module = hostScript({
        calls: [
          ['args_sizes_get', 0, 4],
          ['args_get', 16, 100]
        ],
        dump: 115
      })
      const ran = await runs.ends('a command', 'SUCCESS', { module, input: { args: ['a', 'ü', ''] } })
      const view = new DataView(ran.output.buffer, ran.output.byteOffset)
      expectEqual('its number of arguments', view.getUint32(0, true), 4)
      expectEqual('the size of their texts', view.getUint32(4, true), 13)
      const texts = new TextDecoder().decode(ran.output.subarray(100, 113))
      expectEqual('their texts', JSON.stringify(texts), JSON.stringify('module\0a\0ü\0\0'))
      expectEqual('the exit code of a command that returns', ran.receipt.exitCode, 0)
      const leaving = hostScript({ calls: [['proc_exit', 0x8000_0001]] })
      const left = await runs.ends('a command that calls proc_exit', 'SUCCESS', { module: leaving })
      expectEqual('its exit code', left.receipt.exitCode, 0x8000_0001)
      return 'arguments, standard output and exit code are those of a command'
    }
  },
  {
    must: 'MUST-098',
    role,
    async run(context) {
      const runs = await ModuleRuns.with(context)
      const initialized: ModuleSpec = {
        globals: [1],
        functions: [
          { type: '>', export: '_initialize', code: [i32(5), globalSet(0)] },
          { type: '>i', export: 'run', code: [globalGet(0)] }
        ]
      }
      const first = await runs.output('a function after _initialize', {
        module: initialized,
        function: 'run'
      })
      expectEqual('what it sees', first, '5\n')
      const taken: [string, string, string][] = [
        ['i', '0xffffffff', '-1\n'],
        ['i', '-2147483648', '-2147483648\n'],
        ['I', '18446744073709551615', '-1\n'],
        ['d', '-1.5e3', '-1500\n'],
        ['f', '0.1', '0.10000000149011612\n']
      ]
      for (const [name, arg, text] of taken) {
        const what = `${name}(${arg})`
        const init: RunInit = { module: echoes, function: name, input: { args: [arg] } }
        expectEqual(what, await runs.output(what, init), text)
      }
      const refused: [string, string[]][] = [
        ['i', []],
        ['i', ['1', '2']],
        ['i', ['4294967296']],
        ['i', ['1.0']],
        ['I', ['one']],
        ['d', ['1,5']]
      ]
      for (const [name, args] of refused) {
        const what = `${name}(${args.join(' ')})`
        await runs.ends(what, 'INVALID_INPUT', { module: echoes, function: name, input: { args } })
      }
      const vector: ModuleSpec = { functions: [{ type: 'v>', export: 'run', code: [] }] }
      await runs.ends('a function of a vector', 'INVALID_INPUT', {
        module: vector,
        function: 'run',
        input: { args: ['0'] }
      })
      return `${taken.length} arguments are read, ${refused.length + 1} calls are refused`
    }
  },
  {
    must: 'MUST-099',
    role,
    async run(context) {
      const runs = await ModuleRuns.with(context)
      const numbers: [string, string, string][] = [
        ['d', '-0', '-0\n'],
        ['d', 'nan', 'nan\n'],
        ['d', '-inf', '-inf\n'],
        ['d', '1e21', '1e+21\n'],
        ['d', '123456789012345680000', '123456789012345680000\n'],
        ['d', '0.000001', '0.000001\n'],
        ['d', '5e-7', '5e-7\n'],
        ['f', '16777217', '16777216\n']
      ]
      for (const [name, arg, text] of numbers) {
        const what = `the text of ${arg}`
        const init: RunInit = { module: echoes, function: name, input: { args: [arg] } }
        expectEqual(what, await runs.output(what, init), text)
      }
      const write: Code = [...i32(1), ...i32(0), ...i32(1), ...i32(8), ...call(0), ...drop]
      const mixed = (...after: Code[]): ModuleSpec => ({
        host: ['fd_write', 'proc_exit'],
        memories: [{ pages: 1 }],
        data: [
          { at: 0, bytes: buffer(16, 3) },
          { at: 16, bytes: new TextEncoder().encode('up ') }
        ],
        functions: [{ type: '>iI', export: 'run', code: [write, ...after, i32(-7), i64(9n)] }]
      })
      const both = await runs.output('output and results', { module: mixed(), function: 'run' })
      expectEqual('standard output and two results', JSON.stringify(both), JSON.stringify('up -7\n9\n'))
      const exits = mixed([...i32(0), ...call(1)])
      const left = await runs.output('a function that calls proc_exit', { module: exits, function: 'run' })
      expectEqual('its output', JSON.stringify(left), JSON.stringify('up '))
      return `${numbers.length} numbers, and the order of output and results`
    }
  },
  {
    must: 'MUST-105',
    role,
    async run(context) {
      const runs = await ModuleRuns.with(context)
      const module = hostScript({ calls: [] })
      const inputs: [string, NonNullable<RunInit['input']>][] = [
        ['NUL in an argument', { args: ['a\0b'] }],
        ['NUL in the environment', { env: ['A=\0'] }],
        ['an environment entry without a name', { env: ['=value'] }],
        ['an environment entry without =', { env: ['value'] }]
      ]
      for (const [what, input] of inputs) {
        await runs.ends(what, 'INVALID_INPUT', { module, input })
      }
      return `${inputs.length} inputs are refused`
    }
  },
  {
    must: 'MUST-118',
    role,
    async run(context) {
      const runs = await ModuleRuns.with(context)
      const stdin = new TextEncoder().encode('some bytes')
      /** Memory is taken at 1000; the result names what lies there, or what the code says. */
      const bytes = (place: number, result: Code): ModuleSpec => ({
        memories: [{ pages: 1 }],
        functions: [
          { type: 'i>i', export: 'alloc', code: [i32(place)] },
          { type: 'ii>I', export: 'run', code: [result] }
        ]
      })
      // pointer · 2^32 + length: the whole input; its length is local 1.
      const whole: Code = [...i64(1000n << 32n), ...get(1), 0xad, ...i64Add]
      const given = await runs.output('a function of bytes', {
        module: bytes(1000, whole),
        function: 'run',
        input: { stdin }
      })
      expectEqual('what it gives back', given, 'some bytes')
      const ends: [string, string, ModuleSpec][] = [
        ['an alloc that returns 0', 'TRAP unreachable', bytes(0, whole)],
        ['a place that does not lie in memory', 'TRAP out-of-bounds', bytes(65_530, whole)],
        ['an output behind the end of memory', 'TRAP out-of-bounds', bytes(1000, i64((65_537n << 32n) | 0n))]
      ]
      for (const [what, code, module] of ends) {
        await runs.ends(what, code, { module, function: 'run', input: { stdin } })
      }
      const plain = await runs.output('the same with arguments', {
        module: bytes(1000, whole),
        function: 'run',
        input: { args: ['3', '4'], stdin }
      })
      expectEqual('its result', plain, `${(1000n << 32n) + 4n}\n`)
      return 'bytes are passed by pointer and length; places outside memory are traps'
    }
  }
]

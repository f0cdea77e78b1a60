import { concatBytes } from '@ailee/protocol'
import { type Code, call, i32, i32Store, i64 } from './code.js'
import { type HostName, hostFunction, hostFunctions } from './host-functions.js'
import { buildModule } from './module.js'

/** A host call with constant arguments. */
export type HostCall = readonly [name: HostName, ...args: (number | bigint)[]]

/** Where what the calls return is kept, 4 bytes each, and where the script's own list of buffers is. */
const RESULTS = 60_000
const OWN_BUFFER = 65_000

interface HostScript {
  calls: readonly HostCall[]
  /** Bytes of memory, from 0 on, that the output begins with; the results of the calls follow. */
  dump?: number
  data?: readonly { at: number; bytes: Uint8Array | string }[]
}

/**
 * A WASI command that does these calls one after the other, then writes memory from 0 to `dump` and what each call
 * returned (an i32, little-endian; 0 for a call that returns nothing) to standard output.
 */
export function hostScript({ calls, dump = 0, data = [] }: HostScript): Uint8Array {
  const host = [...new Set<HostName>(['fd_write', ...calls.map(([name]) => name)])]
  const code: Code[] = calls.map(([name, ...args], index) => {
    const returns = hostFunctions[hostFunction(name)].endsWith('>i')
    const pushed = args.flatMap((value) => (typeof value === 'bigint' ? i64(value) : i32(value)))
    return [
      ...(returns ? i32(RESULTS + 4 * index) : []),
      ...pushed,
      ...call(host.indexOf(name)),
      ...(returns ? i32Store : [])
    ]
  })
  const write = [...i32(1), ...i32(OWN_BUFFER), ...i32(2), ...i32(OWN_BUFFER + 16), ...call(0), 0x1a]
  return buildModule({
    host,
    functions: [{ type: '>', export: '_start', code: [...code, write] }],
    memories: [{ pages: 1 }],
    data: [
      ...data.map(({ at, bytes }) => ({
        at,
        bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes
      })),
      { at: OWN_BUFFER, bytes: concatBytes(buffer(0, dump), buffer(RESULTS, 4 * calls.length)) }
    ]
  })
}

/** An entry of a list of buffers: pointer and length. */
export function buffer(pointer: number, length: number): Uint8Array {
  const bytes = new Uint8Array(8)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, pointer, true)
  view.setUint32(4, length, true)
  return bytes
}

/** What the script wrote: the dump, and what the calls returned. */
export interface ScriptOutput {
  view: DataView
  bytes: Uint8Array
  returned: number[]
}

export function readScriptOutput(output: Uint8Array, calls: number): ScriptOutput {
  const view = new DataView(output.buffer, output.byteOffset, output.length)
  const from = output.length - 4 * calls
  const returned = Array.from({ length: calls }, (_, index) => view.getInt32(from + 4 * index, true))
  return { view, bytes: output.subarray(0, from), returned }
}

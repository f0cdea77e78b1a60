import { HostTrap } from '../execution/traps.js'
import { MemoryFault } from '../wasi/memory-view.js'
import type { WasiProcess } from '../wasi/wasi-process.js'
import { AILEE_MODULE, type AileeFunctionName } from './signatures.js'

type HostCall = (...params: number[]) => number | bigint | undefined

const NEWLINE = Uint8Array.of(0x0a)

/**
 * The functions of the host module `ailee`: the least that a task without WASI needs. They work on the same input,
 * output and log as WASI's standard streams, whether or not those are open, and know no error numbers: memory that
 * is out of bounds ends the run as an access of the module's own would.
 */
export function aileeImports(process: WasiProcess): Record<AileeFunctionName, HostCall> {
  const { memory, input, stdout, stderr } = process
  const calls: Record<AileeFunctionName, HostCall> = {
    /** Bytes of input. */
    input_size: () => input.length,
    /** Copies input from `offset` on to `pointer`, at most `length` bytes of it. Returns how many: 0 = past its end. */
    input_read: (pointer = 0, length = 0, offset = 0) => {
      const target = memory.bytes(pointer, length)
      const part = input.subarray(offset >>> 0, (offset >>> 0) + target.length)
      target.set(part)
      return part.length
    },
    /** Appends to the output. Past its limit the run ends. */
    output_write: (pointer = 0, length = 0) => {
      const bytes = memory.bytes(pointer, length)
      if (bytes.length > stdout.room) process.overflow()
      stdout.append(bytes)
      return undefined
    },
    /** Appends a line to standard error, as far as that is kept. */
    log: (pointer = 0, length = 0) => {
      stderr.append(memory.bytes(pointer, length))
      stderr.append(NEWLINE)
      return undefined
    },
    /** What is left of the fuel once this call is paid. */
    fuel_left: () => process.fuelLeft
  }
  const entries = Object.entries(calls).map(([name, call]) => [name, guarded(process, name, call)])
  return Object.fromEntries(entries) as typeof calls
}

/** Turns a bad pointer into a trap. */
function guarded(process: WasiProcess, name: string, call: HostCall): HostCall {
  return (...params) => {
    process.enterCall()
    try {
      return call(...params)
    } catch (error) {
      if (!(error instanceof MemoryFault)) throw error
      throw new HostTrap('out-of-bounds', `${AILEE_MODULE}.${name} was given memory outside its bounds`)
    }
  }
}

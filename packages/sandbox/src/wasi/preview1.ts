import { environmentFunctions } from './environment.js'
import { type Errno, errno } from './errno.js'
import { fileFunctions } from './files.js'
import { MemoryFault } from './memory-view.js'
import { pollFunctions } from './poll.js'
import { type WasiFunctionName, wasiNames } from './signatures.js'
import { timeFunctions } from './time.js'
import type { WasiProcess } from './wasi-process.js'

/** A host call: i32 parameters arrive as signed numbers, i64 ones as bigints. */
export type HostCall = (...params: never[]) => Errno

export type HostCalls = Partial<Record<WasiFunctionName, HostCall>>

/**
 * The functions of WASI preview 1 for one program. Arguments, environment, the standard streams, clocks,
 * random numbers, sleeping and exit work; there are no files, directories or sockets: those calls answer
 * `EBADF`, or `ENOSYS` where the descriptor is a standard stream.
 */
export function wasiImports(process: WasiProcess): Record<string, (...params: never[]) => number> {
  const calls: HostCalls = {
    ...environmentFunctions(process),
    ...fileFunctions(process),
    ...timeFunctions(process),
    ...pollFunctions(process),
    proc_exit: (code: number) => process.exit(code),
    proc_raise: () => errno.NOSYS
  }
  return Object.fromEntries(
    wasiNames.map((name) => [name, guarded(process, calls[name] ?? absent(process, name))])
  )
}

/** Turns a bad pointer into `EFAULT`; the ends of a program, and stack overflow, pass through. */
function guarded(process: WasiProcess, call: HostCall): HostCall {
  return (...params) => {
    process.enterCall()
    try {
      return call(...params)
    } catch (error) {
      if (error instanceof MemoryFault) return errno.FAULT
      throw error
    }
  }
}

/** A call on a descriptor that is not there, or on a standard stream that cannot do this. */
function absent(process: WasiProcess, name: WasiFunctionName): HostCall {
  const onStream = name.startsWith('sock_') ? errno.NOTSOCK : errno.NOSYS
  return (fd: number) => (process.open.has(fd) ? onStream : errno.BADF)
}

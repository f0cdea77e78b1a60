import { contentFunctions } from './content.js'
import { descriptorFunctions } from './descriptors.js'
import { directoryFunctions } from './directories.js'
import { environmentFunctions } from './environment.js'
import { type Errno, errno } from './errno.js'
import { Failure } from './failure.js'
import { linkFunctions } from './links.js'
import { MemoryFault } from './memory-view.js'
import { nameFunctions } from './names.js'
import { openFunctions } from './open.js'
import { pollFunctions } from './poll.js'
import { positionFunctions } from './position.js'
import { type WasiFunctionName, wasiNames } from './signatures.js'
import { statusFunctions } from './status.js'
import { timeFunctions } from './time.js'
import { transferFunctions } from './transfer.js'
import type { WasiProcess } from './wasi-process.js'

/** A host call: i32 parameters arrive as signed numbers, i64 ones as bigints. */
export type HostCall = (...params: never[]) => Errno

/** A group of them, by name. */
export type HostCalls<Name extends WasiFunctionName> = Record<Name, HostCall>

/**
 * The functions of WASI preview 1 for one program. Arguments, environment, the standard streams, files in memory,
 * clocks, random numbers, sleeping and exit work. There are no links (`ENOTSUP`), sockets (`ENOTSOCK`) and
 * signals (`ENOSYS`).
 */
export function wasiImports(process: WasiProcess): Record<string, (...params: never[]) => number> {
  const socket = (fd: number): Errno => {
    process.descriptors.get(fd)
    return errno.NOTSOCK
  }
  const calls: Record<WasiFunctionName, HostCall> = {
    ...environmentFunctions(process),
    ...descriptorFunctions(process),
    ...transferFunctions(process),
    ...positionFunctions(process),
    ...contentFunctions(process),
    ...statusFunctions(process),
    ...openFunctions(process),
    ...directoryFunctions(process),
    ...nameFunctions(process),
    ...linkFunctions(process),
    ...timeFunctions(process),
    ...pollFunctions(process),
    proc_exit: (code: number) => process.exit(code),
    proc_raise: () => errno.NOSYS,
    sock_accept: socket,
    sock_recv: socket,
    sock_send: socket,
    sock_shutdown: socket
  }
  return Object.fromEntries(wasiNames.map((name) => [name, guarded(process, calls[name])]))
}

/** Turns failures and bad pointers into their error numbers; the ends of a program, and stack overflow, pass through. */
function guarded(process: WasiProcess, call: HostCall): HostCall {
  return (...params) => {
    process.enterCall()
    try {
      return call(...params)
    } catch (error) {
      if (error instanceof MemoryFault) return errno.FAULT
      if (error instanceof Failure) return error.errno
      throw error
    }
  }
}

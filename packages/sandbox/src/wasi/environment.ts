import { meteringParameters } from '../instrument/index.js'
import { errno } from './errno.js'
import type { HostCalls } from './preview1.js'
import type { WasiProcess } from './wasi-process.js'

/** Arguments, environment, random numbers and yielding. */
export function environmentFunctions(
  process: WasiProcess
): HostCalls<
  'args_sizes_get' | 'args_get' | 'environ_sizes_get' | 'environ_get' | 'random_get' | 'sched_yield'
> {
  const { memory, args, env, random } = process
  const sizes = (texts: readonly Uint8Array[], countAt: number, bytesAt: number): 0 => {
    memory.setU32(countAt, texts.length)
    memory.setU32(
      bytesAt,
      texts.reduce((sum, text) => sum + text.length, 0)
    )
    return errno.SUCCESS
  }
  const write = (texts: readonly Uint8Array[], pointersAt: number, bytesAt: number): 0 => {
    let pointerAt = pointersAt >>> 0
    let at = bytesAt >>> 0
    for (const text of texts) {
      // Each pointer is checked as it is written: past 2^32 it must fault, not wrap.
      if (pointerAt > 0xffffffff || at > 0xffffffff) memory.bytes(0xffffffff, 2)
      memory.setU32(pointerAt, at)
      memory.bytes(at, text.length).set(text)
      pointerAt += 4
      at += text.length
    }
    return errno.SUCCESS
  }
  return {
    args_sizes_get: (countAt: number, bytesAt: number) => sizes(args, countAt, bytesAt),
    args_get: (pointersAt: number, bytesAt: number) => write(args, pointersAt, bytesAt),
    environ_sizes_get: (countAt: number, bytesAt: number) => sizes(env, countAt, bytesAt),
    environ_get: (pointersAt: number, bytesAt: number) => write(env, pointersAt, bytesAt),
    random_get: (pointer: number, length: number) => {
      const target = memory.bytes(pointer, length)
      process.charge(target.length * meteringParameters.randomByteFuel)
      random.fill(target)
      return errno.SUCCESS
    },
    sched_yield: () => errno.SUCCESS
  }
}

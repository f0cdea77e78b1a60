import { readdir, readFile } from 'node:fs/promises'

/** O_CLOEXEC of Linux, as fdinfo shows it. */
const CLOSE_ON_EXEC = 0o2000000

/**
 * Descriptors above the standard three that every program started from here would find open. Node marks its own
 * as not to be inherited; these were left to it by whoever started it.
 */
export async function inheritedDescriptors(): Promise<number[]> {
  const names = await readdir('/proc/self/fd').catch(() => [])
  const inherited = await Promise.all(names.map(Number).map(async (fd) => fd > 2 && (await isInherited(fd))))
  return names.map(Number).filter((_, index) => inherited[index])
}

async function isInherited(fd: number): Promise<boolean> {
  const info = await readFile(`/proc/self/fdinfo/${fd}`, 'utf8').catch(() => '')
  const flags = /^flags:\s+([0-7]+)$/m.exec(info)?.[1]
  return flags !== undefined && (Number.parseInt(flags, 8) & CLOSE_ON_EXEC) === 0
}

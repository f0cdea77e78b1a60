import { readFile, readlink, stat } from 'node:fs/promises'
import { NOBODY } from '../constants.js'
import { inheritedDescriptors } from './descriptors.js'
import type { ChildProbe } from './messages.js'

/** `full` only where everything below is in place and was seen to be. */
export type IsolationLevel = 'full' | 'reduced'

export interface Isolation {
  level: IsolationLevel
  /** What is not in place, for people. */
  missing: readonly string[]
}

/**
 * Looks at a running child from outside, through /proc, and at what it could not do from inside.
 * Nothing is assumed from how it was started. Where there is no /proc the level is `reduced`.
 */
export async function inspectIsolation(pid: number, forbidden: ChildProbe): Promise<Isolation> {
  const missing: string[] = []
  const need = (present: boolean, what: string): void => {
    if (!present) missing.push(what)
  }
  for (const [what, refused] of Object.entries(forbidden)) need(refused, `permission to ${what} denied`)

  const status = await read(`/proc/${pid}/status`)
  const uids = /^Uid:\s+(.*)$/m.exec(status)?.[1]?.split(/\s+/) ?? []
  const ownUid = String(process.getuid?.() ?? 0)
  const shared = ['0', ownUid, String(NOBODY)]
  need(uids.length > 0 && !uids.some((uid) => shared.includes(uid)), 'a user of its own')
  need(/^CapEff:\s+0+$/m.test(status) && /^NoNewPrivs:\s+1$/m.test(status), 'no privileges')

  const limits = await read(`/proc/${pid}/limits`)
  for (const name of ['core file size', 'open files', 'data size', 'cpu time']) {
    const hard = new RegExp(`^Max ${name}\\s+\\S+\\s+(\\S+)`, 'm').exec(limits)?.[1]
    need(hard !== undefined && hard !== 'unlimited', `a limit of ${name}`)
  }

  const [own, its] = await Promise.all([link('/proc/self/ns/net'), link(`/proc/${pid}/ns/net`)])
  need(its !== '' && its !== own, 'a network namespace of its own')
  const interfaces = [...(await read(`/proc/${pid}/net/dev`)).matchAll(/^\s*([^\s:|]+):/gm)].map(
    (match) => match[1]
  )
  need(interfaces.length > 0 && interfaces.every((name) => name === 'lo'), 'an empty network')

  const [root, itsRoot] = await Promise.all([identity('/'), identity(`/proc/${pid}/root/`)])
  need(itsRoot !== '' && itsRoot !== root, 'a root folder of its own')
  const left = await Promise.all((await inheritedDescriptors()).map((fd) => isShared(pid, fd)))
  need(!left.includes(true), 'no descriptor of another program')
  return { level: missing.length === 0 ? 'full' : 'reduced', missing }
}

async function read(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '')
}

async function link(path: string): Promise<string> {
  return readlink(path).catch(() => '')
}

/** Device and number of a folder; '' if it cannot be seen. */
async function identity(path: string): Promise<string> {
  return stat(path, { bigint: true }).then(
    ({ dev, ino }) => `${dev}/${ino}`,
    () => ''
  )
}

/** Whether a descriptor stands for the same thing in this process and in `pid`. */
async function isShared(pid: number, fd: number): Promise<boolean> {
  const [own, its] = await Promise.all([link(`/proc/self/fd/${fd}`), link(`/proc/${pid}/fd/${fd}`)])
  return own === its && own !== '/dev/null'
}

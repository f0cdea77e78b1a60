import { constants } from 'node:fs'
import { access, readFile } from 'node:fs/promises'
import { CHILD_STACK_KIB, CHILD_STACK_RESERVE_KIB } from '../constants.js'

/** What the system offers to confine a child further than Node can: paths of programs. */
export interface ConfinementTools {
  setpriv: string | undefined
  prlimit: string | undefined
  unshare: string | undefined
  mount: string | undefined
  chroot: string | undefined
  /** Whether the system's limit of the native stack may be raised to what a child should have. */
  largeStack: boolean
}

/** No tool: what is used where none is found. */
export const noTools: ConfinementTools = {
  setpriv: undefined,
  prlimit: undefined,
  unshare: undefined,
  mount: undefined,
  chroot: undefined,
  largeStack: false
}

/** Fixed folders, not PATH: whoever can set PATH must not choose what runs as root. */
const toolFolders = ['/usr/bin', '/bin', '/usr/sbin', '/sbin']

export async function findTools(): Promise<ConfinementTools> {
  return {
    setpriv: await find('setpriv'),
    prlimit: await find('prlimit'),
    unshare: await find('unshare'),
    mount: await find('mount'),
    chroot: await find('chroot'),
    largeStack: await allowsLargeStack()
  }
}

async function find(name: string): Promise<string | undefined> {
  for (const folder of toolFolders) {
    const path = `${folder}/${name}`
    const runs = await access(path, constants.X_OK).then(
      () => true,
      () => false
    )
    if (runs) return path
  }
  return undefined
}

async function allowsLargeStack(): Promise<boolean> {
  const limits = await readFile('/proc/self/limits', 'utf8').catch(() => '')
  const hard = /^Max stack size\s+\S+\s+(\S+)/m.exec(limits)?.[1]
  return hard === 'unlimited' || Number(hard) >= (CHILD_STACK_KIB + CHILD_STACK_RESERVE_KIB) * 1024
}

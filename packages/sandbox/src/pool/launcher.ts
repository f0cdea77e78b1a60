import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { CHILD_CPU_SECONDS, CHILD_OPEN_FILES, CHILD_OVERHEAD_BYTES, CHILD_UID } from '../constants.js'
import { childFlags } from './child-flags.js'

/** The system's tools that confine a child further than Node can. */
export interface ConfinementTools {
  setpriv: string | undefined
  prlimit: string | undefined
  unshare: string | undefined
}

/** A way to start a child: the program and arguments that stand before Node's own. */
export interface Launcher {
  /** What the prefix adds, for logs. */
  adds: readonly string[]
  /** Whether the kernel kills the child when its parent dies. */
  diesWithParent: boolean
  prefix(cpuSeconds: number): readonly string[]
}

/** Fixed folders, not PATH: whoever can set PATH must not choose what runs as root. */
const toolFolders = ['/usr/bin', '/bin', '/usr/sbin', '/sbin']

export async function findTools(): Promise<ConfinementTools> {
  const find = async (name: string): Promise<string | undefined> => {
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
  return { setpriv: await find('setpriv'), prlimit: await find('prlimit'), unshare: await find('unshare') }
}

/** No tool: what is used where none is found. */
export const noTools: ConfinementTools = { setpriv: undefined, prlimit: undefined, unshare: undefined }

/**
 * The ways to start a child, the strongest first. Whether one works here (containers forbid some of it) is
 * found out by using it. Each tool replaces itself by the next program, so the child's pid is the one spawned.
 */
export function launchers(tools: ConfinementTools, maxMemoryBytes: number): Launcher[] {
  const { setpriv, prlimit, unshare } = tools
  const limits = (cpuSeconds: number): string[] =>
    prlimit === undefined
      ? []
      : [
          prlimit,
          '--core=0',
          `--nofile=${CHILD_OPEN_FILES}`,
          `--data=${maxMemoryBytes + CHILD_OVERHEAD_BYTES}`,
          `--cpu=${Math.max(CHILD_CPU_SECONDS, cpuSeconds)}`
        ]
  const limitsAdd = prlimit === undefined ? [] : ['resource limits']
  const dying = setpriv === undefined ? [] : [setpriv, '--pdeathsig', 'KILL']
  const unprivileged = ['--no-new-privs', '--inh-caps=-all', '--bounding-set=-all', '--clear-groups']
  const user = [...dying, ...unprivileged, '--reuid', `${CHILD_UID}`, '--regid', `${CHILD_UID}`]
  const noNetwork = unshare === undefined ? [] : [unshare, '--net', '--ipc']

  const found: Launcher[] = []
  const add = (adds: string[], diesWithParent: boolean, before: string[]): void => {
    found.push({
      adds: [...adds, ...limitsAdd],
      diesWithParent,
      prefix: (cpuSeconds) => [...before, ...limits(cpuSeconds)]
    })
  }
  const isRoot = process.getuid?.() === 0
  if (isRoot && setpriv !== undefined) {
    if (unshare !== undefined) add(['own user', 'own network'], true, [...noNetwork, ...user])
    add(['own user'], true, user)
  }
  if (setpriv !== undefined) add(['no new privileges'], true, [...dying, '--no-new-privs'])
  if (prlimit !== undefined) add([], false, [])
  found.push({ adds: [], diesWithParent: false, prefix: () => [] })
  return found
}

const entry = fileURLToPath(new URL('./child.js', import.meta.url))
/** All that a child may read: this package's compiled code. */
const readable = dirname(dirname(entry))

/** Node's arguments for a child. */
export function childArguments(): string[] {
  return [
    '--permission',
    `--allow-fs-read=${readable}/`,
    '--disallow-code-generation-from-strings',
    ...childFlags,
    '--no-warnings',
    entry
  ]
}

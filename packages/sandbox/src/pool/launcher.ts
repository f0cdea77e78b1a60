import { randomInt } from 'node:crypto'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  CHILD_CPU_SECONDS,
  CHILD_OPEN_FILES,
  CHILD_OVERHEAD_BYTES,
  CHILD_SMALL_STACK_KIB,
  CHILD_STACK_KIB,
  CHILD_STACK_RESERVE_KIB,
  CHILD_UIDS,
  NOBODY
} from '../constants.js'
import { bareRoot } from './bare-root.js'
import { childFlags } from './child-flags.js'
import type { ConfinementTools } from './tools.js'

/** A way to start a child: the program and arguments that stand before Node's own. */
export interface Launcher {
  /** What the prefix adds, for logs. */
  adds: readonly string[]
  /** Whether the kernel kills the child when its parent dies. */
  diesWithParent: boolean
  /** Native stack that V8 may use. */
  stackKib: number
  prefix(cpuSeconds: number): readonly string[]
}

const entry = fileURLToPath(new URL('./child.js', import.meta.url))
/** All that a child may read: this package's compiled code. */
export const codeFolder = dirname(dirname(entry))
/** Where `package.json` stands, by which Node knows that the code is modules. */
const packageFolder = dirname(dirname(codeFolder))

/**
 * The ways to start a child, the strongest first. Whether one works here (containers forbid some of it) is
 * found out by using it. Each tool replaces itself by the next program, so the child's pid is the one spawned.
 */
export function launchers(tools: ConfinementTools, maxMemoryBytes: number): Launcher[] {
  const { setpriv, prlimit, unshare, mount, chroot, largeStack } = tools
  const limits = (cpuSeconds: number): string[] => {
    if (prlimit === undefined) return []
    const stackBytes = (CHILD_STACK_KIB + CHILD_STACK_RESERVE_KIB) * 1024
    return [
      prlimit,
      '--core=0',
      `--nofile=${CHILD_OPEN_FILES}`,
      `--data=${maxMemoryBytes + CHILD_OVERHEAD_BYTES}`,
      `--cpu=${Math.max(CHILD_CPU_SECONDS, cpuSeconds)}`,
      ...(largeStack ? [`--stack=${stackBytes}`] : [])
    ]
  }
  const limitsAdd = prlimit === undefined ? [] : ['resource limits']
  const stackKib = prlimit !== undefined && largeStack ? CHILD_STACK_KIB : CHILD_SMALL_STACK_KIB
  const dying = setpriv === undefined ? [] : [setpriv, '--pdeathsig', 'KILL']
  const unprivileged = ['--no-new-privs', '--inh-caps=-all', '--bounding-set=-all', '--clear-groups']
  const user = (id: number): string[] => [...dying, ...unprivileged, '--reuid', `${id}`, '--regid', `${id}`]
  const ownUser = (): string[] => user(CHILD_UIDS.first + randomInt(CHILD_UIDS.count))
  const nobody = (): string[] => user(NOBODY)

  const found: Launcher[] = []
  const add = (adds: string[], diesWithParent: boolean, before: () => string[]): void => {
    found.push({
      adds: [...adds, ...limitsAdd],
      diesWithParent,
      stackKib,
      prefix: (cpuSeconds) => [...before(), ...limits(cpuSeconds)]
    })
  }
  const isRoot = process.getuid?.() === 0
  if (isRoot && setpriv !== undefined) {
    if (unshare !== undefined) {
      const root =
        mount === undefined || chroot === undefined ? undefined : bareRoot(mount, chroot, packageFolder)
      const apart = [unshare, '--net', '--ipc']
      if (root !== undefined) {
        const adds = ['own user', 'own network', 'own root']
        add(adds, true, () => [...apart, '--mount', ...root, ...ownUser()])
      }
      add(['own user', 'own network'], true, () => [...apart, ...ownUser()])
      add(['nobody', 'own network'], true, () => [...apart, ...nobody()])
    }
    add(['own user'], true, ownUser)
    add(['nobody'], true, nobody)
  }
  if (setpriv !== undefined) add(['no new privileges'], true, () => [...dying, '--no-new-privs'])
  if (prlimit !== undefined) add([], false, () => [])
  found.push({ adds: [], diesWithParent: false, stackKib: CHILD_SMALL_STACK_KIB, prefix: () => [] })
  return found
}

/** Node's arguments for a child: its flags, and `program` (default: the real child's). */
export function childArguments(
  { stackKib }: Pick<Launcher, 'stackKib'>,
  program: readonly string[] = [entry]
): string[] {
  return [
    '--permission',
    `--allow-fs-read=${codeFolder}/`,
    // SQLite opens files without asking for permission.
    ...known('--no-experimental-sqlite'),
    // Not in 22.13; there the permission flags alone keep the inspector shut.
    ...known('--disable-sigusr1'),
    '--disallow-code-generation-from-strings',
    ...childFlags(stackKib),
    '--no-warnings',
    ...program
  ]
}

/** A flag, where this Node has it: an unknown one would keep it from starting. */
function known(flag: string): string[] {
  return process.allowedNodeEnvironmentFlags.has(flag) ? [flag] : []
}

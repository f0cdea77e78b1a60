import { existsSync, lstatSync, readlinkSync } from 'node:fs'
import { basename, dirname } from 'node:path'

/** Folders of programs and libraries; where they are links into /usr they become the same links. */
const systemFolders = ['/usr', '/bin', '/sbin', '/lib', '/lib64']
/** Empty on most machines; one of them is hidden under the new root, in the child's own view only. */
const mountPoints = ['/mnt', '/media', '/srv', '/opt']

/**
 * Arguments of a shell that builds a root folder with nothing in it but programs, libraries, Node and `folder`,
 * in a mount namespace of its own, and goes on in there with what follows. A process that has broken out of
 * JavaScript finds no file of others, no /proc, and no socket that is a file. undefined = not here.
 */
export function bareRoot(mount: string, chroot: string, folder: string): readonly string[] | undefined {
  const present = systemFolders.filter((path) => existsSync(path))
  const links = present.filter((path) => lstatSync(path).isSymbolicLink())
  const targets = links.map((path) => readlinkSync(path))
  // One `ln` makes all of them, each under its target's name.
  if (links.some((path, index) => basename(targets[index] ?? '') !== basename(path))) return undefined
  const bound = present.filter((path) => !links.includes(path))
  for (const path of [dirname(process.execPath), folder]) {
    if (!bound.some((base) => path === base || path.startsWith(`${base}/`))) bound.push(path)
  }
  const root = mountPoints.find(
    (path) => existsSync(path) && !bound.some((needed) => needed === path || needed.startsWith(`${path}/`))
  )
  if (root === undefined) return undefined
  const script = [
    'set -e',
    `${mount} -t tmpfs -o mode=755,size=64k,nosuid,nodev none ${root}`,
    `mkdir -p ${bound.map((path) => quoted(root + path)).join(' ')}`,
    ...(links.length === 0 ? [] : [`ln -s ${targets.map(quoted).join(' ')} ${root}`]),
    ...bound.map((path) => `${mount} --bind -o ro,nosuid ${quoted(path)} ${quoted(root + path)}`),
    'unset PWD OLDPWD',
    `exec ${chroot} ${root} "$@"`
  ].join('\n')
  return ['/bin/sh', '-c', script, 'sh']
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

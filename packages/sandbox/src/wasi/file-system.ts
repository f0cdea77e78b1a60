import { meteringParameters } from '../instrument/index.js'
import { errno } from './errno.js'
import { fail } from './failure.js'
import { BLOCK_BYTES, type BlockBudget, FileContent } from './file-content.js'
import type { DirectoryNode, FileNode, FileSystemNode, FileTimes } from './file-node.js'
import type { VirtualClock } from './virtual-clock.js'

/** A file that a task brings. Its path is relative, without empty names, `.` and `..`. */
export interface InitialFile {
  path: string
  bytes: Uint8Array
}

/** Most bytes of blocks that a program can write to. */
const MAX_WRITTEN_BYTES = 64 * 2 ** 20
/** Most files and directories at a time: those of an input, and as many again. */
const MAX_NODES = 32_768
const nothing = new Uint8Array(0)

/**
 * The files and directories of one run, in memory and gone with it. Inodes are numbered in the order in which
 * they are made, directories list their entries in that order too, and times come from the virtual clock.
 */
export class FileSystem {
  readonly root: DirectoryNode
  readonly #clock: VirtualClock
  readonly #charge: (fuel: number) => void
  readonly #budget: BlockBudget
  #blocks = MAX_WRITTEN_BYTES / BLOCK_BYTES
  #nodes = 0
  #inodes = 0

  constructor(files: readonly InitialFile[], clock: VirtualClock, charge: (fuel: number) => void) {
    this.#clock = clock
    this.#charge = charge
    this.#budget = {
      take: (blocks) => {
        if (blocks > this.#blocks) fail(errno.NOSPC)
        charge(blocks * meteringParameters.fileBlockFuel)
        this.#blocks -= blocks
      },
      give: (blocks) => {
        this.#blocks += blocks
      }
    }
    this.root = this.#directory(undefined)
    for (const { path, bytes } of files) this.#place(path.split('/'), bytes)
  }

  createFile(parent: DirectoryNode, name: string): FileNode {
    this.#payForNode(parent)
    const node = this.#file(nothing)
    this.#enter(parent, name, node)
    return node
  }

  createDirectory(parent: DirectoryNode, name: string): void {
    this.#payForNode(parent)
    this.#enter(parent, name, this.#directory(parent))
  }

  /** Removes a name. A file that is open lives on without it. */
  remove(parent: DirectoryNode, name: string, node: FileSystemNode): void {
    parent.entries.delete(name)
    this.modified(parent.times)
    if (node.kind === 'file') {
      node.linked = false
      node.times.changedNs = this.#clock.standsAtNs('realtime')
      this.#releaseUnused(node)
    } else {
      node.removed = true
      node.parent = undefined
      this.#nodes--
    }
  }

  /** Gives a node another name; what had that name is gone. */
  rename(
    node: FileSystemNode,
    from: { parent: DirectoryNode; name: string },
    to: { parent: DirectoryNode; name: string }
  ): void {
    const replaced = to.parent.entries.get(to.name)
    if (replaced !== undefined) this.remove(to.parent, to.name, replaced.node)
    from.parent.entries.delete(from.name)
    this.modified(from.parent.times)
    this.#enter(to.parent, to.name, node)
    if (node.kind === 'directory') node.parent = to.parent
    node.times.changedNs = this.#clock.standsAtNs('realtime')
  }

  opened(node: FileSystemNode): void {
    if (node.kind === 'file') node.opened++
  }

  closed(node: FileSystemNode): void {
    if (node.kind !== 'file') return
    node.opened--
    this.#releaseUnused(node)
  }

  modified(times: FileTimes): void {
    times.modifiedNs = this.#clock.standsAtNs('realtime')
    times.changedNs = times.modifiedNs
  }

  #releaseUnused(node: FileNode): void {
    if (node.linked || node.opened > 0) return
    node.content.release()
    this.#nodes--
  }

  #payForNode(parent: DirectoryNode): void {
    if (parent.removed) fail(errno.NOENT)
    if (this.#nodes >= MAX_NODES) fail(errno.NOSPC)
    this.#charge(meteringParameters.newFileFuel)
  }

  /** What a task brings is there before anything runs, and costs nothing. */
  #place(names: string[], bytes: Uint8Array): void {
    const last = names.pop() ?? ''
    let parent = this.root
    for (const name of names) {
      const found = parent.entries.get(name)?.node
      if (found?.kind === 'directory') parent = found
      else {
        const made = this.#directory(parent)
        this.#enter(parent, name, made)
        parent = made
      }
    }
    this.#enter(parent, last, this.#file(bytes))
  }

  #enter(parent: DirectoryNode, name: string, node: FileSystemNode): void {
    parent.numbered++
    parent.entries.set(name, { node, number: parent.numbered })
    this.modified(parent.times)
  }

  #file(bytes: Uint8Array): FileNode {
    const content = new FileContent(this.#budget, bytes)
    return { kind: 'file', ...this.#identity(), content, linked: true, opened: 0 }
  }

  #directory(parent: DirectoryNode | undefined): DirectoryNode {
    return { kind: 'directory', ...this.#identity(), entries: new Map(), parent, removed: false, numbered: 0 }
  }

  #identity(): { inode: number; times: FileTimes } {
    this.#nodes++
    this.#inodes++
    const now = this.#clock.standsAtNs('realtime')
    return { inode: this.#inodes, times: { accessedNs: now, modifiedNs: now, changedNs: now } }
  }
}

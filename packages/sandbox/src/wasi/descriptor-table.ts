import { errno } from './errno.js'
import { fail } from './failure.js'
import type { DirectoryNode, FileNode } from './file-node.js'

/** Most descriptors at a time. */
const MAX_DESCRIPTORS = 1_024

interface Common {
  /** What may be done with it, and what with things opened through it. */
  rights: number
  inheriting: number
  /** `fdflags`. */
  flags: number
}

export interface StreamDescriptor extends Common {
  readonly kind: 'stdin' | 'stdout' | 'stderr'
}

export interface FileDescriptor extends Common {
  readonly kind: 'file'
  readonly node: FileNode
  position: number
}

export interface DirectoryDescriptor extends Common {
  readonly kind: 'directory'
  readonly node: DirectoryNode
  readonly preopened: boolean
}

export type Descriptor = StreamDescriptor | FileDescriptor | DirectoryDescriptor

/** The open descriptors by their numbers. A new one gets the lowest number that is free. */
export class DescriptorTable {
  readonly #slots: (Descriptor | undefined)[]
  /** No number below is free. */
  #lowest: number

  constructor(descriptors: readonly Descriptor[]) {
    this.#slots = [...descriptors]
    this.#lowest = this.#slots.length
  }

  has(fd: number): boolean {
    return this.#slots[fd] !== undefined
  }

  /** Fails with `EBADF`. */
  get(fd: number): Descriptor {
    return this.#slots[fd] ?? fail(errno.BADF)
  }

  /** The number that the next one gets; fails with `EMFILE`. */
  next(): number {
    while (this.has(this.#lowest)) this.#lowest++
    return this.#lowest < MAX_DESCRIPTORS ? this.#lowest : fail(errno.MFILE)
  }

  set(fd: number, descriptor: Descriptor): void {
    this.#slots[fd] = descriptor
  }

  free(fd: number): void {
    this.#slots[fd] = undefined
    this.#lowest = Math.min(this.#lowest, fd)
  }
}

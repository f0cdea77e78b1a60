import type { FileContent } from './file-content.js'

/** Times of a file or directory in nanoseconds since the Unix epoch, by the virtual clock. */
export interface FileTimes {
  accessedNs: bigint
  modifiedNs: bigint
  changedNs: bigint
}

export interface FileNode {
  readonly kind: 'file'
  readonly inode: number
  readonly content: FileContent
  readonly times: FileTimes
  /** false once its name is removed; it lives on while it is open. */
  linked: boolean
  /** Descriptors that hold it open. */
  opened: number
}

/** One name in a directory. */
export interface DirectoryEntry {
  readonly node: FileSystemNode
  /** Grows with each entry of its directory: from where a listing goes on, whatever was removed meanwhile. */
  readonly number: number
}

export interface DirectoryNode {
  readonly kind: 'directory'
  readonly inode: number
  readonly times: FileTimes
  readonly entries: Map<string, DirectoryEntry>
  /** undefined for the root, and for a directory that is removed. */
  parent: DirectoryNode | undefined
  removed: boolean
  /** Entries there ever were. */
  numbered: number
}

export type FileSystemNode = FileNode | DirectoryNode

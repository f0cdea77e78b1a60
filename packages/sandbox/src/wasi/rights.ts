/** Rights of descriptors, as bits. All of them lie below bit 30, so numbers will do. */
export const right = {
  FD_DATASYNC: 1 << 0,
  FD_READ: 1 << 1,
  FD_SEEK: 1 << 2,
  FD_FDSTAT_SET_FLAGS: 1 << 3,
  FD_SYNC: 1 << 4,
  FD_TELL: 1 << 5,
  FD_WRITE: 1 << 6,
  FD_ADVISE: 1 << 7,
  FD_ALLOCATE: 1 << 8,
  PATH_CREATE_DIRECTORY: 1 << 9,
  PATH_CREATE_FILE: 1 << 10,
  PATH_LINK_SOURCE: 1 << 11,
  PATH_LINK_TARGET: 1 << 12,
  PATH_OPEN: 1 << 13,
  FD_READDIR: 1 << 14,
  PATH_READLINK: 1 << 15,
  PATH_RENAME_SOURCE: 1 << 16,
  PATH_RENAME_TARGET: 1 << 17,
  PATH_FILESTAT_GET: 1 << 18,
  PATH_FILESTAT_SET_SIZE: 1 << 19,
  PATH_FILESTAT_SET_TIMES: 1 << 20,
  FD_FILESTAT_GET: 1 << 21,
  FD_FILESTAT_SET_SIZE: 1 << 22,
  FD_FILESTAT_SET_TIMES: 1 << 23,
  PATH_SYMLINK: 1 << 24,
  PATH_REMOVE_DIRECTORY: 1 << 25,
  PATH_UNLINK_FILE: 1 << 26,
  POLL_FD_READWRITE: 1 << 27
} as const

const streamRights = right.FD_FILESTAT_GET | right.POLL_FD_READWRITE | right.FD_FDSTAT_SET_FLAGS
export const INPUT_RIGHTS = streamRights | right.FD_READ
export const OUTPUT_RIGHTS = streamRights | right.FD_WRITE

/** What can be done with a file. */
export const FILE_RIGHTS =
  right.FD_DATASYNC |
  right.FD_READ |
  right.FD_SEEK |
  right.FD_FDSTAT_SET_FLAGS |
  right.FD_SYNC |
  right.FD_TELL |
  right.FD_WRITE |
  right.FD_ADVISE |
  right.FD_ALLOCATE |
  right.FD_FILESTAT_GET |
  right.FD_FILESTAT_SET_SIZE |
  right.FD_FILESTAT_SET_TIMES |
  right.POLL_FD_READWRITE

/** Those of them that open it for writing. */
export const WRITING_RIGHTS =
  right.FD_DATASYNC | right.FD_WRITE | right.FD_ALLOCATE | right.FD_FILESTAT_SET_SIZE

/** What can be done with a directory. */
export const DIRECTORY_RIGHTS =
  right.FD_FDSTAT_SET_FLAGS |
  right.FD_SYNC |
  right.FD_ADVISE |
  right.PATH_CREATE_DIRECTORY |
  right.PATH_CREATE_FILE |
  right.PATH_LINK_SOURCE |
  right.PATH_LINK_TARGET |
  right.PATH_OPEN |
  right.FD_READDIR |
  right.PATH_READLINK |
  right.PATH_RENAME_SOURCE |
  right.PATH_RENAME_TARGET |
  right.PATH_FILESTAT_GET |
  right.PATH_FILESTAT_SET_SIZE |
  right.PATH_FILESTAT_SET_TIMES |
  right.FD_FILESTAT_GET |
  right.FD_FILESTAT_SET_TIMES |
  right.PATH_SYMLINK |
  right.PATH_REMOVE_DIRECTORY |
  right.PATH_UNLINK_FILE |
  right.POLL_FD_READWRITE

/** The rights of a module's number; bits that stand for nothing are left out. */
export function rightsOf(bits: bigint): number {
  return Number(bits & BigInt(FILE_RIGHTS | DIRECTORY_RIGHTS))
}

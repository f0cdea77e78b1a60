import type { FunctionType, ValueType } from '../module/module-info.js'

/** The import module name of WASI preview 1. */
export const WASI_MODULE = 'wasi_snapshot_preview1'

/** All functions of WASI preview 1: one letter per parameter (`i` = i32, `l` = i64), then `:` and the result. */
const table = {
  args_get: 'ii:i',
  args_sizes_get: 'ii:i',
  clock_res_get: 'ii:i',
  clock_time_get: 'ili:i',
  environ_get: 'ii:i',
  environ_sizes_get: 'ii:i',
  fd_advise: 'illi:i',
  fd_allocate: 'ill:i',
  fd_close: 'i:i',
  fd_datasync: 'i:i',
  fd_fdstat_get: 'ii:i',
  fd_fdstat_set_flags: 'ii:i',
  fd_fdstat_set_rights: 'ill:i',
  fd_filestat_get: 'ii:i',
  fd_filestat_set_size: 'il:i',
  fd_filestat_set_times: 'illi:i',
  fd_pread: 'iiili:i',
  fd_prestat_dir_name: 'iii:i',
  fd_prestat_get: 'ii:i',
  fd_pwrite: 'iiili:i',
  fd_read: 'iiii:i',
  fd_readdir: 'iiili:i',
  fd_renumber: 'ii:i',
  fd_seek: 'ilii:i',
  fd_sync: 'i:i',
  fd_tell: 'ii:i',
  fd_write: 'iiii:i',
  path_create_directory: 'iii:i',
  path_filestat_get: 'iiiii:i',
  path_filestat_set_times: 'iiiilli:i',
  path_link: 'iiiiiii:i',
  path_open: 'iiiiillii:i',
  path_readlink: 'iiiiii:i',
  path_remove_directory: 'iii:i',
  path_rename: 'iiiiii:i',
  path_symlink: 'iiiii:i',
  path_unlink_file: 'iii:i',
  poll_oneoff: 'iiii:i',
  proc_exit: 'i:',
  proc_raise: 'i:i',
  random_get: 'ii:i',
  sched_yield: ':i',
  sock_accept: 'iii:i',
  sock_recv: 'iiiiii:i',
  sock_send: 'iiiii:i',
  sock_shutdown: 'ii:i'
} as const

export type WasiFunctionName = keyof typeof table

/** The functions' names. */
export const wasiNames = Object.keys(table) as WasiFunctionName[]

/** The functions' types by name. */
export const wasiSignatures: ReadonlyMap<string, FunctionType> = new Map(
  Object.entries(table).map(([name, letters]) => {
    const [params = '', results = ''] = letters.split(':')
    return [name, { params: [...params].map(valueType), results: [...results].map(valueType) }]
  })
)

function valueType(letter: string): ValueType {
  return letter === 'l' ? 'i64' : 'i32'
}

/** Signatures of the host functions that the cases call, `i` for i32 and `I` for i64: parameters, `>`, results. */
export const hostFunctions = {
  'wasi_snapshot_preview1.args_get': 'ii>i',
  'wasi_snapshot_preview1.args_sizes_get': 'ii>i',
  'wasi_snapshot_preview1.clock_res_get': 'ii>i',
  'wasi_snapshot_preview1.clock_time_get': 'iIi>i',
  'wasi_snapshot_preview1.fd_close': 'i>i',
  'wasi_snapshot_preview1.fd_fdstat_get': 'ii>i',
  'wasi_snapshot_preview1.fd_prestat_dir_name': 'iii>i',
  'wasi_snapshot_preview1.fd_prestat_get': 'ii>i',
  'wasi_snapshot_preview1.fd_read': 'iiii>i',
  'wasi_snapshot_preview1.fd_readdir': 'iiiIi>i',
  'wasi_snapshot_preview1.fd_seek': 'iIii>i',
  'wasi_snapshot_preview1.fd_write': 'iiii>i',
  'wasi_snapshot_preview1.path_open': 'iiiiiIIii>i',
  'wasi_snapshot_preview1.path_readlink': 'iiiiii>i',
  'wasi_snapshot_preview1.path_symlink': 'iiiii>i',
  'wasi_snapshot_preview1.poll_oneoff': 'iiii>i',
  'wasi_snapshot_preview1.proc_exit': 'i>',
  'wasi_snapshot_preview1.proc_raise': 'i>i',
  'wasi_snapshot_preview1.random_get': 'ii>i',
  'wasi_snapshot_preview1.sock_shutdown': 'ii>i',
  'ailee.fuel_left': '>I',
  'ailee.input_read': 'iii>i',
  'ailee.input_size': '>i',
  'ailee.log': 'ii>',
  'ailee.output_write': 'ii>'
} as const

type HostFunction = keyof typeof hostFunctions

/** By its last name: those of WASI and of `ailee` differ. */
export type HostName = HostFunction extends `${string}.${infer Name}` ? Name : never

export function hostFunction(name: HostName): HostFunction {
  const found = Object.keys(hostFunctions).find((full) => full.endsWith(`.${name}`))
  if (found === undefined) throw new Error(`no host function ${name}`)
  return found as HostFunction
}

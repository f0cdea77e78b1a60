/** The error numbers of WASI preview 1 that this implementation answers with. */
export const errno = {
  SUCCESS: 0,
  BADF: 8,
  FAULT: 21,
  INVAL: 28,
  NOSYS: 52,
  NOTSOCK: 57,
  SPIPE: 70
} as const

export type Errno = (typeof errno)[keyof typeof errno]

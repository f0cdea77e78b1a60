import { type Errno, errno } from './errno.js'

/** Thrown inside a host call that ends with an error number. */
export class Failure extends Error {
  readonly errno: Errno

  constructor(number: Errno) {
    super(`errno ${number}`)
    this.errno = number
  }
}

/** One for each number: making an error takes far longer than a host call costs. */
const failures = new Map(Object.values(errno).map((number) => [number, new Failure(number)]))

/** Ends the host call with this error number. */
export function fail(number: Errno): never {
  throw failures.get(number)
}

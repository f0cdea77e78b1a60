import { isAileeError } from '@ailee/core'
import * as assert from 'uvu/assert'

/** Asserts that `promise` rejects with an error of `code`, and gives the error. */
export async function rejects(promise: Promise<unknown>, code: string): Promise<Error> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason
  )
  if (!isAileeError(error)) throw error ?? new Error(`expected ${code}, but it resolved`)
  assert.is(error.code, code)
  return error
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

export function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

export function text(value: Uint8Array | undefined): string | undefined {
  return value && new TextDecoder().decode(value)
}

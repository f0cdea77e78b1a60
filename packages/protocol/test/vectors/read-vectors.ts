import { readFileSync } from 'node:fs'

/** The cases of a file in `proto/vectors`, found from the compiled test. There is at least one. */
export function readVectors<T>(name: string): T[] {
  const url = new URL(`../../../../../proto/vectors/${name}.json`, import.meta.url)
  const { cases } = JSON.parse(readFileSync(url, 'utf8')) as { cases: T[] }
  if (cases.length === 0) throw new Error(`${name}.json holds no cases`)
  return cases
}

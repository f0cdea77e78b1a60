import { MAX_INPUT_FILES, MAX_INPUT_PATH_BYTES, MAX_INPUT_PATH_NAMES } from './limits.js'
import type { InputFile } from './task-spec.js'

/** Why these cannot be the files of one input, for people; undefined if they can. */
export function inputFilesProblem(files: readonly Pick<InputFile, 'path'>[]): string | undefined {
  if (files.length > MAX_INPUT_FILES) return `there are more than ${MAX_INPUT_FILES}`
  const paths = new Set<string>()
  for (const { path } of files) {
    const problem = pathProblem(path)
    if (problem !== undefined)
      return `the path ${JSON.stringify(path.slice(0, MAX_INPUT_PATH_BYTES))} ${problem}`
    if (paths.has(path)) return `the path ${JSON.stringify(path)} is there twice`
    paths.add(path)
  }
  for (const path of paths) {
    for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1)) {
      const folder = path.slice(0, end)
      if (paths.has(folder)) return `${JSON.stringify(folder)} is a file and a folder`
    }
  }
  return undefined
}

function pathProblem(path: string): string | undefined {
  // A UTF-16 unit is at least one UTF-8 byte.
  if (path.length > MAX_INPUT_PATH_BYTES || new TextEncoder().encode(path).length > MAX_INPUT_PATH_BYTES) {
    return `is longer than ${MAX_INPUT_PATH_BYTES} bytes`
  }
  if (!path.isWellFormed()) return 'is no Unicode text'
  if (path.includes('\0')) return 'contains NUL'
  const names = path.split('/')
  if (names.length > MAX_INPUT_PATH_NAMES) return `has more than ${MAX_INPUT_PATH_NAMES} names`
  if (names[0] === '') return path === '' ? 'is empty' : 'is not relative'
  if (names.at(-1) === '') return 'ends with a slash'
  if (names.includes('')) return 'has an empty name'
  return names.includes('.') || names.includes('..') ? 'has "." or ".." as a name' : undefined
}

import { errorMessage } from '@ailee/core'
import { StoreError } from '../errors.js'

const RESTORE_HINT = 'stop the node, then restore the folder from a backup, or move it away to start empty'

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

const closedCodes: ReadonlySet<string> = new Set([
  'LEVEL_DATABASE_NOT_OPEN',
  'LEVEL_ITERATOR_NOT_OPEN',
  'LEVEL_BATCH_NOT_OPEN'
])

export function corruptedFolder(path: string, problem: string, cause?: unknown): StoreError {
  return new StoreError('STORE_CORRUPTED', `the store in ${path} is damaged: ${problem}`, {
    cause,
    hint: RESTORE_HINT
  })
}

export function notWritable(path: string, cause: unknown): StoreError {
  return new StoreError('STORE_NOT_WRITABLE', `cannot write to ${path}: ${errorMessage(cause)}`, {
    cause,
    hint: `make ${path} a folder that this user may write to, or choose another data folder`
  })
}

/** Why LevelDB did not open. level wraps the reason in `cause`. */
export function openError(path: string, error: unknown): StoreError {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error
  const code = codeOf(cause)
  if (code === 'LEVEL_LOCKED') {
    return new StoreError('STORE_LOCKED', `${path} is in use by another process`, {
      cause,
      hint: 'stop the other node, or give this one its own data folder'
    })
  }
  const message = errorMessage(cause)
  // A file that LevelDB's own records name and that is not there is as bad as one that is damaged.
  if (code === 'LEVEL_CORRUPTION' || /no such file/i.test(message))
    return corruptedFolder(path, message, cause)
  if (code === 'LEVEL_IO_ERROR' || /permission denied|read-only|no space|not a directory/i.test(message)) {
    return notWritable(path, cause)
  }
  return new StoreError('STORE_OPEN_FAILED', `cannot open the store in ${path}: ${message}`, { cause })
}

/** Why a read of an open store failed; `what` names the key or prefix. */
export function readError(what: string, cause: unknown): StoreError {
  const code = codeOf(cause)
  if (closedCodes.has(code)) return new StoreError('STORE_CLOSED', 'the store is closed', { cause })
  if (code === 'LEVEL_CORRUPTION') {
    return new StoreError('STORE_CORRUPTED', `the disk's copy of ${what} is damaged`, {
      cause,
      hint: RESTORE_HINT
    })
  }
  return new StoreError('STORE_READ_FAILED', `cannot read ${what}: ${errorMessage(cause)}`, { cause })
}

export function writeError(path: string, cause: unknown): StoreError {
  if (closedCodes.has(codeOf(cause))) return new StoreError('STORE_CLOSED', 'the store is closed', { cause })
  return new StoreError('STORE_WRITE_FAILED', `cannot write to ${path}: ${errorMessage(cause)}`, {
    cause,
    hint: 'check the disk for space and errors, then restart the node'
  })
}

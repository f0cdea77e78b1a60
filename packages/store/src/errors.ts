import { AileeError, type AileeErrorOptions } from '@ailee/core'

/**
 * Codes of this package.
 *
 * | code | meaning |
 * |---|---|
 * | STORE_LOCKED | another process has the folder open |
 * | STORE_NOT_WRITABLE | the folder cannot be created or written |
 * | STORE_FOREIGN | the folder holds something that is not this program's store |
 * | STORE_CORRUPTED | stored bytes are damaged or missing; the message names the key or folder |
 * | STORE_SCHEMA_UNSUPPORTED | a newer version of the program wrote the store |
 * | STORE_OPEN_FAILED | the store could not be opened for another reason, see `cause` |
 * | STORE_CLOSED | used before `start` or after `stop` |
 * | STORE_WRITE_FAILED | the disk refused a write; whether it took effect is unknown until the store is reopened |
 * | STORE_READ_FAILED | the disk refused a read |
 * | STORE_OVERLOADED | too many commits are waiting to be written: slow down and try again |
 * | STORE_WATCH_LAGGED | the watcher missed changes: list again, then watch again |
 * | STORE_KEY_INVALID | not a key or prefix of the allowed form, or one the store keeps for itself |
 * | STORE_TOO_LARGE | a commit or blob is over its limit |
 * | STORE_FULL | no room for a blob, and every blob there is pinned |
 * | STORE_RECORD_INVALID | a record to be written has a field out of range |
 */
export type StoreErrorCode =
  | 'STORE_LOCKED'
  | 'STORE_NOT_WRITABLE'
  | 'STORE_FOREIGN'
  | 'STORE_CORRUPTED'
  | 'STORE_SCHEMA_UNSUPPORTED'
  | 'STORE_OPEN_FAILED'
  | 'STORE_CLOSED'
  | 'STORE_WRITE_FAILED'
  | 'STORE_READ_FAILED'
  | 'STORE_OVERLOADED'
  | 'STORE_WATCH_LAGGED'
  | 'STORE_KEY_INVALID'
  | 'STORE_TOO_LARGE'
  | 'STORE_FULL'
  | 'STORE_RECORD_INVALID'

export class StoreError extends AileeError<StoreErrorCode> {
  constructor(code: StoreErrorCode, message: string, options: AileeErrorOptions = {}) {
    super(code, message, options)
    this.name = 'StoreError'
  }
}

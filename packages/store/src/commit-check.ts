import type { CommitRequest, Operation } from '@ailee/core'
import { MAX_COMMIT_BYTES, MAX_COMMIT_OPERATIONS } from '@ailee/core'
import { StoreError } from './errors.js'
import { checkKey } from './keys.js'

export function operationKey(operation: Operation): string {
  return 'put' in operation ? operation.put : operation.delete
}

/** Bytes of keys and values. */
export function operationsBytes(operations: readonly Operation[]): number {
  let bytes = 0
  for (const operation of operations) {
    bytes += 'put' in operation ? operation.put.length + operation.value.length : operation.delete.length
  }
  return bytes
}

/** Throws STORE_KEY_INVALID or STORE_TOO_LARGE unless every store could take this commit. */
export function checkCommit({ conditions = [], operations }: CommitRequest): void {
  const count = Math.max(conditions.length, operations.length)
  if (count > MAX_COMMIT_OPERATIONS) {
    throw new StoreError(
      'STORE_TOO_LARGE',
      `a commit takes ${MAX_COMMIT_OPERATIONS} operations, not ${count}`
    )
  }
  const bytes = operationsBytes(operations)
  if (bytes > MAX_COMMIT_BYTES) {
    throw new StoreError('STORE_TOO_LARGE', `a commit takes ${MAX_COMMIT_BYTES} bytes, not ${bytes}`)
  }
  for (const condition of conditions) checkKey(condition.key)
  const keys = new Set<string>()
  for (const operation of operations) {
    const key = operationKey(operation)
    checkKey(key)
    if (keys.has(key)) throw new StoreError('STORE_KEY_INVALID', `key ${key} is written twice in one commit`)
    keys.add(key)
  }
}

/** True if every condition holds; `revisionOf` gives the revision of a key's last write, `undefined` where it is absent. */
export function conditionsHold(
  conditions: CommitRequest['conditions'],
  revisionOf: (key: string) => bigint | undefined
): boolean {
  return (conditions ?? []).every((condition) => {
    const revision = revisionOf(condition.key)
    return 'absent' in condition ? revision === undefined : revision === condition.revision
  })
}

import { systemRandom } from '@ailee/core'
import { bytesToHex, encodeCancelTask, encodeGetTask, HASH_BYTES } from '@ailee/protocol'

/** A GET_TASK that any node answers: of a task that nobody knows. */
export function unknownTaskQuery(): Uint8Array {
  return encodeGetTask({ taskId: bytesToHex(systemRandom.bytes(HASH_BYTES)), follow: false })
}

/** A signed request that any node answers once the signature has passed. */
export function unknownTaskCancel(): Uint8Array {
  return encodeCancelTask({ taskId: bytesToHex(systemRandom.bytes(HASH_BYTES)) })
}

import type { NodeId, TaskId } from '@ailee/core'
import { bytesToHex, lengthPrefixed, utf8ToBytes } from './bytes.js'
import { sha3 } from './hash.js'

/** A task's id follows from who submits it and the client's own id for it (16 bytes), so resending gives the same task. */
export function taskIdOf(network: string, client: NodeId, clientTaskId: Uint8Array): TaskId {
  const fields = [utf8ToBytes('ailee/task-id/v1'), utf8ToBytes(network), utf8ToBytes(client), clientTaskId]
  return bytesToHex(sha3(lengthPrefixed(fields)))
}

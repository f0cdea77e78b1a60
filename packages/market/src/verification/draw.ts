import type { NodeId, TaskId } from '@ailee/core'
import { bytesToHex, hexToBytes, lengthPrefixed, sha3, u32Bytes } from '@ailee/protocol'

/** What a draw is made for. */
export interface DrawSubject {
  taskId: TaskId
  attempt: number
  worker: NodeId
  resultKey: string
}

/**
 * A number in [0, 1) for each result, unpredictable without the secret (hex). A component, because a simulation of
 * millions of tasks has nobody to hide from and may take a quick one.
 */
export type DrawFunction = (secret: string, subject: DrawSubject) => number

const encoder = new TextEncoder()
const DRAW_DOMAIN = encoder.encode('ailee/v1/audit-draw')
const COMMITMENT_DOMAIN = encoder.encode('ailee/v1/audit-secret')

/** Bytes of a lot's secret. */
export const SECRET_BYTES = 32

/**
 * The draw of a network: the first 53 bits of sha3-256 over domain, secret, task, attempt, worker and result, each
 * preceded by its length.
 */
export const sha3Draw: DrawFunction = (secret, { taskId, attempt, worker, resultKey }) => {
  const digest = sha3(
    lengthPrefixed([
      DRAW_DOMAIN,
      hexToBytes(secret),
      encoder.encode(taskId),
      u32Bytes(attempt),
      encoder.encode(worker),
      encoder.encode(resultKey)
    ])
  )
  const view = new DataView(digest.buffer, digest.byteOffset)
  return (view.getUint32(0) * 2 ** 21 + (view.getUint32(4) >>> 11)) / 2 ** 53
}

/** What is published when a lot opens: sha3-256 over domain and secret, hex. */
export function commitmentOf(secret: string): string {
  return bytesToHex(sha3(lengthPrefixed([COMMITMENT_DOMAIN, hexToBytes(secret)])))
}

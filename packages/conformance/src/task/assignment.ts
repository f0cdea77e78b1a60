import { systemRandom } from '@ailee/core'
import {
  type AssignTask,
  bytesToHex,
  encodeRevokeLease,
  HASH_BYTES,
  type Hello,
  NONCE_BYTES
} from '@ailee/protocol'
import { BUSY_RETRY_MS } from '../constants.js'
import type { RawPeer } from '../raw/raw-peer.js'
import { probeHello } from '../raw/task-stream.js'
import { submission } from './submission.js'

/** What a peer says that takes the part of a coordinator. */
export const coordinatorHello: Hello = { ...probeHello, coordinator: true, client: false }

/** An assignment of a task that only the probe knows, and whose blobs are on the probe's shelf. */
export function assignmentOf(probe: RawPeer, leaseId: bigint): AssignTask {
  const { submit, module, input } = submission()
  probe.blobs.put(module)
  probe.blobs.put(input)
  return {
    taskId: bytesToHex(systemRandom.bytes(HASH_BYTES)),
    attempt: 1,
    leaseId,
    leaseMs: 10_000,
    spec: submit.spec,
    nonce: systemRandom.bytes(NONCE_BYTES),
    cost: 1n,
    commitFirst: false
  }
}

/** Gives the slot free for other cases: a worker may ask for its blobs long after the probe's peer has gone. */
export function revoke(probe: RawPeer, leaseId: bigint): Promise<void> {
  return probe.say('REVOKE_LEASE', encodeRevokeLease({ leaseId, code: 'CANCELLED' }))
}

/** Asks again as long as the worker answers that it has no free slot: other cases use it too. */
export async function whileBusy(
  ask: () => Promise<string[]>,
  { stepMs }: { stepMs: number }
): Promise<string[]> {
  const until = Date.now() + 2 * stepMs
  for (;;) {
    const codes = await ask()
    if (!codes.includes('WORKER_BUSY') || Date.now() > until) return codes
    await new Promise((resolve) => setTimeout(resolve, BUSY_RETRY_MS))
  }
}

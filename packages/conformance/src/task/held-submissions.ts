import { encodeStatus, MAX_ENVELOPE_BYTES } from '@ailee/protocol'
import { type RawEnvelope, UNKNOWN_FIELD_OVERHEAD, unknownField } from '../raw/raw-envelope.js'
import type { RawPeer } from '../raw/raw-peer.js'
import type { TaskStream } from '../raw/task-stream.js'
import { submission } from './submission.js'

/** Submissions that the target cannot finish before {@link release}: until then they keep their credit. */
export interface HeldSubmissions {
  stream: TaskStream
  requestIds: number[]
  anyStatus: Uint8Array
  release(): void
}

/** Sends SUBMIT_TASKs whose envelopes have this many bytes together, and answers no question for their blobs. */
export async function heldSubmissions(probe: RawPeer, totalBytes: number): Promise<HeldSubmissions> {
  const stream = await probe.join()
  const release = probe.blobs.hold()
  const envelopes: RawEnvelope[] = []
  let left = totalBytes
  while (left > 0) {
    // The last two share what is left, so that none is too small for a submission.
    const bytes =
      left > 2 * MAX_ENVELOPE_BYTES
        ? MAX_ENVELOPE_BYTES
        : Math.ceil(left / (left > MAX_ENVELOPE_BYTES ? 2 : 1))
    envelopes.push(await paddedSubmission(probe, bytes))
    left -= bytes
  }
  stream.send(...envelopes)
  const anyStatus = encodeStatus({ code: 'INTERNAL', message: '', retryAfterMs: 0 })
  return { stream, requestIds: envelopes.map(({ requestId = 0 }) => requestId), anyStatus, release }
}

/** An envelope of exactly this size; the padding is a field that nobody knows. */
async function paddedSubmission(probe: RawPeer, bytes: number): Promise<RawEnvelope> {
  const { payload } = submission()
  const envelope: RawEnvelope = {
    type: 'SUBMIT_TASK',
    payload,
    requestId: probe.nextRequestId(),
    signature: await probe.signer.message('SUBMIT_TASK', payload)
  }
  return { ...envelope, tail: unknownField(bytes - probe.sizeOf(envelope) - UNKNOWN_FIELD_OVERHEAD) }
}

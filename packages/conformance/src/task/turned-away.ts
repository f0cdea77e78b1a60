import { OPEN_TIMEOUT_MS, REDIAL_MS } from '../constants.js'
import { NotApplicable } from '../errors.js'
import type { RawPeer } from '../raw/raw-peer.js'

/** A place may come free between the attempt and the one it is held against, but hardly each time. */
const ATTEMPTS = 2

/**
 * True if `attempt`, which says whether it got in, fails while a connection of `control`, whom the target must let in,
 * is taken right after it. A failure alone says nothing: nodes take some connections a second of one address only, and
 * all peers of a probe share it. Throws NotApplicable if there is no place for either, for long.
 */
export async function isTurnedAway(attempt: () => Promise<boolean>, control: RawPeer): Promise<boolean> {
  const deadline = AbortSignal.timeout(OPEN_TIMEOUT_MS)
  for (let conclusive = 0; conclusive < ATTEMPTS; ) {
    if (await attempt()) return false
    if (await isTaken(control, deadline)) {
      conclusive += 1
      continue
    }
    if (deadline.aborted) throw new NotApplicable('the target takes no connection of this address at all')
    await new Promise((resolve) => setTimeout(resolve, REDIAL_MS))
  }
  return true
}

async function isTaken(peer: RawPeer, signal: AbortSignal): Promise<boolean> {
  try {
    const connection = await peer.dial(signal)
    await connection.close()
    return true
  } catch {
    return false
  }
}

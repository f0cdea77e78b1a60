import type { Hello } from '@ailee/protocol'
import { ConformanceError } from './errors.js'
import type { TargetFacts } from './judge.js'
import { codeOf, RawPeer } from './raw/raw-peer.js'
import { submission } from './task/submission.js'

const MOMENT_MS = 1_000

/**
 * Learns the target's roles, and whether it lets the probe take part. A target that can be reached but says no HELLO
 * is judged all the same. Throws PROBE_TARGET_UNREACHABLE.
 */
export async function meet(
  about: Pick<TargetFacts, 'network' | 'target' | 'networkKey' | 'patience'>
): Promise<Pick<TargetFacts, 'hello' | 'admitted'>> {
  const peer = await RawPeer.create({ ...about, stepMs: about.patience.stepMs })
  try {
    await peer.connect()
    await (await peer.openTask()).stream.close()
  } catch (cause) {
    await peer.stop()
    throw new ConformanceError('PROBE_TARGET_UNREACHABLE', `no task stream to ${about.target}`, {
      cause,
      hint: 'is the node running, is its peer id the one in the address, and is its network an open one?'
    })
  }
  try {
    const hello = await greeting(peer)
    return { hello, admitted: hello?.coordinator === true && (await isAdmitted(peer)) }
  } finally {
    await peer.stop()
  }
}

function greeting(peer: RawPeer): Promise<Hello | undefined> {
  return peer
    .join()
    .then(() => peer.hello())
    .catch(() => undefined)
}

/** Asked with a task that is over in a moment, and that no worker fits. */
async function isAdmitted(peer: RawPeer): Promise<boolean> {
  try {
    const { payload, module, input } = submission({ deadlineMs: MOMENT_MS })
    peer.blobs.put(module)
    peer.blobs.put(input)
    return codeOf(await peer.ask('SUBMIT_TASK', payload)) !== 'NOT_ADMITTED'
  } catch {
    // Whatever is wrong with it, the cases tell better.
    return true
  }
}

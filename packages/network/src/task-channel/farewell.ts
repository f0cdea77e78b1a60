import type { Clock } from '@ailee/core'
import type { Stream } from '@libp2p/interface'
import { FAREWELL_MS } from '../constants.js'
import { resetStream } from '../streams/chunk.js'

/**
 * Ends a stream on which a last word was written, so that it arrives: a reset makes some implementations of yamux
 * drop what the application has not read yet. Our side is closed behind the word and nothing is taken in any more;
 * the stream ends when the peer closes its side, and is reset if that has not happened after `FAREWELL_MS`. What a
 * peer goes on to send meanwhile is thrown away, and is no more than it had leave to send: its window is not widened
 * again. How many streams may wait like this is bounded by how many libp2p lets a peer open.
 */
export function closeAfterLastWord(stream: Stream, components: { clock: Clock }, reason: Error): void {
  const reset = (): void => resetStream(stream, reason)
  const timer = components.clock.setTimer(FAREWELL_MS, reset)
  stream.addEventListener('close', () => timer.cancel(), { once: true })
  if (stream.status !== 'open') timer.cancel()
  try {
    stream.pause()
  } catch {
    // Its readable side has ended already.
  }
  Promise.all([stream.closeRead(), stream.close()]).catch(reset)
}

import { errorMessage } from '@ailee/core'
import type { Stream, StreamMessageEvent } from '@libp2p/interface'

/** The bytes of a stream's message event as one plain array. */
export function bytesOf(event: StreamMessageEvent): Uint8Array {
  const bytes = event.data.subarray()
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/**
 * Calls `take` with what comes, and `end` when nothing more will: also where `take` throws, since what a target sends
 * must not end the probe.
 */
export function listen(
  stream: Stream,
  take: (chunk: Uint8Array) => void,
  end: (reason: string) => void
): void {
  let failed = false
  stream.addEventListener('message', (event) => {
    if (failed) return
    try {
      take(bytesOf(event))
    } catch (error) {
      failed = true
      end(`what came is malformed: ${errorMessage(error)}`)
    }
  })
  stream.addEventListener('end', () => end('the other side has no more to say'))
  stream.addEventListener('close', (event) =>
    end(event.error === undefined ? 'the stream was closed' : 'the stream was reset')
  )
  if (stream.readableEnded) end('the other side has no more to say')
}

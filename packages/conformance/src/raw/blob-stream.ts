import { FrameDecoder, MAX_BLOB_MESSAGE_BYTES } from '@ailee/protocol'
import type { Stream } from '@libp2p/interface'
import { listen } from './bytes-of.js'
import { Mailbox } from './mailbox.js'

/** A blob stream that the probe opened, and the messages that came on it. */
export class BlobStream {
  readonly messages = new Mailbox<Uint8Array>()
  readonly #stream: Stream

  constructor(stream: Stream) {
    this.#stream = stream
    const decoder = new FrameDecoder(MAX_BLOB_MESSAGE_BYTES)
    listen(
      stream,
      (chunk) => {
        for (const bytes of decoder.push(chunk)) this.messages.push(Uint8Array.from(bytes))
      },
      (reason) => this.messages.end(reason)
    )
  }

  send(bytes: Uint8Array): void {
    this.#stream.send(bytes)
  }
}

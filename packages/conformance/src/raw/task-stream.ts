import {
  CREDIT_WINDOW_BYTES,
  CREDIT_WINDOW_MESSAGES,
  type Credit,
  decodeCredit,
  decodeEnvelope,
  decodeStatus,
  type Envelope,
  encodeHello,
  FrameDecoder,
  type Hello,
  type MessageType,
  messageTypeName
} from '@ailee/protocol'
import type { Stream } from '@libp2p/interface'
import { MAX_ANSWER_BYTES } from '../constants.js'
import { listen } from './bytes-of.js'
import { Mailbox } from './mailbox.js'
import { type RawEnvelope, rawFrame } from './raw-envelope.js'

export const probeHello: Hello = { worker: false, coordinator: false, client: true, agent: 'ailee-probe/1' }

/** A task stream that the probe opened: it says whatever it likes there, and keeps what comes back against it. */
export class TaskStream {
  readonly stream: Stream
  readonly answers: Mailbox<Envelope>
  readonly #network: string

  constructor(stream: Stream, { network, stepMs }: { network: string; stepMs: number }) {
    this.stream = stream
    this.#network = network
    this.answers = new Mailbox({ stepMs })
    const decoder = new FrameDecoder(MAX_ANSWER_BYTES)
    listen(
      stream,
      (chunk) => {
        for (const bytes of decoder.push(chunk)) this.answers.push(decodeEnvelope(bytes))
      },
      (reason) => this.answers.end(reason)
    )
  }

  send(...envelopes: RawEnvelope[]): void {
    this.sendBytes(Buffer.concat(envelopes.map((envelope) => rawFrame(this.#network, envelope))))
  }

  sendBytes(bytes: Uint8Array): void {
    this.stream.send(bytes)
  }

  /** Says HELLO and waits for the first credit. */
  async greet(hello: Hello = probeHello): Promise<this> {
    this.send({ type: 'HELLO', payload: encodeHello(hello) })
    await this.answers.find('CREDIT', isOf('CREDIT'))
    return this
  }

  /** Credit granted so far; a CREDIT that grants too much counts as a window. */
  granted(): { messages: number; bytes: number } {
    const credits = this.answers.items.filter(isOf('CREDIT')).map(creditOf)
    return {
      messages: credits.reduce((sum, { messages }) => sum + messages, 0),
      bytes: credits.reduce((sum, { bytes }) => sum + bytes, 0)
    }
  }

  /** The code for which the target refuses the stream. */
  async refusal(): Promise<string> {
    const status = await this.answers.find(
      'a STATUS that refuses the stream',
      (envelope) => isOf('STATUS')(envelope) && envelope.requestId === 0
    )
    return decodeStatus(status.payload).code
  }
}

export function isOf(type: MessageType): (envelope: Envelope) => boolean {
  return (envelope) => messageTypeName(envelope.type) === type
}

function creditOf({ payload }: Envelope): Credit {
  try {
    return decodeCredit(payload)
  } catch {
    return { messages: CREDIT_WINDOW_MESSAGES, bytes: CREDIT_WINDOW_BYTES }
  }
}

import { ailee } from '#generated'
import { CREDIT_WINDOW_BYTES, CREDIT_WINDOW_MESSAGES, MAX_TEXT_BYTES } from '../limits.js'
import type { Signature } from '../signature/statement.js'
import { code, integer, parseMessage, text } from './fields.js'
import { readSignature, writeSignature } from './signature.js'

/** First message of a task stream. */
export interface Hello {
  worker: boolean
  coordinator: boolean
  client: boolean
  /** Program and version, for people. */
  agent: string
  /** Signature of the identity the sender speaks for; undefined = its own. See `principalOf`. */
  delegation?: Signature | undefined
}

export function encodeHello(hello: Hello): Uint8Array {
  const { delegation, ...rest } = hello
  return ailee.v1.Hello.encode({
    ...rest,
    delegation: delegation === undefined ? null : writeSignature(delegation)
  }).finish()
}

export function decodeHello(bytes: Uint8Array): Hello {
  const wire = parseMessage('Hello', (data) => ailee.v1.Hello.decode(data), bytes)
  return {
    worker: wire.worker,
    coordinator: wire.coordinator,
    client: wire.client,
    agent: text(wire.agent, 64, 'agent'),
    delegation: wire.delegation ? readSignature(wire.delegation, 'delegation') : undefined
  }
}

/** More room for the opener of a stream; adds to what is left. */
export interface Credit {
  messages: number
  bytes: number
}

export function encodeCredit(credit: Credit): Uint8Array {
  return ailee.v1.Credit.encode(credit).finish()
}

export function decodeCredit(bytes: Uint8Array): Credit {
  const wire = parseMessage('Credit', (data) => ailee.v1.Credit.decode(data), bytes)
  return {
    messages: integer(wire.messages, 0, CREDIT_WINDOW_MESSAGES, 'messages'),
    bytes: integer(wire.bytes, 0, CREDIT_WINDOW_BYTES, 'bytes')
  }
}

/** A refusal. */
export interface Status {
  code: string
  message: string
  /** 0 = not stated. */
  retryAfterMs: number
}

export function encodeStatus(status: Status): Uint8Array {
  return ailee.v1.Status.encode(status).finish()
}

export function decodeStatus(bytes: Uint8Array): Status {
  const wire = parseMessage('Status', (data) => ailee.v1.Status.decode(data), bytes)
  return {
    code: code(wire.code, 'code'),
    message: text(wire.message, MAX_TEXT_BYTES, 'message'),
    retryAfterMs: wire.retryAfterMs
  }
}

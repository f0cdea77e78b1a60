import { encodeEnvelope, frame, type MessageType, messageTypes } from '@ailee/protocol'

/** The frame of an unsigned message. `requestId` 0 = about the stream itself. */
export function channelFrame(
  network: string,
  type: MessageType,
  payload: Uint8Array,
  about: { requestId: number; reply: boolean } = { requestId: 0, reply: false }
): Uint8Array {
  return frame(encodeEnvelope({ network, type: messageTypes[type], payload, signature: undefined, ...about }))
}

/** HELLO, CREDIT and STATUS keep the channel going, so they are not held back by it. */
export function isFree(type: MessageType | undefined): boolean {
  return type === 'HELLO' || type === 'CREDIT' || type === 'STATUS'
}

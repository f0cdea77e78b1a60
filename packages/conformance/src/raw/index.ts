/**
 * The raw peers of the probe, for tests that need to say what no node would say.
 * @packageDocumentation
 */
export { type RawEnvelope, rawEnvelopeBytes, rawFrame } from './raw-envelope.js'
export { codeOf, RawPeer, type RawPeerInit } from './raw-peer.js'
export { RawSigner } from './raw-signature.js'
export { isOf, probeHello, TaskStream } from './task-stream.js'

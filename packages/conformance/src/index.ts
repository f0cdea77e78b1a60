/**
 * Holds any implementation against the numbered requirements of proto/SPEC.md: peers of its own speak raw frames to
 * it over libp2p and judge what comes back. It imports no role and not `network`, so that it shares no fault with
 * them; what it cannot see from outside it reports as not judged.
 *
 * ```ts
 * const reports = await probe({ target: '/ip4/127.0.0.1/tcp/4501/p2p/12D3KooW…', network: 'local' })
 * ```
 * @packageDocumentation
 */
export { ConformanceError, type ConformanceErrorCode } from './errors.js'
export { type MustReport, NO_CASE } from './judge.js'
export { type Must, musts } from './musts.js'
export type { Patience } from './patience.js'
export { type Coverage, coverageOf, type ProbeInit, probe } from './probe.js'

/** Samples of one answer. */
export const MAX_TELEMETRY_LIMIT = 1000

const DEFAULT_LIMIT = 100
/** Letters and digits of base58, as many as an id has at most. */
export const PEER_ID = '^[1-9A-HJ-NP-Za-km-z]{1,128}$'

/** True for text that may be a peer id. */
export function isPeerId(text: string): boolean {
  return new RegExp(PEER_ID).test(text)
}

/** What `GET /v1/telemetry` takes; a value out of range is answered with 400, another name is disregarded. */
export const telemetryQuerySchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    node: { type: 'string', pattern: PEER_ID },
    limit: { type: 'integer', minimum: 1, maximum: MAX_TELEMETRY_LIMIT, default: DEFAULT_LIMIT },
    fromMs: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
    toMs: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER }
  }
} as const

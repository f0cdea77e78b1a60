import { PEER_ID } from './telemetry-query.js'

/** Nodes of one answer. */
export const MAX_REPUTATION_LIMIT = 1000

/** What `GET /v1/reputation` takes. `after`: the last peer id of the answer before. */
export const reputationQuerySchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    limit: { type: 'integer', minimum: 1, maximum: MAX_REPUTATION_LIMIT, default: 100 },
    after: { type: 'string', pattern: PEER_ID }
  }
} as const

export const reputationParamsSchema = {
  type: 'object',
  properties: { node: { type: 'string', pattern: PEER_ID } }
} as const

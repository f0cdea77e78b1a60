import type { Logger, NodeId, Service } from '@ailee/core'
import fastify, { type FastifyInstance } from 'fastify'
import { NodeError } from '../errors.js'
import type { PrometheusMetrics } from '../observability/prometheus-metrics.js'
import {
  bansOfNode,
  bidFileOf,
  bidSetFileOf,
  evidenceFileOf,
  evidenceOfNode,
  type NodeView,
  peersOfNode,
  statusOfNode,
  unreadiness
} from './node-view.js'
import { reputationParamsSchema, reputationQuerySchema } from './reputation-query.js'
import { reputationOfNode, reputationsOfNode } from './reputation-view.js'
import { telemetryQuerySchema } from './telemetry-query.js'
import { latestTelemetry, storedTelemetry, type TelemetryQuery } from './telemetry-view.js'

/** Which auction is meant; attempt 0 = the last one. */
interface AuctionParams {
  taskId: string
  attempt: number
}

const auctionParamsSchema = {
  type: 'object',
  properties: {
    taskId: { type: 'string', pattern: '^[0-9a-f]{64}$' },
    attempt: { type: 'integer', minimum: 0, maximum: 2 ** 32 - 1 }
  }
} as const

export interface HttpServerComponents {
  view: NodeView
  metrics: PrometheusMetrics
  log: Logger
}

/** Health, readiness, metrics, and what `ailee-node status`, `peers`, `bans`, `evidence`, `reputation` and `telemetry` show. Read-only. */
export class HttpServer implements Service {
  readonly name = 'http'
  readonly #components: HttpServerComponents
  readonly #address: string
  #server: FastifyInstance | undefined

  constructor(components: HttpServerComponents, init: { address: string }) {
    this.#components = components
    this.#address = init.address
  }

  /** `http://host:port` with the port really bound, or undefined while stopped. */
  get url(): string | undefined {
    const address = this.#server?.server.address()
    if (address === null || address === undefined || typeof address === 'string') return undefined
    const host = address.family === 'IPv6' ? `[${address.address}]` : address.address
    return `http://${host}:${address.port}`
  }

  async start(): Promise<void> {
    if (this.#server !== undefined) return
    const server = fastify({ bodyLimit: 1024, requestTimeout: 10_000, forceCloseConnections: true })
    this.#routes(server)
    const split = this.#address.lastIndexOf(':')
    const host = this.#address.slice(0, split).replace(/^\[|\]$/g, '')
    try {
      await server.listen({ host, port: Number(this.#address.slice(split + 1)) })
    } catch (cause) {
      await server.close()
      throw new NodeError('HTTP_PORT_IN_USE', `cannot listen on ${this.#address}`, {
        cause,
        hint: 'choose another address with --http, or --http off'
      })
    }
    this.#server = server
  }

  async stop(): Promise<void> {
    await this.#server?.close()
    this.#server = undefined
  }

  #routes(server: FastifyInstance): void {
    const { view, metrics } = this.#components
    server.get('/healthz', async () => ({ status: 'ok' }))
    server.get('/readyz', async (_, reply) => {
      const reasons = unreadiness(view)
      return reply.status(reasons.length === 0 ? 200 : 503).send({ ready: reasons.length === 0, reasons })
    })
    server.get('/metrics', async (_, reply) =>
      reply.type(metrics.registry.contentType).send(await metrics.registry.metrics())
    )
    server.get('/v1/status', async () => statusOfNode(view))
    server.get('/v1/bans', async () => bansOfNode(view))
    server.get('/v1/evidence', async () => evidenceOfNode(view))
    server.get<{ Params: { id: string } }>('/v1/evidence/:id', async ({ params }, reply) => {
      const file = await evidenceFileOf(view, params.id)
      if (file === undefined) return reply.status(404).send({ code: 'EVIDENCE_NOT_FOUND' })
      return reply.type('application/json').send(file)
    })
    const auctions: [path: string, fileOf: typeof bidSetFileOf, code: string][] = [
      ['/v1/bids/:taskId/:attempt', async (...about) => bidFileOf(...about), 'BID_NOT_FOUND'],
      ['/v1/bid-sets/:taskId/:attempt', bidSetFileOf, 'AUCTION_NOT_FOUND']
    ]
    for (const [path, fileOf, code] of auctions) {
      server.get<{ Params: AuctionParams }>(
        path,
        { schema: { params: auctionParamsSchema } },
        async ({ params }, reply) => {
          const file = await fileOf(view, params.taskId, params.attempt)
          if (file === undefined) return reply.status(404).send({ code })
          return reply.type('application/json').send(file)
        }
      )
    }
    server.get('/v1/peers', async () => peersOfNode(view))
    server.get<{ Querystring: { limit?: number; after?: string } }>(
      '/v1/reputation',
      { schema: { querystring: reputationQuerySchema } },
      async ({ query: { limit = 1, ...range } }) => reputationsOfNode(view, { limit, ...range })
    )
    server.get<{ Params: { node: string } }>(
      '/v1/reputation/:node',
      { schema: { params: reputationParamsSchema } },
      async ({ params }, reply) =>
        (await reputationOfNode(view, params.node)) ?? reply.status(404).send({ code: 'REPUTATION_UNKNOWN' })
    )
    server.get<{ Querystring: Omit<TelemetryQuery, 'node'> & { node?: NodeId } }>(
      '/v1/telemetry',
      { schema: { querystring: telemetryQuerySchema } },
      async ({ query: { node, ...range } }) =>
        node === undefined ? latestTelemetry(view) : storedTelemetry(view, { node, ...range })
    )
  }
}

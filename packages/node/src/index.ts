/**
 * The `ailee-node` program as a library: the composition root and the configuration. Programs that want a node
 * inside them start here; people use the command line.
 *
 * ```ts
 * const node = await createNode({ log, metrics }, config)
 * await node.start()
 * ```
 * @packageDocumentation
 */
export { type ConfigSources, resolveConfig } from './config/config.js'
export type { Config } from './config/settings.js'
export { NodeError, type NodeErrorCode } from './errors.js'
export { createNode, type Node, type NodeComponents } from './node.js'
export { createLogger } from './observability/pino-logger.js'
export { PrometheusMetrics } from './observability/prometheus-metrics.js'

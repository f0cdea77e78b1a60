/**
 * Words and ports everyone shares: ids, units, typed errors, the `Service` lifecycle, `Clock`, `Random`,
 * `KeyValueStore`, logger and metrics interfaces, abort helpers. It has no dependency, does no I/O and runs in a browser.
 *
 * ```ts
 * import { AileeError, ServiceGroup, systemClock } from '@ailee/core'
 * ```
 * @packageDocumentation
 */
export { joinSignals, raceSignal, withTimeout } from './abort.js'
export { type Clock, ManualClock, systemClock, type Timer } from './clock.js'
export {
  AileeError,
  type AileeErrorOptions,
  errorCode,
  errorMessage,
  isAileeError,
  remoteText
} from './errors.js'
export type { ContentHash, NodeId, TaskId } from './ids.js'
export {
  type Change,
  type CommitRequest,
  type CommitResult,
  type Condition,
  type Entry,
  type KeyValueStore,
  MAX_COMMIT_BYTES,
  MAX_COMMIT_OPERATIONS,
  MAX_KEY_BYTES,
  type Operation,
  type RangeOptions,
  type WatchOptions
} from './key-value-store.js'
export { type LogContext, type Logger, silentLogger } from './logger.js'
export {
  type Counter,
  type Gauge,
  type GaugeOptions,
  type Histogram,
  type HistogramOptions,
  type Labels,
  type MetricOptions,
  type MetricsRegister,
  noMetrics
} from './metrics.js'
export { type Random, seededRandom, systemRandom } from './random.js'
export { type Service, ServiceGroup } from './service.js'
export { formatBytes, formatDuration, KIB, MIB, WASM_PAGE_BYTES } from './units.js'

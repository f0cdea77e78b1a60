import { isAileeError } from '@ailee/core'

/** How the program ends, for scripts. Stable. */
export const exitCodes = {
  success: 0,
  /** Something is wrong on this machine: configuration, files, ports. */
  failure: 1,
  /** The command line makes no sense. */
  usage: 2,
  /** The task ran, or was refused, and did not succeed. */
  taskFailed: 3,
  /** Nobody could be reached. */
  networkFailure: 4,
  /** A receipt, or what was held against it, is not genuine; or evidence convicts nobody. */
  notVerified: 5,
  /** Interrupted at the keyboard (128 + SIGINT). */
  interrupted: 130
} as const

const networkCodes =
  /^(COORDINATOR_UNREACHABLE|COORDINATOR_STOPPING|NODE_NOT_RUNNING|QUEUE_FULL|RATE_LIMITED|PEER_BANNED|NETWORK_DIAL_FAILED|PROBE_TARGET_UNREACHABLE|TASK_STREAM_.*|BLOB_(NOT_FOUND|TIMEOUT|UNAVAILABLE|CLOSED|.*UNREACHABLE))$/
const verificationCodes =
  /^(RESULT_NOT_TRUSTED|RECEIPT_MALFORMED|EVIDENCE_MALFORMED|BID_SET_MALFORMED|BID_MALFORMED|BLOB_HASH_MISMATCH)$/
const usageCodes =
  /^(USAGE_INVALID|CONFIG_INVALID|NETWORK_ADDRESS_INVALID|PROBE_TARGET_INVALID|SIMULATION_INVALID)$/
const taskCodes = /^(MODULE_|INPUT_|NOT_ADMITTED|FUNDS_INSUFFICIENT|TASK_(NOT_FOUND|INVALID|CONFLICT))/

/** The exit code that fits an error. */
export function exitCodeOf(error: unknown): number {
  if (!isAileeError(error)) return exitCodes.failure
  if (error.code === 'INTERRUPTED') return exitCodes.interrupted
  if (usageCodes.test(error.code)) return exitCodes.usage
  if (networkCodes.test(error.code)) return exitCodes.networkFailure
  if (verificationCodes.test(error.code)) return exitCodes.notVerified
  if (taskCodes.test(error.code)) return exitCodes.taskFailed
  return exitCodes.failure
}

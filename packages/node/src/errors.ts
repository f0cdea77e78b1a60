import { AileeError, type AileeErrorOptions } from '@ailee/core'

/**
 * Codes of this package. Codes of the packages below are passed on as they are.
 *
 * | code | meaning |
 * |---|---|
 * | CONFIG_INVALID | one or more settings are wrong; the message names all of them |
 * | CONFIG_UNREADABLE | the configuration file is missing or not YAML |
 * | DATA_DIR_NOT_WRITABLE | the data directory cannot be created or written |
 * | FILE_UNREADABLE | a file named on the command line cannot be read |
 * | FILE_NOT_WRITTEN | a file named on the command line cannot be written |
 * | COORDINATOR_UNREACHABLE | no coordinator answered at any of the addresses tried |
 * | NODE_NOT_RUNNING | no node answers at the HTTP address |
 * | NODE_RUNNING | a node runs from this data directory, and must not for this command |
 * | BAN_NOT_FOUND | the peer is not banned |
 * | STORE_NOT_FOUND | the data directory holds no store |
 * | BID_NOT_FOUND | the worker keeps no bid in such an auction |
 * | AUCTION_NOT_FOUND | no coordinator tells this worker of such an auction |
 * | EVIDENCE_NOT_FOUND | the node keeps no evidence of this id |
 * | REPUTATION_UNKNOWN | the node knows nothing of this worker |
 * | HTTP_PORT_IN_USE | another program listens on the HTTP address |
 * | TESTNET_FAILED | a process of the testnet did not start or join |
 * | USAGE_INVALID | the command line makes no sense |
 * | INTERRUPTED | the person at the keyboard stopped waiting |
 */
export type NodeErrorCode =
  | 'CONFIG_INVALID'
  | 'CONFIG_UNREADABLE'
  | 'DATA_DIR_NOT_WRITABLE'
  | 'FILE_UNREADABLE'
  | 'FILE_NOT_WRITTEN'
  | 'COORDINATOR_UNREACHABLE'
  | 'NODE_NOT_RUNNING'
  | 'NODE_RUNNING'
  | 'BAN_NOT_FOUND'
  | 'STORE_NOT_FOUND'
  | 'BID_NOT_FOUND'
  | 'AUCTION_NOT_FOUND'
  | 'EVIDENCE_NOT_FOUND'
  | 'REPUTATION_UNKNOWN'
  | 'HTTP_PORT_IN_USE'
  | 'TESTNET_FAILED'
  | 'USAGE_INVALID'
  | 'INTERRUPTED'

export class NodeError extends AileeError<NodeErrorCode> {
  constructor(code: NodeErrorCode, message: string, options: AileeErrorOptions = {}) {
    super(code, message, options)
    this.name = 'NodeError'
  }
}

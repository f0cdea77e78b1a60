import { AileeError, type AileeErrorOptions } from '@ailee/core'

/**
 * Codes of this package.
 *
 * | code | meaning |
 * |---|---|
 * | NETWORK_KEY_EXPOSED | the key file may be read by other users of the machine |
 * | NETWORK_KEY_INVALID | the key file does not hold an Ed25519 key |
 * | NETWORK_KEY_UNAVAILABLE | the key file cannot be read or created |
 * | NETWORK_NOT_STARTED | the network is not running |
 * | NETWORK_ADDRESS_INVALID | not a multiaddr, or of a kind that cannot be used here |
 * | NETWORK_PORT_IN_USE | another program listens on the address |
 * | NETWORK_LISTEN_FAILED | an address could not be listened on for another reason |
 * | NETWORK_DIAL_FAILED | no connection to the address or peer |
 * | NETWORK_PING_FAILED | the peer did not answer a ping |
 * | TASK_STREAM_PEER_UNREACHABLE | no connection, or the peer does not speak the task protocol |
 * | TASK_STREAM_REFUSED | the peer refused the stream (its reason is the cause) |
 * | TASK_STREAM_CLOSED | the stream or peer went away; whether the message arrived is unknown |
 * | TASK_STREAM_OVERLOADED | too much is waiting to be sent to this peer |
 * | TASK_STREAM_MESSAGE_TOO_LARGE | the message does not fit an envelope; nothing was sent |
 * | TASK_STREAM_RESPONSE_TIMEOUT | no reply in time; whether the request was handled is unknown |
 * | TASK_STREAM_CREDIT_EXCEEDED | the peer sent more than it was granted |
 * | TASK_STREAM_HELLO_MISSING | the stream did not start with HELLO, or not in time |
 * | TASK_STREAM_UNEXPECTED | a message that has no place here: a second HELLO, a CREDIT from an opener, a flood of unasked replies |
 * | TASK_STREAM_TOO_MANY | the peer has too many task streams open, or opens them too fast |
 * | TASK_STREAM_TOO_SLOW | the peer does not read, or takes too long over one message |
 * | RATE_LIMITED | the peer sends more than is taken from one peer or one part of the network |
 * | PEER_BANNED | the peer is banned here for a while |
 * | MESSAGE_REPLAYED | a signed message that was seen before |
 * | UNSUPPORTED | nothing here answers messages of this type |
 * | BLOB_PEER_UNREACHABLE | no connection, or the peer serves no blobs |
 * | BLOB_NOT_FOUND | the peer does not have the blob |
 * | BLOB_TOO_LARGE | the peer announced more bytes than allowed |
 * | BLOB_HASH_MISMATCH | the content is not what its address says |
 * | BLOB_TIMEOUT | nothing came for too long |
 * | BLOB_TRANSFER_FAILED | the stream broke, or its content was malformed |
 */
export type NetworkErrorCode =
  | 'NETWORK_KEY_EXPOSED'
  | 'NETWORK_KEY_INVALID'
  | 'NETWORK_KEY_UNAVAILABLE'
  | 'NETWORK_NOT_STARTED'
  | 'NETWORK_ADDRESS_INVALID'
  | 'NETWORK_PORT_IN_USE'
  | 'NETWORK_LISTEN_FAILED'
  | 'NETWORK_DIAL_FAILED'
  | 'NETWORK_PING_FAILED'
  | 'TASK_STREAM_PEER_UNREACHABLE'
  | 'TASK_STREAM_REFUSED'
  | 'TASK_STREAM_CLOSED'
  | 'TASK_STREAM_OVERLOADED'
  | 'TASK_STREAM_MESSAGE_TOO_LARGE'
  | 'TASK_STREAM_RESPONSE_TIMEOUT'
  | 'TASK_STREAM_CREDIT_EXCEEDED'
  | 'TASK_STREAM_HELLO_MISSING'
  | 'TASK_STREAM_UNEXPECTED'
  | 'TASK_STREAM_TOO_MANY'
  | 'TASK_STREAM_TOO_SLOW'
  | 'RATE_LIMITED'
  | 'PEER_BANNED'
  | 'MESSAGE_REPLAYED'
  | 'UNSUPPORTED'
  | 'BLOB_PEER_UNREACHABLE'
  | 'BLOB_NOT_FOUND'
  | 'BLOB_TOO_LARGE'
  | 'BLOB_HASH_MISMATCH'
  | 'BLOB_TIMEOUT'
  | 'BLOB_TRANSFER_FAILED'

export class NetworkError extends AileeError<NetworkErrorCode> {
  constructor(code: NetworkErrorCode, message: string, options: AileeErrorOptions = {}) {
    super(code, message, options)
    this.name = 'NetworkError'
  }
}

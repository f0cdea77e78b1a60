import { ailee } from '#generated'

/** Every message of a task stream by name; the wire numbers are append-only. */
export const messageTypes = {
  HELLO: ailee.v1.MessageType.HELLO,
  CREDIT: ailee.v1.MessageType.CREDIT,
  STATUS: ailee.v1.MessageType.STATUS,
  SUBMIT_TASK: ailee.v1.MessageType.SUBMIT_TASK,
  TASK_STATUS: ailee.v1.MessageType.TASK_STATUS,
  GET_TASK: ailee.v1.MessageType.GET_TASK,
  CANCEL_TASK: ailee.v1.MessageType.CANCEL_TASK,
  LIST_TASKS: ailee.v1.MessageType.LIST_TASKS,
  TASK_LIST: ailee.v1.MessageType.TASK_LIST,
  TASK_COMPLETE: ailee.v1.MessageType.TASK_COMPLETE,
  TASK_PROVISIONAL: ailee.v1.MessageType.TASK_PROVISIONAL,
  TASK_OFFER: ailee.v1.MessageType.TASK_OFFER,
  BID: ailee.v1.MessageType.BID,
  DECLINE: ailee.v1.MessageType.DECLINE,
  ASSIGN_TASK: ailee.v1.MessageType.ASSIGN_TASK,
  ASSIGN_ACK: ailee.v1.MessageType.ASSIGN_ACK,
  HEARTBEAT: ailee.v1.MessageType.HEARTBEAT,
  RESULT: ailee.v1.MessageType.RESULT,
  RESULT_ACK: ailee.v1.MessageType.RESULT_ACK,
  REVOKE_LEASE: ailee.v1.MessageType.REVOKE_LEASE,
  WORKER_STATUS: ailee.v1.MessageType.WORKER_STATUS,
  RETURN_LEASE: ailee.v1.MessageType.RETURN_LEASE,
  BID_COMMITMENT: ailee.v1.MessageType.BID_COMMITMENT,
  REVEAL_BID: ailee.v1.MessageType.REVEAL_BID,
  GET_BID_SET: ailee.v1.MessageType.GET_BID_SET,
  BID_SET: ailee.v1.MessageType.BID_SET,
  RESULT_COMMITMENT: ailee.v1.MessageType.RESULT_COMMITMENT,
  COMMITMENT_ACK: ailee.v1.MessageType.COMMITMENT_ACK,
  REVEAL_RESULT: ailee.v1.MessageType.REVEAL_RESULT,
  AUDIT_TASK: ailee.v1.MessageType.AUDIT_TASK,
  AUDIT_RESULT: ailee.v1.MessageType.AUDIT_RESULT
} as const

export type MessageType = keyof typeof messageTypes

const names = new Map<number, MessageType>(
  Object.entries(messageTypes).map(([name, number]) => [number, name as MessageType])
)

/** The name of a wire number, or undefined for a type this version does not know. */
export function messageTypeName(number: number): MessageType | undefined {
  return names.get(number)
}

/** Messages that must be provable later: refused without a signature of their sender. */
const signed: ReadonlySet<MessageType> = new Set([
  'SUBMIT_TASK',
  'CANCEL_TASK',
  'TASK_COMPLETE',
  'BID',
  'ASSIGN_TASK',
  'RESULT',
  'RESULT_COMMITMENT',
  'BID_COMMITMENT',
  'REVEAL_BID',
  'BID_SET',
  'AUDIT_RESULT'
])

export function mustBeSigned(type: MessageType): boolean {
  return signed.has(type)
}

/** Domain of a message's signature, so that a signed bid is never taken for another message. */
export function messageDomain(type: MessageType): string {
  return `message/${messageTypes[type]}`
}

import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  isEnded,
  isInfrastructureFailure,
  type MessageType,
  messageDomain,
  messageTypeName,
  messageTypes,
  mustBeSigned,
  type ResultCode,
  resultCodeNumbers,
  type TaskState
} from '../src/index.js'
import { taskStateNumbers } from '../src/task-state.js'

test('wire numbers of messages are fixed', () => {
  assert.equal(messageTypes, {
    HELLO: 1,
    CREDIT: 2,
    STATUS: 3,
    SUBMIT_TASK: 10,
    TASK_STATUS: 11,
    GET_TASK: 12,
    CANCEL_TASK: 13,
    LIST_TASKS: 14,
    TASK_LIST: 15,
    TASK_COMPLETE: 16,
    TASK_PROVISIONAL: 17,
    TASK_OFFER: 20,
    BID: 21,
    DECLINE: 22,
    ASSIGN_TASK: 23,
    ASSIGN_ACK: 24,
    HEARTBEAT: 25,
    RESULT: 26,
    RESULT_ACK: 27,
    REVOKE_LEASE: 28,
    WORKER_STATUS: 29,
    RETURN_LEASE: 30,
    BID_COMMITMENT: 31,
    REVEAL_BID: 32,
    GET_BID_SET: 33,
    BID_SET: 34,
    RESULT_COMMITMENT: 35,
    COMMITMENT_ACK: 36,
    REVEAL_RESULT: 37,
    AUDIT_TASK: 38,
    AUDIT_RESULT: 39
  })
  for (const [name, number] of Object.entries(messageTypes)) assert.is(messageTypeName(number), name)
  for (const number of [0, 4, 19, 40, 65_535]) assert.is(messageTypeName(number), undefined)
})

test('eleven messages must be signed, each in a domain of its own', () => {
  const all = Object.keys(messageTypes) as MessageType[]
  assert.equal(all.filter(mustBeSigned).sort(), [
    'ASSIGN_TASK',
    'AUDIT_RESULT',
    'BID',
    'BID_COMMITMENT',
    'BID_SET',
    'CANCEL_TASK',
    'RESULT',
    'RESULT_COMMITMENT',
    'REVEAL_BID',
    'SUBMIT_TASK',
    'TASK_COMPLETE'
  ])
  assert.is(messageDomain('BID'), 'message/21')
  assert.is(new Set(all.map(messageDomain)).size, all.length)
})

test('result codes and task states have fixed numbers and meanings', () => {
  assert.equal(Object.values(resultCodeNumbers), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15])
  assert.equal(
    [resultCodeNumbers.SUCCESS, resultCodeNumbers.TRAP, resultCodeNumbers.FEATURE_DENIED],
    [1, 8, 15]
  )
  assert.equal(Object.values(taskStateNumbers), [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  const codes = Object.keys(resultCodeNumbers) as ResultCode[]
  assert.equal(codes.filter(isInfrastructureFailure).sort(), ['KILLED', 'TIMEOUT'])
  const states = Object.keys(taskStateNumbers) as TaskState[]
  assert.equal(states.filter(isEnded).sort(), ['CANCELLED', 'COMPLETED', 'EXPIRED', 'FAILED'])
})

test.run()

/**
 * SDK for submitters: prepare a task, submit it, follow it, fetch its output and believe it only when its receipts
 * hold. It opens no connection itself: it is given a transport.
 *
 * ```ts
 * const client = new Client(components, { network: 'local', coordinator })
 * const prepared = client.prepare(request)
 * await client.submit(prepared)
 * for await (const report of client.follow(client.taskId(prepared))) console.log(report)
 * ```
 * @packageDocumentation
 */
export { Client, type ClientComponents, type ClientInit, type TaskReport, type TaskResult } from './client.js'
export { ClientError, type ClientErrorCode } from './errors.js'
export { Outbox } from './outbox.js'
export { SelfReferee, type SelfRefereeComponents } from './self-referee.js'
export { type PreparedTask, prepareTask, type TaskRequest } from './task-request.js'

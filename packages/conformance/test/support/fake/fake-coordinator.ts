import {
  type BatchSigner,
  decodeCancelTask,
  decodeGetTask,
  type Hello,
  type MessageType
} from '@ailee/protocol'
import { FakeAuction } from './fake-auction.js'
import type { FakeBlobs } from './fake-blobs.js'
import { FakeIntake } from './fake-intake.js'
import type { Answer, FakePeer } from './fake-peer.js'
import type { FakeMessage, FakeRole } from './fake-role.js'
import type { Broken } from './rules.js'

export interface FakeCoordinatorInit {
  network: string
  nodeId: string
  broken: Broken
  /** Takes tasks of nobody. */
  closed: boolean
}

const clientTypes: ReadonlySet<MessageType> = new Set([
  'SUBMIT_TASK',
  'GET_TASK',
  'GET_BID_SET',
  'CANCEL_TASK'
])
const workerTypes: ReadonlySet<MessageType> = new Set([
  'WORKER_STATUS',
  'HEARTBEAT',
  'RESULT',
  'RESULT_COMMITMENT',
  'RETURN_LEASE'
])

/** A coordinator that keeps everything in memory and believes one replica. */
export class FakeCoordinator implements FakeRole {
  readonly name = 'coordinator'
  readonly #intake: FakeIntake
  readonly #auction: FakeAuction
  readonly #broken: Broken

  constructor(components: { blobs: FakeBlobs; signer: BatchSigner }, init: FakeCoordinatorInit) {
    this.#broken = init.broken
    this.#intake = new FakeIntake(components, init)
    this.#auction = new FakeAuction(components, init)
  }

  handles(type: MessageType): boolean {
    return clientTypes.has(type) || workerTypes.has(type)
  }

  async handle(message: FakeMessage): Promise<Answer | undefined> {
    const { type, payload, principal, peer } = message
    if (workerTypes.has(type)) return this.#auction.handle(message)
    if (type === 'SUBMIT_TASK') {
      const { task, isNew } = await this.#intake.submit(message)
      task.follow(peer)
      if (isNew) this.#auction.add(task)
      return task.answer()
    }
    if (type === 'GET_BID_SET') return this.#auction.bidSet(message)
    if (type === 'GET_TASK')
      return (await this.#intake.find(decodeGetTask(payload).taskId, principal)).answer()
    const task = await this.#intake.find(decodeCancelTask(payload).taskId, principal)
    if (!task.isEnded || this.#broken.cancelsAgain) {
      // A millisecond on, so that a second end is told from the first.
      await new Promise((resolve) => setTimeout(resolve, 2))
      task.become('CANCELLED', { code: 'CANCELLED_BY_CLIENT' })
    }
    return task.answer()
  }

  greeted(peer: FakePeer, hello: Hello): void {
    if (hello.worker) this.#auction.joined(peer)
  }

  left(peer: string): void {
    this.#auction.left(peer)
  }

  stop(): void {
    this.#auction.stop()
  }
}

import { rejectionCode } from '../checks.js'
import { text } from '../text.js'
import { addition, endless } from './requests.js'
import { type SandboxCase, WAITING_TASKS } from './sandbox-contract.js'

const LONG_MS = 600_000
/** Time for a run that was asked for to be under way; a case is right, if less telling, where it does not suffice. */
const HEAD_START_MS = 100

const headStart = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, HEAD_START_MS))

/** Who may end a run, and what a sandbox takes on. */
export const controlCases: readonly SandboxCase[] = [
  {
    name: 'an abort ends runs with the signal’s reason: before, while waiting, and under way',
    async run({ sandbox }, check) {
      const reason = new Error('no longer wanted')
      const aborted = sandbox.run(addition, { signal: AbortSignal.abort(reason) })
      await check.reason(aborted, reason, 'a run that is not wanted')
      const controller = new AbortController()
      const { signal } = controller
      const runs = [sandbox.run(endless(LONG_MS), { signal }), sandbox.run(addition, { signal })]
      const ended = runs.map((run, index) => check.reason(run, reason, `run ${index}`))
      await headStart()
      controller.abort(reason)
      await Promise.all(ended)
      check.equal(text((await sandbox.run(addition)).output), '5\n', 'the next run')
    }
  },
  {
    name: 'a signal that aborts after the end changes nothing',
    async run({ sandbox }, check) {
      const controller = new AbortController()
      check.equal((await sandbox.run(addition, { signal: controller.signal })).code, 'SUCCESS')
      controller.abort()
      check.equal((await sandbox.run(addition)).code, 'SUCCESS')
    }
  },
  {
    name: 'the queue is bounded, first come is first served, and room comes back',
    async run({ sandbox }, check) {
      for (let round = 0; round < 2; round += 1) {
        const order: number[] = []
        const taken = Array.from({ length: 1 + WAITING_TASKS }, (_, index) =>
          sandbox.run(addition).then(() => order.push(index))
        )
        await check.code(sandbox.run(addition), 'SANDBOX_QUEUE_FULL', 'one more')
        await Promise.all(taken)
        check.equal(order, [...taken.keys()])
      }
    }
  },
  {
    name: 'a stop ends runs under way and waiting, and a sandbox can be started again',
    async run({ sandbox }, check) {
      for (let round = 0; round < 2; round += 1) {
        const runs = [sandbox.run(endless(LONG_MS)), sandbox.run(addition)].map(rejectionCode)
        await headStart()
        await Promise.all([sandbox.stop(), sandbox.stop()])
        check.equal(await Promise.all(runs), ['SANDBOX_STOPPED', 'SANDBOX_STOPPED'])
        await check.code(sandbox.run(addition), 'SANDBOX_STOPPED', 'a run after the stop')
        await Promise.all([sandbox.start(), sandbox.start()])
        check.equal((await sandbox.run(addition)).code, 'SUCCESS')
      }
    }
  },
  {
    name: 'a request that no task can lead to is a fault of the caller',
    async run({ sandbox }, check) {
      const limits = { ...addition.limits, fuel: -1n }
      const faults = [{ seed: new Uint8Array(1) }, { moduleHash: 'x' }, { clockMs: Number.NaN }, { limits }]
      for (const fault of faults) {
        const run = sandbox.run({ ...addition, ...fault })
        await check.code(run, 'SANDBOX_REQUEST_INVALID', Object.keys(fault).join())
      }
      check.equal((await sandbox.run(addition)).code, 'SUCCESS')
    }
  }
]

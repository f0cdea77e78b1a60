import { parentPort } from 'node:worker_threads'
import { errorMessage } from '@ailee/core'
import type { Must } from '../../src/index.js'
import type { FakeNodeInit } from './fake/fake-node.js'
import { failures, probed } from './probed.js'

/** A fake, and what it is held against. */
export interface ProbeTask {
  id: number
  init: Omit<FakeNodeInit, 'network'>
  only: readonly Must[] | undefined
}

/** What failed, a line each; or why there was nothing to judge. */
export interface ProbeAnswer {
  id: number
  failed?: string[]
  error?: string
}

const port = parentPort
port?.on('message', async ({ id, init, only }: ProbeTask) => {
  let answer: ProbeAnswer
  try {
    answer = { id, failed: failures(await probed(init, only)) }
  } catch (error) {
    answer = { id, error: errorMessage(error) }
  }
  port.postMessage(answer)
})

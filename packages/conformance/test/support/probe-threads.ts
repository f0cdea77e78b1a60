import { Worker } from 'node:worker_threads'
import type { ProbeAnswer, ProbeTask } from './probe-thread.js'

type Pending = { task: ProbeTask; settle(answer: ProbeAnswer): void }

/** Threads for probes, which are bound by one processor each. They hold the process up only while they work. */
export class ProbeThreads {
  readonly #init: { threads: number; atOnce: number }
  readonly #threads: { worker: Worker; busy: Map<number, Pending> }[] = []
  readonly #waiting: Pending[] = []
  #nextId = 1

  /** `atOnce`: probes of one thread; most of a probe is waiting. */
  constructor(init: { threads: number; atOnce: number }) {
    this.#init = init
  }

  async run(task: Omit<ProbeTask, 'id'>): Promise<string[]> {
    const answer = await new Promise<ProbeAnswer>((settle) => {
      this.#waiting.push({ task: { ...task, id: this.#nextId++ }, settle })
      this.#next()
    })
    if (answer.failed === undefined) throw new Error(answer.error)
    return answer.failed
  }

  #next(): void {
    while (this.#threads.length < this.#init.threads) this.#add()
    for (;;) {
      const [idlest] = [...this.#threads].sort((a, b) => a.busy.size - b.busy.size)
      if (idlest === undefined || idlest.busy.size >= this.#init.atOnce) return
      const pending = this.#waiting.shift()
      if (pending === undefined) return
      idlest.busy.set(pending.task.id, pending)
      idlest.worker.ref()
      idlest.worker.postMessage(pending.task)
    }
  }

  #add(): void {
    const worker = new Worker(new URL('./probe-thread.js', import.meta.url))
    const busy = new Map<number, Pending>()
    worker.unref()
    const settle = (answer: ProbeAnswer): void => {
      const pending = busy.get(answer.id)
      busy.delete(answer.id)
      if (busy.size === 0) worker.unref()
      pending?.settle(answer)
      this.#next()
    }
    worker.on('message', settle)
    worker.on('error', ({ message }) => {
      for (const id of [...busy.keys()]) settle({ id, error: message })
    })
    this.#threads.push({ worker, busy })
  }
}

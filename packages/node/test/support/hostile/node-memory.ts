import { once } from 'node:events'
import type { TestnetNode } from '../../../src/testnet/testnet-node.js'
import type { LocalNet } from '../local-net.js'
import { until } from '../until.js'

/** What a process holds. RSS tells what the system gave it, which V8 gives back when it likes; the live heap tells of leaks. */
export interface Memory {
  /** After a collection of garbage. */
  liveHeapBytes: number
  rssBytes: number
}

/** Nodes started meanwhile can be asked by {@link NodeInspector}: any free port, opened by SIGUSR1 and not before. */
export async function inspectable<T>(start: () => Promise<T>): Promise<T> {
  const before = process.env.NODE_OPTIONS
  process.env.NODE_OPTIONS = `${before ?? ''} --inspect-port=127.0.0.1:0`.trim()
  try {
    return await start()
  } finally {
    if (before === undefined) delete process.env.NODE_OPTIONS
    else process.env.NODE_OPTIONS = before
  }
}

interface Answer {
  id: number
  result: { usedSize?: number; result?: { value?: unknown } }
}

/** Collects the garbage of a node's process and tells what is left. */
export class NodeInspector {
  readonly #socket: WebSocket
  readonly #waiting = new Map<number, (answer: Answer) => void>()
  #nextId = 1

  private constructor(socket: WebSocket) {
    this.#socket = socket
    socket.addEventListener('message', ({ data }) => {
      const answer = JSON.parse(String(data)) as Answer
      this.#waiting.get(answer.id)?.(answer)
    })
  }

  static async attach(net: LocalNet, node: TestnetNode): Promise<NodeInspector> {
    node.kill('SIGUSR1')
    const url = await until('the inspector', () => {
      const line = net.logs.findLast((text) => text.startsWith(`${node.name} Debugger listening on `))
      return line?.match(/ws:\S+/)?.[0]
    })
    const socket = new WebSocket(url)
    await once(socket, 'open')
    return new NodeInspector(socket)
  }

  async memory(): Promise<Memory> {
    // Twice: what finalisers held on to goes the second time.
    await this.#ask('HeapProfiler.collectGarbage')
    await this.#ask('HeapProfiler.collectGarbage')
    const { usedSize = 0 } = (await this.#ask('Runtime.getHeapUsage')).result
    const expression = 'process.memoryUsage.rss()'
    const rss = (await this.#ask('Runtime.evaluate', { expression })).result.result?.value
    return { liveHeapBytes: usedSize, rssBytes: Number(rss) }
  }

  close(): void {
    this.#socket.close()
  }

  async #ask(method: string, params: object = {}): Promise<Answer> {
    const id = this.#nextId++
    const answer = new Promise<Answer>((resolve) => this.#waiting.set(id, resolve))
    this.#socket.send(JSON.stringify({ id, method, params }))
    return answer.finally(() => this.#waiting.delete(id))
  }
}

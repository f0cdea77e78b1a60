import { connect, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { RawPeer, type TaskStream } from '@ailee/conformance/raw'
import { decodeStatus, messageTypeName } from '@ailee/protocol'
import type { AttackInit, AttackReport } from './attack.js'

/** Longer than any timeout of the target. */
const ANSWER_TIMEOUT_MS = 45_000
const MAX_ATTEMPTS = 5
/** Within this time a connection that is not let in is closed again. */
const REFUSAL_TIMEOUT_MS = 1_500
/** A banned peer's connections get a second to close. */
const CLOSE_TIMEOUT_MS = 5_000
/** More than any attack needs to be banned. */
const MAX_OFFENCES = 60

/** One raw peer with an address of its own, and a tally of what the target made of it. */
export class Attacker {
  readonly peer: RawPeer
  readonly init: AttackInit
  readonly report: AttackReport
  readonly #prefix: string
  #wasIn = false

  private constructor(peer: RawPeer, init: AttackInit, report: AttackReport, prefix: string) {
    this.peer = peer
    this.init = init
    this.report = report
    this.#prefix = prefix
  }

  /** `index`: of the attack, for an IP prefix that no other has. */
  static async create(attack: string, index: number, init: AttackInit): Promise<Attacker> {
    const prefix = `127.${10 + init.round}.${index * 2 + (init.role === 'worker' ? 1 : 0)}`
    const { network, role, target } = init
    const peer = await RawPeer.create({ network, target, localAddress: `${prefix}.1` })
    const report: AttackReport = {
      attack,
      role,
      nodeId: peer.nodeId,
      told: {},
      refusedConnections: 0,
      seconds: 0
    }
    return new Attacker(peer, init, report, prefix)
  }

  get connected(): boolean {
    return this.peer.host.getConnections().length > 0
  }

  told(code: string): void {
    this.report.told[code] = (this.report.told[code] ?? 0) + 1
  }

  /** A stream on which nothing was said; undefined once the target has shut this peer out. */
  async stream(): Promise<TaskStream | undefined> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const stream = await this.peer.openTask()
        this.#wasIn = true
        return stream
      } catch (error) {
        // A connection that is closing may not look it yet.
        if (this.#wasIn && (await this.shutOut(CLOSE_TIMEOUT_MS))) return await this.#comeBack()
        // On a busy machine the first one may come to nothing.
        if (this.#wasIn || attempt === MAX_ATTEMPTS) throw error
      }
    }
  }

  /** A lost connection need not be a ban, on a busy machine: a stream on a new one, unless that is refused too. */
  async #comeBack(): Promise<TaskStream | undefined> {
    if (!(await this.dialAnew()) || (await this.shutOut(REFUSAL_TIMEOUT_MS))) return undefined
    return this.peer.openTaskAnew().catch(() => undefined)
  }

  /** Does something on new streams, one after the other, until the target has shut this peer out. */
  async offend(work: (stream: TaskStream) => Promise<void> | void): Promise<void> {
    for (let offences = 0; offences < MAX_OFFENCES; offences += 1) {
      const stream = await this.stream()
      if (stream === undefined) return
      await this.once(stream, work)
    }
  }

  /** Does something on a stream and waits until the target has refused the stream. */
  async once(stream: TaskStream, work: (stream: TaskStream) => Promise<void> | void): Promise<void> {
    try {
      await work(stream)
    } catch (error) {
      // Banned between two steps.
      if (stream.answers.ended === undefined && !(await this.shutOut(CLOSE_TIMEOUT_MS))) throw error
    }
    await this.refusal(stream)
  }

  /** Waits for the end of a stream and notes why it came. */
  async refusal(stream: TaskStream): Promise<void> {
    await stream.answers.finished('the end of the stream', ANSWER_TIMEOUT_MS)
    this.noteAnswers(stream)
  }

  /** Notes the codes of all STATUS that came on a stream, replies too. */
  noteAnswers(stream: TaskStream): void {
    for (const { type, payload } of stream.answers.items) {
      if (messageTypeName(type) === 'STATUS') this.told(decodeStatus(payload).code)
    }
  }

  /** A connection beside those there are. True if it was taken. */
  async dialAnew(): Promise<boolean> {
    try {
      await this.peer.dial()
      return true
    } catch {
      this.report.refusedConnections += 1
      return false
    }
  }

  /** TCP connections from all over the prefix that say nothing. Resolves once the target has closed them all. */
  async silentSockets(count: number): Promise<void> {
    const [, , host = '', , port] = this.init.target.split('/')
    const ends = Array.from({ length: count }, async (_, index) => {
      const socket = connect({
        host,
        port: Number(port),
        localAddress: `${this.#prefix}.${2 + (index % 200)}`
      })
      await closed(socket)
      this.report.refusedConnections += 1
    })
    await Promise.all(ends)
  }

  /** Waits until the target has ended every connection. */
  async shutOut(timeoutMs: number): Promise<boolean> {
    const deadline = Date.now() + timeoutMs
    while (this.connected && Date.now() < deadline) await delay(50)
    return !this.connected
  }

  async stop(): Promise<void> {
    await this.peer.stop()
  }
}

function closed(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    socket.on('error', () => {})
    socket.once('close', () => resolve())
    socket.resume()
  })
}

import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { errorMessage } from '@ailee/core'
import { z } from 'zod'
import { NodeError } from '../errors.js'

/** What a running node leaves for the commands that ask it something. */
const runFileSchema = z.object({
  pid: z.number(),
  peerId: z.string(),
  multiaddrs: z.array(z.string()),
  http: z.string().nullable()
})

export type RunFile = z.output<typeof runFileSchema>

/** The files of a data directory. */
export class DataDir {
  readonly path: string

  constructor(path: string) {
    this.path = path
  }

  get nodeKey(): string {
    return join(this.path, 'node.key')
  }

  /** Identity of the commands that submit tasks: another than the node's, so that both can be online at once. */
  get clientKey(): string {
    return join(this.path, 'client.key')
  }

  get store(): string {
    return join(this.path, 'store')
  }

  get config(): string {
    return join(this.path, 'config.yaml')
  }

  get #runFile(): string {
    return join(this.path, 'node.json')
  }

  /** Makes the folder, readable by its owner only. Throws DATA_DIR_NOT_WRITABLE. */
  async create(): Promise<void> {
    try {
      await makeFolders(this.path)
    } catch (cause) {
      throw new NodeError('DATA_DIR_NOT_WRITABLE', `${this.path}: ${errorMessage(cause)}`, {
        cause,
        hint: 'name a folder you may write with --data-dir'
      })
    }
  }

  async writeRunFile(run: RunFile): Promise<void> {
    const partial = `${this.#runFile}.partial`
    await writeFile(partial, `${JSON.stringify(run)}\n`)
    await rename(partial, this.#runFile)
  }

  async removeRunFile(): Promise<void> {
    await rm(this.#runFile, { force: true })
  }

  /** The node that runs in this directory, or undefined. A file left behind by a killed node counts as none. */
  async readRunFile(): Promise<RunFile | undefined> {
    const text = await readFile(this.#runFile, 'utf8').catch(() => undefined)
    if (text === undefined) return undefined
    try {
      const run = runFileSchema.parse(JSON.parse(text))
      process.kill(run.pid, 0)
      return run
    } catch {
      return undefined
    }
  }
}

/** As `mkdir -p`. Not by `recursive: true`, which never ends on file systems that refuse new folders as /proc does. */
async function makeFolders(path: string): Promise<void> {
  const exists = await stat(path).catch(() => undefined)
  if (exists?.isDirectory()) return
  const parent = dirname(path)
  if (exists === undefined && parent !== path) await makeFolders(parent)
  await mkdir(path, { mode: 0o700 })
}

import { DataDir } from '../config/data-dir.js'
import type { SettingKey } from '../config/settings.js'
import { NodeError } from '../errors.js'
import { type CommonOptions, loadConfig } from './command.js'

export type NodeOptions = CommonOptions & { http?: string } & Record<string, unknown>

/** What says which node on this machine is meant. */
export const nodeAddress: readonly SettingKey[] = ['dataDir', 'http']
const TIMEOUT_MS = 5_000

/** Asks the node that runs from the data directory, or at `--http`. Throws NODE_NOT_RUNNING. */
export function askNode<T>(options: NodeOptions, path: string): Promise<T> {
  return answer(options, path, async (response) => {
    if (!response.ok) throw new Error(`it answered ${response.status}`)
    return (await response.json()) as T
  })
}

/** A file of that node. Throws NODE_NOT_RUNNING, and `missing` where it has none at this path. */
export async function fileOfNode(
  options: NodeOptions,
  path: string,
  missing: NodeError
): Promise<Uint8Array> {
  const file = await answer(options, path, async (response) => {
    if (response.status === 404) return undefined
    if (!response.ok) throw new Error(`it answered ${response.status}`)
    return new Uint8Array(await response.arrayBuffer())
  })
  if (file === undefined) throw missing
  return file
}

async function answer<T>(
  options: NodeOptions,
  path: string,
  read: (response: Response) => Promise<T>
): Promise<T> {
  const config = await loadConfig(options)
  const running = await new DataDir(config.dataDir).readRunFile()
  const base =
    options.http === undefined ? (running?.http ?? `http://${config.http}`) : `http://${config.http}`
  if (base.endsWith('//off')) throw new NodeError('NODE_NOT_RUNNING', 'HTTP is off for this node')
  try {
    return await read(await fetch(new URL(path, base), { signal: AbortSignal.timeout(TIMEOUT_MS) }))
  } catch (cause) {
    throw new NodeError('NODE_NOT_RUNNING', `no node answers at ${base}`, {
      cause,
      hint: 'start one with `ailee-node start`, or name its address with --http'
    })
  }
}

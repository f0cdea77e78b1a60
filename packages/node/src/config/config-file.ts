import { readFile } from 'node:fs/promises'
import { errorMessage } from '@ailee/core'
import { parse } from 'yaml'
import { NodeError } from '../errors.js'
import { settingKeys, settings } from './settings.js'

/** Reads a YAML (or JSON) file of settings, unchecked. */
export async function readConfigFile(path: string): Promise<Record<string, unknown>> {
  let parsed: unknown
  try {
    parsed = parse(await readFile(path, 'utf8'), { maxAliasCount: 0 })
  } catch (cause) {
    throw new NodeError('CONFIG_UNREADABLE', `${path}: ${errorMessage(cause)}`, {
      cause,
      hint: 'write a fresh one with `ailee-node init`'
    })
  }
  if (parsed === null || parsed === undefined) return {}
  if (typeof parsed !== 'object' || Array.isArray(parsed)) {
    throw new NodeError('CONFIG_UNREADABLE', `${path}: not a list of settings`)
  }
  return parsed as Record<string, unknown>
}

/** A file with every setting at its default, each commented out and explained. */
export function configTemplate(): string {
  const lines = settingKeys.flatMap((key) => {
    const { description, env, fallback } = settings[key]
    return [`# ${description} (${env})`, `#${key}: ${JSON.stringify(fallback)}`, '']
  })
  return [
    '# Settings of ailee-node. A flag beats the environment, which beats this file.',
    '',
    ...lines
  ].join('\n')
}

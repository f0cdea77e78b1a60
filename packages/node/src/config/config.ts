import { resolve } from 'node:path'
import { NodeError } from '../errors.js'
import { type Config, flagName, type SettingKey, settingKeys, settings } from './settings.js'

/** Where settings come from; an earlier source beats a later one. */
export interface ConfigSources {
  /** Options as commander gives them. */
  flags: Record<string, unknown>
  env: Partial<Record<SettingKey, unknown>>
  file: Record<string, unknown>
}

/** Merges and checks the sources: flag > environment > file > default. Throws CONFIG_INVALID with every problem at once. */
export function resolveConfig({ flags, env, file }: ConfigSources): Config {
  const problems: string[] = []
  const config: Record<string, unknown> = {}
  for (const key of Object.keys(file)) {
    if (!settingKeys.includes(key as SettingKey))
      problems.push(`${key}: no such setting in the configuration file`)
  }
  for (const key of settingKeys) {
    const { schema, fallback, flag, env: envName } = settings[key]
    const sources: [name: string, value: unknown][] = [
      [flag.split(' ')[0] ?? key, flags[flagName(key)]],
      [envName, env[key]],
      [`${key} (file)`, file[key]]
    ]
    const found = sources.find(([, value]) => value !== undefined)
    if (found === undefined) {
      config[key] = fallback
      continue
    }
    const [name, value] = found
    const parsed = schema.safeParse(value)
    if (parsed.success) config[key] = parsed.data
    else problems.push(`${name}: ${parsed.error.issues.map(({ message }) => message).join('; ')}`)
  }
  const { price, maxPrice } = config
  if (typeof price === 'number' && typeof maxPrice === 'number' && maxPrice < price) {
    problems.push(`--max-price: ${maxPrice} is below --price ${price}`)
  }
  if (problems.length > 0) {
    throw new NodeError('CONFIG_INVALID', problems.join('\n'), { hint: 'see `ailee-node start --help`' })
  }
  const checked = config as Config
  return { ...checked, dataDir: resolve(checked.dataDir) }
}

import { type SettingKey, settingKeys, settings } from './settings.js'

/** What the environment says, unchecked. Empty values count as not set. */
export function readEnv(env: NodeJS.ProcessEnv): Partial<Record<SettingKey, unknown>> {
  const found: Partial<Record<SettingKey, unknown>> = {}
  for (const key of settingKeys) {
    const text = env[settings[key].env]
    if (text === undefined || text === '') continue
    found[key] = 'list' in settings[key] ? text.split(',').map((part) => part.trim()) : text
  }
  return found
}

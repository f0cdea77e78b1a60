import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { resolveConfig } from '../../src/config/config.js'
import { configTemplate } from '../../src/config/config-file.js'
import { readEnv } from '../../src/config/env.js'
import { flagName, settingKeys, settings } from '../../src/config/settings.js'
import type { NodeError } from '../../src/errors.js'

const none = { flags: {}, env: {}, file: {} }

test('a flag beats the environment, which beats the file, which beats the default', () => {
  assert.is(resolveConfig(none).region, '')
  assert.is(resolveConfig({ ...none, file: { region: 'file' } }).region, 'file')
  assert.is(resolveConfig({ ...none, env: { region: 'env' }, file: { region: 'file' } }).region, 'env')
  const all = { flags: { region: 'flag' }, env: { region: 'env' }, file: { region: 'file' } }
  assert.is(resolveConfig(all).region, 'flag')
})

test('every setting has a flag, an environment name and a place in the template, and none twice', () => {
  const template = configTemplate()
  for (const key of settingKeys) assert.match(template, `#${key}: `)
  const flags = settingKeys.map((key) => flagName(key))
  const names = settingKeys.map((key) => settings[key].env)
  assert.is(new Set(flags).size, settingKeys.length)
  assert.is(new Set(names).size, settingKeys.length)
  for (const name of names) assert.match(name, /^AILEE_[A-Z_]+$/)
})

test('every default passes its own check', () => {
  const file = Object.fromEntries(settingKeys.map((key) => [key, settings[key].fallback]))
  assert.equal(resolveConfig({ ...none, file }), resolveConfig(none))
})

test('the environment: lists by commas, empty values as not set', () => {
  const env = readEnv({
    AILEE_BOOTSTRAP: '/ip4/1.2.3.4/tcp/1, /ip4/1.2.3.4/tcp/2',
    AILEE_REGION: '',
    AILEE_SLOTS: '3',
    AILEE_MDNS: 'false'
  })
  const config = resolveConfig({ ...none, env })
  assert.equal(config.bootstrap, ['/ip4/1.2.3.4/tcp/1', '/ip4/1.2.3.4/tcp/2'])
  assert.is(config.slots, 3)
  assert.is(config.mdns, false)
  assert.is(config.region, '')
})

test('all problems are told at once, unknown keys among them', () => {
  try {
    resolveConfig({ flags: { role: 'boss' }, env: { slots: 'many' }, file: { colour: 'blue' } })
    assert.unreachable()
  } catch (error) {
    const { code, message } = error as NodeError
    assert.is(code, 'CONFIG_INVALID')
    assert.match(message, '--role')
    assert.match(message, 'AILEE_SLOTS')
    assert.match(message, 'colour')
  }
})

test('a highest price is not below the lowest, and bidders are 1 to 64', () => {
  const problem = (flags: Record<string, unknown>): string => {
    try {
      resolveConfig({ ...none, flags })
      return ''
    } catch (error) {
      return (error as NodeError).message
    }
  }
  assert.match(problem({ price: '100', maxPrice: '99' }), '--max-price: 99 is below --price 100')
  assert.is(problem({ price: '100', maxPrice: '100' }), '')
  assert.is(problem({ price: '100' }), '')
  assert.match(problem({ maxBidders: '65' }), '--max-bidders')
  assert.match(problem({ maxBidders: '0' }), '--max-bidders')
})

test.run()

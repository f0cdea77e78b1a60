import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { prepareModule } from '../../src/module/prepare.js'
import { ModuleCache } from '../../src/pool/module-cache.js'
import { addModule } from '../fixtures/build-module.js'

const prepared = prepareModule(addModule, { memoryBytes: 0 })
const compiled = new WebAssembly.Module(prepared.bytes)
const size = prepared.bytes.length

function keysIn(cache: ModuleCache): string {
  return [...'abcdef'].filter((key) => cache.get(key) !== undefined).join('')
}

test('the module used least recently goes first, past the number', () => {
  const cache = new ModuleCache({ modules: 2, bytes: size * 10 })
  for (const key of 'ab') cache.set(key, { prepared, compiled })
  cache.get('a')
  cache.set('c', { prepared, compiled })
  assert.is(keysIn(cache), 'ac')
})

test('and past the size; one that is larger than all stays until the next', () => {
  const cache = new ModuleCache({ modules: 10, bytes: size * 2 })
  for (const key of 'abbcd') cache.set(key, { prepared, compiled })
  assert.is(keysIn(cache), 'cd')
  const large = { ...prepared, bytes: new Uint8Array(size * 3) }
  assert.is(cache.set('e', { prepared: large, compiled }).prepared.bytes.length, 0)
  assert.is(keysIn(cache), 'e')
  cache.set('f', { prepared, compiled })
  assert.is(keysIn(cache), 'f')
})

test.run()

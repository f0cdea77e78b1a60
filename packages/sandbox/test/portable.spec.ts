import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { built, importGraph } from './browser/fixtures/import-graph.js'

test('nothing that the portable entry loads needs Node', () => {
  const { files, named } = importGraph(built('src/portable.js'))
  assert.ok(files.has(built('src/execution/execute.js')))
  assert.equal(
    [...named].filter(([, file]) => file === undefined),
    []
  )
  assert.ok(named.has('@ailee/protocol/hash'))
})

test('the walk sees what needs Node', () => {
  assert.ok(importGraph(built('src/index.js')).named.has('node:child_process'))
})

test.run()

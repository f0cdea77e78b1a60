import { readFile } from 'node:fs/promises'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { musts } from '../src/index.js'
import { cases } from '../src/registry.js'

const test = suite('requirements')
const specification = new URL('../../../../proto/SPEC.md', import.meta.url)

test('they are those of the specification, no more and no less', async () => {
  const text = await readFile(specification, 'utf8')
  const numbers = [...text.matchAll(/\*\*(MUST-\d{3})\*\*/g)].map(([, number]) => number)
  assert.equal(Object.keys(musts), [...new Set(numbers)].sort())
})

test('every case is of a requirement', () => {
  for (const must of cases.keys()) assert.ok(must in musts, must)
})

test.run()

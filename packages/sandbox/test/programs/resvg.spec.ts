import { test } from 'uvu'
import * as assert from 'uvu/assert'
import { inspectModule } from '../../src/inspect/inspect.js'
import { instrumentModule } from '../../src/instrument/index.js'
import { loadResvg, resvgBytes } from './fixtures/resvg.js'

const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="160" height="120">
  <defs>
    <linearGradient id="g"><stop offset="0" stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient>
    <filter id="b"><feGaussianBlur stdDeviation="3"/></filter>
  </defs>
  <circle cx="80" cy="60" r="50" fill="url(#g)"/>
  <path d="M10 10 C 60 200 140 -50 150 110" stroke="green" stroke-width="7" fill="none" filter="url(#b)"
    transform="rotate(13 80 60)"/>
</svg>`

test('a module of 2.5 MB stays valid, and draws the same picture for the same fuel', async () => {
  const bytes = resvgBytes()
  assert.ok(bytes.length > 2_000_000)
  const options = { memoryPages: 4_096, tableElements: 100_000 }
  const metered = instrumentModule(bytes, options)
  assert.ok(WebAssembly.validate(metered.bytes))
  const plain = (await loadResvg(bytes)).render(svg)
  const once = (await loadResvg(metered.bytes, metered.exports)).render(svg)
  const again = (await loadResvg(metered.bytes, metered.exports)).render(svg)
  assert.ok(plain.png.length > 5_000)
  assert.equal(once.png, plain.png)
  assert.ok(once.fuel > 1_000_000n)
  assert.equal(again, once)
})

test('as a task it is refused for its imports alone', () => {
  const { refusal, functions } = inspectModule(resvgBytes(), { memoryBytes: 2 ** 26 })
  assert.is(refusal?.code, 'IMPORT_DENIED')
  assert.ok(functions > 1_000)
})

test.run()

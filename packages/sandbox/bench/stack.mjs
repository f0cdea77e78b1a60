/**
 * How much native stack a unit of depth takes at most: recursions without end, made by hand and at random, until the
 * native stack is full, under both of V8's compilers.
 *
 *   npm run build && node_modules/.bin/node packages/sandbox/bench/stack.mjs [random shapes] [seed]
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { CHILD_STACK_KIB } from '../dist/src/constants.js'
import { instrumentModule, meteringParameters } from '../dist/src/instrument/index.js'
import { assemble } from '../dist/test/instrument/fixtures/assemble.js'
import {
  numbers,
  randomShape,
  recursionOf,
  worstShapes
} from '../dist/test/instrument/fixtures/frame-shapes.js'

const STACK_KIB = 6_000
const UNITS = 2 ** 30
const byHand = worstShapes
const options = { memoryPages: 16, tableElements: 1_000, measureDepth: true }
const [count = '150', seed = '1', inside] = process.argv.slice(2)

/** Bytes of native stack per unit of depth. */
function measure(shape) {
  const metered = instrumentModule(assemble(recursionOf(shape)), options)
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(metered.bytes))
  exports[metered.exports.fuel].value = 2n ** 60n
  exports[metered.exports.depth].value = UNITS
  exports[metered.exports.deepest].value = UNITS
  try {
    exports.run()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return (STACK_KIB * 1024) / (UNITS - exports[metered.exports.deepest].value)
  }
  throw new Error('it came back')
}

if (inside === 'inside') {
  const below = numbers(Number(seed) * 7_919)
  const shapes = Object.entries(byHand)
  for (let index = 0; index < Number(count); index++) {
    shapes.push([`random ${index}`, randomShape(below, [100, 1_000, 9_000][index % 3])])
  }
  for (const [name, shape] of shapes) {
    let bytes
    try {
      bytes = measure(shape)
    } catch (error) {
      bytes = error.message
    }
    console.log(JSON.stringify({ name, shape, bytes }))
  }
} else {
  const room = (CHILD_STACK_KIB * 1024) / meteringParameters.depthUnits
  console.log(`a child has ${room.toFixed(0)} bytes for each unit of depth`)
  for (const flags of [['--no-liftoff'], ['--liftoff', '--liftoff-only']]) {
    const self = [fileURLToPath(import.meta.url), count, seed, 'inside']
    const { stdout, stderr } = spawnSync(process.execPath, [...flags, `--stack-size=${STACK_KIB}`, ...self], {
      encoding: 'utf8',
      maxBuffer: 2 ** 26
    })
    const rows = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const measured = rows.filter(({ bytes }) => typeof bytes === 'number').sort((a, b) => b.bytes - a.bytes)
    console.log(
      `\n${flags.at(-1)}: ${measured.length} shapes measured, ${rows.length - measured.length} refused ${stderr}`
    )
    for (const { name, bytes } of rows.filter((entry) => entry.name in byHand)) {
      console.log(`  ${name.padEnd(36)} ${typeof bytes === 'number' ? `${bytes.toFixed(1)} B/unit` : bytes}`)
    }
    for (const { shape, bytes } of measured.filter(({ name }) => name.startsWith('random')).slice(0, 3)) {
      console.log(`  random, ${bytes.toFixed(1)} B/unit: ${JSON.stringify(shape)}`)
    }
  }
}

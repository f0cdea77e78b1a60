/**
 * Converts files of the WebAssembly test suite for `WASM_TESTSUITE`, with wabt's wast2json:
 *
 *   node scripts/convert-testsuite.mjs <folder of .wast>... <out>
 *
 * Each file becomes a folder `<out>/<folder's name>-<file's name>`. Files that wast2json cannot read are named.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'

const folders = process.argv.slice(2)
const out = folders.pop()
if (out === undefined || folders.length === 0) {
  console.error('usage: node scripts/convert-testsuite.mjs <folder of .wast>... <out>')
  process.exit(2)
}

let converted = 0
const failed = []
for (const folder of folders) {
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.wast')) continue
    const name = `${basename(resolve(folder))}-${basename(file, '.wast')}`
    const target = join(out, name)
    rmSync(target, { recursive: true, force: true })
    mkdirSync(target, { recursive: true })
    const json = join(target, `${name}.json`)
    const args = ['--enable-tail-call', join(folder, file), '-o', json]
    const { error, status } = spawnSync('wast2json', args, { stdio: 'ignore' })
    if (error !== undefined) {
      console.error(`wast2json does not start (${error.message}): install wabt`)
      process.exit(1)
    }
    if (status === 0) converted++
    else {
      failed.push(name)
      rmSync(target, { recursive: true })
    }
  }
}
console.log(`${converted} files converted`)
if (failed.length > 0) console.log(`not read by wast2json: ${failed.join(', ')}`)
if (converted === 0) process.exit(1)

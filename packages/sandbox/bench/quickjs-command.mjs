import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { quickJsBytes } from './quickjs.mjs'

const tools = join(dirname(fileURLToPath(import.meta.resolve('binaryen'))), 'bin')

/** QuickJS and `quickjs-driver.wat` in one module: a WASI command that evaluates the script on standard input. */
export function buildQuickJsCommand() {
  const folder = mkdtempSync(join(tmpdir(), 'ailee-quickjs-'))
  const run = (tool, ...args) =>
    execFileSync(process.execPath, [join(tools, tool), ...args], { cwd: folder, stdio: 'pipe' })
  try {
    writeFileSync(join(folder, 'quickjs.wasm'), quickJsBytes())
    writeFileSync(join(folder, 'driver.wat'), readFileSync(new URL('quickjs-driver.wat', import.meta.url)))
    run('wasm-as', 'driver.wat', '-o', 'driver.wasm')
    const features = ['bulk-memory', 'sign-ext', 'nontrapping-float-to-int', 'mutable-globals', 'multivalue']
    const flags = features.map((feature) => `--enable-${feature}`)
    run('wasm-merge', 'quickjs.wasm', 'quickjs', 'driver.wasm', 'env', ...flags, '-o', 'command.wasm')
    return readFileSync(join(folder, 'command.wasm'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/**
 * Generates the committed protobuf modules from `proto/`.
 * `--check` generates into memory and fails if the committed files differ.
 */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const run = promisify(execFile)

/** Where each proto package goes. The root name keeps protobufjs from sharing one process-wide registry. */
const targets = [
  { folder: 'proto/ailee/v1', out: 'packages/protocol/generated', rootName: 'ailee_v1' },
  { folder: 'proto/ailee/store/v1', out: 'packages/store/generated', rootName: 'ailee_store_v1' }
]

async function generate({ folder, rootName }) {
  const work = await mkdtemp(join(tmpdir(), 'ailee-proto-'))
  try {
    const files = (await readdir(join(root, folder))).filter((name) => name.endsWith('.proto')).sort()
    const js = join(work, 'messages.js')
    const dts = join(work, 'messages.d.ts')
    const cli = join(root, 'node_modules/protobufjs-cli/bin')
    const flags = ['-t', 'static-module', '-w', 'es6', '--es6', '-r', rootName, '-p', join(root, 'proto')]
    const lean = [
      '--no-create',
      '--no-verify',
      '--no-convert',
      '--no-delimited',
      '--no-service',
      '--no-typeurl'
    ]
    const sources = files.map((name) => join(root, folder, name))
    await run(process.execPath, [join(cli, 'pbjs'), ...flags, ...lean, '-o', js, ...sources])
    await run(process.execPath, [join(cli, 'pbts'), '-o', dts, js])
    const fixImport = (text) =>
      text
        .replace(
          /import \* as \$protobuf from "protobufjs\/minimal"/,
          'import $protobuf from "protobufjs/minimal.js"'
        )
        .replace(/import \* as \$protobuf from "protobufjs"/, 'import type * as $protobuf from "protobufjs"')
        .replace(
          'import Long = require("long")',
          'type Long = { low: number; high: number; unsigned: boolean };'
        )
    return {
      'messages.js': fixImport(await readFile(js, 'utf8')),
      'messages.d.ts': fixImport(await readFile(dts, 'utf8'))
    }
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

const check = process.argv.includes('--check')
let stale = 0
for (const target of targets) {
  for (const [name, text] of Object.entries(await generate(target))) {
    const path = join(root, target.out, name)
    if (check) {
      const committed = await readFile(path, 'utf8').catch(() => '')
      if (committed !== text) {
        stale += 1
        console.error(`${target.out}/${name} does not match ${target.folder}: run \`npm run generate\``)
      }
    } else {
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, text)
      console.log(`${target.out}/${name}`)
    }
  }
}
if (check && stale === 0) console.log('generated code matches proto/')
process.exit(stale === 0 ? 0 : 1)

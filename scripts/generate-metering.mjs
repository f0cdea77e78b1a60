/**
 * Writes `proto/metering-v<version>.txt`: the text whose sha3-256 is the metering hash. `--check` fails if the
 * committed file differs, or if SPEC.md names another version or hash.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { meteringHash, meteringText } from '../packages/sandbox/dist/src/instrument/metering-hash.js'
import { root } from './workspace.mjs'

const folder = join(root, 'proto')
const text = meteringText()
const [, version] = /^ailee-metering (\d+)\n/.exec(text) ?? []
const name = `metering-v${version}.txt`
const hash = Buffer.from(meteringHash()).toString('hex')

async function findFaults() {
  const spec = await readFile(join(folder, 'SPEC.md'), 'utf8')
  const committed = await readFile(join(folder, name), 'utf8').catch(() => '')
  const others = (await readdir(folder)).filter((file) => /^metering-v\d+\.txt$/.test(file) && file !== name)
  return [
    ...(committed === text
      ? []
      : [`proto/${name} does not match the code: run \`npm run generate-metering\``]),
    ...others.map((file) => `proto/${file} is of another version of the rules`),
    ...(spec.includes(`(${name})`) ? [] : [`proto/SPEC.md does not point to ${name}`]),
    ...(spec.includes(`\`${hash}\``) ? [] : [`proto/SPEC.md does not state the metering hash ${hash}`])
  ]
}

if (process.argv.includes('--check')) {
  const faults = await findFaults()
  for (const fault of faults) console.error(fault)
  if (faults.length === 0) console.log(`proto/${name} is what ${hash} stands for`)
  process.exit(faults.length === 0 ? 0 : 1)
}
await writeFile(join(folder, name), text)
console.log(`proto/${name}: ${hash}`)

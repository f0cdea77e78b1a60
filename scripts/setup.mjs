/**
 * Brings a fresh clone to a working state: dependencies from the lockfile by the pinned pnpm, the pinned Node,
 * a build. Needs only Node 20 or newer, npm and the npm registry; does nothing where nothing is missing.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { nodeProgram, pinnedNode, root } from './workspace.mjs'

const stampFolder = join(root, 'node_modules/.ailee')

/** Runs a program, keeping its output to itself unless it fails. */
function runQuietly(command, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32'
    })
    let output = ''
    const keep = (chunk) => {
      output = (output + chunk).slice(-20_000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0
        ? resolve(output)
        : reject(new Error(`${command} ${args.join(' ')} ended with code ${code}:\n${output}`))
    )
  })
}

/** Shows that a long step is alive: dots on a terminal, one line elsewhere. */
async function step(title, work) {
  const started = Date.now()
  process.stderr.write(`${title} `)
  const dots = setInterval(() => process.stderr.write('.'), 1000)
  try {
    await work()
    process.stderr.write(` ${((Date.now() - started) / 1000).toFixed(1)} s\n`)
  } catch (error) {
    process.stderr.write(' failed\n')
    throw error
  } finally {
    clearInterval(dots)
  }
}

async function hashOf(paths) {
  const hash = createHash('sha256')
  for (const path of paths) hash.update(path).update(await readFile(join(root, path)))
  return hash.digest('hex')
}

async function manifests() {
  const packages = (await readdir(join(root, 'packages'))).sort()
  return [
    'package.json',
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    ...packages.map((name) => `packages/${name}/package.json`)
  ]
}

/** Skips `work` if it was done before for the same files. */
async function once(name, fingerprint, work) {
  const stamp = join(stampFolder, name)
  if ((await readFile(stamp, 'utf8').catch(() => '')) === fingerprint) return
  await work()
  await mkdir(stampFolder, { recursive: true })
  await writeFile(stamp, fingerprint)
}

async function install() {
  const { packageManager } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
  const args = ['-y', packageManager, 'install', '--frozen-lockfile', '--reporter=append-only']
  await step('installing dependencies', () => runQuietly('npx', args, { CI: 'true' }))
  await stat(pinnedNode)
}

/** The compiler builds only what changed, so this is quick when nothing did. */
export async function build() {
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  await runQuietly(nodeProgram(), [compiler, '-b'])
}

async function isBuilt() {
  return stat(join(root, 'packages/node/dist/src/index.js')).then(
    () => true,
    () => false
  )
}

/** Everything `demo` and `test` need. */
export async function setup() {
  const major = Number(process.versions.node.split('.')[0])
  if (major < 20) throw new Error(`Node 20 or newer is needed, this is ${process.versions.node}`)
  await once('installed', await hashOf(await manifests()), install)
  if (await isBuilt()) await build()
  else await step('building', build)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await setup()
    console.error('ready')
  } catch (error) {
    console.error(error.message)
    process.exit(1)
  }
}

/**
 * Holds every import of the packages against the table in ARCHITECTURE.md: imports go down only, packages of one
 * row never import each other, only `network` and `conformance` touch libp2p, and package.json and tsconfig.json say
 * the same as the code. Contracts may be imported by the tests of all that stands above them, and the rest of
 * `conformance` only by the command line. Exits 1 and names each line that does not fit.
 */
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { root } from './workspace.mjs'

/** Row of each package, and what else bounds it. */
const layers = {
  core: { row: 0, browser: true },
  protocol: { row: 1, browser: true },
  store: { row: 2 },
  network: { row: 2, libp2p: true },
  sandbox: { row: 2 },
  market: { row: 2, browser: true },
  // Its own libp2p, not network's: a probe that shared the code under test would share its faults.
  conformance: { row: 2, libp2p: true },
  settlement: { row: 2 },
  coordinator: { row: 3 },
  worker: { row: 3 },
  client: { row: 3 },
  node: { row: 4 },
  web: { row: 4, only: ['core', 'protocol', 'market', 'sandbox'] },
  // Above the roles, below the program, which has it as a command. What it imports is named here.
  simulator: {
    row: 3.5,
    only: [
      'core',
      'protocol',
      'store',
      'network',
      'sandbox',
      'market',
      'settlement',
      'coordinator',
      'worker',
      'client'
    ]
  }
}

const libp2pModule = /^(libp2p|@libp2p\/|@chainsafe\/libp2p|@multiformats\/)/
const problems = []

async function sourceFiles(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
}

/** Every module a file names in import, export … from, and import(). */
function importsOf(text) {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  const pattern = /(?:\bfrom\s*|\bimport\s*\(\s*|^\s*import\s+)['"]([^'"]+)['"]/gm
  return [...code.matchAll(pattern)].map((match) => match[1])
}

function packageOf(specifier) {
  if (specifier.startsWith('@ailee/')) return specifier.slice('@ailee/'.length).split('/')[0]
  return specifier === 'ailee-node' ? 'node' : undefined
}

const contracts = '@ailee/conformance/contracts'
/** Where the contracts stand. They need nothing but these, so whoever implements a port may run them. */
const contractsFolder = 'src/contracts/'
const contractsImport = ['core', 'protocol']

function mayImport(from, to, specifier, local) {
  const { row, only } = layers[from]
  if (from === 'conformance' && local.startsWith(contractsFolder)) return contractsImport.includes(to)
  if (specifier === contracts) return local.startsWith('test/') && row >= layers.conformance.row
  // No mechanism and no role needs the probe.
  if (to === 'conformance' && from === 'node' && local.startsWith('src/')) return local.startsWith('src/cli/')
  if (only !== undefined) return only.includes(to)
  return layers[to].row < row
}

/** Beside its index a package may export more, by name. */
async function isExported(specifier) {
  const [, target, ...path] = specifier.split('/')
  const manifest = await readFile(join(root, 'packages', target, 'package.json'), 'utf8').catch(() => '{}')
  return JSON.parse(manifest).exports?.[`./${path.join('/')}`] !== undefined
}

async function checkPackage(name) {
  const folder = join(root, 'packages', name)
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  const { references = [] } = JSON.parse(await readFile(join(folder, 'tsconfig.json'), 'utf8'))
  const layer = layers[name]
  if (layer === undefined) {
    problems.push(`packages/${name} is not in the table of layers`)
    return 0
  }
  const used = new Set()
  const usedInTests = new Set()
  let usesContracts = false
  let count = 0
  for (const file of await sourceFiles(folder)) {
    const local = relative(folder, file)
    if (!/^(src|test)\//.test(local)) continue
    const inTest = local.startsWith('test/')
    for (const specifier of importsOf(await readFile(file, 'utf8'))) {
      count += 1
      const place = relative(root, file)
      const target = packageOf(specifier)
      if (target !== undefined) {
        ;(inTest ? usedInTests : used).add(target)
        if (specifier.split('/').length > 2 && !(await isExported(specifier))) {
          problems.push(`${place}: deep import ${specifier}`)
        }
        if (layers[target] === undefined) problems.push(`${place}: unknown package ${specifier}`)
        else if (!mayImport(name, target, specifier, local)) {
          problems.push(`${place}: ${name} may not import ${specifier} here`)
        }
        if (specifier === contracts) usesContracts = true
      } else if (specifier.startsWith('.')) {
        const reached = relative(folder, join(file, '..', specifier))
        if (reached.startsWith('..')) problems.push(`${place}: ${specifier} leaves the package`)
        if (!inTest && !reached.startsWith('src')) problems.push(`${place}: source imports ${specifier}`)
        if (
          name === 'conformance' &&
          local.startsWith(contractsFolder) &&
          !reached.startsWith(contractsFolder)
        )
          problems.push(`${place}: ${specifier} leaves the contracts`)
      } else if (name === 'conformance' && local.startsWith(contractsFolder)) {
        problems.push(`${place}: contracts may not import ${specifier}`)
      } else if (libp2pModule.test(specifier) && !layer.libp2p) {
        problems.push(`${place}: ${name} may not import libp2p (${specifier})`)
      } else if (specifier.startsWith('node:') && layer.browser && !inTest) {
        problems.push(`${place}: ${name} runs in browsers and may not import ${specifier}`)
      }
    }
  }
  for (const target of used) {
    const key = target === 'node' ? 'ailee-node' : `@ailee/${target}`
    if (manifest.dependencies?.[key] !== 'workspace:*') {
      problems.push(`packages/${name}/package.json lacks "${key}": "workspace:*"`)
    }
    if (!references.some(({ path }) => path === `../${target}`)) {
      problems.push(`packages/${name}/tsconfig.json lacks a reference to ../${target}`)
    }
  }
  if (usesContracts && name !== 'conformance') {
    const manifested =
      manifest.dependencies?.['@ailee/conformance'] ?? manifest.devDependencies?.['@ailee/conformance']
    if (manifested !== 'workspace:*')
      problems.push(`packages/${name}/package.json lacks "@ailee/conformance" for its tests`)
    if (!references.some(({ path }) => path === '../conformance'))
      problems.push(`packages/${name}/tsconfig.json lacks a reference to ../conformance`)
  }
  for (const key of Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })) {
    const target = packageOf(key)
    if (target !== undefined && !used.has(target) && !usedInTests.has(target)) {
      problems.push(`packages/${name}/package.json names ${key}, which nothing imports`)
    }
  }
  return count
}

/** A folder without package.json holds nothing of TypeScript. */
const isPackage = (name) => existsSync(join(root, 'packages', name, 'package.json'))

const packages = (await readdir(join(root, 'packages'))).filter(isPackage).sort()
let imports = 0
for (const name of packages) imports += await checkPackage(name)
for (const problem of problems) console.error(problem)
console.log(
  problems.length === 0
    ? `layers hold: ${packages.length} packages, ${imports} imports, none upward or circular`
    : `${problems.length} imports do not fit the layers`
)
process.exit(problems.length === 0 ? 0 : 1)

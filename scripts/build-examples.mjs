/**
 * Rebuilds the example task modules, or checks the committed ones.
 *
 *   node scripts/build-examples.mjs                   build what the toolchains at hand allow
 *   node scripts/build-examples.mjs --language c      one language: as, c, rust or wat
 *   node scripts/build-examples.mjs --check           compare hashes, write nothing
 *
 * `examples/modules/manifest.json` holds each module's build command and hash; this program runs the
 * commands from the repository's root and writes back only `sha256` and `sizeBytes`. The check rebuilds
 * AssemblyScript alone: its compiler is pinned by the lockfile, whereas other compilers' output changes
 * with their version.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const MODULES = 'examples/modules'
const LINE_WIDTH = 110
const MANIFEST = join(ROOT, MODULES, 'manifest.json')

/** How to find each language's compiler, and what to install when it is missing. */
const LANGUAGES = {
  as: { name: 'assemblyscript', find: findAsc, install: 'run `node scripts/setup.mjs`' },
  c: { name: 'c', find: findClang, install: debian('clang lld wasi-libc libclang-rt-14-dev-wasm32') },
  rust: { name: 'rust', find: findRustc, install: debian('rustc libstd-rust-dev-wasm32 lld wasi-libc') },
  wat: { name: 'wat', find: findWat2wasm, install: debian('wabt') }
}

function debian(packages) {
  return `on Debian: apt-get install ${packages}`
}

function findAsc() {
  try {
    const asc = createRequire(import.meta.url).resolve('assemblyscript/bin/asc.js')
    return [process.execPath, asc]
  } catch {
    return undefined
  }
}

function findClang(folder) {
  const source = join(folder, 'probe.c')
  // A whole program, because a clang without lld, wasi-libc or the runtime compiles but does not link.
  writeFileSync(source, 'int main(void) { return 0; }\n')
  const clang = ['clang', '--target=wasm32-wasi', '-o', join(folder, 'probe-c.wasm'), source]
  return run(clang).ok ? ['clang'] : undefined
}

function findRustc(folder) {
  const source = join(folder, 'probe.rs')
  writeFileSync(source, 'fn main() {}\n')
  const links = (rustc, target) =>
    run([rustc, '--target', target, '-o', join(folder, 'probe-rust.wasm'), source]).ok
  // Debian's first: a rustup toolchain earlier on the PATH often lacks the wasm targets.
  const rustc = ['/usr/bin/rustc', 'rustc'].find(
    (candidate) => links(candidate, 'wasm32-wasi') && links(candidate, 'wasm32-unknown-unknown')
  )
  return rustc && [rustc]
}

function findWat2wasm() {
  return run(['wat2wasm', '--version']).ok ? ['wat2wasm'] : undefined
}

function run([program, ...args]) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd: ROOT, encoding: 'utf8' })
  return { ok: status === 0, text: `${error?.message ?? ''}${stdout ?? ''}${stderr ?? ''}` }
}

const modulePath = ({ name }) => `${MODULES}/${name}.wasm`
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')

/** Builds one module and returns its bytes; the compiler's words are the error when it fails. */
function build(entry, compiler, folder) {
  const built = join(folder, `${entry.name}.wasm`)
  const [, ...args] = entry.command.split(' ').map((part) => (part === modulePath(entry) ? built : part))
  const { ok, text } = run([...compiler, ...args])
  if (!ok) throw new Error(`${entry.command}\n${text}`)
  return readFileSync(built)
}

/** Like Biome's formatter: an array of plain strings stands on one line where that line is short enough. */
function formatManifest(manifest) {
  const oneLine = (lines, head, items, tail) => {
    const line = `${head}${items.replace(/\n\s+/g, ' ')}${tail}`
    return line.length <= LINE_WIDTH ? line : lines
  }
  return `${JSON.stringify(manifest, null, 2).replace(/^(.*\[)\n\s+("[^[\]{}]*")\n\s+(\],?)$/gm, oneLine)}\n`
}

/** Finds the compiler of each wanted language; prints a line for each that is missing. */
function findCompilers(wanted, folder) {
  const compilers = new Map()
  for (const { name, find, install } of wanted) {
    const compiler = find(folder)
    if (compiler) compilers.set(name, compiler)
    else console.log(`skip ${name}: no compiler for it found (${install})`)
  }
  return compilers
}

function buildAll(manifest, wanted, folder) {
  const compilers = findCompilers(wanted, folder)
  const entries = manifest.filter(({ language }) => compilers.has(language))
  try {
    entries.forEach((entry, at) => {
      const bytes = build(entry, compilers.get(entry.language), folder)
      const news = sha256(bytes) === entry.sha256 ? 'unchanged' : 'new'
      writeFileSync(join(ROOT, modulePath(entry)), bytes)
      Object.assign(entry, { sha256: sha256(bytes), sizeBytes: bytes.length })
      const label = `${entry.name} (${entry.language})`
      console.log(`[${at + 1}/${entries.length}] ${label}: ${bytes.length} bytes, ${news}`)
    })
  } finally {
    // Also after a failure: modules already written must agree with the manifest.
    writeFileSync(MANIFEST, formatManifest(manifest))
  }
  return []
}

function checkAll(manifest, wanted, folder) {
  const problems = []
  const languages = new Set(wanted.map(({ name }) => name))
  const asc = languages.has('assemblyscript') ? findAsc() : undefined
  if (languages.has('assemblyscript') && !asc) problems.push(`assemblyscript: ${LANGUAGES.as.install}`)

  const entries = manifest.filter(({ language }) => languages.has(language))
  entries.forEach((entry, at) => {
    const found = checkOne(entry, entry.language === 'assemblyscript' ? asc : undefined, folder)
    problems.push(...found)
    const verdict = found.length > 0 ? 'MISMATCH' : 'ok'
    console.log(`[${at + 1}/${entries.length}] ${entry.name} (${entry.language}): ${verdict}`)
  })

  const known = new Set(manifest.map(({ name }) => `${name}.wasm`))
  for (const file of readdirSync(join(ROOT, MODULES))) {
    if (file.endsWith('.wasm') && !known.has(file)) problems.push(`${file}: not in manifest.json`)
  }
  return problems
}

function checkOne(entry, asc, folder) {
  const path = join(ROOT, modulePath(entry))
  if (!existsSync(path)) return [`${entry.name}: ${modulePath(entry)} is missing`]
  const problems = []
  const compare = (what, bytes) => {
    const hash = sha256(bytes)
    if (hash !== entry.sha256) problems.push(`${entry.name}: ${what} has ${hash}, manifest ${entry.sha256}`)
  }
  const committed = readFileSync(path)
  compare('the committed module', committed)
  if (committed.length !== entry.sizeBytes) {
    problems.push(`${entry.name}: ${committed.length} bytes, manifest ${entry.sizeBytes}`)
  }
  if (!existsSync(join(ROOT, entry.source))) problems.push(`${entry.name}: ${entry.source} is missing`)
  else if (asc) compare('the rebuilt module', build(entry, asc, folder))
  return problems
}

function main() {
  const { values } = parseArgs({
    options: { check: { type: 'boolean', default: false }, language: { type: 'string' } }
  })
  if (values.language !== undefined && !Object.hasOwn(LANGUAGES, values.language)) {
    throw new Error(`--language must be one of ${Object.keys(LANGUAGES).join(', ')}`)
  }
  const wanted = values.language ? [LANGUAGES[values.language]] : Object.values(LANGUAGES)
  const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8'))
  const folder = mkdtempSync(join(tmpdir(), 'ailee-examples-'))
  try {
    const problems = (values.check ? checkAll : buildAll)(manifest, wanted, folder)
    for (const problem of problems) console.error(problem)
    if (problems.length > 0) process.exitCode = 1
    else console.log(values.check ? 'Every module matches manifest.json.' : 'Done.')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

try {
  main()
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}

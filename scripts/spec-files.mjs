/** Which spec files there are, and in which runs and order `npm test` has them. */
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './workspace.mjs'

/** Every file is a run of its own: most of it is processes, and waiting for them. */
const eachAlone = new Set(['node'])

/**
 * What takes long, the longest first: a package, or a file of one, which then is a run of its own. Whatever stands here
 * is begun first, so that the lanes end at about the same time. Ten nodes start at once, so nothing that is as busy
 * begins beside them.
 */
const longestFirst = [
  'protocol',
  'sandbox/contract',
  'sandbox/native-stack',
  'coordinator',
  'sandbox/browser/chromium',
  'sandbox/programs/quickjs',
  'sandbox/instrument/differential',
  'sandbox/bombs',
  'sandbox',
  'network',
  'market',
  'node/e2e/ten-nodes',
  'node/e2e/conformance',
  'node/e2e/bad-input',
  'conformance/channel-rules',
  'node/e2e/hostile',
  'node/e2e/main-path',
  'node/e2e/interop-go',
  'conformance/role-rules',
  'node/e2e/byzantine',
  'node/conformance/broken-workers',
  'node/e2e/faults/worker',
  'node/e2e/faults/coordinator',
  'node/e2e/telemetry',
  'node/e2e/evidence',
  'node/e2e/bans'
]

/**
 * The runs of these packages, each `{ package, title, files }` with compiled files relative to the root. A name is a
 * package, or a package and a part of a path in its `test`: `node/e2e/faults`. Throws where a name means nothing.
 */
export async function runsOf(names) {
  const specs = (await Promise.all((await packages()).map(specsOf))).flat()
  for (const name of longestFirst) select(specs, name)
  const wanted = names.length === 0 ? specs : names.flatMap((name) => select(specs, name))
  const runs = new Map()
  for (const { package: name, spec } of new Set(wanted)) {
    const path = `${name}/${spec}`
    const title = eachAlone.has(name) || longestFirst.includes(path) ? path : name
    const run = runs.get(title) ?? { package: name, title, files: [] }
    run.files.push(`packages/${name}/dist/test/${spec}.spec.js`)
    runs.set(title, run)
  }
  const place = ({ title }) =>
    (longestFirst.indexOf(title) + longestFirst.length + 1) % (longestFirst.length + 1)
  return [...runs.values()].sort((a, b) => place(a) - place(b))
}

/** The specs that a name means. */
function select(specs, name) {
  const [owner, ...path] = name.split('/')
  const chosen = specs.filter((one) => one.package === owner && one.spec.startsWith(path.join('/')))
  if (chosen.length === 0) throw new Error(`there are no tests called ${name}`)
  return chosen
}

async function packages() {
  return (await readdir(join(root, 'packages'))).sort()
}

/** By the sources: of one that was deleted the compiled file may still be there. */
async function specsOf(name) {
  const files = await filesIn(`packages/${name}/test`)
  const ending = '.spec.ts'
  return files
    .filter((file) => file.endsWith(ending))
    .sort()
    .map((file) => ({ package: name, spec: file.slice(0, -ending.length) }))
}

/** Deletes what was compiled from tests that are gone: other tests could still import it. */
export async function prune() {
  for (const name of await packages()) {
    const sources = new Set(await filesIn(`packages/${name}/test`))
    for (const file of await filesIn(`packages/${name}/dist/test`)) {
      const [, stem] = file.match(/^(.*?)(\.d\.ts|\.js)(\.map)?$/) ?? []
      if (stem === undefined || sources.has(`${stem}.ts`)) continue
      await rm(join(root, 'packages', name, 'dist/test', file))
    }
  }
}

/** Paths of all files below a folder, with `/` between their parts; none where there is no folder. */
async function filesIn(folder) {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(
    (error) => {
      if (error.code === 'ENOENT') return []
      throw error
    }
  )
  const start = join(root, folder).length + 1
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(start).replaceAll('\\', '/'))
}

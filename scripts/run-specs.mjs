/**
 * Runs compiled spec files in this process, one after the other: `node scripts/run-specs.mjs <file>...`. Its last line
 * of output is a {@link MARK} and, as JSON, what came of them. uvu's own runner would neither tell of a file that
 * registers no test nor take files by name.
 */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Stands before the tally: `{ passed, total, skipped, empty }`, the last with the files that register no test. */
export const MARK = '::specs '

async function runSpecs(files) {
  // As uvu's own runner does it: suites are kept by file until exec.
  globalThis.UVU_DEFER = 1
  const { exec } = await import('uvu')
  const queue = globalThis.UVU_QUEUE
  const tally = { passed: 0, total: 0, skipped: 0, empty: [] }
  for (const file of files) {
    globalThis.UVU_INDEX = queue.push([file]) - 1
    await import(pathToFileURL(resolve(file)).href)
  }
  for (const group of queue) {
    const [file, ...suites] = group
    let seen = 0
    const counted = suites.map((suite, index) => async () => {
      const result = await suite()
      const [, passed, skipped, total] = result
      tally.passed += passed
      tally.total += total
      tally.skipped += skipped
      seen += total + skipped
      if (index === suites.length - 1 && seen === 0) tally.empty.push(file)
      return result
    })
    if (suites.length === 0) tally.empty.push(file)
    group.splice(1, suites.length, ...counted)
  }
  await exec()
  if (tally.empty.length > 0) process.exitCode = 1
  console.log(`${MARK}${JSON.stringify(tally)}`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await runSpecs(process.argv.slice(2))

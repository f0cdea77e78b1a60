import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { cli, errorOf, lastJson } from '../support/cli.js'

const test = suite<{ folder: string }>('evidence files at the command line')

interface Vector {
  name: string
  file?: string
  offender?: string
  id?: string
  failed?: string
  code?: string
}

const vectors = new URL('../../../../../proto/vectors/evidence.json', import.meta.url)
const { cases } = JSON.parse(await readFile(vectors, 'utf8')) as { cases: Vector[] }

function named(name: string): Vector & { file: string } {
  const vector = cases.find((one) => one.name === name)
  if (vector?.file === undefined) throw new Error(`no vector ${name}`)
  return { ...vector, file: vector.file }
}

test.before(async (context) => {
  context.folder = await mkdtemp(join(tmpdir(), 'ailee-evidence-'))
})

test.after(({ folder }) => rm(folder, { recursive: true }))

test('evidence of every kind convicts, and says of what', async ({ folder }) => {
  const path = join(folder, 'evidence.json')
  for (const [name, kind] of [
    ['two results', 'RECEIPT'],
    ['two verdicts', 'VERDICT'],
    ['two bids', 'BID']
  ] as const) {
    const { file, offender, id } = named(name)
    await writeFile(path, file)
    const judged = await cli(['verify', path, '--json'])
    assert.is(judged.code, 0, judged.stderr)
    const { checks, ...rest } = lastJson(judged)
    assert.equal(rest, { valid: true, kind, offender, id })
    assert.equal(
      (checks as { name: string; ok: boolean }[]).map((check) => [check.name, check.ok]),
      [
        ['canonical-form', true],
        ['one-author', true],
        ['one-subject', true],
        ['contradiction', true],
        ['first-signature', true],
        ['second-signature', true]
      ]
    )
  }
  const told = (await cli(['verify', path])).stdout.toString()
  assert.match(told, /ok {3}contradiction: cost 100 and 90|ok {3}contradiction: cost 90 and 100/)
  assert.match(told, named('two bids').offender ?? '')
})

test('what convicts nobody ends with 5 and the check that failed', async ({ folder }) => {
  const path = join(folder, 'nothing.json')
  for (const name of ['the same result of two runs', 'a timeout', 'in the name of another']) {
    const { file, failed } = named(name)
    await writeFile(path, file)
    const judged = await cli(['verify', path, '--json'])
    assert.is(judged.code, 5, name)
    const { valid, checks } = lastJson(judged) as { valid: boolean; checks: { name: string; ok: boolean }[] }
    assert.not(valid)
    assert.is(checks.find(({ ok }) => !ok)?.name, failed, name)
  }
  await writeFile(path, named('file: in the other order').file)
  const reordered = await cli(['verify', path])
  assert.is(reordered.code, 5)
  assert.match(reordered.stdout.toString(), /FAIL canonical-form/)
})

test('evidence is held against no other file', async ({ folder }) => {
  const path = join(folder, 'alone.json')
  await writeFile(path, named('two results').file)
  const wrong = await cli(['verify', path, '--output', path, '--json'])
  assert.is(wrong.code, 2)
  assert.is(errorOf(wrong).code, 'CONFIG_INVALID')
})

test.run()

/**
 * Writes `proto/vectors/*.json` from the built code. Values of valid cases are what the code says; codes of invalid
 * ones are stated here, and code that says otherwise writes nothing. `--check` fails if the committed files differ.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bidSets } from './vectors/bid-sets.mjs'
import * as commitments from './vectors/commitments.mjs'
import * as ed25519 from './vectors/ed25519.mjs'
import * as evidence from './vectors/evidence.mjs'
import { envelopes, frames } from './vectors/frames.mjs'
import { fuel } from './vectors/fuel.mjs'
import { nodeIds, taskIds } from './vectors/ids.mjs'
import * as market from './vectors/market.mjs'
import * as merkle from './vectors/merkle.mjs'
import * as messages from './vectors/messages.mjs'
import * as receipts from './vectors/receipts.mjs'
import * as statements from './vectors/statements.mjs'
import { root } from './workspace.mjs'

const files = {
  auctions: market.auctions,
  'bid-sets': bidSets,
  commitments,
  delegations: statements.delegations,
  ed25519,
  eligibility: market.eligibility,
  envelopes,
  evidence,
  frames,
  fuel,
  health: market.health,
  'health-outliers': market.outliers,
  'merkle-paths': merkle.paths,
  'merkle-trees': merkle.trees,
  messages,
  'node-ids': nodeIds,
  'output-roots': merkle.outputs,
  prices: market.prices,
  quorums: market.quorums,
  receipts,
  reputation: market.reputation,
  'signed-messages': statements.signedMessages,
  statements: statements.statements,
  'task-ids': taskIds
}

const folder = join(root, 'proto/vectors')
const check = process.argv.includes('--check')
await mkdir(folder, { recursive: true })
const present = new Set((await readdir(folder)).filter((name) => name.endsWith('.json')))
let stale = 0
let count = 0
for (const [name, { description, cases }] of Object.entries(files)) {
  const made = await cases()
  count += made.length
  const text = `${JSON.stringify({ description, cases: made }, null, 1)}\n`
  const path = join(folder, `${name}.json`)
  present.delete(`${name}.json`)
  if (!check) {
    await writeFile(path, text)
    console.log(`proto/vectors/${name}.json: ${made.length} cases`)
  } else if ((await readFile(path, 'utf8').catch(() => '')) !== text) {
    stale += 1
    console.error(`proto/vectors/${name}.json does not match the code: run \`npm run generate-vectors\``)
  }
}
for (const name of present) {
  stale += 1
  console.error(`proto/vectors/${name} is written by nothing`)
}
if (check && stale === 0) console.log(`${count} vectors match the code`)
process.exit(stale === 0 ? 0 : 1)

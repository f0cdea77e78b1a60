import { readFileSync } from 'node:fs'

const manifest: { version: string } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
)

/** Version of this program. */
export const version = manifest.version

/** What peers are told. */
export const agent = `ailee-node/${version}`

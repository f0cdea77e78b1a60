#!/usr/bin/env node
// Plain JavaScript that any Node can parse: an old one must be able to say that it is too old.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 13)) {
  console.error(`ailee-node needs Node 22.13 or newer; this is ${process.versions.node}`)
  process.exit(1)
}
// Compiled code is kept between calls, in the user's own folder: others could write to one that is shared.
const [{ enableCompileCache }, { homedir }, { join }] = await Promise.all([
  import('node:module'),
  import('node:os'),
  import('node:path')
])
enableCompileCache(join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'ailee-node'))
const { main } = await import('../dist/src/cli/main.js')
await main(process.argv)

#!/usr/bin/env node
// Plain JavaScript that any Node can parse: an old one must be able to say that it is too old.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 13)) {
  console.error(`ailee-node needs Node 22.13 or newer; this is ${process.versions.node}`)
  process.exit(1)
}
const { main } = await import('../dist/src/cli/main.js')
await main(process.argv)

#!/usr/bin/env node
// Plain JavaScript that any Node can parse: an old one must be able to say that it is too old.
const [major] = process.versions.node.split('.')
if (Number(major) < 22) {
  console.error(`ailee-node needs Node 22 or newer; this is ${process.versions.node}`)
  process.exit(1)
}
const { main } = await import('../dist/src/cli/main.js')
await main(process.argv)

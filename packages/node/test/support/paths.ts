import { fileURLToPath } from 'node:url'

/** The program under test, as users start it. */
export const program = fileURLToPath(new URL('../../../bin/ailee-node.js', import.meta.url))

/** A built example module. */
export function example(name: string): string {
  return fileURLToPath(new URL(`../../../../../examples/modules/${name}.wasm`, import.meta.url))
}

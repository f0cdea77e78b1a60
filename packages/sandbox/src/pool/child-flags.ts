import { CHILD_HEAP_MIB } from '../constants.js'

/** Flags of V8 in a child: what speed and depth of a run depend on. Results and fuel do not. */
export function childFlags(stackKib: number): string[] {
  return [
    // A first long call would stay in the slow compiler tier. Results and fuel are the same in both.
    '--no-liftoff',
    // Fixes of NaNs are hardly ever needed: V8 lays them out of the way.
    '--experimental-wasm-branch-hinting',
    `--max-old-space-size=${CHILD_HEAP_MIB}`,
    '--v8-pool-size=1',
    // The depth limit ends a recursion before this does; see the README for what it takes.
    `--stack-size=${stackKib}`
  ]
}

import type { World } from '../world.js'

/** A way to come to believe results, from the first task to the last. */
export interface Scheme {
  run(world: World, tasks: number): void
}

import type { NodeId } from '@ailee/core'

/** Workers a policy remembers unless told. */
export const DEFAULT_MAX_WORKERS = 100_000

/** When there are too many, this share of them is forgotten at once. */
const FORGET_SHARE = 0.1

/** What decides who is forgotten. */
export interface Forgettable {
  worker: NodeId
  results: number
  isBanned: boolean
}

/**
 * Whom to forget of `known` workers, so that there is room again below `maxWorkers`: at most all of `idle`. The banned
 * first, since a new name costs them nothing, then those with the fewest results: they lose least by being new again,
 * and a flood of names cannot push out the others.
 */
export function whomToForget(
  idle: readonly Forgettable[],
  { known, maxWorkers }: { known: number; maxWorkers: number }
): NodeId[] {
  const rank = ({ isBanned, results }: Forgettable): number => (isBanned ? -1 : results)
  const excess = Math.max(1, known - Math.floor(maxWorkers * (1 - FORGET_SHARE)))
  return [...idle]
    .sort((one, other) => rank(one) - rank(other))
    .slice(0, excess)
    .map(({ worker }) => worker)
}

import type { Strategy, Turn } from './strategy.js'

const SLEEP_RESULTS = 300
const LONG_SLEEP_RESULTS = 800
const PERIOD_ON = 20
const PERIOD_OFF = 80
const COLLUDE_BLIND = 0.1
const TARGETED_SHARE = 0.01
const LAZY_LUCK = 0.5
const SLOW_TIMEOUTS = 0.5

const naive = (share: number, name: string): Strategy => ({
  name,
  description: `wrong in ${share * 100} % of its results, at random`,
  isWrong: (turn) => turn.random() < share
})

const sleeps = (turn: Turn): boolean => turn.results >= SLEEP_RESULTS
const swings = (turn: Turn): boolean => turn.results % (PERIOD_ON + PERIOD_OFF) >= PERIOD_OFF

/** Which tasks are targeted: known to the whole group, spread evenly (Knuth's multiplicative hash). */
function isTargeted(task: number): boolean {
  return Math.imul(task + 1, 2_654_435_761) >>> 0 < TARGETED_SHARE * 2 ** 32
}

/**
 * Knows the audit level and its group's survivors and catches, and plays the game of the lot as best can be: only by
 * names that are seasoned, and that have no other wrong result to lose.
 */
const aware = (turn: Turn): boolean =>
  turn.isSeasoned && (turn.level === 0 ? turn.random() < 0.01 : turn.paysOff && turn.survivors === 0)

/** With replicas it waits until its group holds the quorum; alone it cannot know, and dares sometimes. */
const colludesInformed = (turn: Turn): boolean =>
  turn.replicas > 1
    ? turn.groupReplicas > 1 && turn.groupReplicas >= turn.quorum
    : turn.random() < COLLUDE_BLIND

/** Every way to cheat that is simulated. */
export const strategies: readonly Strategy[] = [
  { name: 'honest', description: 'always right', isWrong: () => false },
  naive(0.001, 'patient'),
  naive(0.01, 'naive-1'),
  { ...naive(0.1, 'naive-10'), alias: 'naive' },
  naive(0.5, 'naive-50'),
  naive(1, 'naive-100'),
  { name: 'sleeper', description: `right ${SLEEP_RESULTS} times, then always wrong`, isWrong: sleeps },
  {
    name: 'on-off',
    description: `right ${PERIOD_OFF} times, wrong ${PERIOD_ON} times, and so on`,
    isWrong: swings
  },
  {
    name: 'colluding',
    description: 'wrong where its group holds the quorum; in 10 % where it cannot know',
    isWrong: colludesInformed,
    colludes: true
  },
  {
    name: 'targeted',
    description: 'the group is wrong on 1 % of the tasks, right on all others',
    isWrong: (turn) => isTargeted(turn.task),
    colludes: true
  },
  {
    name: 'lazy',
    description: 'does not execute but guesses, right in half of the cases',
    isWrong: (turn) => turn.random() >= LAZY_LUCK
  },
  {
    name: 'slow',
    description: 'right, but half of its executions time out',
    isWrong: () => false,
    timeouts: SLOW_TIMEOUTS
  },
  {
    name: 'one-strike',
    description: 'always wrong from 25 results on until its one strike, then right',
    isWrong: (turn) => !turn.hasStrike && turn.results >= 25
  },
  { name: 'aware', description: 'knows level and catches, and plays as best can be', isWrong: aware },
  {
    name: 'whitewash-naive',
    description: 'wrong in half of its results, and back under a new name when banned',
    isWrong: (turn) => turn.random() < 0.5,
    returns: true
  },
  {
    name: 'whitewash-sleeper',
    alias: 'whitewashing',
    description: `right ${SLEEP_RESULTS} times, then wrong, and back under a new name when banned`,
    isWrong: sleeps,
    returns: true
  },
  {
    name: 'whitewash-long',
    description: `the same, right ${LONG_SLEEP_RESULTS} times`,
    isWrong: (turn) => turn.results >= LONG_SLEEP_RESULTS,
    returns: true
  },
  {
    name: 'whitewash-costly',
    description: 'wrong as soon as it is audited no more than others, and back under a new name when banned',
    isWrong: (turn) => turn.isSeasoned,
    returns: true
  },
  {
    name: 'whitewash-aware',
    description: 'plays as best can be, and comes back under a new name when banned',
    isWrong: aware,
    returns: true
  }
]

/** By its name, or by that of its kind. */
export function strategyNamed(name: string): Strategy | undefined {
  return strategies.find((strategy) => strategy.name === name || strategy.alias === name)
}

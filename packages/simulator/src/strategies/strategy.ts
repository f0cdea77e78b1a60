/** What a saboteur knows when it has to answer. One object is reused: read it, do not keep it. */
export interface Turn {
  /** Number of the task, from 0. */
  task: number
  /** Results its present name has given. */
  results: number
  /** Replicas of this task that are known to be out or in; 1 where a task is assigned once. */
  replicas: number
  /** Of these, held by its group. */
  groupReplicas: number
  /** Of these, wanted to agree. */
  quorum: number
  /** Present audit level, where there is one; else 0. */
  level: number
  /** The group's best play: whether one more wrong result gains more than it risks. */
  paysOff: boolean
  /** A worker of this age is audited no more than the level says. */
  isSeasoned: boolean
  /** Its wrong results that are provisional. */
  survivors: number
  /** It has been caught once, and let go on. */
  hasStrike: boolean
  /** [0, 1) */
  random(): number
}

/** How saboteurs behave. */
export interface Strategy {
  name: string
  /** What its kind is called, where it stands for a kind. */
  alias?: string
  /** For people. */
  description: string
  /** Whether this answer is to be wrong. */
  isWrong(turn: Turn): boolean
  /** Banned ones come back under a new name. */
  returns?: boolean
  /** All give the same wrong answer; else each its own. */
  colludes?: boolean
  /** The part of executions that end in a timeout. */
  timeouts?: number
}

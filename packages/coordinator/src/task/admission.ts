import { createHash, timingSafeEqual } from 'node:crypto'
import type { NodeId } from '@ailee/core'
import type { SubmitTask } from '@ailee/protocol'
import { CoordinatorError } from '../errors.js'

/** Whose tasks a coordinator takes in. */
export type AdmissionRule =
  | { by: 'open' }
  | { by: 'allow-list'; clients: readonly NodeId[] }
  | { by: 'token'; token: string }

/** Lets submitters in, or says what they lack. Who is in already keeps its tasks: only submissions are asked. */
export class Admission {
  readonly #rule: AdmissionRule

  constructor(rule: AdmissionRule) {
    this.#rule = rule
  }

  /** Throws NOT_ADMITTED. */
  check(client: NodeId, { admissionToken = '' }: Pick<SubmitTask, 'admissionToken'>): void {
    const rule = this.#rule
    if (rule.by === 'allow-list' && !rule.clients.includes(client)) {
      throw notAdmitted('tasks of listed clients only; ask its operator to add your client id')
    }
    if (rule.by === 'token' && !isSame(rule.token, admissionToken)) {
      const what = admissionToken === '' ? 'tasks with an admission token only' : 'another admission token'
      throw notAdmitted(`${what}; give the right one with --admission-token <file>`)
    }
  }
}

/** Takes as long for a token that is nearly right as for any other. */
function isSame(expected: string, given: string): boolean {
  return timingSafeEqual(digest(expected), digest(given))
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** The way out is part of the text: a hint does not travel. */
function notAdmitted(what: string): CoordinatorError {
  return new CoordinatorError('NOT_ADMITTED', `this coordinator takes ${what}`)
}

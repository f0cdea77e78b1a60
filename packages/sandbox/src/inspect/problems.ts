import type { ResultCode } from '@ailee/protocol'
import { type CapBreach, type ModuleRefusal, tooComplex } from '../module/refusal.js'
import { capHint, featureHint, refusalHint } from './hints.js'

/** One reason to refuse a module. */
export interface ModuleProblem {
  code: ResultCode
  message: string
  /** The cap it is past, if it is past one. */
  cap: CapBreach | undefined
  /** The function with most of it, where a cap is one of each function. */
  where: string | undefined
  /** What its author can do. */
  hint: string | undefined
}

/** More than anybody reads. */
const MAX_PROBLEMS = 100

/** Collects what is wrong with a module, each thing once. */
export class Problems {
  readonly #found = new Map<string, ModuleProblem>()

  get list(): ModuleProblem[] {
    return [...this.#found.values()]
  }

  /** Judges a number by its cap. Of several the greatest is told; `where` says whose it is. */
  cap(name: string, found: number, allowed: number, where?: string): void {
    const known = this.#found.get(`cap ${name}`)
    const most = known?.cap?.found ?? allowed
    if (found < most || (found === most && (known === undefined || known.where !== undefined))) return
    const { code, message, cap } = tooComplex(name, found, allowed)
    this.#add(`cap ${name}`, { code, message, cap, where, hint: capHint(name) })
  }

  import(message: string, hint: string | undefined): void {
    this.#add(message, { code: 'IMPORT_DENIED', message, cap: undefined, where: undefined, hint })
  }

  /**
   * What a check of the sandbox says. Of what is malformed only the first is told, since the rest may follow from it.
   */
  refusal({ code, message, cap, feature }: ModuleRefusal): void {
    if (cap !== undefined) {
      this.cap(cap.name, cap.found, cap.allowed)
      return
    }
    const name = feature?.split(' (')[0]
    const key = name === undefined ? (code === 'IMPORT_DENIED' ? message : code) : `feature ${name}`
    const hint = name === undefined ? refusalHint(code) : featureHint(name)
    this.#add(key, { code, message, cap, where: undefined, hint })
  }

  /** A problem that is known is replaced by a greater breach of its cap, or by one with a hint. */
  #add(key: string, problem: ModuleProblem): void {
    const known = this.#found.get(key)
    if (known === undefined) {
      if (this.#found.size < MAX_PROBLEMS) this.#found.set(key, problem)
    } else if (problem.cap !== undefined || known.hint === undefined) {
      this.#found.set(key, problem)
    }
  }
}

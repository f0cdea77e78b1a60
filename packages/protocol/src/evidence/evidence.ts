import type { NodeId } from '@ailee/core'
import { bytesToHex, hexToBytes, lengthPrefixed, utf8ToBytes } from '../bytes.js'
import { sha3 } from '../hash.js'
import { compareStatements } from './contradiction.js'
import {
  authorOf,
  type EvidenceKind,
  networkOf,
  type SignedStatement,
  statementHash
} from './signed-statement.js'

/** Two statements of one kind and network, in the order of their statement hashes. Whether they prove anything is for `judgeEvidence`. */
export interface Evidence {
  kind: EvidenceKind
  network: string
  statements: readonly [SignedStatement, SignedStatement]
}

/** Puts two statements of one kind and network into their order. Undefined where there are none such, or they state the same. */
export function evidenceOf(a: SignedStatement, b: SignedStatement): Evidence | undefined {
  const network = networkOf(a)
  if (a.kind !== b.kind || network !== networkOf(b)) return undefined
  const [hashOfA, hashOfB] = [hexHash(a), hexHash(b)]
  if (hashOfA === hashOfB) return undefined
  return { kind: a.kind, network, statements: hashOfA < hashOfB ? [a, b] : [b, a] }
}

/** The evidence that two statements make, or undefined where an honest node may have made both. Signatures are taken for good. */
export function findContradiction(a: SignedStatement, b: SignedStatement): Evidence | undefined {
  return compareStatements(a, b).differences.length > 0 ? evidenceOf(a, b) : undefined
}

/** Whom it is against: who signed, or is said to have. */
export function offenderOf({ statements: [first] }: Evidence): NodeId {
  return authorOf(first)
}

/**
 * 64 hex digits that name what was said twice: sha3-256 over offender and statement hashes. Signatures are not in it,
 * so the same contradiction signed anew is not another.
 */
export function evidenceId({ statements: [first, second] }: Evidence): string {
  const fields = [
    utf8ToBytes('ailee/evidence/v1'),
    utf8ToBytes(authorOf(first)),
    hexToBytes(hexHash(first)),
    hexToBytes(hexHash(second))
  ]
  return bytesToHex(sha3(lengthPrefixed(fields)))
}

function hexHash(signed: SignedStatement): string {
  return bytesToHex(statementHash(signed))
}

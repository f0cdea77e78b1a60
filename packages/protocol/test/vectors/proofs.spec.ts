import { test } from 'uvu'
import * as assert from 'uvu/assert'
import {
  bytesToHex,
  decodeEvidence,
  decodeReceipt,
  executionHash,
  hexToBytes,
  isSignedByCoordinator,
  isSignedByWorker,
  judgeEvidence,
  merkleLeaf,
  merklePaths,
  nodeIdFromPublicKey,
  opensCommitment,
  outputRoot,
  type ProtocolErrorCode,
  portableVerifier,
  principalOf,
  publicKeyFromNodeId,
  readEvidenceFile,
  readReceiptFile,
  taskIdOf,
  verdictStatement,
  verifyPath,
  verifyStatement,
  writeEvidenceFile,
  writeReceiptFile
} from '../../src/index.js'
import { batchMessage, statementLeaf } from '../../src/signature/statement.js'
import { throwsCode } from '../support/assertions.js'
import { nodeVerifier } from '../support/node-ed25519.js'
import type { SignatureFields } from './plain.js'
import { readVectors } from './read-vectors.js'
import { signatureOf } from './signature-of.js'

interface Named {
  name: string
  code?: ProtocolErrorCode
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const hexes = (all: readonly Uint8Array[]): string[] => all.map(bytesToHex)

test('node ids', () => {
  for (const { name, nodeId, publicKey, code } of readVectors<Named & { nodeId: string; publicKey?: string }>(
    'node-ids'
  )) {
    if (publicKey === undefined) throwsCode(() => publicKeyFromNodeId(nodeId), code, name)
    else {
      assert.is(bytesToHex(publicKeyFromNodeId(nodeId)), publicKey, name)
      assert.is(nodeIdFromPublicKey(hexToBytes(publicKey)), nodeId, name)
    }
  }
})

test('task ids', () => {
  interface TaskIdVector extends Named {
    network: string
    principal: string
    clientTaskId: string
    taskId: string
  }
  for (const { name, network, principal, clientTaskId, taskId } of readVectors<TaskIdVector>('task-ids')) {
    assert.is(taskIdOf(network, principal, hexToBytes(clientTaskId)), taskId, name)
  }
})

test('Merkle trees', () => {
  interface TreeVector extends Named {
    data: string[]
    leaves: string[]
    root: string
    paths: string[][]
  }
  for (const { name, data, leaves, root, paths } of readVectors<TreeVector>('merkle-trees')) {
    const hashed = data.map((bytes) => merkleLeaf(hexToBytes(bytes)))
    const made = merklePaths(hashed)
    assert.equal(hexes(hashed), leaves, name)
    assert.is(bytesToHex(made.root), root, name)
    assert.equal(made.paths.map(hexes), paths, name)
  }
})

test('Merkle paths', () => {
  interface PathVector extends Named {
    leaf: string
    leafIndex: number
    treeSize: number
    path: string[]
    root: string
    valid: boolean
  }
  for (const { name, leaf, leafIndex, treeSize, path, root, valid } of readVectors<PathVector>(
    'merkle-paths'
  )) {
    const hashes = path.map(hexToBytes)
    assert.is(verifyPath(hexToBytes(leaf), leafIndex, treeSize, hashes, hexToBytes(root)), valid, name)
  }
})

test('output roots', () => {
  for (const { name, bytes, root } of readVectors<Named & { bytes: number; root: string }>('output-roots')) {
    const output = Uint8Array.from({ length: bytes }, (_, at) => (at * 7) % 256)
    assert.is(bytesToHex(outputRoot(output)), root, name)
  }
})

test('statements, by either verifier', () => {
  interface StatementVector extends Named {
    statement: { domain: string; network: string; payload: string }
    signature: SignatureFields
    leaf: string
    signedBytes?: string
  }
  for (const vector of readVectors<StatementVector>('statements')) {
    const { name, code, signedBytes } = vector
    const statement = { ...vector.statement, payload: hexToBytes(vector.statement.payload) }
    const signature = signatureOf(vector.signature)
    const leaf = statementLeaf(statement, signature.nonce, signature.expiresAtMs)
    assert.is(bytesToHex(leaf), vector.leaf, name)
    if (signedBytes !== undefined) assert.is(bytesToHex(batchMessage(leaf, 1)), signedBytes, name)
    for (const verifier of [portableVerifier, nodeVerifier]) {
      assert.is(verifyStatement(verifier, statement, signature), code === undefined, name)
    }
  }
})

test('commitments', () => {
  interface CommitmentVector extends Named {
    commitment: string
    file: string
    executionHash: string
    salt: string | null
    opens: boolean
  }
  for (const { name, commitment, file, salt, opens, ...rest } of readVectors<CommitmentVector>(
    'commitments'
  )) {
    const receipt = readReceiptFile(utf8(file))
    assert.is(bytesToHex(executionHash(receipt)), rest.executionHash, name)
    const opened = salt === null ? undefined : hexToBytes(salt)
    assert.is(opensCommitment(hexToBytes(commitment), receipt, opened), opens, name)
  }
})

test('delegations', () => {
  interface DelegationVector extends Named {
    network: string
    peer: string
    nowMs: string
    delegation: SignatureFields
    principal?: string
  }
  for (const { name, network, peer, nowMs, delegation, principal, code } of readVectors<DelegationVector>(
    'delegations'
  )) {
    const read = (): string =>
      principalOf(portableVerifier, network, peer, signatureOf(delegation), Number(nowMs))
    if (principal === undefined) throwsCode(read, code, name)
    else assert.is(read(), principal, name)
  }
})

test('receipt files', () => {
  interface ReceiptVector extends Named {
    file?: string
    fileBytes?: string
    message: string
    executionHash: string
    verdictHash: string | null
    workerSigned: boolean
    coordinatorSigned: boolean
  }
  for (const vector of readVectors<ReceiptVector>('receipts')) {
    const { name, file, fileBytes = '', code } = vector
    const read = () => readReceiptFile(file === undefined ? hexToBytes(fileBytes) : utf8(file))
    if (code !== undefined) {
      throwsCode(read, code, name)
      continue
    }
    const receipt = read()
    assert.is(writeReceiptFile(decodeReceipt(hexToBytes(vector.message))), file, name)
    assert.is(bytesToHex(executionHash(receipt)), vector.executionHash, name)
    const { verdict } = receipt
    const verdictHash = verdict === undefined ? null : bytesToHex(verdictStatement(receipt, verdict).payload)
    assert.is(verdictHash, vector.verdictHash, name)
    for (const verifier of [portableVerifier, nodeVerifier]) {
      assert.is(isSignedByWorker(verifier, receipt), vector.workerSigned, name)
      assert.is(isSignedByCoordinator(verifier, receipt), vector.coordinatorSigned, name)
    }
  }
})

test('evidence', () => {
  interface EvidenceVector extends Named {
    file?: string
    message?: string
    offender: string
    kind: string
    id: string
    valid: boolean
    failed?: string
  }
  for (const vector of readVectors<EvidenceVector>('evidence')) {
    const { name, file, message, code } = vector
    if (code !== undefined) {
      const read = (): unknown =>
        file === undefined ? decodeEvidence(hexToBytes(message ?? '')) : readEvidenceFile(utf8(file))
      throwsCode(read, code, name)
      continue
    }
    const evidence = decodeEvidence(hexToBytes(message ?? ''))
    assert.equal(readEvidenceFile(utf8(file ?? '')), evidence, name)
    assert.is(writeEvidenceFile(evidence), file, name)
    for (const verifier of [portableVerifier, nodeVerifier]) {
      const { valid, offender, kind, id, checks } = judgeEvidence(verifier, evidence)
      const failed = checks.find(({ ok }) => !ok)?.name
      assert.equal(
        [valid, offender, kind, id, failed],
        [vector.valid, vector.offender, vector.kind, vector.id, vector.failed],
        name
      )
    }
  }
})

test.run()

/** `node-ids.json` and `task-ids.json`. */
import { nodeIdFromPublicKey, publicKeyFromNodeId, taskIdOf } from '../../packages/protocol/dist/src/index.js'
import { codeOf, counting, expect, hex } from './json.mjs'
import { batchSigner } from './signers.mjs'

const alice = batchSigner(1)
const bob = batchSigner(2)

export const nodeIds = {
  description: 'Node ids: the Ed25519 public key in one, or the code with which the text is refused.',
  cases: () => [
    ...[
      ['of the seed of 01', alice.publicKey],
      ['of the seed of 02', bob.publicKey],
      ['all zero', new Uint8Array(32)],
      ['all ones', new Uint8Array(32).fill(255)]
    ].map(([name, publicKey]) => {
      const nodeId = nodeIdFromPublicKey(publicKey)
      expect(hex(publicKeyFromNodeId(nodeId)), hex(publicKey), name)
      return { name, nodeId, publicKey: hex(publicKey) }
    }),
    ...[
      ['empty', ''],
      ['with a multibase prefix', `z${alice.nodeId}`],
      ['a character short', alice.nodeId.slice(0, -1)],
      ['a character long', `${alice.nodeId}1`],
      ['a zero byte in front', `1${alice.nodeId}`],
      ['a character outside base58', `${alice.nodeId.slice(0, -1)}0`],
      ['a space around it', ` ${alice.nodeId}`],
      ['of an RSA key', 'QmYyQSo1c1Ym7orWxLYvCrM2EmxFTANf8wXmmE7DWjhx5N'],
      ['of a secp256k1 key', '16Uiu2HAmJ8JBCpKQDdSWYmpcB51xhoCwVmbLPVLZLaVX2Jp9vjPm']
    ].map(([name, nodeId]) => {
      expect(
        codeOf(() => publicKeyFromNodeId(nodeId)),
        'WIRE_FIELD_INVALID',
        name
      )
      return { name, nodeId, code: 'WIRE_FIELD_INVALID' }
    })
  ]
}

export const taskIds = {
  description: 'Task ids, from network, principal and the client’s own id.',
  cases: () =>
    [
      ['usual', 'local', alice.nodeId, counting(16)],
      ['another network', 'testnet', alice.nodeId, counting(16)],
      ['another client', 'local', bob.nodeId, counting(16)],
      ['another task', 'local', alice.nodeId, counting(16, 1)],
      ['a network beyond ASCII', 'é', alice.nodeId, counting(16)]
    ].map(([name, network, principal, clientTaskId]) => ({
      name,
      network,
      principal,
      clientTaskId: hex(clientTaskId),
      taskId: taskIdOf(network, principal, clientTaskId)
    }))
}

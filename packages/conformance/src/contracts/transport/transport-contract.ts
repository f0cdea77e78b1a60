import type { NodeId } from '@ailee/core'
import type { Hello, MessageTransport } from '@ailee/protocol'
import { type Case, type ContractInit, type Fixture, registerCases } from '../contract.js'
import { lossCases } from './loss-cases.js'
import { messageCases } from './message-cases.js'
import { peerCases } from './peer-cases.js'
import { requestCases } from './request-cases.js'

export interface TransportFixture extends Fixture {
  near: MessageTransport
  /** A peer that `near` can already reach, and the other way round; `near` itself, for a transport to oneself. */
  far: MessageTransport
  /** What `far` says of itself. */
  farHello: Hello
  /** The id of somebody whom nobody has met. */
  stranger: NodeId
  /** `far` goes, and resolves without waiting until `near` has noticed. Absent where a peer cannot go: to oneself. */
  loseFar?(): Promise<void>
}

export type TransportCase = Case<TransportFixture>

export interface TransportContractInit extends ContractInit<TransportFixture> {
  /** false for a transport to oneself: leaves out the cases in which a peer goes. Default: true. */
  peersCanGo?: boolean
}

/** What every `MessageTransport` must do. */
export function transportContract({ peersCanGo = true, ...init }: TransportContractInit): void {
  const cases = [...requestCases, ...messageCases, ...peerCases, ...(peersCanGo ? lossCases : [])]
  registerCases('transport', init, cases)
}

/** A node's identity: the text form of its libp2p PeerId (`12D3Koo…`). */
export type NodeId = string

/** A task's identity: 64 lowercase hex digits (32 bytes). */
export type TaskId = string

/** A sha-256 content address: 64 lowercase hex digits (32 bytes). */
export type ContentHash = string

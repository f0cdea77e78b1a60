import type * as $protobuf from "protobufjs";
type Long = { low: number; high: number; unsigned: boolean };;

/** Namespace ailee. */
export namespace ailee {

    /** Namespace store. */
    namespace store {

        /** Namespace v1. */
        namespace v1 {

            /**
             * Properties of a TaskRecord.
             * @deprecated Use ailee.store.v1.TaskRecord.$Properties instead.
             */
            interface ITaskRecord extends ailee.store.v1.TaskRecord.$Properties {
            }

            /** Represents a TaskRecord. */
            class TaskRecord {

                /**
                 * Constructs a new TaskRecord.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ailee.store.v1.TaskRecord.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** TaskRecord taskId. */
                taskId: Uint8Array;

                /** TaskRecord client. */
                client: string;

                /** TaskRecord submitPayload. */
                submitPayload: Uint8Array;

                /** TaskRecord state. */
                state: number;

                /** TaskRecord submittedAtMs. */
                submittedAtMs: (number|Long);

                /** TaskRecord updatedAtMs. */
                updatedAtMs: (number|Long);

                /** TaskRecord deadlineAtMs. */
                deadlineAtMs: (number|Long);

                /** TaskRecord attempts. */
                attempts: number;

                /** TaskRecord bids. */
                bids: number;

                /** TaskRecord executions. */
                executions: ailee.store.v1.ExecutionRecord.$Properties[];

                /** TaskRecord code. */
                code: string;

                /** TaskRecord message. */
                message: string;

                /** TaskRecord rejections. */
                rejections: ailee.store.v1.RejectionRecord.$Properties[];

                /** TaskRecord outcome. */
                outcome: Uint8Array;

                /** TaskRecord receipts. */
                receipts: Uint8Array[];

                /** TaskRecord notBeforeMs. */
                notBeforeMs: (number|Long);

                /**
                 * Encodes the specified TaskRecord message. Does not implicitly {@link ailee.store.v1.TaskRecord.verify|verify} messages.
                 * @param message TaskRecord message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ailee.store.v1.TaskRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a TaskRecord message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ailee.store.v1.TaskRecord & ailee.store.v1.TaskRecord.$Shape} TaskRecord
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.store.v1.TaskRecord & ailee.store.v1.TaskRecord.$Shape;
            }

            namespace TaskRecord {

                /** Properties of a TaskRecord. */
                interface $Properties {

                    /** TaskRecord taskId */
                    taskId?: (Uint8Array|null);

                    /** TaskRecord client */
                    client?: (string|null);

                    /** TaskRecord submitPayload */
                    submitPayload?: (Uint8Array|null);

                    /** TaskRecord state */
                    state?: (number|null);

                    /** TaskRecord submittedAtMs */
                    submittedAtMs?: (number|Long|null);

                    /** TaskRecord updatedAtMs */
                    updatedAtMs?: (number|Long|null);

                    /** TaskRecord deadlineAtMs */
                    deadlineAtMs?: (number|Long|null);

                    /** TaskRecord attempts */
                    attempts?: (number|null);

                    /** TaskRecord bids */
                    bids?: (number|null);

                    /** TaskRecord executions */
                    executions?: (ailee.store.v1.ExecutionRecord.$Properties[]|null);

                    /** TaskRecord code */
                    code?: (string|null);

                    /** TaskRecord message */
                    message?: (string|null);

                    /** TaskRecord rejections */
                    rejections?: (ailee.store.v1.RejectionRecord.$Properties[]|null);

                    /** TaskRecord outcome */
                    outcome?: (Uint8Array|null);

                    /** TaskRecord receipts */
                    receipts?: (Uint8Array[]|null);

                    /** TaskRecord notBeforeMs */
                    notBeforeMs?: (number|Long|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a TaskRecord. */
                type $Shape = ailee.store.v1.TaskRecord.$Properties;
            }

            /**
             * Properties of an ExecutionRecord.
             * @deprecated Use ailee.store.v1.ExecutionRecord.$Properties instead.
             */
            interface IExecutionRecord extends ailee.store.v1.ExecutionRecord.$Properties {
            }

            /** Represents an ExecutionRecord. */
            class ExecutionRecord {

                /**
                 * Constructs a new ExecutionRecord.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ailee.store.v1.ExecutionRecord.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ExecutionRecord attempt. */
                attempt: number;

                /** ExecutionRecord worker. */
                worker: string;

                /** ExecutionRecord leaseId. */
                leaseId: (number|Long);

                /** ExecutionRecord state. */
                state: ailee.store.v1.ExecutionState;

                /** ExecutionRecord assignedAtMs. */
                assignedAtMs: (number|Long);

                /** ExecutionRecord endedAtMs. */
                endedAtMs: (number|Long);

                /** ExecutionRecord cost. */
                cost: (number|Long);

                /** ExecutionRecord nonce. */
                nonce: Uint8Array;

                /** ExecutionRecord result. */
                result: Uint8Array;

                /** ExecutionRecord code. */
                code: string;

                /** ExecutionRecord message. */
                message: string;

                /** ExecutionRecord commitment. */
                commitment: Uint8Array;

                /** ExecutionRecord committedAtMs. */
                committedAtMs: (number|Long);

                /** ExecutionRecord bidSetRoot. */
                bidSetRoot: Uint8Array;

                /**
                 * Encodes the specified ExecutionRecord message. Does not implicitly {@link ailee.store.v1.ExecutionRecord.verify|verify} messages.
                 * @param message ExecutionRecord message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ailee.store.v1.ExecutionRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an ExecutionRecord message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ailee.store.v1.ExecutionRecord & ailee.store.v1.ExecutionRecord.$Shape} ExecutionRecord
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.store.v1.ExecutionRecord & ailee.store.v1.ExecutionRecord.$Shape;
            }

            namespace ExecutionRecord {

                /** Properties of an ExecutionRecord. */
                interface $Properties {

                    /** ExecutionRecord attempt */
                    attempt?: (number|null);

                    /** ExecutionRecord worker */
                    worker?: (string|null);

                    /** ExecutionRecord leaseId */
                    leaseId?: (number|Long|null);

                    /** ExecutionRecord state */
                    state?: (ailee.store.v1.ExecutionState|null);

                    /** ExecutionRecord assignedAtMs */
                    assignedAtMs?: (number|Long|null);

                    /** ExecutionRecord endedAtMs */
                    endedAtMs?: (number|Long|null);

                    /** ExecutionRecord cost */
                    cost?: (number|Long|null);

                    /** ExecutionRecord nonce */
                    nonce?: (Uint8Array|null);

                    /** ExecutionRecord result */
                    result?: (Uint8Array|null);

                    /** ExecutionRecord code */
                    code?: (string|null);

                    /** ExecutionRecord message */
                    message?: (string|null);

                    /** ExecutionRecord commitment */
                    commitment?: (Uint8Array|null);

                    /** ExecutionRecord committedAtMs */
                    committedAtMs?: (number|Long|null);

                    /** ExecutionRecord bidSetRoot */
                    bidSetRoot?: (Uint8Array|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an ExecutionRecord. */
                type $Shape = ailee.store.v1.ExecutionRecord.$Properties;
            }

            /** ExecutionState enum. */
            enum ExecutionState {

                /** EXECUTION_STATE_UNSPECIFIED value */
                EXECUTION_STATE_UNSPECIFIED = 0,

                /** LEASED value */
                LEASED = 1,

                /** RUNNING value */
                RUNNING = 2,

                /** RETURNED value */
                RETURNED = 3,

                /** LOST value */
                LOST = 4,

                /** REVOKED value */
                REVOKED = 5,

                /** REJECTED value */
                REJECTED = 6,

                /** COMMITTED value */
                COMMITTED = 7
            }

            /**
             * Properties of a RejectionRecord.
             * @deprecated Use ailee.store.v1.RejectionRecord.$Properties instead.
             */
            interface IRejectionRecord extends ailee.store.v1.RejectionRecord.$Properties {
            }

            /** Represents a RejectionRecord. */
            class RejectionRecord {

                /**
                 * Constructs a new RejectionRecord.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ailee.store.v1.RejectionRecord.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RejectionRecord worker. */
                worker: string;

                /** RejectionRecord code. */
                code: string;

                /** RejectionRecord message. */
                message: string;

                /**
                 * Encodes the specified RejectionRecord message. Does not implicitly {@link ailee.store.v1.RejectionRecord.verify|verify} messages.
                 * @param message RejectionRecord message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ailee.store.v1.RejectionRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RejectionRecord message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ailee.store.v1.RejectionRecord & ailee.store.v1.RejectionRecord.$Shape} RejectionRecord
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.store.v1.RejectionRecord & ailee.store.v1.RejectionRecord.$Shape;
            }

            namespace RejectionRecord {

                /** Properties of a RejectionRecord. */
                interface $Properties {

                    /** RejectionRecord worker */
                    worker?: (string|null);

                    /** RejectionRecord code */
                    code?: (string|null);

                    /** RejectionRecord message */
                    message?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RejectionRecord. */
                type $Shape = ailee.store.v1.RejectionRecord.$Properties;
            }

            /**
             * Properties of a NodeRecord.
             * @deprecated Use ailee.store.v1.NodeRecord.$Properties instead.
             */
            interface INodeRecord extends ailee.store.v1.NodeRecord.$Properties {
            }

            /** Represents a NodeRecord. */
            class NodeRecord {

                /**
                 * Constructs a new NodeRecord.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ailee.store.v1.NodeRecord.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** NodeRecord nodeId. */
                nodeId: string;

                /** NodeRecord worker. */
                worker: boolean;

                /** NodeRecord coordinator. */
                coordinator: boolean;

                /** NodeRecord agent. */
                agent: string;

                /** NodeRecord multiaddrs. */
                multiaddrs: string[];

                /** NodeRecord firstSeenMs. */
                firstSeenMs: (number|Long);

                /** NodeRecord lastSeenMs. */
                lastSeenMs: (number|Long);

                /**
                 * Encodes the specified NodeRecord message. Does not implicitly {@link ailee.store.v1.NodeRecord.verify|verify} messages.
                 * @param message NodeRecord message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ailee.store.v1.NodeRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a NodeRecord message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ailee.store.v1.NodeRecord & ailee.store.v1.NodeRecord.$Shape} NodeRecord
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.store.v1.NodeRecord & ailee.store.v1.NodeRecord.$Shape;
            }

            namespace NodeRecord {

                /** Properties of a NodeRecord. */
                interface $Properties {

                    /** NodeRecord nodeId */
                    nodeId?: (string|null);

                    /** NodeRecord worker */
                    worker?: (boolean|null);

                    /** NodeRecord coordinator */
                    coordinator?: (boolean|null);

                    /** NodeRecord agent */
                    agent?: (string|null);

                    /** NodeRecord multiaddrs */
                    multiaddrs?: (string[]|null);

                    /** NodeRecord firstSeenMs */
                    firstSeenMs?: (number|Long|null);

                    /** NodeRecord lastSeenMs */
                    lastSeenMs?: (number|Long|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a NodeRecord. */
                type $Shape = ailee.store.v1.NodeRecord.$Properties;
            }

            /**
             * Properties of an InstrumentedRecord.
             * @deprecated Use ailee.store.v1.InstrumentedRecord.$Properties instead.
             */
            interface IInstrumentedRecord extends ailee.store.v1.InstrumentedRecord.$Properties {
            }

            /** Represents an InstrumentedRecord. */
            class InstrumentedRecord {

                /**
                 * Constructs a new InstrumentedRecord.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ailee.store.v1.InstrumentedRecord.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** InstrumentedRecord contentHash. */
                contentHash: Uint8Array;

                /** InstrumentedRecord content. */
                content: Uint8Array;

                /**
                 * Encodes the specified InstrumentedRecord message. Does not implicitly {@link ailee.store.v1.InstrumentedRecord.verify|verify} messages.
                 * @param message InstrumentedRecord message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ailee.store.v1.InstrumentedRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an InstrumentedRecord message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ailee.store.v1.InstrumentedRecord & ailee.store.v1.InstrumentedRecord.$Shape} InstrumentedRecord
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.store.v1.InstrumentedRecord & ailee.store.v1.InstrumentedRecord.$Shape;
            }

            namespace InstrumentedRecord {

                /** Properties of an InstrumentedRecord. */
                interface $Properties {

                    /** InstrumentedRecord contentHash */
                    contentHash?: (Uint8Array|null);

                    /** InstrumentedRecord content */
                    content?: (Uint8Array|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an InstrumentedRecord. */
                type $Shape = ailee.store.v1.InstrumentedRecord.$Properties;
            }

            /**
             * Properties of a ReputationRecord.
             * @deprecated Use ailee.store.v1.ReputationRecord.$Properties instead.
             */
            interface IReputationRecord extends ailee.store.v1.ReputationRecord.$Properties {
            }

            /** Represents a ReputationRecord. */
            class ReputationRecord {

                /**
                 * Constructs a new ReputationRecord.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ailee.store.v1.ReputationRecord.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ReputationRecord nodeId. */
                nodeId: string;

                /** ReputationRecord score. */
                score: number;

                /** ReputationRecord tasks. */
                tasks: (number|Long);

                /** ReputationRecord successes. */
                successes: (number|Long);

                /** ReputationRecord failures. */
                failures: (number|Long);

                /** ReputationRecord disputes. */
                disputes: (number|Long);

                /** ReputationRecord byzantineActs. */
                byzantineActs: (number|Long);

                /** ReputationRecord slashedAmount. */
                slashedAmount: (number|Long);

                /** ReputationRecord streak. */
                streak: (number|Long);

                /** ReputationRecord updatedAtMs. */
                updatedAtMs: (number|Long);

                /** ReputationRecord bannedAtMs. */
                bannedAtMs: (number|Long);

                /** ReputationRecord changes. */
                changes: (number|Long);

                /** ReputationRecord fault. */
                fault: string;

                /** ReputationRecord slashedFor. */
                slashedFor: string;

                /**
                 * Encodes the specified ReputationRecord message. Does not implicitly {@link ailee.store.v1.ReputationRecord.verify|verify} messages.
                 * @param message ReputationRecord message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ailee.store.v1.ReputationRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ReputationRecord message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ailee.store.v1.ReputationRecord & ailee.store.v1.ReputationRecord.$Shape} ReputationRecord
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.store.v1.ReputationRecord & ailee.store.v1.ReputationRecord.$Shape;
            }

            namespace ReputationRecord {

                /** Properties of a ReputationRecord. */
                interface $Properties {

                    /** ReputationRecord nodeId */
                    nodeId?: (string|null);

                    /** ReputationRecord score */
                    score?: (number|null);

                    /** ReputationRecord tasks */
                    tasks?: (number|Long|null);

                    /** ReputationRecord successes */
                    successes?: (number|Long|null);

                    /** ReputationRecord failures */
                    failures?: (number|Long|null);

                    /** ReputationRecord disputes */
                    disputes?: (number|Long|null);

                    /** ReputationRecord byzantineActs */
                    byzantineActs?: (number|Long|null);

                    /** ReputationRecord slashedAmount */
                    slashedAmount?: (number|Long|null);

                    /** ReputationRecord streak */
                    streak?: (number|Long|null);

                    /** ReputationRecord updatedAtMs */
                    updatedAtMs?: (number|Long|null);

                    /** ReputationRecord bannedAtMs */
                    bannedAtMs?: (number|Long|null);

                    /** ReputationRecord changes */
                    changes?: (number|Long|null);

                    /** ReputationRecord fault */
                    fault?: (string|null);

                    /** ReputationRecord slashedFor */
                    slashedFor?: (string|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ReputationRecord. */
                type $Shape = ailee.store.v1.ReputationRecord.$Properties;
            }

            /**
             * Properties of a ReputationChangeRecord.
             * @deprecated Use ailee.store.v1.ReputationChangeRecord.$Properties instead.
             */
            interface IReputationChangeRecord extends ailee.store.v1.ReputationChangeRecord.$Properties {
            }

            /** Represents a ReputationChangeRecord. */
            class ReputationChangeRecord {

                /**
                 * Constructs a new ReputationChangeRecord.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ailee.store.v1.ReputationChangeRecord.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** ReputationChangeRecord nodeId. */
                nodeId: string;

                /** ReputationChangeRecord number. */
                number: (number|Long);

                /** ReputationChangeRecord kind. */
                kind: ailee.store.v1.ReputationChangeKind;

                /** ReputationChangeRecord subject. */
                subject: Uint8Array;

                /** ReputationChangeRecord code. */
                code: string;

                /** ReputationChangeRecord scoreBefore. */
                scoreBefore: number;

                /** ReputationChangeRecord scoreAfter. */
                scoreAfter: number;

                /** ReputationChangeRecord amountUnits. */
                amountUnits: (number|Long);

                /** ReputationChangeRecord atMs. */
                atMs: (number|Long);

                /**
                 * Encodes the specified ReputationChangeRecord message. Does not implicitly {@link ailee.store.v1.ReputationChangeRecord.verify|verify} messages.
                 * @param message ReputationChangeRecord message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ailee.store.v1.ReputationChangeRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a ReputationChangeRecord message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ailee.store.v1.ReputationChangeRecord & ailee.store.v1.ReputationChangeRecord.$Shape} ReputationChangeRecord
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.store.v1.ReputationChangeRecord & ailee.store.v1.ReputationChangeRecord.$Shape;
            }

            namespace ReputationChangeRecord {

                /** Properties of a ReputationChangeRecord. */
                interface $Properties {

                    /** ReputationChangeRecord nodeId */
                    nodeId?: (string|null);

                    /** ReputationChangeRecord number */
                    number?: (number|Long|null);

                    /** ReputationChangeRecord kind */
                    kind?: (ailee.store.v1.ReputationChangeKind|null);

                    /** ReputationChangeRecord subject */
                    subject?: (Uint8Array|null);

                    /** ReputationChangeRecord code */
                    code?: (string|null);

                    /** ReputationChangeRecord scoreBefore */
                    scoreBefore?: (number|null);

                    /** ReputationChangeRecord scoreAfter */
                    scoreAfter?: (number|null);

                    /** ReputationChangeRecord amountUnits */
                    amountUnits?: (number|Long|null);

                    /** ReputationChangeRecord atMs */
                    atMs?: (number|Long|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a ReputationChangeRecord. */
                type $Shape = ailee.store.v1.ReputationChangeRecord.$Properties;
            }

            /** ReputationChangeKind enum. */
            enum ReputationChangeKind {

                /** REPUTATION_CHANGE_KIND_UNSPECIFIED value */
                REPUTATION_CHANGE_KIND_UNSPECIFIED = 0,

                /** REPUTATION_SUCCEEDED value */
                REPUTATION_SUCCEEDED = 1,

                /** REPUTATION_FAILED value */
                REPUTATION_FAILED = 2,

                /** REPUTATION_DISPUTED value */
                REPUTATION_DISPUTED = 3,

                /** REPUTATION_BYZANTINE value */
                REPUTATION_BYZANTINE = 4,

                /** REPUTATION_BANNED value */
                REPUTATION_BANNED = 5,

                /** REPUTATION_SLASHED value */
                REPUTATION_SLASHED = 6
            }

            /**
             * Properties of a VerificationRecord.
             * @deprecated Use ailee.store.v1.VerificationRecord.$Properties instead.
             */
            interface IVerificationRecord extends ailee.store.v1.VerificationRecord.$Properties {
            }

            /** Represents a VerificationRecord. */
            class VerificationRecord {

                /**
                 * Constructs a new VerificationRecord.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ailee.store.v1.VerificationRecord.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** VerificationRecord state. */
                state: Uint8Array;

                /**
                 * Encodes the specified VerificationRecord message. Does not implicitly {@link ailee.store.v1.VerificationRecord.verify|verify} messages.
                 * @param message VerificationRecord message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ailee.store.v1.VerificationRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a VerificationRecord message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ailee.store.v1.VerificationRecord & ailee.store.v1.VerificationRecord.$Shape} VerificationRecord
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.store.v1.VerificationRecord & ailee.store.v1.VerificationRecord.$Shape;
            }

            namespace VerificationRecord {

                /** Properties of a VerificationRecord. */
                interface $Properties {

                    /** VerificationRecord state */
                    state?: (Uint8Array|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a VerificationRecord. */
                type $Shape = ailee.store.v1.VerificationRecord.$Properties;
            }

            /**
             * Properties of a LotRecord.
             * @deprecated Use ailee.store.v1.LotRecord.$Properties instead.
             */
            interface ILotRecord extends ailee.store.v1.LotRecord.$Properties {
            }

            /** Represents a LotRecord. */
            class LotRecord {

                /**
                 * Constructs a new LotRecord.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ailee.store.v1.LotRecord.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** LotRecord lot. */
                lot: Uint8Array;

                /** LotRecord closedAtMs. */
                closedAtMs: (number|Long);

                /** LotRecord targetErrorPpm. */
                targetErrorPpm: number;

                /** LotRecord draws. */
                draws: number;

                /** LotRecord catches. */
                catches: number;

                /** LotRecord blobHash. */
                blobHash: Uint8Array;

                /** LotRecord blobBytes. */
                blobBytes: number;

                /**
                 * Encodes the specified LotRecord message. Does not implicitly {@link ailee.store.v1.LotRecord.verify|verify} messages.
                 * @param message LotRecord message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ailee.store.v1.LotRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a LotRecord message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ailee.store.v1.LotRecord & ailee.store.v1.LotRecord.$Shape} LotRecord
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.store.v1.LotRecord & ailee.store.v1.LotRecord.$Shape;
            }

            namespace LotRecord {

                /** Properties of a LotRecord. */
                interface $Properties {

                    /** LotRecord lot */
                    lot?: (Uint8Array|null);

                    /** LotRecord closedAtMs */
                    closedAtMs?: (number|Long|null);

                    /** LotRecord targetErrorPpm */
                    targetErrorPpm?: (number|null);

                    /** LotRecord draws */
                    draws?: (number|null);

                    /** LotRecord catches */
                    catches?: (number|null);

                    /** LotRecord blobHash */
                    blobHash?: (Uint8Array|null);

                    /** LotRecord blobBytes */
                    blobBytes?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a LotRecord. */
                type $Shape = ailee.store.v1.LotRecord.$Properties;
            }

            /**
             * Properties of a BanRecord.
             * @deprecated Use ailee.store.v1.BanRecord.$Properties instead.
             */
            interface IBanRecord extends ailee.store.v1.BanRecord.$Properties {
            }

            /** Represents a BanRecord. */
            class BanRecord {

                /**
                 * Constructs a new BanRecord.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ailee.store.v1.BanRecord.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** BanRecord nodeId. */
                nodeId: string;

                /** BanRecord code. */
                code: string;

                /** BanRecord strikes. */
                strikes: number;

                /** BanRecord bannedAtMs. */
                bannedAtMs: (number|Long);

                /** BanRecord untilMs. */
                untilMs: (number|Long);

                /**
                 * Encodes the specified BanRecord message. Does not implicitly {@link ailee.store.v1.BanRecord.verify|verify} messages.
                 * @param message BanRecord message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ailee.store.v1.BanRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a BanRecord message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ailee.store.v1.BanRecord & ailee.store.v1.BanRecord.$Shape} BanRecord
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.store.v1.BanRecord & ailee.store.v1.BanRecord.$Shape;
            }

            namespace BanRecord {

                /** Properties of a BanRecord. */
                interface $Properties {

                    /** BanRecord nodeId */
                    nodeId?: (string|null);

                    /** BanRecord code */
                    code?: (string|null);

                    /** BanRecord strikes */
                    strikes?: (number|null);

                    /** BanRecord bannedAtMs */
                    bannedAtMs?: (number|Long|null);

                    /** BanRecord untilMs */
                    untilMs?: (number|Long|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a BanRecord. */
                type $Shape = ailee.store.v1.BanRecord.$Properties;
            }

            /**
             * Properties of a LedgerAccountRecord.
             * @deprecated Use ailee.store.v1.LedgerAccountRecord.$Properties instead.
             */
            interface ILedgerAccountRecord extends ailee.store.v1.LedgerAccountRecord.$Properties {
            }

            /** Represents a LedgerAccountRecord. */
            class LedgerAccountRecord {

                /**
                 * Constructs a new LedgerAccountRecord.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ailee.store.v1.LedgerAccountRecord.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** LedgerAccountRecord account. */
                account: string;

                /** LedgerAccountRecord balanceUnits. */
                balanceUnits: (number|Long);

                /** LedgerAccountRecord stakedUnits. */
                stakedUnits: (number|Long);

                /** LedgerAccountRecord nonce. */
                nonce: (number|Long);

                /**
                 * Encodes the specified LedgerAccountRecord message. Does not implicitly {@link ailee.store.v1.LedgerAccountRecord.verify|verify} messages.
                 * @param message LedgerAccountRecord message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ailee.store.v1.LedgerAccountRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a LedgerAccountRecord message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ailee.store.v1.LedgerAccountRecord & ailee.store.v1.LedgerAccountRecord.$Shape} LedgerAccountRecord
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.store.v1.LedgerAccountRecord & ailee.store.v1.LedgerAccountRecord.$Shape;
            }

            namespace LedgerAccountRecord {

                /** Properties of a LedgerAccountRecord. */
                interface $Properties {

                    /** LedgerAccountRecord account */
                    account?: (string|null);

                    /** LedgerAccountRecord balanceUnits */
                    balanceUnits?: (number|Long|null);

                    /** LedgerAccountRecord stakedUnits */
                    stakedUnits?: (number|Long|null);

                    /** LedgerAccountRecord nonce */
                    nonce?: (number|Long|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a LedgerAccountRecord. */
                type $Shape = ailee.store.v1.LedgerAccountRecord.$Properties;
            }

            /**
             * Properties of a LedgerEscrowRecord.
             * @deprecated Use ailee.store.v1.LedgerEscrowRecord.$Properties instead.
             */
            interface ILedgerEscrowRecord extends ailee.store.v1.LedgerEscrowRecord.$Properties {
            }

            /** Represents a LedgerEscrowRecord. */
            class LedgerEscrowRecord {

                /**
                 * Constructs a new LedgerEscrowRecord.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ailee.store.v1.LedgerEscrowRecord.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** LedgerEscrowRecord taskId. */
                taskId: Uint8Array;

                /** LedgerEscrowRecord client. */
                client: string;

                /** LedgerEscrowRecord fundedUnits. */
                fundedUnits: (number|Long);

                /** LedgerEscrowRecord paidUnits. */
                paidUnits: (number|Long);

                /** LedgerEscrowRecord refundedUnits. */
                refundedUnits: (number|Long);

                /** LedgerEscrowRecord open. */
                open: boolean;

                /**
                 * Encodes the specified LedgerEscrowRecord message. Does not implicitly {@link ailee.store.v1.LedgerEscrowRecord.verify|verify} messages.
                 * @param message LedgerEscrowRecord message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ailee.store.v1.LedgerEscrowRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a LedgerEscrowRecord message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ailee.store.v1.LedgerEscrowRecord & ailee.store.v1.LedgerEscrowRecord.$Shape} LedgerEscrowRecord
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.store.v1.LedgerEscrowRecord & ailee.store.v1.LedgerEscrowRecord.$Shape;
            }

            namespace LedgerEscrowRecord {

                /** Properties of a LedgerEscrowRecord. */
                interface $Properties {

                    /** LedgerEscrowRecord taskId */
                    taskId?: (Uint8Array|null);

                    /** LedgerEscrowRecord client */
                    client?: (string|null);

                    /** LedgerEscrowRecord fundedUnits */
                    fundedUnits?: (number|Long|null);

                    /** LedgerEscrowRecord paidUnits */
                    paidUnits?: (number|Long|null);

                    /** LedgerEscrowRecord refundedUnits */
                    refundedUnits?: (number|Long|null);

                    /** LedgerEscrowRecord open */
                    open?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a LedgerEscrowRecord. */
                type $Shape = ailee.store.v1.LedgerEscrowRecord.$Properties;
            }

            /**
             * Properties of a LedgerTotalsRecord.
             * @deprecated Use ailee.store.v1.LedgerTotalsRecord.$Properties instead.
             */
            interface ILedgerTotalsRecord extends ailee.store.v1.LedgerTotalsRecord.$Properties {
            }

            /** Represents a LedgerTotalsRecord. */
            class LedgerTotalsRecord {

                /**
                 * Constructs a new LedgerTotalsRecord.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ailee.store.v1.LedgerTotalsRecord.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** LedgerTotalsRecord sequence. */
                sequence: (number|Long);

                /** LedgerTotalsRecord mintedUnits. */
                mintedUnits: Uint8Array;

                /** LedgerTotalsRecord burnedUnits. */
                burnedUnits: Uint8Array;

                /** LedgerTotalsRecord balancesUnits. */
                balancesUnits: (number|Long);

                /** LedgerTotalsRecord escrowedUnits. */
                escrowedUnits: Uint8Array;

                /** LedgerTotalsRecord paidUnits. */
                paidUnits: Uint8Array;

                /** LedgerTotalsRecord refundedUnits. */
                refundedUnits: Uint8Array;

                /** LedgerTotalsRecord slashedUnits. */
                slashedUnits: Uint8Array;

                /** LedgerTotalsRecord heldUnits. */
                heldUnits: (number|Long);

                /**
                 * Encodes the specified LedgerTotalsRecord message. Does not implicitly {@link ailee.store.v1.LedgerTotalsRecord.verify|verify} messages.
                 * @param message LedgerTotalsRecord message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ailee.store.v1.LedgerTotalsRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a LedgerTotalsRecord message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ailee.store.v1.LedgerTotalsRecord & ailee.store.v1.LedgerTotalsRecord.$Shape} LedgerTotalsRecord
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.store.v1.LedgerTotalsRecord & ailee.store.v1.LedgerTotalsRecord.$Shape;
            }

            namespace LedgerTotalsRecord {

                /** Properties of a LedgerTotalsRecord. */
                interface $Properties {

                    /** LedgerTotalsRecord sequence */
                    sequence?: (number|Long|null);

                    /** LedgerTotalsRecord mintedUnits */
                    mintedUnits?: (Uint8Array|null);

                    /** LedgerTotalsRecord burnedUnits */
                    burnedUnits?: (Uint8Array|null);

                    /** LedgerTotalsRecord balancesUnits */
                    balancesUnits?: (number|Long|null);

                    /** LedgerTotalsRecord escrowedUnits */
                    escrowedUnits?: (Uint8Array|null);

                    /** LedgerTotalsRecord paidUnits */
                    paidUnits?: (Uint8Array|null);

                    /** LedgerTotalsRecord refundedUnits */
                    refundedUnits?: (Uint8Array|null);

                    /** LedgerTotalsRecord slashedUnits */
                    slashedUnits?: (Uint8Array|null);

                    /** LedgerTotalsRecord heldUnits */
                    heldUnits?: (number|Long|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a LedgerTotalsRecord. */
                type $Shape = ailee.store.v1.LedgerTotalsRecord.$Properties;
            }

            /**
             * Properties of a LedgerEntryRecord.
             * @deprecated Use ailee.store.v1.LedgerEntryRecord.$Properties instead.
             */
            interface ILedgerEntryRecord extends ailee.store.v1.LedgerEntryRecord.$Properties {
            }

            /** Represents a LedgerEntryRecord. */
            class LedgerEntryRecord {

                /**
                 * Constructs a new LedgerEntryRecord.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ailee.store.v1.LedgerEntryRecord.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** LedgerEntryRecord sequence. */
                sequence: (number|Long);

                /** LedgerEntryRecord operationId. */
                operationId: string;

                /** LedgerEntryRecord kind. */
                kind: ailee.store.v1.LedgerOperationKind;

                /** LedgerEntryRecord account. */
                account: string;

                /** LedgerEntryRecord toAccount. */
                toAccount: string;

                /** LedgerEntryRecord taskId. */
                taskId: Uint8Array;

                /** LedgerEntryRecord amountUnits. */
                amountUnits: (number|Long);

                /** LedgerEntryRecord nonce. */
                nonce: (number|Long);

                /** LedgerEntryRecord from. */
                from: string;

                /** LedgerEntryRecord to. */
                to: string;

                /** LedgerEntryRecord movedUnits. */
                movedUnits: (number|Long);

                /** LedgerEntryRecord appliedAtMs. */
                appliedAtMs: (number|Long);

                /**
                 * Encodes the specified LedgerEntryRecord message. Does not implicitly {@link ailee.store.v1.LedgerEntryRecord.verify|verify} messages.
                 * @param message LedgerEntryRecord message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ailee.store.v1.LedgerEntryRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a LedgerEntryRecord message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ailee.store.v1.LedgerEntryRecord & ailee.store.v1.LedgerEntryRecord.$Shape} LedgerEntryRecord
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.store.v1.LedgerEntryRecord & ailee.store.v1.LedgerEntryRecord.$Shape;
            }

            namespace LedgerEntryRecord {

                /** Properties of a LedgerEntryRecord. */
                interface $Properties {

                    /** LedgerEntryRecord sequence */
                    sequence?: (number|Long|null);

                    /** LedgerEntryRecord operationId */
                    operationId?: (string|null);

                    /** LedgerEntryRecord kind */
                    kind?: (ailee.store.v1.LedgerOperationKind|null);

                    /** LedgerEntryRecord account */
                    account?: (string|null);

                    /** LedgerEntryRecord toAccount */
                    toAccount?: (string|null);

                    /** LedgerEntryRecord taskId */
                    taskId?: (Uint8Array|null);

                    /** LedgerEntryRecord amountUnits */
                    amountUnits?: (number|Long|null);

                    /** LedgerEntryRecord nonce */
                    nonce?: (number|Long|null);

                    /** LedgerEntryRecord from */
                    from?: (string|null);

                    /** LedgerEntryRecord to */
                    to?: (string|null);

                    /** LedgerEntryRecord movedUnits */
                    movedUnits?: (number|Long|null);

                    /** LedgerEntryRecord appliedAtMs */
                    appliedAtMs?: (number|Long|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a LedgerEntryRecord. */
                type $Shape = ailee.store.v1.LedgerEntryRecord.$Properties;
            }

            /** LedgerOperationKind enum. */
            enum LedgerOperationKind {

                /** LEDGER_OPERATION_KIND_UNSPECIFIED value */
                LEDGER_OPERATION_KIND_UNSPECIFIED = 0,

                /** LEDGER_CREDIT value */
                LEDGER_CREDIT = 1,

                /** LEDGER_DEBIT value */
                LEDGER_DEBIT = 2,

                /** LEDGER_TRANSFER value */
                LEDGER_TRANSFER = 3,

                /** LEDGER_HOLD value */
                LEDGER_HOLD = 4,

                /** LEDGER_RELEASE value */
                LEDGER_RELEASE = 5,

                /** LEDGER_REFUND value */
                LEDGER_REFUND = 6,

                /** LEDGER_STAKE value */
                LEDGER_STAKE = 7,

                /** LEDGER_UNSTAKE value */
                LEDGER_UNSTAKE = 8,

                /** LEDGER_SLASH value */
                LEDGER_SLASH = 9,

                /** LEDGER_BURN value */
                LEDGER_BURN = 10
            }

            /**
             * Properties of an EvidenceRecord.
             * @deprecated Use ailee.store.v1.EvidenceRecord.$Properties instead.
             */
            interface IEvidenceRecord extends ailee.store.v1.EvidenceRecord.$Properties {
            }

            /** Represents an EvidenceRecord. */
            class EvidenceRecord {

                /**
                 * Constructs a new EvidenceRecord.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ailee.store.v1.EvidenceRecord.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** EvidenceRecord evidence. */
                evidence: Uint8Array;

                /** EvidenceRecord offender. */
                offender: string;

                /** EvidenceRecord takenAtMs. */
                takenAtMs: (number|Long);

                /** EvidenceRecord applied. */
                applied: boolean;

                /**
                 * Encodes the specified EvidenceRecord message. Does not implicitly {@link ailee.store.v1.EvidenceRecord.verify|verify} messages.
                 * @param message EvidenceRecord message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ailee.store.v1.EvidenceRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an EvidenceRecord message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ailee.store.v1.EvidenceRecord & ailee.store.v1.EvidenceRecord.$Shape} EvidenceRecord
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.store.v1.EvidenceRecord & ailee.store.v1.EvidenceRecord.$Shape;
            }

            namespace EvidenceRecord {

                /** Properties of an EvidenceRecord. */
                interface $Properties {

                    /** EvidenceRecord evidence */
                    evidence?: (Uint8Array|null);

                    /** EvidenceRecord offender */
                    offender?: (string|null);

                    /** EvidenceRecord takenAtMs */
                    takenAtMs?: (number|Long|null);

                    /** EvidenceRecord applied */
                    applied?: (boolean|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an EvidenceRecord. */
                type $Shape = ailee.store.v1.EvidenceRecord.$Properties;
            }

            /**
             * Properties of an AuctionRecord.
             * @deprecated Use ailee.store.v1.AuctionRecord.$Properties instead.
             */
            interface IAuctionRecord extends ailee.store.v1.AuctionRecord.$Properties {
            }

            /** Represents an AuctionRecord. */
            class AuctionRecord {

                /**
                 * Constructs a new AuctionRecord.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ailee.store.v1.AuctionRecord.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** AuctionRecord taskId. */
                taskId: Uint8Array;

                /** AuctionRecord attempt. */
                attempt: number;

                /** AuctionRecord openedAtMs. */
                openedAtMs: (number|Long);

                /** AuctionRecord closedAtMs. */
                closedAtMs: (number|Long);

                /** AuctionRecord eligible. */
                eligible: number;

                /** AuctionRecord asked. */
                asked: string[];

                /** AuctionRecord rejections. */
                rejections: ailee.store.v1.RejectionRecord.$Properties[];

                /** AuctionRecord ranking. */
                ranking: ailee.store.v1.RankedBidRecord.$Properties[];

                /** AuctionRecord bidSet. */
                bidSet: Uint8Array;

                /**
                 * Encodes the specified AuctionRecord message. Does not implicitly {@link ailee.store.v1.AuctionRecord.verify|verify} messages.
                 * @param message AuctionRecord message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ailee.store.v1.AuctionRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes an AuctionRecord message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ailee.store.v1.AuctionRecord & ailee.store.v1.AuctionRecord.$Shape} AuctionRecord
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.store.v1.AuctionRecord & ailee.store.v1.AuctionRecord.$Shape;
            }

            namespace AuctionRecord {

                /** Properties of an AuctionRecord. */
                interface $Properties {

                    /** AuctionRecord taskId */
                    taskId?: (Uint8Array|null);

                    /** AuctionRecord attempt */
                    attempt?: (number|null);

                    /** AuctionRecord openedAtMs */
                    openedAtMs?: (number|Long|null);

                    /** AuctionRecord closedAtMs */
                    closedAtMs?: (number|Long|null);

                    /** AuctionRecord eligible */
                    eligible?: (number|null);

                    /** AuctionRecord asked */
                    asked?: (string[]|null);

                    /** AuctionRecord rejections */
                    rejections?: (ailee.store.v1.RejectionRecord.$Properties[]|null);

                    /** AuctionRecord ranking */
                    ranking?: (ailee.store.v1.RankedBidRecord.$Properties[]|null);

                    /** AuctionRecord bidSet */
                    bidSet?: (Uint8Array|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of an AuctionRecord. */
                type $Shape = ailee.store.v1.AuctionRecord.$Properties;
            }

            /**
             * Properties of a RankedBidRecord.
             * @deprecated Use ailee.store.v1.RankedBidRecord.$Properties instead.
             */
            interface IRankedBidRecord extends ailee.store.v1.RankedBidRecord.$Properties {
            }

            /** Represents a RankedBidRecord. */
            class RankedBidRecord {

                /**
                 * Constructs a new RankedBidRecord.
                 * @param [properties] Properties to set
                 */
                constructor(properties?: ailee.store.v1.RankedBidRecord.$Properties);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];

                /** RankedBidRecord worker. */
                worker: string;

                /** RankedBidRecord score. */
                score: number;

                /**
                 * Encodes the specified RankedBidRecord message. Does not implicitly {@link ailee.store.v1.RankedBidRecord.verify|verify} messages.
                 * @param message RankedBidRecord message or plain object to encode
                 * @param [writer] Writer to encode to
                 * @returns Writer
                 */
                static encode(message: ailee.store.v1.RankedBidRecord.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

                /**
                 * Decodes a RankedBidRecord message from the specified reader or buffer.
                 * @param reader Reader or buffer to decode from
                 * @param [length] Message length if known beforehand
                 * @returns {ailee.store.v1.RankedBidRecord & ailee.store.v1.RankedBidRecord.$Shape} RankedBidRecord
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.store.v1.RankedBidRecord & ailee.store.v1.RankedBidRecord.$Shape;
            }

            namespace RankedBidRecord {

                /** Properties of a RankedBidRecord. */
                interface $Properties {

                    /** RankedBidRecord worker */
                    worker?: (string|null);

                    /** RankedBidRecord score */
                    score?: (number|null);

                    /** Unknown fields preserved while decoding when enabled */
                    $unknowns?: Uint8Array[];
                }

                /** Shape of a RankedBidRecord. */
                type $Shape = ailee.store.v1.RankedBidRecord.$Properties;
            }
        }
    }
}

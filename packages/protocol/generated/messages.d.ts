import type * as $protobuf from "protobufjs";
type Long = { low: number; high: number; unsigned: boolean };;

/** Namespace ailee. */
export namespace ailee {

    /** Namespace v1. */
    namespace v1 {

        /** AuctionStrategy enum. */
        enum AuctionStrategy {

            /** WEIGHTED value */
            WEIGHTED = 0,

            /** LOWEST_COST value */
            LOWEST_COST = 1,

            /** LOWEST_LATENCY value */
            LOWEST_LATENCY = 2,

            /** HIGHEST_REPUTATION value */
            HIGHEST_REPUTATION = 3,

            /** LEAST_LOADED value */
            LEAST_LOADED = 4,

            /** ROUND_ROBIN value */
            ROUND_ROBIN = 5,

            /** GREEN value */
            GREEN = 6
        }

        /**
         * Properties of an AuctionTerms.
         * @deprecated Use ailee.v1.AuctionTerms.$Properties instead.
         */
        interface IAuctionTerms extends ailee.v1.AuctionTerms.$Properties {
        }

        /** Represents an AuctionTerms. */
        class AuctionTerms {

            /**
             * Constructs a new AuctionTerms.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.AuctionTerms.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AuctionTerms strategy. */
            strategy: ailee.v1.AuctionStrategy;

            /** AuctionTerms sealed. */
            sealed: boolean;

            /**
             * Encodes the specified AuctionTerms message. Does not implicitly {@link ailee.v1.AuctionTerms.verify|verify} messages.
             * @param message AuctionTerms message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.AuctionTerms.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AuctionTerms message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.AuctionTerms & ailee.v1.AuctionTerms.$Shape} AuctionTerms
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.AuctionTerms & ailee.v1.AuctionTerms.$Shape;
        }

        namespace AuctionTerms {

            /** Properties of an AuctionTerms. */
            interface $Properties {

                /** AuctionTerms strategy */
                strategy?: (ailee.v1.AuctionStrategy|null);

                /** AuctionTerms sealed */
                sealed?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AuctionTerms. */
            type $Shape = ailee.v1.AuctionTerms.$Properties;
        }

        /**
         * Properties of a BidCommitment.
         * @deprecated Use ailee.v1.BidCommitment.$Properties instead.
         */
        interface IBidCommitment extends ailee.v1.BidCommitment.$Properties {
        }

        /** Represents a BidCommitment. */
        class BidCommitment {

            /**
             * Constructs a new BidCommitment.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.BidCommitment.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BidCommitment taskId. */
            taskId: Uint8Array;

            /** BidCommitment attempt. */
            attempt: number;

            /** BidCommitment commitment. */
            commitment: Uint8Array;

            /**
             * Encodes the specified BidCommitment message. Does not implicitly {@link ailee.v1.BidCommitment.verify|verify} messages.
             * @param message BidCommitment message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.BidCommitment.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BidCommitment message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.BidCommitment & ailee.v1.BidCommitment.$Shape} BidCommitment
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.BidCommitment & ailee.v1.BidCommitment.$Shape;
        }

        namespace BidCommitment {

            /** Properties of a BidCommitment. */
            interface $Properties {

                /** BidCommitment taskId */
                taskId?: (Uint8Array|null);

                /** BidCommitment attempt */
                attempt?: (number|null);

                /** BidCommitment commitment */
                commitment?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a BidCommitment. */
            type $Shape = ailee.v1.BidCommitment.$Properties;
        }

        /**
         * Properties of a RevealBid.
         * @deprecated Use ailee.v1.RevealBid.$Properties instead.
         */
        interface IRevealBid extends ailee.v1.RevealBid.$Properties {
        }

        /** Represents a RevealBid. */
        class RevealBid {

            /**
             * Constructs a new RevealBid.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.RevealBid.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RevealBid taskId. */
            taskId: Uint8Array;

            /** RevealBid attempt. */
            attempt: number;

            /** RevealBid commitment. */
            commitment: Uint8Array;

            /** RevealBid commitmentsRoot. */
            commitmentsRoot: Uint8Array;

            /**
             * Encodes the specified RevealBid message. Does not implicitly {@link ailee.v1.RevealBid.verify|verify} messages.
             * @param message RevealBid message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.RevealBid.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RevealBid message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.RevealBid & ailee.v1.RevealBid.$Shape} RevealBid
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.RevealBid & ailee.v1.RevealBid.$Shape;
        }

        namespace RevealBid {

            /** Properties of a RevealBid. */
            interface $Properties {

                /** RevealBid taskId */
                taskId?: (Uint8Array|null);

                /** RevealBid attempt */
                attempt?: (number|null);

                /** RevealBid commitment */
                commitment?: (Uint8Array|null);

                /** RevealBid commitmentsRoot */
                commitmentsRoot?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RevealBid. */
            type $Shape = ailee.v1.RevealBid.$Properties;
        }

        /**
         * Properties of a GetBidSet.
         * @deprecated Use ailee.v1.GetBidSet.$Properties instead.
         */
        interface IGetBidSet extends ailee.v1.GetBidSet.$Properties {
        }

        /** Represents a GetBidSet. */
        class GetBidSet {

            /**
             * Constructs a new GetBidSet.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.GetBidSet.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetBidSet taskId. */
            taskId: Uint8Array;

            /** GetBidSet attempt. */
            attempt: number;

            /**
             * Encodes the specified GetBidSet message. Does not implicitly {@link ailee.v1.GetBidSet.verify|verify} messages.
             * @param message GetBidSet message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.GetBidSet.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetBidSet message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.GetBidSet & ailee.v1.GetBidSet.$Shape} GetBidSet
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.GetBidSet & ailee.v1.GetBidSet.$Shape;
        }

        namespace GetBidSet {

            /** Properties of a GetBidSet. */
            interface $Properties {

                /** GetBidSet taskId */
                taskId?: (Uint8Array|null);

                /** GetBidSet attempt */
                attempt?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetBidSet. */
            type $Shape = ailee.v1.GetBidSet.$Properties;
        }

        /**
         * Properties of a BidSet.
         * @deprecated Use ailee.v1.BidSet.$Properties instead.
         */
        interface IBidSet extends ailee.v1.BidSet.$Properties {
        }

        /** Represents a BidSet. */
        class BidSet {

            /**
             * Constructs a new BidSet.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.BidSet.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BidSet head. */
            head: Uint8Array;

            /** BidSet entries. */
            entries: Uint8Array[];

            /**
             * Encodes the specified BidSet message. Does not implicitly {@link ailee.v1.BidSet.verify|verify} messages.
             * @param message BidSet message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.BidSet.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BidSet message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.BidSet & ailee.v1.BidSet.$Shape} BidSet
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.BidSet & ailee.v1.BidSet.$Shape;
        }

        namespace BidSet {

            /** Properties of a BidSet. */
            interface $Properties {

                /** BidSet head */
                head?: (Uint8Array|null);

                /** BidSet entries */
                entries?: (Uint8Array[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a BidSet. */
            type $Shape = ailee.v1.BidSet.$Properties;
        }

        /**
         * Properties of a BidSetHead.
         * @deprecated Use ailee.v1.BidSetHead.$Properties instead.
         */
        interface IBidSetHead extends ailee.v1.BidSetHead.$Properties {
        }

        /** Represents a BidSetHead. */
        class BidSetHead {

            /**
             * Constructs a new BidSetHead.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.BidSetHead.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BidSetHead network. */
            network: string;

            /** BidSetHead taskId. */
            taskId: Uint8Array;

            /** BidSetHead attempt. */
            attempt: number;

            /** BidSetHead coordinator. */
            coordinator: string;

            /** BidSetHead openedAtMs. */
            openedAtMs: (number|Long);

            /** BidSetHead closesAtMs. */
            closesAtMs: (number|Long);

            /** BidSetHead strategy. */
            strategy: ailee.v1.AuctionStrategy;

            /** BidSetHead maxCost. */
            maxCost: (number|Long);

            /** BidSetHead wanted. */
            wanted: number;

            /** BidSetHead commitmentsRoot. */
            commitmentsRoot: Uint8Array;

            /**
             * Encodes the specified BidSetHead message. Does not implicitly {@link ailee.v1.BidSetHead.verify|verify} messages.
             * @param message BidSetHead message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.BidSetHead.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BidSetHead message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.BidSetHead & ailee.v1.BidSetHead.$Shape} BidSetHead
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.BidSetHead & ailee.v1.BidSetHead.$Shape;
        }

        namespace BidSetHead {

            /** Properties of a BidSetHead. */
            interface $Properties {

                /** BidSetHead network */
                network?: (string|null);

                /** BidSetHead taskId */
                taskId?: (Uint8Array|null);

                /** BidSetHead attempt */
                attempt?: (number|null);

                /** BidSetHead coordinator */
                coordinator?: (string|null);

                /** BidSetHead openedAtMs */
                openedAtMs?: (number|Long|null);

                /** BidSetHead closesAtMs */
                closesAtMs?: (number|Long|null);

                /** BidSetHead strategy */
                strategy?: (ailee.v1.AuctionStrategy|null);

                /** BidSetHead maxCost */
                maxCost?: (number|Long|null);

                /** BidSetHead wanted */
                wanted?: (number|null);

                /** BidSetHead commitmentsRoot */
                commitmentsRoot?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a BidSetHead. */
            type $Shape = ailee.v1.BidSetHead.$Properties;
        }

        /**
         * Properties of a BidSetEntry.
         * @deprecated Use ailee.v1.BidSetEntry.$Properties instead.
         */
        interface IBidSetEntry extends ailee.v1.BidSetEntry.$Properties {
        }

        /** Represents a BidSetEntry. */
        class BidSetEntry {

            /**
             * Constructs a new BidSetEntry.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.BidSetEntry.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BidSetEntry bid. */
            bid?: (ailee.v1.SignedPayload.$Properties|null);

            /** BidSetEntry commitment. */
            commitment?: (ailee.v1.SignedPayload.$Properties|null);

            /** BidSetEntry reputationPpm. */
            reputationPpm: number;

            /** BidSetEntry healthPpm. */
            healthPpm: number;

            /** BidSetEntry greenPpm. */
            greenPpm: number;

            /** BidSetEntry latencyUs. */
            latencyUs?: (number|null);

            /** BidSetEntry waited. */
            waited: number;

            /** BidSetEntry outcome. */
            outcome: ailee.v1.BidOutcome;

            /**
             * Encodes the specified BidSetEntry message. Does not implicitly {@link ailee.v1.BidSetEntry.verify|verify} messages.
             * @param message BidSetEntry message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.BidSetEntry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BidSetEntry message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.BidSetEntry & ailee.v1.BidSetEntry.$Shape} BidSetEntry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.BidSetEntry & ailee.v1.BidSetEntry.$Shape;
        }

        namespace BidSetEntry {

            /** Properties of a BidSetEntry. */
            interface $Properties {

                /** BidSetEntry bid */
                bid?: (ailee.v1.SignedPayload.$Properties|null);

                /** BidSetEntry commitment */
                commitment?: (ailee.v1.SignedPayload.$Properties|null);

                /** BidSetEntry reputationPpm */
                reputationPpm?: (number|null);

                /** BidSetEntry healthPpm */
                healthPpm?: (number|null);

                /** BidSetEntry greenPpm */
                greenPpm?: (number|null);

                /** BidSetEntry latencyUs */
                latencyUs?: (number|null);

                /** BidSetEntry waited */
                waited?: (number|null);

                /** BidSetEntry outcome */
                outcome?: (ailee.v1.BidOutcome|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a BidSetEntry. */
            type $Shape = ailee.v1.BidSetEntry.$Properties;
        }

        /** BidOutcome enum. */
        enum BidOutcome {

            /** LOST value */
            LOST = 0,

            /** WON value */
            WON = 1,

            /** PASSED_OVER value */
            PASSED_OVER = 2
        }

        /**
         * Properties of a SignedPayload.
         * @deprecated Use ailee.v1.SignedPayload.$Properties instead.
         */
        interface ISignedPayload extends ailee.v1.SignedPayload.$Properties {
        }

        /** Represents a SignedPayload. */
        class SignedPayload {

            /**
             * Constructs a new SignedPayload.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.SignedPayload.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SignedPayload payload. */
            payload: Uint8Array;

            /** SignedPayload signature. */
            signature?: (ailee.v1.Signature.$Properties|null);

            /**
             * Encodes the specified SignedPayload message. Does not implicitly {@link ailee.v1.SignedPayload.verify|verify} messages.
             * @param message SignedPayload message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.SignedPayload.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SignedPayload message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.SignedPayload & ailee.v1.SignedPayload.$Shape} SignedPayload
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.SignedPayload & ailee.v1.SignedPayload.$Shape;
        }

        namespace SignedPayload {

            /** Properties of a SignedPayload. */
            interface $Properties {

                /** SignedPayload payload */
                payload?: (Uint8Array|null);

                /** SignedPayload signature */
                signature?: (ailee.v1.Signature.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SignedPayload. */
            type $Shape = ailee.v1.SignedPayload.$Properties;
        }

        /**
         * Properties of an Envelope.
         * @deprecated Use ailee.v1.Envelope.$Properties instead.
         */
        interface IEnvelope extends ailee.v1.Envelope.$Properties {
        }

        /** Represents an Envelope. */
        class Envelope {

            /**
             * Constructs a new Envelope.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.Envelope.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Envelope version. */
            version: number;

            /** Envelope network. */
            network: string;

            /** Envelope type. */
            type: number;

            /** Envelope requestId. */
            requestId: (number|Long);

            /** Envelope reply. */
            reply: boolean;

            /** Envelope payload. */
            payload: Uint8Array;

            /** Envelope signature. */
            signature?: (ailee.v1.Signature.$Properties|null);

            /**
             * Encodes the specified Envelope message. Does not implicitly {@link ailee.v1.Envelope.verify|verify} messages.
             * @param message Envelope message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.Envelope.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Envelope message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.Envelope & ailee.v1.Envelope.$Shape} Envelope
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.Envelope & ailee.v1.Envelope.$Shape;
        }

        namespace Envelope {

            /** Properties of an Envelope. */
            interface $Properties {

                /** Envelope version */
                version?: (number|null);

                /** Envelope network */
                network?: (string|null);

                /** Envelope type */
                type?: (number|null);

                /** Envelope requestId */
                requestId?: (number|Long|null);

                /** Envelope reply */
                reply?: (boolean|null);

                /** Envelope payload */
                payload?: (Uint8Array|null);

                /** Envelope signature */
                signature?: (ailee.v1.Signature.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Envelope. */
            type $Shape = ailee.v1.Envelope.$Properties;
        }

        /**
         * Properties of a Signature.
         * @deprecated Use ailee.v1.Signature.$Properties instead.
         */
        interface ISignature extends ailee.v1.Signature.$Properties {
        }

        /** Represents a Signature. */
        class Signature {

            /**
             * Constructs a new Signature.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.Signature.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Signature publicKey. */
            publicKey: Uint8Array;

            /** Signature nonce. */
            nonce: Uint8Array;

            /** Signature expiresAtMs. */
            expiresAtMs: (number|Long);

            /** Signature signature. */
            signature: Uint8Array;

            /** Signature treeSize. */
            treeSize: number;

            /** Signature leafIndex. */
            leafIndex: number;

            /** Signature path. */
            path: Uint8Array[];

            /**
             * Encodes the specified Signature message. Does not implicitly {@link ailee.v1.Signature.verify|verify} messages.
             * @param message Signature message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.Signature.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Signature message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.Signature & ailee.v1.Signature.$Shape} Signature
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.Signature & ailee.v1.Signature.$Shape;
        }

        namespace Signature {

            /** Properties of a Signature. */
            interface $Properties {

                /** Signature publicKey */
                publicKey?: (Uint8Array|null);

                /** Signature nonce */
                nonce?: (Uint8Array|null);

                /** Signature expiresAtMs */
                expiresAtMs?: (number|Long|null);

                /** Signature signature */
                signature?: (Uint8Array|null);

                /** Signature treeSize */
                treeSize?: (number|null);

                /** Signature leafIndex */
                leafIndex?: (number|null);

                /** Signature path */
                path?: (Uint8Array[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Signature. */
            type $Shape = ailee.v1.Signature.$Properties;
        }

        /** MessageType enum. */
        enum MessageType {

            /** MESSAGE_TYPE_UNSPECIFIED value */
            MESSAGE_TYPE_UNSPECIFIED = 0,

            /** HELLO value */
            HELLO = 1,

            /** CREDIT value */
            CREDIT = 2,

            /** STATUS value */
            STATUS = 3,

            /** SUBMIT_TASK value */
            SUBMIT_TASK = 10,

            /** TASK_STATUS value */
            TASK_STATUS = 11,

            /** GET_TASK value */
            GET_TASK = 12,

            /** CANCEL_TASK value */
            CANCEL_TASK = 13,

            /** LIST_TASKS value */
            LIST_TASKS = 14,

            /** TASK_LIST value */
            TASK_LIST = 15,

            /** TASK_COMPLETE value */
            TASK_COMPLETE = 16,

            /** TASK_PROVISIONAL value */
            TASK_PROVISIONAL = 17,

            /** TASK_OFFER value */
            TASK_OFFER = 20,

            /** BID value */
            BID = 21,

            /** DECLINE value */
            DECLINE = 22,

            /** ASSIGN_TASK value */
            ASSIGN_TASK = 23,

            /** ASSIGN_ACK value */
            ASSIGN_ACK = 24,

            /** HEARTBEAT value */
            HEARTBEAT = 25,

            /** RESULT value */
            RESULT = 26,

            /** RESULT_ACK value */
            RESULT_ACK = 27,

            /** REVOKE_LEASE value */
            REVOKE_LEASE = 28,

            /** WORKER_STATUS value */
            WORKER_STATUS = 29,

            /** RETURN_LEASE value */
            RETURN_LEASE = 30,

            /** BID_COMMITMENT value */
            BID_COMMITMENT = 31,

            /** REVEAL_BID value */
            REVEAL_BID = 32,

            /** GET_BID_SET value */
            GET_BID_SET = 33,

            /** BID_SET value */
            BID_SET = 34,

            /** RESULT_COMMITMENT value */
            RESULT_COMMITMENT = 35,

            /** COMMITMENT_ACK value */
            COMMITMENT_ACK = 36,

            /** REVEAL_RESULT value */
            REVEAL_RESULT = 37,

            /** AUDIT_TASK value */
            AUDIT_TASK = 38,

            /** AUDIT_RESULT value */
            AUDIT_RESULT = 39
        }

        /**
         * Properties of a Hello.
         * @deprecated Use ailee.v1.Hello.$Properties instead.
         */
        interface IHello extends ailee.v1.Hello.$Properties {
        }

        /** Represents a Hello. */
        class Hello {

            /**
             * Constructs a new Hello.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.Hello.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Hello worker. */
            worker: boolean;

            /** Hello coordinator. */
            coordinator: boolean;

            /** Hello client. */
            client: boolean;

            /** Hello agent. */
            agent: string;

            /** Hello delegation. */
            delegation?: (ailee.v1.Signature.$Properties|null);

            /**
             * Encodes the specified Hello message. Does not implicitly {@link ailee.v1.Hello.verify|verify} messages.
             * @param message Hello message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.Hello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Hello message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.Hello & ailee.v1.Hello.$Shape} Hello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.Hello & ailee.v1.Hello.$Shape;
        }

        namespace Hello {

            /** Properties of a Hello. */
            interface $Properties {

                /** Hello worker */
                worker?: (boolean|null);

                /** Hello coordinator */
                coordinator?: (boolean|null);

                /** Hello client */
                client?: (boolean|null);

                /** Hello agent */
                agent?: (string|null);

                /** Hello delegation */
                delegation?: (ailee.v1.Signature.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Hello. */
            type $Shape = ailee.v1.Hello.$Properties;
        }

        /**
         * Properties of a Credit.
         * @deprecated Use ailee.v1.Credit.$Properties instead.
         */
        interface ICredit extends ailee.v1.Credit.$Properties {
        }

        /** Represents a Credit. */
        class Credit {

            /**
             * Constructs a new Credit.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.Credit.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Credit messages. */
            messages: number;

            /** Credit bytes. */
            bytes: number;

            /**
             * Encodes the specified Credit message. Does not implicitly {@link ailee.v1.Credit.verify|verify} messages.
             * @param message Credit message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.Credit.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Credit message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.Credit & ailee.v1.Credit.$Shape} Credit
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.Credit & ailee.v1.Credit.$Shape;
        }

        namespace Credit {

            /** Properties of a Credit. */
            interface $Properties {

                /** Credit messages */
                messages?: (number|null);

                /** Credit bytes */
                bytes?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Credit. */
            type $Shape = ailee.v1.Credit.$Properties;
        }

        /**
         * Properties of a Status.
         * @deprecated Use ailee.v1.Status.$Properties instead.
         */
        interface IStatus extends ailee.v1.Status.$Properties {
        }

        /** Represents a Status. */
        class Status {

            /**
             * Constructs a new Status.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.Status.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Status code. */
            code: string;

            /** Status message. */
            message: string;

            /** Status retryAfterMs. */
            retryAfterMs: number;

            /**
             * Encodes the specified Status message. Does not implicitly {@link ailee.v1.Status.verify|verify} messages.
             * @param message Status message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.Status.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Status message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.Status & ailee.v1.Status.$Shape} Status
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.Status & ailee.v1.Status.$Shape;
        }

        namespace Status {

            /** Properties of a Status. */
            interface $Properties {

                /** Status code */
                code?: (string|null);

                /** Status message */
                message?: (string|null);

                /** Status retryAfterMs */
                retryAfterMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Status. */
            type $Shape = ailee.v1.Status.$Properties;
        }

        /**
         * Properties of a BlobRequest.
         * @deprecated Use ailee.v1.BlobRequest.$Properties instead.
         */
        interface IBlobRequest extends ailee.v1.BlobRequest.$Properties {
        }

        /** Represents a BlobRequest. */
        class BlobRequest {

            /**
             * Constructs a new BlobRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.BlobRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BlobRequest network. */
            network: string;

            /** BlobRequest hash. */
            hash: Uint8Array;

            /**
             * Encodes the specified BlobRequest message. Does not implicitly {@link ailee.v1.BlobRequest.verify|verify} messages.
             * @param message BlobRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.BlobRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BlobRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.BlobRequest & ailee.v1.BlobRequest.$Shape} BlobRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.BlobRequest & ailee.v1.BlobRequest.$Shape;
        }

        namespace BlobRequest {

            /** Properties of a BlobRequest. */
            interface $Properties {

                /** BlobRequest network */
                network?: (string|null);

                /** BlobRequest hash */
                hash?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a BlobRequest. */
            type $Shape = ailee.v1.BlobRequest.$Properties;
        }

        /**
         * Properties of a BlobHeader.
         * @deprecated Use ailee.v1.BlobHeader.$Properties instead.
         */
        interface IBlobHeader extends ailee.v1.BlobHeader.$Properties {
        }

        /** Represents a BlobHeader. */
        class BlobHeader {

            /**
             * Constructs a new BlobHeader.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.BlobHeader.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BlobHeader found. */
            found: boolean;

            /** BlobHeader bytes. */
            bytes: (number|Long);

            /**
             * Encodes the specified BlobHeader message. Does not implicitly {@link ailee.v1.BlobHeader.verify|verify} messages.
             * @param message BlobHeader message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.BlobHeader.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BlobHeader message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.BlobHeader & ailee.v1.BlobHeader.$Shape} BlobHeader
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.BlobHeader & ailee.v1.BlobHeader.$Shape;
        }

        namespace BlobHeader {

            /** Properties of a BlobHeader. */
            interface $Properties {

                /** BlobHeader found */
                found?: (boolean|null);

                /** BlobHeader bytes */
                bytes?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a BlobHeader. */
            type $Shape = ailee.v1.BlobHeader.$Properties;
        }

        /**
         * Properties of a BlobChunk.
         * @deprecated Use ailee.v1.BlobChunk.$Properties instead.
         */
        interface IBlobChunk extends ailee.v1.BlobChunk.$Properties {
        }

        /** Represents a BlobChunk. */
        class BlobChunk {

            /**
             * Constructs a new BlobChunk.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.BlobChunk.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** BlobChunk data. */
            data: Uint8Array;

            /**
             * Encodes the specified BlobChunk message. Does not implicitly {@link ailee.v1.BlobChunk.verify|verify} messages.
             * @param message BlobChunk message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.BlobChunk.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a BlobChunk message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.BlobChunk & ailee.v1.BlobChunk.$Shape} BlobChunk
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.BlobChunk & ailee.v1.BlobChunk.$Shape;
        }

        namespace BlobChunk {

            /** Properties of a BlobChunk. */
            interface $Properties {

                /** BlobChunk data */
                data?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a BlobChunk. */
            type $Shape = ailee.v1.BlobChunk.$Properties;
        }

        /**
         * Properties of a TelemetrySample.
         * @deprecated Use ailee.v1.TelemetrySample.$Properties instead.
         */
        interface ITelemetrySample extends ailee.v1.TelemetrySample.$Properties {
        }

        /** Represents a TelemetrySample. */
        class TelemetrySample {

            /**
             * Constructs a new TelemetrySample.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.TelemetrySample.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TelemetrySample network. */
            network: string;

            /** TelemetrySample nodeId. */
            nodeId: string;

            /** TelemetrySample sequence. */
            sequence: (number|Long);

            /** TelemetrySample timestampMs. */
            timestampMs: (number|Long);

            /** TelemetrySample region. */
            region: string;

            /** TelemetrySample deviceClass. */
            deviceClass: string;

            /** TelemetrySample cpuUtilization. */
            cpuUtilization?: (number|null);

            /** TelemetrySample availableMemoryBytes. */
            availableMemoryBytes?: (number|Long|null);

            /** TelemetrySample totalMemoryBytes. */
            totalMemoryBytes?: (number|Long|null);

            /** TelemetrySample gflops. */
            gflops?: (number|null);

            /** TelemetrySample latencyMs. */
            latencyMs?: (number|null);

            /** TelemetrySample bandwidthMbps. */
            bandwidthMbps?: (number|null);

            /** TelemetrySample powerWatts. */
            powerWatts?: (number|null);

            /** TelemetrySample temperatureCelsius. */
            temperatureCelsius?: (number|null);

            /** TelemetrySample slots. */
            slots: number;

            /** TelemetrySample slotsFree. */
            slotsFree: number;

            /** TelemetrySample cachedModules. */
            cachedModules: number;

            /** TelemetrySample errors. */
            errors: number;

            /** TelemetrySample eventLoopLagMs. */
            eventLoopLagMs?: (number|null);

            /**
             * Encodes the specified TelemetrySample message. Does not implicitly {@link ailee.v1.TelemetrySample.verify|verify} messages.
             * @param message TelemetrySample message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.TelemetrySample.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TelemetrySample message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.TelemetrySample & ailee.v1.TelemetrySample.$Shape} TelemetrySample
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.TelemetrySample & ailee.v1.TelemetrySample.$Shape;
        }

        namespace TelemetrySample {

            /** Properties of a TelemetrySample. */
            interface $Properties {

                /** TelemetrySample network */
                network?: (string|null);

                /** TelemetrySample nodeId */
                nodeId?: (string|null);

                /** TelemetrySample sequence */
                sequence?: (number|Long|null);

                /** TelemetrySample timestampMs */
                timestampMs?: (number|Long|null);

                /** TelemetrySample region */
                region?: (string|null);

                /** TelemetrySample deviceClass */
                deviceClass?: (string|null);

                /** TelemetrySample cpuUtilization */
                cpuUtilization?: (number|null);

                /** TelemetrySample availableMemoryBytes */
                availableMemoryBytes?: (number|Long|null);

                /** TelemetrySample totalMemoryBytes */
                totalMemoryBytes?: (number|Long|null);

                /** TelemetrySample gflops */
                gflops?: (number|null);

                /** TelemetrySample latencyMs */
                latencyMs?: (number|null);

                /** TelemetrySample bandwidthMbps */
                bandwidthMbps?: (number|null);

                /** TelemetrySample powerWatts */
                powerWatts?: (number|null);

                /** TelemetrySample temperatureCelsius */
                temperatureCelsius?: (number|null);

                /** TelemetrySample slots */
                slots?: (number|null);

                /** TelemetrySample slotsFree */
                slotsFree?: (number|null);

                /** TelemetrySample cachedModules */
                cachedModules?: (number|null);

                /** TelemetrySample errors */
                errors?: (number|null);

                /** TelemetrySample eventLoopLagMs */
                eventLoopLagMs?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TelemetrySample. */
            type $Shape = ailee.v1.TelemetrySample.$Properties;
        }

        /**
         * Properties of a CoordinatorAnnouncement.
         * @deprecated Use ailee.v1.CoordinatorAnnouncement.$Properties instead.
         */
        interface ICoordinatorAnnouncement extends ailee.v1.CoordinatorAnnouncement.$Properties {
        }

        /** Represents a CoordinatorAnnouncement. */
        class CoordinatorAnnouncement {

            /**
             * Constructs a new CoordinatorAnnouncement.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.CoordinatorAnnouncement.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CoordinatorAnnouncement network. */
            network: string;

            /** CoordinatorAnnouncement nodeId. */
            nodeId: string;

            /** CoordinatorAnnouncement timestampMs. */
            timestampMs: (number|Long);

            /** CoordinatorAnnouncement multiaddrs. */
            multiaddrs: string[];

            /** CoordinatorAnnouncement tasksPending. */
            tasksPending: number;

            /** CoordinatorAnnouncement lots. */
            lots: Uint8Array[];

            /**
             * Encodes the specified CoordinatorAnnouncement message. Does not implicitly {@link ailee.v1.CoordinatorAnnouncement.verify|verify} messages.
             * @param message CoordinatorAnnouncement message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.CoordinatorAnnouncement.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CoordinatorAnnouncement message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.CoordinatorAnnouncement & ailee.v1.CoordinatorAnnouncement.$Shape} CoordinatorAnnouncement
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.CoordinatorAnnouncement & ailee.v1.CoordinatorAnnouncement.$Shape;
        }

        namespace CoordinatorAnnouncement {

            /** Properties of a CoordinatorAnnouncement. */
            interface $Properties {

                /** CoordinatorAnnouncement network */
                network?: (string|null);

                /** CoordinatorAnnouncement nodeId */
                nodeId?: (string|null);

                /** CoordinatorAnnouncement timestampMs */
                timestampMs?: (number|Long|null);

                /** CoordinatorAnnouncement multiaddrs */
                multiaddrs?: (string[]|null);

                /** CoordinatorAnnouncement tasksPending */
                tasksPending?: (number|null);

                /** CoordinatorAnnouncement lots */
                lots?: (Uint8Array[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CoordinatorAnnouncement. */
            type $Shape = ailee.v1.CoordinatorAnnouncement.$Properties;
        }

        /**
         * Properties of an Evidence.
         * @deprecated Use ailee.v1.Evidence.$Properties instead.
         */
        interface IEvidence extends ailee.v1.Evidence.$Properties {
        }

        /** Represents an Evidence. */
        class Evidence {

            /**
             * Constructs a new Evidence.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.Evidence.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Evidence network. */
            network: string;

            /** Evidence receipts. */
            receipts: ailee.v1.Receipt.$Properties[];

            /** Evidence verdicts. */
            verdicts: ailee.v1.SignedVerdict.$Properties[];

            /** Evidence bids. */
            bids: ailee.v1.SignedBid.$Properties[];

            /**
             * Encodes the specified Evidence message. Does not implicitly {@link ailee.v1.Evidence.verify|verify} messages.
             * @param message Evidence message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.Evidence.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Evidence message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.Evidence & ailee.v1.Evidence.$Shape} Evidence
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.Evidence & ailee.v1.Evidence.$Shape;
        }

        namespace Evidence {

            /** Properties of an Evidence. */
            interface $Properties {

                /** Evidence network */
                network?: (string|null);

                /** Evidence receipts */
                receipts?: (ailee.v1.Receipt.$Properties[]|null);

                /** Evidence verdicts */
                verdicts?: (ailee.v1.SignedVerdict.$Properties[]|null);

                /** Evidence bids */
                bids?: (ailee.v1.SignedBid.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Evidence. */
            type $Shape = ailee.v1.Evidence.$Properties;
        }

        /**
         * Properties of a SignedVerdict.
         * @deprecated Use ailee.v1.SignedVerdict.$Properties instead.
         */
        interface ISignedVerdict extends ailee.v1.SignedVerdict.$Properties {
        }

        /** Represents a SignedVerdict. */
        class SignedVerdict {

            /**
             * Constructs a new SignedVerdict.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.SignedVerdict.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SignedVerdict executionHash. */
            executionHash: Uint8Array;

            /** SignedVerdict verdict. */
            verdict?: (ailee.v1.Verdict.$Properties|null);

            /**
             * Encodes the specified SignedVerdict message. Does not implicitly {@link ailee.v1.SignedVerdict.verify|verify} messages.
             * @param message SignedVerdict message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.SignedVerdict.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SignedVerdict message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.SignedVerdict & ailee.v1.SignedVerdict.$Shape} SignedVerdict
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.SignedVerdict & ailee.v1.SignedVerdict.$Shape;
        }

        namespace SignedVerdict {

            /** Properties of a SignedVerdict. */
            interface $Properties {

                /** SignedVerdict executionHash */
                executionHash?: (Uint8Array|null);

                /** SignedVerdict verdict */
                verdict?: (ailee.v1.Verdict.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SignedVerdict. */
            type $Shape = ailee.v1.SignedVerdict.$Properties;
        }

        /**
         * Properties of a SignedBid.
         * @deprecated Use ailee.v1.SignedBid.$Properties instead.
         */
        interface ISignedBid extends ailee.v1.SignedBid.$Properties {
        }

        /** Represents a SignedBid. */
        class SignedBid {

            /**
             * Constructs a new SignedBid.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.SignedBid.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SignedBid payload. */
            payload: Uint8Array;

            /** SignedBid signature. */
            signature?: (ailee.v1.Signature.$Properties|null);

            /**
             * Encodes the specified SignedBid message. Does not implicitly {@link ailee.v1.SignedBid.verify|verify} messages.
             * @param message SignedBid message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.SignedBid.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SignedBid message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.SignedBid & ailee.v1.SignedBid.$Shape} SignedBid
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.SignedBid & ailee.v1.SignedBid.$Shape;
        }

        namespace SignedBid {

            /** Properties of a SignedBid. */
            interface $Properties {

                /** SignedBid payload */
                payload?: (Uint8Array|null);

                /** SignedBid signature */
                signature?: (ailee.v1.Signature.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SignedBid. */
            type $Shape = ailee.v1.SignedBid.$Properties;
        }

        /**
         * Properties of a Limits.
         * @deprecated Use ailee.v1.Limits.$Properties instead.
         */
        interface ILimits extends ailee.v1.Limits.$Properties {
        }

        /** Represents a Limits. */
        class Limits {

            /**
             * Constructs a new Limits.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.Limits.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Limits memoryBytes. */
            memoryBytes: (number|Long);

            /** Limits fuel. */
            fuel: (number|Long);

            /** Limits wallTimeMs. */
            wallTimeMs: number;

            /** Limits outputBytes. */
            outputBytes: (number|Long);

            /**
             * Encodes the specified Limits message. Does not implicitly {@link ailee.v1.Limits.verify|verify} messages.
             * @param message Limits message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.Limits.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Limits message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.Limits & ailee.v1.Limits.$Shape} Limits
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.Limits & ailee.v1.Limits.$Shape;
        }

        namespace Limits {

            /** Properties of a Limits. */
            interface $Properties {

                /** Limits memoryBytes */
                memoryBytes?: (number|Long|null);

                /** Limits fuel */
                fuel?: (number|Long|null);

                /** Limits wallTimeMs */
                wallTimeMs?: (number|null);

                /** Limits outputBytes */
                outputBytes?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Limits. */
            type $Shape = ailee.v1.Limits.$Properties;
        }

        /** ResultCode enum. */
        enum ResultCode {

            /** RESULT_CODE_UNSPECIFIED value */
            RESULT_CODE_UNSPECIFIED = 0,

            /** SUCCESS value */
            SUCCESS = 1,

            /** MODULE_INVALID value */
            MODULE_INVALID = 2,

            /** MODULE_TOO_COMPLEX value */
            MODULE_TOO_COMPLEX = 3,

            /** INSTANTIATION_FAILED value */
            INSTANTIATION_FAILED = 4,

            /** FUNCTION_NOT_FOUND value */
            FUNCTION_NOT_FOUND = 5,

            /** INVALID_INPUT value */
            INVALID_INPUT = 6,

            /** OUTPUT_TOO_LARGE value */
            OUTPUT_TOO_LARGE = 7,

            /** TRAP value */
            TRAP = 8,

            /** FUEL_EXHAUSTED value */
            FUEL_EXHAUSTED = 9,

            /** DEPTH_EXHAUSTED value */
            DEPTH_EXHAUSTED = 10,

            /** MEMORY_EXHAUSTED value */
            MEMORY_EXHAUSTED = 11,

            /** TIMEOUT value */
            TIMEOUT = 12,

            /** KILLED value */
            KILLED = 13,

            /** IMPORT_DENIED value */
            IMPORT_DENIED = 14,

            /** FEATURE_DENIED value */
            FEATURE_DENIED = 15
        }

        /**
         * Properties of a Receipt.
         * @deprecated Use ailee.v1.Receipt.$Properties instead.
         */
        interface IReceipt extends ailee.v1.Receipt.$Properties {
        }

        /** Represents a Receipt. */
        class Receipt {

            /**
             * Constructs a new Receipt.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.Receipt.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Receipt version. */
            version: number;

            /** Receipt network. */
            network: string;

            /** Receipt taskId. */
            taskId: Uint8Array;

            /** Receipt worker. */
            worker: string;

            /** Receipt moduleHash. */
            moduleHash: Uint8Array;

            /** Receipt function. */
            function: string;

            /** Receipt inputHash. */
            inputHash: Uint8Array;

            /** Receipt limits. */
            limits?: (ailee.v1.Limits.$Properties|null);

            /** Receipt meteringHash. */
            meteringHash: Uint8Array;

            /** Receipt seed. */
            seed: Uint8Array;

            /** Receipt clockMs. */
            clockMs: (number|Long);

            /** Receipt outputRoot. */
            outputRoot: Uint8Array;

            /** Receipt outputBytes. */
            outputBytes: (number|Long);

            /** Receipt fuelUsed. */
            fuelUsed: (number|Long);

            /** Receipt code. */
            code: ailee.v1.ResultCode;

            /** Receipt trap. */
            trap: string;

            /** Receipt exitCode. */
            exitCode: number;

            /** Receipt startedAtMs. */
            startedAtMs: (number|Long);

            /** Receipt finishedAtMs. */
            finishedAtMs: (number|Long);

            /** Receipt nonce. */
            nonce: Uint8Array;

            /** Receipt workerSignature. */
            workerSignature?: (ailee.v1.Signature.$Properties|null);

            /** Receipt verdict. */
            verdict?: (ailee.v1.Verdict.$Properties|null);

            /** Receipt memoryHash. */
            memoryHash: Uint8Array;

            /**
             * Encodes the specified Receipt message. Does not implicitly {@link ailee.v1.Receipt.verify|verify} messages.
             * @param message Receipt message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.Receipt.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Receipt message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.Receipt & ailee.v1.Receipt.$Shape} Receipt
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.Receipt & ailee.v1.Receipt.$Shape;
        }

        namespace Receipt {

            /** Properties of a Receipt. */
            interface $Properties {

                /** Receipt version */
                version?: (number|null);

                /** Receipt network */
                network?: (string|null);

                /** Receipt taskId */
                taskId?: (Uint8Array|null);

                /** Receipt worker */
                worker?: (string|null);

                /** Receipt moduleHash */
                moduleHash?: (Uint8Array|null);

                /** Receipt function */
                "function"?: (string|null);

                /** Receipt inputHash */
                inputHash?: (Uint8Array|null);

                /** Receipt limits */
                limits?: (ailee.v1.Limits.$Properties|null);

                /** Receipt meteringHash */
                meteringHash?: (Uint8Array|null);

                /** Receipt seed */
                seed?: (Uint8Array|null);

                /** Receipt clockMs */
                clockMs?: (number|Long|null);

                /** Receipt outputRoot */
                outputRoot?: (Uint8Array|null);

                /** Receipt outputBytes */
                outputBytes?: (number|Long|null);

                /** Receipt fuelUsed */
                fuelUsed?: (number|Long|null);

                /** Receipt code */
                code?: (ailee.v1.ResultCode|null);

                /** Receipt trap */
                trap?: (string|null);

                /** Receipt exitCode */
                exitCode?: (number|null);

                /** Receipt startedAtMs */
                startedAtMs?: (number|Long|null);

                /** Receipt finishedAtMs */
                finishedAtMs?: (number|Long|null);

                /** Receipt nonce */
                nonce?: (Uint8Array|null);

                /** Receipt workerSignature */
                workerSignature?: (ailee.v1.Signature.$Properties|null);

                /** Receipt verdict */
                verdict?: (ailee.v1.Verdict.$Properties|null);

                /** Receipt memoryHash */
                memoryHash?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Receipt. */
            type $Shape = ailee.v1.Receipt.$Properties;
        }

        /** VerificationMethod enum. */
        enum VerificationMethod {

            /** VERIFICATION_METHOD_UNSPECIFIED value */
            VERIFICATION_METHOD_UNSPECIFIED = 0,

            /** SIGNATURE_ONLY value */
            SIGNATURE_ONLY = 1,

            /** QUORUM value */
            QUORUM = 2,

            /** REFEREE value */
            REFEREE = 3,

            /** SAMPLED value */
            SAMPLED = 4,

            /** CLIENT_REFEREE value */
            CLIENT_REFEREE = 5
        }

        /**
         * Properties of a Verdict.
         * @deprecated Use ailee.v1.Verdict.$Properties instead.
         */
        interface IVerdict extends ailee.v1.Verdict.$Properties {
        }

        /** Represents a Verdict. */
        class Verdict {

            /**
             * Constructs a new Verdict.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.Verdict.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Verdict coordinator. */
            coordinator: string;

            /** Verdict method. */
            method: ailee.v1.VerificationMethod;

            /** Verdict replicas. */
            replicas: number;

            /** Verdict votes. */
            votes: number;

            /** Verdict estimatedErrorPpm. */
            estimatedErrorPpm: number;

            /** Verdict decidedAtMs. */
            decidedAtMs: (number|Long);

            /** Verdict coordinatorSignature. */
            coordinatorSignature?: (ailee.v1.Signature.$Properties|null);

            /** Verdict lotId. */
            lotId: Uint8Array;

            /** Verdict bidSetRoot. */
            bidSetRoot: Uint8Array;

            /**
             * Encodes the specified Verdict message. Does not implicitly {@link ailee.v1.Verdict.verify|verify} messages.
             * @param message Verdict message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.Verdict.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Verdict message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.Verdict & ailee.v1.Verdict.$Shape} Verdict
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.Verdict & ailee.v1.Verdict.$Shape;
        }

        namespace Verdict {

            /** Properties of a Verdict. */
            interface $Properties {

                /** Verdict coordinator */
                coordinator?: (string|null);

                /** Verdict method */
                method?: (ailee.v1.VerificationMethod|null);

                /** Verdict replicas */
                replicas?: (number|null);

                /** Verdict votes */
                votes?: (number|null);

                /** Verdict estimatedErrorPpm */
                estimatedErrorPpm?: (number|null);

                /** Verdict decidedAtMs */
                decidedAtMs?: (number|Long|null);

                /** Verdict coordinatorSignature */
                coordinatorSignature?: (ailee.v1.Signature.$Properties|null);

                /** Verdict lotId */
                lotId?: (Uint8Array|null);

                /** Verdict bidSetRoot */
                bidSetRoot?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Verdict. */
            type $Shape = ailee.v1.Verdict.$Properties;
        }

        /**
         * Properties of a TaskSpec.
         * @deprecated Use ailee.v1.TaskSpec.$Properties instead.
         */
        interface ITaskSpec extends ailee.v1.TaskSpec.$Properties {
        }

        /** Represents a TaskSpec. */
        class TaskSpec {

            /**
             * Constructs a new TaskSpec.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.TaskSpec.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TaskSpec moduleHash. */
            moduleHash: Uint8Array;

            /** TaskSpec moduleBytes. */
            moduleBytes: (number|Long);

            /** TaskSpec inputHash. */
            inputHash: Uint8Array;

            /** TaskSpec inputBytes. */
            inputBytes: (number|Long);

            /** TaskSpec function. */
            function: string;

            /** TaskSpec limits. */
            limits?: (ailee.v1.Limits.$Properties|null);

            /** TaskSpec seed. */
            seed: Uint8Array;

            /** TaskSpec clockMs. */
            clockMs: (number|Long);

            /** TaskSpec hashMemory. */
            hashMemory: boolean;

            /**
             * Encodes the specified TaskSpec message. Does not implicitly {@link ailee.v1.TaskSpec.verify|verify} messages.
             * @param message TaskSpec message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.TaskSpec.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TaskSpec message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.TaskSpec & ailee.v1.TaskSpec.$Shape} TaskSpec
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.TaskSpec & ailee.v1.TaskSpec.$Shape;
        }

        namespace TaskSpec {

            /** Properties of a TaskSpec. */
            interface $Properties {

                /** TaskSpec moduleHash */
                moduleHash?: (Uint8Array|null);

                /** TaskSpec moduleBytes */
                moduleBytes?: (number|Long|null);

                /** TaskSpec inputHash */
                inputHash?: (Uint8Array|null);

                /** TaskSpec inputBytes */
                inputBytes?: (number|Long|null);

                /** TaskSpec function */
                "function"?: (string|null);

                /** TaskSpec limits */
                limits?: (ailee.v1.Limits.$Properties|null);

                /** TaskSpec seed */
                seed?: (Uint8Array|null);

                /** TaskSpec clockMs */
                clockMs?: (number|Long|null);

                /** TaskSpec hashMemory */
                hashMemory?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TaskSpec. */
            type $Shape = ailee.v1.TaskSpec.$Properties;
        }

        /**
         * Properties of an Input.
         * @deprecated Use ailee.v1.Input.$Properties instead.
         */
        interface IInput extends ailee.v1.Input.$Properties {
        }

        /** Represents an Input. */
        class Input {

            /**
             * Constructs a new Input.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.Input.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Input args. */
            args: string[];

            /** Input env. */
            env: string[];

            /** Input stdin. */
            stdin: Uint8Array;

            /** Input files. */
            files: ailee.v1.InputFile.$Properties[];

            /**
             * Encodes the specified Input message. Does not implicitly {@link ailee.v1.Input.verify|verify} messages.
             * @param message Input message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.Input.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Input message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.Input & ailee.v1.Input.$Shape} Input
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.Input & ailee.v1.Input.$Shape;
        }

        namespace Input {

            /** Properties of an Input. */
            interface $Properties {

                /** Input args */
                args?: (string[]|null);

                /** Input env */
                env?: (string[]|null);

                /** Input stdin */
                stdin?: (Uint8Array|null);

                /** Input files */
                files?: (ailee.v1.InputFile.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Input. */
            type $Shape = ailee.v1.Input.$Properties;
        }

        /**
         * Properties of an InputFile.
         * @deprecated Use ailee.v1.InputFile.$Properties instead.
         */
        interface IInputFile extends ailee.v1.InputFile.$Properties {
        }

        /** Represents an InputFile. */
        class InputFile {

            /**
             * Constructs a new InputFile.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.InputFile.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** InputFile path. */
            path: string;

            /** InputFile bytes. */
            bytes: Uint8Array;

            /**
             * Encodes the specified InputFile message. Does not implicitly {@link ailee.v1.InputFile.verify|verify} messages.
             * @param message InputFile message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.InputFile.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an InputFile message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.InputFile & ailee.v1.InputFile.$Shape} InputFile
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.InputFile & ailee.v1.InputFile.$Shape;
        }

        namespace InputFile {

            /** Properties of an InputFile. */
            interface $Properties {

                /** InputFile path */
                path?: (string|null);

                /** InputFile bytes */
                bytes?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an InputFile. */
            type $Shape = ailee.v1.InputFile.$Properties;
        }

        /**
         * Properties of a Requirements.
         * @deprecated Use ailee.v1.Requirements.$Properties instead.
         */
        interface IRequirements extends ailee.v1.Requirements.$Properties {
        }

        /** Represents a Requirements. */
        class Requirements {

            /**
             * Constructs a new Requirements.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.Requirements.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Requirements regions. */
            regions: string[];

            /** Requirements minReputationPermille. */
            minReputationPermille: number;

            /** Requirements isolation. */
            isolation: string;

            /**
             * Encodes the specified Requirements message. Does not implicitly {@link ailee.v1.Requirements.verify|verify} messages.
             * @param message Requirements message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.Requirements.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Requirements message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.Requirements & ailee.v1.Requirements.$Shape} Requirements
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.Requirements & ailee.v1.Requirements.$Shape;
        }

        namespace Requirements {

            /** Properties of a Requirements. */
            interface $Properties {

                /** Requirements regions */
                regions?: (string[]|null);

                /** Requirements minReputationPermille */
                minReputationPermille?: (number|null);

                /** Requirements isolation */
                isolation?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Requirements. */
            type $Shape = ailee.v1.Requirements.$Properties;
        }

        /** Priority enum. */
        enum Priority {

            /** NORMAL value */
            NORMAL = 0,

            /** LOW value */
            LOW = 1,

            /** HIGH value */
            HIGH = 2,

            /** CRITICAL value */
            CRITICAL = 3
        }

        /**
         * Properties of a SubmitTask.
         * @deprecated Use ailee.v1.SubmitTask.$Properties instead.
         */
        interface ISubmitTask extends ailee.v1.SubmitTask.$Properties {
        }

        /** Represents a SubmitTask. */
        class SubmitTask {

            /**
             * Constructs a new SubmitTask.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.SubmitTask.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SubmitTask clientTaskId. */
            clientTaskId: Uint8Array;

            /** SubmitTask spec. */
            spec?: (ailee.v1.TaskSpec.$Properties|null);

            /** SubmitTask reward. */
            reward: (number|Long);

            /** SubmitTask requirements. */
            requirements?: (ailee.v1.Requirements.$Properties|null);

            /** SubmitTask replicas. */
            replicas: number;

            /** SubmitTask deadlineMs. */
            deadlineMs: (number|Long);

            /** SubmitTask priority. */
            priority: ailee.v1.Priority;

            /** SubmitTask admissionToken. */
            admissionToken: string;

            /** SubmitTask verification. */
            verification?: (ailee.v1.VerificationTerms.$Properties|null);

            /** SubmitTask auction. */
            auction?: (ailee.v1.AuctionTerms.$Properties|null);

            /**
             * Encodes the specified SubmitTask message. Does not implicitly {@link ailee.v1.SubmitTask.verify|verify} messages.
             * @param message SubmitTask message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.SubmitTask.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SubmitTask message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.SubmitTask & ailee.v1.SubmitTask.$Shape} SubmitTask
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.SubmitTask & ailee.v1.SubmitTask.$Shape;
        }

        namespace SubmitTask {

            /** Properties of a SubmitTask. */
            interface $Properties {

                /** SubmitTask clientTaskId */
                clientTaskId?: (Uint8Array|null);

                /** SubmitTask spec */
                spec?: (ailee.v1.TaskSpec.$Properties|null);

                /** SubmitTask reward */
                reward?: (number|Long|null);

                /** SubmitTask requirements */
                requirements?: (ailee.v1.Requirements.$Properties|null);

                /** SubmitTask replicas */
                replicas?: (number|null);

                /** SubmitTask deadlineMs */
                deadlineMs?: (number|Long|null);

                /** SubmitTask priority */
                priority?: (ailee.v1.Priority|null);

                /** SubmitTask admissionToken */
                admissionToken?: (string|null);

                /** SubmitTask verification */
                verification?: (ailee.v1.VerificationTerms.$Properties|null);

                /** SubmitTask auction */
                auction?: (ailee.v1.AuctionTerms.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SubmitTask. */
            type $Shape = ailee.v1.SubmitTask.$Properties;
        }

        /** VerificationMode enum. */
        enum VerificationMode {

            /** AUTO value */
            AUTO = 0,

            /** LOT value */
            LOT = 1,

            /** LEDGER value */
            LEDGER = 2,

            /** FINAL_NOW value */
            FINAL_NOW = 3,

            /** REPLICAS value */
            REPLICAS = 4,

            /** UNVERIFIED value */
            UNVERIFIED = 5
        }

        /**
         * Properties of a VerificationTerms.
         * @deprecated Use ailee.v1.VerificationTerms.$Properties instead.
         */
        interface IVerificationTerms extends ailee.v1.VerificationTerms.$Properties {
        }

        /** Represents a VerificationTerms. */
        class VerificationTerms {

            /**
             * Constructs a new VerificationTerms.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.VerificationTerms.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** VerificationTerms mode. */
            mode: ailee.v1.VerificationMode;

            /** VerificationTerms targetErrorPpm. */
            targetErrorPpm: number;

            /** VerificationTerms maxDelayMs. */
            maxDelayMs: (number|Long);

            /** VerificationTerms quorum. */
            quorum: number;

            /** VerificationTerms referee. */
            referee: ailee.v1.Referee;

            /**
             * Encodes the specified VerificationTerms message. Does not implicitly {@link ailee.v1.VerificationTerms.verify|verify} messages.
             * @param message VerificationTerms message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.VerificationTerms.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a VerificationTerms message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.VerificationTerms & ailee.v1.VerificationTerms.$Shape} VerificationTerms
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.VerificationTerms & ailee.v1.VerificationTerms.$Shape;
        }

        namespace VerificationTerms {

            /** Properties of a VerificationTerms. */
            interface $Properties {

                /** VerificationTerms mode */
                mode?: (ailee.v1.VerificationMode|null);

                /** VerificationTerms targetErrorPpm */
                targetErrorPpm?: (number|null);

                /** VerificationTerms maxDelayMs */
                maxDelayMs?: (number|Long|null);

                /** VerificationTerms quorum */
                quorum?: (number|null);

                /** VerificationTerms referee */
                referee?: (ailee.v1.Referee|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a VerificationTerms. */
            type $Shape = ailee.v1.VerificationTerms.$Properties;
        }

        /** Referee enum. */
        enum Referee {

            /** COORDINATOR value */
            COORDINATOR = 0,

            /** CLIENT value */
            CLIENT = 1
        }

        /** TaskState enum. */
        enum TaskState {

            /** TASK_STATE_UNSPECIFIED value */
            TASK_STATE_UNSPECIFIED = 0,

            /** SUBMITTED value */
            SUBMITTED = 1,

            /** QUEUED value */
            QUEUED = 2,

            /** OFFERED value */
            OFFERED = 3,

            /** ASSIGNED value */
            ASSIGNED = 4,

            /** RUNNING value */
            RUNNING = 5,

            /** PROVISIONAL value */
            PROVISIONAL = 6,

            /** COMPLETED value */
            COMPLETED = 7,

            /** FAILED value */
            FAILED = 8,

            /** CANCELLED value */
            CANCELLED = 9,

            /** EXPIRED value */
            EXPIRED = 10
        }

        /**
         * Properties of a TaskStatus.
         * @deprecated Use ailee.v1.TaskStatus.$Properties instead.
         */
        interface ITaskStatus extends ailee.v1.TaskStatus.$Properties {
        }

        /** Represents a TaskStatus. */
        class TaskStatus {

            /**
             * Constructs a new TaskStatus.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.TaskStatus.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TaskStatus taskId. */
            taskId: Uint8Array;

            /** TaskStatus state. */
            state: ailee.v1.TaskState;

            /** TaskStatus bids. */
            bids: number;

            /** TaskStatus workers. */
            workers: string[];

            /** TaskStatus attempts. */
            attempts: number;

            /** TaskStatus submittedAtMs. */
            submittedAtMs: (number|Long);

            /** TaskStatus updatedAtMs. */
            updatedAtMs: (number|Long);

            /** TaskStatus code. */
            code: string;

            /** TaskStatus message. */
            message: string;

            /** TaskStatus rejections. */
            rejections: ailee.v1.Rejection.$Properties[];

            /** TaskStatus auction. */
            auction?: (ailee.v1.AuctionTerms.$Properties|null);

            /**
             * Encodes the specified TaskStatus message. Does not implicitly {@link ailee.v1.TaskStatus.verify|verify} messages.
             * @param message TaskStatus message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.TaskStatus.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TaskStatus message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.TaskStatus & ailee.v1.TaskStatus.$Shape} TaskStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.TaskStatus & ailee.v1.TaskStatus.$Shape;
        }

        namespace TaskStatus {

            /** Properties of a TaskStatus. */
            interface $Properties {

                /** TaskStatus taskId */
                taskId?: (Uint8Array|null);

                /** TaskStatus state */
                state?: (ailee.v1.TaskState|null);

                /** TaskStatus bids */
                bids?: (number|null);

                /** TaskStatus workers */
                workers?: (string[]|null);

                /** TaskStatus attempts */
                attempts?: (number|null);

                /** TaskStatus submittedAtMs */
                submittedAtMs?: (number|Long|null);

                /** TaskStatus updatedAtMs */
                updatedAtMs?: (number|Long|null);

                /** TaskStatus code */
                code?: (string|null);

                /** TaskStatus message */
                message?: (string|null);

                /** TaskStatus rejections */
                rejections?: (ailee.v1.Rejection.$Properties[]|null);

                /** TaskStatus auction */
                auction?: (ailee.v1.AuctionTerms.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TaskStatus. */
            type $Shape = ailee.v1.TaskStatus.$Properties;
        }

        /**
         * Properties of a Rejection.
         * @deprecated Use ailee.v1.Rejection.$Properties instead.
         */
        interface IRejection extends ailee.v1.Rejection.$Properties {
        }

        /** Represents a Rejection. */
        class Rejection {

            /**
             * Constructs a new Rejection.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.Rejection.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Rejection worker. */
            worker: string;

            /** Rejection code. */
            code: string;

            /** Rejection message. */
            message: string;

            /**
             * Encodes the specified Rejection message. Does not implicitly {@link ailee.v1.Rejection.verify|verify} messages.
             * @param message Rejection message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.Rejection.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Rejection message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.Rejection & ailee.v1.Rejection.$Shape} Rejection
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.Rejection & ailee.v1.Rejection.$Shape;
        }

        namespace Rejection {

            /** Properties of a Rejection. */
            interface $Properties {

                /** Rejection worker */
                worker?: (string|null);

                /** Rejection code */
                code?: (string|null);

                /** Rejection message */
                message?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Rejection. */
            type $Shape = ailee.v1.Rejection.$Properties;
        }

        /**
         * Properties of a GetTask.
         * @deprecated Use ailee.v1.GetTask.$Properties instead.
         */
        interface IGetTask extends ailee.v1.GetTask.$Properties {
        }

        /** Represents a GetTask. */
        class GetTask {

            /**
             * Constructs a new GetTask.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.GetTask.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetTask taskId. */
            taskId: Uint8Array;

            /** GetTask follow. */
            follow: boolean;

            /**
             * Encodes the specified GetTask message. Does not implicitly {@link ailee.v1.GetTask.verify|verify} messages.
             * @param message GetTask message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.GetTask.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetTask message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.GetTask & ailee.v1.GetTask.$Shape} GetTask
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.GetTask & ailee.v1.GetTask.$Shape;
        }

        namespace GetTask {

            /** Properties of a GetTask. */
            interface $Properties {

                /** GetTask taskId */
                taskId?: (Uint8Array|null);

                /** GetTask follow */
                follow?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetTask. */
            type $Shape = ailee.v1.GetTask.$Properties;
        }

        /**
         * Properties of a CancelTask.
         * @deprecated Use ailee.v1.CancelTask.$Properties instead.
         */
        interface ICancelTask extends ailee.v1.CancelTask.$Properties {
        }

        /** Represents a CancelTask. */
        class CancelTask {

            /**
             * Constructs a new CancelTask.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.CancelTask.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CancelTask taskId. */
            taskId: Uint8Array;

            /**
             * Encodes the specified CancelTask message. Does not implicitly {@link ailee.v1.CancelTask.verify|verify} messages.
             * @param message CancelTask message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.CancelTask.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CancelTask message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.CancelTask & ailee.v1.CancelTask.$Shape} CancelTask
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.CancelTask & ailee.v1.CancelTask.$Shape;
        }

        namespace CancelTask {

            /** Properties of a CancelTask. */
            interface $Properties {

                /** CancelTask taskId */
                taskId?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CancelTask. */
            type $Shape = ailee.v1.CancelTask.$Properties;
        }

        /**
         * Properties of a ListTasks.
         * @deprecated Use ailee.v1.ListTasks.$Properties instead.
         */
        interface IListTasks extends ailee.v1.ListTasks.$Properties {
        }

        /** Represents a ListTasks. */
        class ListTasks {

            /**
             * Constructs a new ListTasks.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.ListTasks.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ListTasks limit. */
            limit: number;

            /**
             * Encodes the specified ListTasks message. Does not implicitly {@link ailee.v1.ListTasks.verify|verify} messages.
             * @param message ListTasks message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.ListTasks.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ListTasks message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.ListTasks & ailee.v1.ListTasks.$Shape} ListTasks
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.ListTasks & ailee.v1.ListTasks.$Shape;
        }

        namespace ListTasks {

            /** Properties of a ListTasks. */
            interface $Properties {

                /** ListTasks limit */
                limit?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ListTasks. */
            type $Shape = ailee.v1.ListTasks.$Properties;
        }

        /**
         * Properties of a TaskList.
         * @deprecated Use ailee.v1.TaskList.$Properties instead.
         */
        interface ITaskList extends ailee.v1.TaskList.$Properties {
        }

        /** Represents a TaskList. */
        class TaskList {

            /**
             * Constructs a new TaskList.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.TaskList.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TaskList tasks. */
            tasks: ailee.v1.TaskStatus.$Properties[];

            /**
             * Encodes the specified TaskList message. Does not implicitly {@link ailee.v1.TaskList.verify|verify} messages.
             * @param message TaskList message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.TaskList.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TaskList message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.TaskList & ailee.v1.TaskList.$Shape} TaskList
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.TaskList & ailee.v1.TaskList.$Shape;
        }

        namespace TaskList {

            /** Properties of a TaskList. */
            interface $Properties {

                /** TaskList tasks */
                tasks?: (ailee.v1.TaskStatus.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TaskList. */
            type $Shape = ailee.v1.TaskList.$Properties;
        }

        /**
         * Properties of a TaskComplete.
         * @deprecated Use ailee.v1.TaskComplete.$Properties instead.
         */
        interface ITaskComplete extends ailee.v1.TaskComplete.$Properties {
        }

        /** Represents a TaskComplete. */
        class TaskComplete {

            /**
             * Constructs a new TaskComplete.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.TaskComplete.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TaskComplete status. */
            status?: (ailee.v1.TaskStatus.$Properties|null);

            /** TaskComplete outcome. */
            outcome?: (ailee.v1.Outcome.$Properties|null);

            /** TaskComplete receipts. */
            receipts: ailee.v1.Receipt.$Properties[];

            /**
             * Encodes the specified TaskComplete message. Does not implicitly {@link ailee.v1.TaskComplete.verify|verify} messages.
             * @param message TaskComplete message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.TaskComplete.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TaskComplete message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.TaskComplete & ailee.v1.TaskComplete.$Shape} TaskComplete
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.TaskComplete & ailee.v1.TaskComplete.$Shape;
        }

        namespace TaskComplete {

            /** Properties of a TaskComplete. */
            interface $Properties {

                /** TaskComplete status */
                status?: (ailee.v1.TaskStatus.$Properties|null);

                /** TaskComplete outcome */
                outcome?: (ailee.v1.Outcome.$Properties|null);

                /** TaskComplete receipts */
                receipts?: (ailee.v1.Receipt.$Properties[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TaskComplete. */
            type $Shape = ailee.v1.TaskComplete.$Properties;
        }

        /**
         * Properties of a TaskProvisional.
         * @deprecated Use ailee.v1.TaskProvisional.$Properties instead.
         */
        interface ITaskProvisional extends ailee.v1.TaskProvisional.$Properties {
        }

        /** Represents a TaskProvisional. */
        class TaskProvisional {

            /**
             * Constructs a new TaskProvisional.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.TaskProvisional.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TaskProvisional status. */
            status?: (ailee.v1.TaskStatus.$Properties|null);

            /** TaskProvisional outcome. */
            outcome?: (ailee.v1.Outcome.$Properties|null);

            /** TaskProvisional receipt. */
            receipt?: (ailee.v1.Receipt.$Properties|null);

            /** TaskProvisional lotId. */
            lotId: Uint8Array;

            /** TaskProvisional finalByMs. */
            finalByMs: (number|Long);

            /**
             * Encodes the specified TaskProvisional message. Does not implicitly {@link ailee.v1.TaskProvisional.verify|verify} messages.
             * @param message TaskProvisional message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.TaskProvisional.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TaskProvisional message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.TaskProvisional & ailee.v1.TaskProvisional.$Shape} TaskProvisional
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.TaskProvisional & ailee.v1.TaskProvisional.$Shape;
        }

        namespace TaskProvisional {

            /** Properties of a TaskProvisional. */
            interface $Properties {

                /** TaskProvisional status */
                status?: (ailee.v1.TaskStatus.$Properties|null);

                /** TaskProvisional outcome */
                outcome?: (ailee.v1.Outcome.$Properties|null);

                /** TaskProvisional receipt */
                receipt?: (ailee.v1.Receipt.$Properties|null);

                /** TaskProvisional lotId */
                lotId?: (Uint8Array|null);

                /** TaskProvisional finalByMs */
                finalByMs?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TaskProvisional. */
            type $Shape = ailee.v1.TaskProvisional.$Properties;
        }

        /**
         * Properties of an Outcome.
         * @deprecated Use ailee.v1.Outcome.$Properties instead.
         */
        interface IOutcome extends ailee.v1.Outcome.$Properties {
        }

        /** Represents an Outcome. */
        class Outcome {

            /**
             * Constructs a new Outcome.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.Outcome.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Outcome outputHash. */
            outputHash: Uint8Array;

            /** Outcome outputBytes. */
            outputBytes: (number|Long);

            /** Outcome outputInline. */
            outputInline: Uint8Array;

            /** Outcome stderr. */
            stderr: Uint8Array;

            /** Outcome detail. */
            detail: string;

            /**
             * Encodes the specified Outcome message. Does not implicitly {@link ailee.v1.Outcome.verify|verify} messages.
             * @param message Outcome message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.Outcome.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Outcome message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.Outcome & ailee.v1.Outcome.$Shape} Outcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.Outcome & ailee.v1.Outcome.$Shape;
        }

        namespace Outcome {

            /** Properties of an Outcome. */
            interface $Properties {

                /** Outcome outputHash */
                outputHash?: (Uint8Array|null);

                /** Outcome outputBytes */
                outputBytes?: (number|Long|null);

                /** Outcome outputInline */
                outputInline?: (Uint8Array|null);

                /** Outcome stderr */
                stderr?: (Uint8Array|null);

                /** Outcome detail */
                detail?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Outcome. */
            type $Shape = ailee.v1.Outcome.$Properties;
        }

        /**
         * Properties of a TaskOffer.
         * @deprecated Use ailee.v1.TaskOffer.$Properties instead.
         */
        interface ITaskOffer extends ailee.v1.TaskOffer.$Properties {
        }

        /** Represents a TaskOffer. */
        class TaskOffer {

            /**
             * Constructs a new TaskOffer.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.TaskOffer.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TaskOffer taskId. */
            taskId: Uint8Array;

            /** TaskOffer attempt. */
            attempt: number;

            /** TaskOffer moduleHash. */
            moduleHash: Uint8Array;

            /** TaskOffer moduleBytes. */
            moduleBytes: (number|Long);

            /** TaskOffer inputBytes. */
            inputBytes: (number|Long);

            /** TaskOffer limits. */
            limits?: (ailee.v1.Limits.$Properties|null);

            /** TaskOffer requirements. */
            requirements?: (ailee.v1.Requirements.$Properties|null);

            /** TaskOffer maxCost. */
            maxCost: (number|Long);

            /** TaskOffer closesAtMs. */
            closesAtMs: (number|Long);

            /** TaskOffer sealed. */
            sealed: boolean;

            /**
             * Encodes the specified TaskOffer message. Does not implicitly {@link ailee.v1.TaskOffer.verify|verify} messages.
             * @param message TaskOffer message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.TaskOffer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TaskOffer message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.TaskOffer & ailee.v1.TaskOffer.$Shape} TaskOffer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.TaskOffer & ailee.v1.TaskOffer.$Shape;
        }

        namespace TaskOffer {

            /** Properties of a TaskOffer. */
            interface $Properties {

                /** TaskOffer taskId */
                taskId?: (Uint8Array|null);

                /** TaskOffer attempt */
                attempt?: (number|null);

                /** TaskOffer moduleHash */
                moduleHash?: (Uint8Array|null);

                /** TaskOffer moduleBytes */
                moduleBytes?: (number|Long|null);

                /** TaskOffer inputBytes */
                inputBytes?: (number|Long|null);

                /** TaskOffer limits */
                limits?: (ailee.v1.Limits.$Properties|null);

                /** TaskOffer requirements */
                requirements?: (ailee.v1.Requirements.$Properties|null);

                /** TaskOffer maxCost */
                maxCost?: (number|Long|null);

                /** TaskOffer closesAtMs */
                closesAtMs?: (number|Long|null);

                /** TaskOffer sealed */
                sealed?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TaskOffer. */
            type $Shape = ailee.v1.TaskOffer.$Properties;
        }

        /**
         * Properties of a Bid.
         * @deprecated Use ailee.v1.Bid.$Properties instead.
         */
        interface IBid extends ailee.v1.Bid.$Properties {
        }

        /** Represents a Bid. */
        class Bid {

            /**
             * Constructs a new Bid.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.Bid.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Bid taskId. */
            taskId: Uint8Array;

            /** Bid attempt. */
            attempt: number;

            /** Bid cost. */
            cost: (number|Long);

            /** Bid load. */
            load: number;

            /** Bid slots. */
            slots: number;

            /** Bid moduleCached. */
            moduleCached: boolean;

            /** Bid series. */
            series: Uint8Array;

            /** Bid salt. */
            salt: Uint8Array;

            /**
             * Encodes the specified Bid message. Does not implicitly {@link ailee.v1.Bid.verify|verify} messages.
             * @param message Bid message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.Bid.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Bid message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.Bid & ailee.v1.Bid.$Shape} Bid
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.Bid & ailee.v1.Bid.$Shape;
        }

        namespace Bid {

            /** Properties of a Bid. */
            interface $Properties {

                /** Bid taskId */
                taskId?: (Uint8Array|null);

                /** Bid attempt */
                attempt?: (number|null);

                /** Bid cost */
                cost?: (number|Long|null);

                /** Bid load */
                load?: (number|null);

                /** Bid slots */
                slots?: (number|null);

                /** Bid moduleCached */
                moduleCached?: (boolean|null);

                /** Bid series */
                series?: (Uint8Array|null);

                /** Bid salt */
                salt?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Bid. */
            type $Shape = ailee.v1.Bid.$Properties;
        }

        /**
         * Properties of a Decline.
         * @deprecated Use ailee.v1.Decline.$Properties instead.
         */
        interface IDecline extends ailee.v1.Decline.$Properties {
        }

        /** Represents a Decline. */
        class Decline {

            /**
             * Constructs a new Decline.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.Decline.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Decline taskId. */
            taskId: Uint8Array;

            /** Decline attempt. */
            attempt: number;

            /** Decline code. */
            code: string;

            /** Decline message. */
            message: string;

            /**
             * Encodes the specified Decline message. Does not implicitly {@link ailee.v1.Decline.verify|verify} messages.
             * @param message Decline message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.Decline.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Decline message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.Decline & ailee.v1.Decline.$Shape} Decline
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.Decline & ailee.v1.Decline.$Shape;
        }

        namespace Decline {

            /** Properties of a Decline. */
            interface $Properties {

                /** Decline taskId */
                taskId?: (Uint8Array|null);

                /** Decline attempt */
                attempt?: (number|null);

                /** Decline code */
                code?: (string|null);

                /** Decline message */
                message?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Decline. */
            type $Shape = ailee.v1.Decline.$Properties;
        }

        /**
         * Properties of an AssignTask.
         * @deprecated Use ailee.v1.AssignTask.$Properties instead.
         */
        interface IAssignTask extends ailee.v1.AssignTask.$Properties {
        }

        /** Represents an AssignTask. */
        class AssignTask {

            /**
             * Constructs a new AssignTask.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.AssignTask.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AssignTask taskId. */
            taskId: Uint8Array;

            /** AssignTask attempt. */
            attempt: number;

            /** AssignTask leaseId. */
            leaseId: (number|Long);

            /** AssignTask leaseMs. */
            leaseMs: number;

            /** AssignTask spec. */
            spec?: (ailee.v1.TaskSpec.$Properties|null);

            /** AssignTask nonce. */
            nonce: Uint8Array;

            /** AssignTask cost. */
            cost: (number|Long);

            /** AssignTask commitFirst. */
            commitFirst: boolean;

            /**
             * Encodes the specified AssignTask message. Does not implicitly {@link ailee.v1.AssignTask.verify|verify} messages.
             * @param message AssignTask message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.AssignTask.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AssignTask message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.AssignTask & ailee.v1.AssignTask.$Shape} AssignTask
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.AssignTask & ailee.v1.AssignTask.$Shape;
        }

        namespace AssignTask {

            /** Properties of an AssignTask. */
            interface $Properties {

                /** AssignTask taskId */
                taskId?: (Uint8Array|null);

                /** AssignTask attempt */
                attempt?: (number|null);

                /** AssignTask leaseId */
                leaseId?: (number|Long|null);

                /** AssignTask leaseMs */
                leaseMs?: (number|null);

                /** AssignTask spec */
                spec?: (ailee.v1.TaskSpec.$Properties|null);

                /** AssignTask nonce */
                nonce?: (Uint8Array|null);

                /** AssignTask cost */
                cost?: (number|Long|null);

                /** AssignTask commitFirst */
                commitFirst?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AssignTask. */
            type $Shape = ailee.v1.AssignTask.$Properties;
        }

        /**
         * Properties of an AssignAck.
         * @deprecated Use ailee.v1.AssignAck.$Properties instead.
         */
        interface IAssignAck extends ailee.v1.AssignAck.$Properties {
        }

        /** Represents an AssignAck. */
        class AssignAck {

            /**
             * Constructs a new AssignAck.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.AssignAck.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AssignAck taskId. */
            taskId: Uint8Array;

            /** AssignAck leaseId. */
            leaseId: (number|Long);

            /**
             * Encodes the specified AssignAck message. Does not implicitly {@link ailee.v1.AssignAck.verify|verify} messages.
             * @param message AssignAck message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.AssignAck.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AssignAck message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.AssignAck & ailee.v1.AssignAck.$Shape} AssignAck
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.AssignAck & ailee.v1.AssignAck.$Shape;
        }

        namespace AssignAck {

            /** Properties of an AssignAck. */
            interface $Properties {

                /** AssignAck taskId */
                taskId?: (Uint8Array|null);

                /** AssignAck leaseId */
                leaseId?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AssignAck. */
            type $Shape = ailee.v1.AssignAck.$Properties;
        }

        /**
         * Properties of a Heartbeat.
         * @deprecated Use ailee.v1.Heartbeat.$Properties instead.
         */
        interface IHeartbeat extends ailee.v1.Heartbeat.$Properties {
        }

        /** Represents a Heartbeat. */
        class Heartbeat {

            /**
             * Constructs a new Heartbeat.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.Heartbeat.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Heartbeat leaseIds. */
            leaseIds: (number|Long)[];

            /**
             * Encodes the specified Heartbeat message. Does not implicitly {@link ailee.v1.Heartbeat.verify|verify} messages.
             * @param message Heartbeat message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.Heartbeat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Heartbeat message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.Heartbeat & ailee.v1.Heartbeat.$Shape} Heartbeat
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.Heartbeat & ailee.v1.Heartbeat.$Shape;
        }

        namespace Heartbeat {

            /** Properties of a Heartbeat. */
            interface $Properties {

                /** Heartbeat leaseIds */
                leaseIds?: ((number|Long)[]|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Heartbeat. */
            type $Shape = ailee.v1.Heartbeat.$Properties;
        }

        /**
         * Properties of a Result.
         * @deprecated Use ailee.v1.Result.$Properties instead.
         */
        interface IResult extends ailee.v1.Result.$Properties {
        }

        /** Represents a Result. */
        class Result {

            /**
             * Constructs a new Result.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.Result.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Result taskId. */
            taskId: Uint8Array;

            /** Result leaseId. */
            leaseId: (number|Long);

            /** Result receipt. */
            receipt?: (ailee.v1.Receipt.$Properties|null);

            /** Result outcome. */
            outcome?: (ailee.v1.Outcome.$Properties|null);

            /** Result salt. */
            salt: Uint8Array;

            /**
             * Encodes the specified Result message. Does not implicitly {@link ailee.v1.Result.verify|verify} messages.
             * @param message Result message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.Result.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Result message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.Result & ailee.v1.Result.$Shape} Result
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.Result & ailee.v1.Result.$Shape;
        }

        namespace Result {

            /** Properties of a Result. */
            interface $Properties {

                /** Result taskId */
                taskId?: (Uint8Array|null);

                /** Result leaseId */
                leaseId?: (number|Long|null);

                /** Result receipt */
                receipt?: (ailee.v1.Receipt.$Properties|null);

                /** Result outcome */
                outcome?: (ailee.v1.Outcome.$Properties|null);

                /** Result salt */
                salt?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Result. */
            type $Shape = ailee.v1.Result.$Properties;
        }

        /**
         * Properties of a ResultCommitment.
         * @deprecated Use ailee.v1.ResultCommitment.$Properties instead.
         */
        interface IResultCommitment extends ailee.v1.ResultCommitment.$Properties {
        }

        /** Represents a ResultCommitment. */
        class ResultCommitment {

            /**
             * Constructs a new ResultCommitment.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.ResultCommitment.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ResultCommitment taskId. */
            taskId: Uint8Array;

            /** ResultCommitment leaseId. */
            leaseId: (number|Long);

            /** ResultCommitment commitment. */
            commitment: Uint8Array;

            /**
             * Encodes the specified ResultCommitment message. Does not implicitly {@link ailee.v1.ResultCommitment.verify|verify} messages.
             * @param message ResultCommitment message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.ResultCommitment.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ResultCommitment message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.ResultCommitment & ailee.v1.ResultCommitment.$Shape} ResultCommitment
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.ResultCommitment & ailee.v1.ResultCommitment.$Shape;
        }

        namespace ResultCommitment {

            /** Properties of a ResultCommitment. */
            interface $Properties {

                /** ResultCommitment taskId */
                taskId?: (Uint8Array|null);

                /** ResultCommitment leaseId */
                leaseId?: (number|Long|null);

                /** ResultCommitment commitment */
                commitment?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ResultCommitment. */
            type $Shape = ailee.v1.ResultCommitment.$Properties;
        }

        /**
         * Properties of a CommitmentAck.
         * @deprecated Use ailee.v1.CommitmentAck.$Properties instead.
         */
        interface ICommitmentAck extends ailee.v1.CommitmentAck.$Properties {
        }

        /** Represents a CommitmentAck. */
        class CommitmentAck {

            /**
             * Constructs a new CommitmentAck.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.CommitmentAck.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CommitmentAck leaseId. */
            leaseId: (number|Long);

            /**
             * Encodes the specified CommitmentAck message. Does not implicitly {@link ailee.v1.CommitmentAck.verify|verify} messages.
             * @param message CommitmentAck message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.CommitmentAck.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CommitmentAck message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.CommitmentAck & ailee.v1.CommitmentAck.$Shape} CommitmentAck
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.CommitmentAck & ailee.v1.CommitmentAck.$Shape;
        }

        namespace CommitmentAck {

            /** Properties of a CommitmentAck. */
            interface $Properties {

                /** CommitmentAck leaseId */
                leaseId?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CommitmentAck. */
            type $Shape = ailee.v1.CommitmentAck.$Properties;
        }

        /**
         * Properties of a RevealResult.
         * @deprecated Use ailee.v1.RevealResult.$Properties instead.
         */
        interface IRevealResult extends ailee.v1.RevealResult.$Properties {
        }

        /** Represents a RevealResult. */
        class RevealResult {

            /**
             * Constructs a new RevealResult.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.RevealResult.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RevealResult leaseId. */
            leaseId: (number|Long);

            /**
             * Encodes the specified RevealResult message. Does not implicitly {@link ailee.v1.RevealResult.verify|verify} messages.
             * @param message RevealResult message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.RevealResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RevealResult message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.RevealResult & ailee.v1.RevealResult.$Shape} RevealResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.RevealResult & ailee.v1.RevealResult.$Shape;
        }

        namespace RevealResult {

            /** Properties of a RevealResult. */
            interface $Properties {

                /** RevealResult leaseId */
                leaseId?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RevealResult. */
            type $Shape = ailee.v1.RevealResult.$Properties;
        }

        /**
         * Properties of an AuditTask.
         * @deprecated Use ailee.v1.AuditTask.$Properties instead.
         */
        interface IAuditTask extends ailee.v1.AuditTask.$Properties {
        }

        /** Represents an AuditTask. */
        class AuditTask {

            /**
             * Constructs a new AuditTask.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.AuditTask.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AuditTask taskId. */
            taskId: Uint8Array;

            /** AuditTask attempt. */
            attempt: number;

            /** AuditTask nonce. */
            nonce: Uint8Array;

            /**
             * Encodes the specified AuditTask message. Does not implicitly {@link ailee.v1.AuditTask.verify|verify} messages.
             * @param message AuditTask message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.AuditTask.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AuditTask message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.AuditTask & ailee.v1.AuditTask.$Shape} AuditTask
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.AuditTask & ailee.v1.AuditTask.$Shape;
        }

        namespace AuditTask {

            /** Properties of an AuditTask. */
            interface $Properties {

                /** AuditTask taskId */
                taskId?: (Uint8Array|null);

                /** AuditTask attempt */
                attempt?: (number|null);

                /** AuditTask nonce */
                nonce?: (Uint8Array|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AuditTask. */
            type $Shape = ailee.v1.AuditTask.$Properties;
        }

        /**
         * Properties of an AuditResult.
         * @deprecated Use ailee.v1.AuditResult.$Properties instead.
         */
        interface IAuditResult extends ailee.v1.AuditResult.$Properties {
        }

        /** Represents an AuditResult. */
        class AuditResult {

            /**
             * Constructs a new AuditResult.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.AuditResult.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** AuditResult taskId. */
            taskId: Uint8Array;

            /** AuditResult attempt. */
            attempt: number;

            /** AuditResult receipt. */
            receipt?: (ailee.v1.Receipt.$Properties|null);

            /**
             * Encodes the specified AuditResult message. Does not implicitly {@link ailee.v1.AuditResult.verify|verify} messages.
             * @param message AuditResult message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.AuditResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an AuditResult message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.AuditResult & ailee.v1.AuditResult.$Shape} AuditResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.AuditResult & ailee.v1.AuditResult.$Shape;
        }

        namespace AuditResult {

            /** Properties of an AuditResult. */
            interface $Properties {

                /** AuditResult taskId */
                taskId?: (Uint8Array|null);

                /** AuditResult attempt */
                attempt?: (number|null);

                /** AuditResult receipt */
                receipt?: (ailee.v1.Receipt.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an AuditResult. */
            type $Shape = ailee.v1.AuditResult.$Properties;
        }

        /**
         * Properties of a ResultAck.
         * @deprecated Use ailee.v1.ResultAck.$Properties instead.
         */
        interface IResultAck extends ailee.v1.ResultAck.$Properties {
        }

        /** Represents a ResultAck. */
        class ResultAck {

            /**
             * Constructs a new ResultAck.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.ResultAck.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ResultAck leaseId. */
            leaseId: (number|Long);

            /**
             * Encodes the specified ResultAck message. Does not implicitly {@link ailee.v1.ResultAck.verify|verify} messages.
             * @param message ResultAck message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.ResultAck.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ResultAck message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.ResultAck & ailee.v1.ResultAck.$Shape} ResultAck
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.ResultAck & ailee.v1.ResultAck.$Shape;
        }

        namespace ResultAck {

            /** Properties of a ResultAck. */
            interface $Properties {

                /** ResultAck leaseId */
                leaseId?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ResultAck. */
            type $Shape = ailee.v1.ResultAck.$Properties;
        }

        /**
         * Properties of a RevokeLease.
         * @deprecated Use ailee.v1.RevokeLease.$Properties instead.
         */
        interface IRevokeLease extends ailee.v1.RevokeLease.$Properties {
        }

        /** Represents a RevokeLease. */
        class RevokeLease {

            /**
             * Constructs a new RevokeLease.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.RevokeLease.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RevokeLease leaseId. */
            leaseId: (number|Long);

            /** RevokeLease code. */
            code: string;

            /**
             * Encodes the specified RevokeLease message. Does not implicitly {@link ailee.v1.RevokeLease.verify|verify} messages.
             * @param message RevokeLease message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.RevokeLease.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RevokeLease message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.RevokeLease & ailee.v1.RevokeLease.$Shape} RevokeLease
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.RevokeLease & ailee.v1.RevokeLease.$Shape;
        }

        namespace RevokeLease {

            /** Properties of a RevokeLease. */
            interface $Properties {

                /** RevokeLease leaseId */
                leaseId?: (number|Long|null);

                /** RevokeLease code */
                code?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RevokeLease. */
            type $Shape = ailee.v1.RevokeLease.$Properties;
        }

        /**
         * Properties of a ReturnLease.
         * @deprecated Use ailee.v1.ReturnLease.$Properties instead.
         */
        interface IReturnLease extends ailee.v1.ReturnLease.$Properties {
        }

        /** Represents a ReturnLease. */
        class ReturnLease {

            /**
             * Constructs a new ReturnLease.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.ReturnLease.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ReturnLease leaseId. */
            leaseId: (number|Long);

            /** ReturnLease code. */
            code: string;

            /**
             * Encodes the specified ReturnLease message. Does not implicitly {@link ailee.v1.ReturnLease.verify|verify} messages.
             * @param message ReturnLease message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.ReturnLease.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ReturnLease message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.ReturnLease & ailee.v1.ReturnLease.$Shape} ReturnLease
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.ReturnLease & ailee.v1.ReturnLease.$Shape;
        }

        namespace ReturnLease {

            /** Properties of a ReturnLease. */
            interface $Properties {

                /** ReturnLease leaseId */
                leaseId?: (number|Long|null);

                /** ReturnLease code */
                code?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ReturnLease. */
            type $Shape = ailee.v1.ReturnLease.$Properties;
        }

        /**
         * Properties of a WorkerStatus.
         * @deprecated Use ailee.v1.WorkerStatus.$Properties instead.
         */
        interface IWorkerStatus extends ailee.v1.WorkerStatus.$Properties {
        }

        /** Represents a WorkerStatus. */
        class WorkerStatus {

            /**
             * Constructs a new WorkerStatus.
             * @param [properties] Properties to set
             */
            constructor(properties?: ailee.v1.WorkerStatus.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** WorkerStatus slots. */
            slots: number;

            /** WorkerStatus memoryBytes. */
            memoryBytes: (number|Long);

            /** WorkerStatus cores. */
            cores: number;

            /** WorkerStatus region. */
            region: string;

            /** WorkerStatus deviceClass. */
            deviceClass: string;

            /** WorkerStatus isolation. */
            isolation: string;

            /** WorkerStatus draining. */
            draining: boolean;

            /**
             * Encodes the specified WorkerStatus message. Does not implicitly {@link ailee.v1.WorkerStatus.verify|verify} messages.
             * @param message WorkerStatus message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: ailee.v1.WorkerStatus.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a WorkerStatus message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {ailee.v1.WorkerStatus & ailee.v1.WorkerStatus.$Shape} WorkerStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): ailee.v1.WorkerStatus & ailee.v1.WorkerStatus.$Shape;
        }

        namespace WorkerStatus {

            /** Properties of a WorkerStatus. */
            interface $Properties {

                /** WorkerStatus slots */
                slots?: (number|null);

                /** WorkerStatus memoryBytes */
                memoryBytes?: (number|Long|null);

                /** WorkerStatus cores */
                cores?: (number|null);

                /** WorkerStatus region */
                region?: (string|null);

                /** WorkerStatus deviceClass */
                deviceClass?: (string|null);

                /** WorkerStatus isolation */
                isolation?: (string|null);

                /** WorkerStatus draining */
                draining?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a WorkerStatus. */
            type $Shape = ailee.v1.WorkerStatus.$Properties;
        }
    }
}

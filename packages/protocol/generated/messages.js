/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

// Exported root namespace
const $root = $protobuf.roots["ailee_v1"] || ($protobuf.roots["ailee_v1"] = {});

export const ailee = $root.ailee = (() => {

    /**
     * Namespace ailee.
     * @exports ailee
     * @namespace
     */
    const ailee = {};

    ailee.v1 = (function() {

        /**
         * Namespace v1.
         * @memberof ailee
         * @namespace
         */
        const v1 = {};

        /**
         * AuctionStrategy enum.
         * @name ailee.v1.AuctionStrategy
         * @enum {number}
         * @property {number} WEIGHTED=0 WEIGHTED value
         * @property {number} LOWEST_COST=1 LOWEST_COST value
         * @property {number} LOWEST_LATENCY=2 LOWEST_LATENCY value
         * @property {number} HIGHEST_REPUTATION=3 HIGHEST_REPUTATION value
         * @property {number} LEAST_LOADED=4 LEAST_LOADED value
         * @property {number} ROUND_ROBIN=5 ROUND_ROBIN value
         * @property {number} GREEN=6 GREEN value
         */
        v1.AuctionStrategy = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "WEIGHTED"] = 0;
            values[valuesById[1] = "LOWEST_COST"] = 1;
            values[valuesById[2] = "LOWEST_LATENCY"] = 2;
            values[valuesById[3] = "HIGHEST_REPUTATION"] = 3;
            values[valuesById[4] = "LEAST_LOADED"] = 4;
            values[valuesById[5] = "ROUND_ROBIN"] = 5;
            values[valuesById[6] = "GREEN"] = 6;
            return values;
        })();

        v1.AuctionTerms = (function() {

            /**
             * Properties of an AuctionTerms.
             * @typedef {Object} ailee.v1.AuctionTerms.$Properties
             * @property {ailee.v1.AuctionStrategy|null} [strategy] AuctionTerms strategy
             * @property {boolean|null} [sealed] AuctionTerms sealed
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an AuctionTerms.
             * @memberof ailee.v1
             * @interface IAuctionTerms
             * @augments ailee.v1.AuctionTerms.$Properties
             * @deprecated Use ailee.v1.AuctionTerms.$Properties instead.
             */

            /**
             * Shape of an AuctionTerms.
             * @typedef {ailee.v1.AuctionTerms.$Properties} ailee.v1.AuctionTerms.$Shape
             */

            /**
             * Constructs a new AuctionTerms.
             * @memberof ailee.v1
             * @classdesc Represents an AuctionTerms.
             * @constructor
             * @param {ailee.v1.AuctionTerms.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const AuctionTerms = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * AuctionTerms strategy.
             * @member {ailee.v1.AuctionStrategy} strategy
             * @memberof ailee.v1.AuctionTerms
             * @instance
             */
            AuctionTerms.prototype.strategy = 0;

            /**
             * AuctionTerms sealed.
             * @member {boolean} sealed
             * @memberof ailee.v1.AuctionTerms
             * @instance
             */
            AuctionTerms.prototype.sealed = false;

            /**
             * Encodes the specified AuctionTerms message. Does not implicitly {@link ailee.v1.AuctionTerms.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.AuctionTerms
             * @static
             * @param {ailee.v1.AuctionTerms.$Properties} message AuctionTerms message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            AuctionTerms.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.strategy != null && $Object.hasOwnProperty.call(message, "strategy") && message.strategy !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.strategy);
                if (message.sealed != null && $Object.hasOwnProperty.call(message, "sealed") && message.sealed !== false)
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.sealed);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an AuctionTerms message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.AuctionTerms
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.AuctionTerms & ailee.v1.AuctionTerms.$Shape} AuctionTerms
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            AuctionTerms.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.AuctionTerms();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.strategy = value;
                            else
                                delete message.strategy;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.sealed = value;
                            else
                                delete message.sealed;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return AuctionTerms;
        })();

        v1.BidCommitment = (function() {

            /**
             * Properties of a BidCommitment.
             * @typedef {Object} ailee.v1.BidCommitment.$Properties
             * @property {Uint8Array|null} [taskId] BidCommitment taskId
             * @property {number|null} [attempt] BidCommitment attempt
             * @property {Uint8Array|null} [commitment] BidCommitment commitment
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a BidCommitment.
             * @memberof ailee.v1
             * @interface IBidCommitment
             * @augments ailee.v1.BidCommitment.$Properties
             * @deprecated Use ailee.v1.BidCommitment.$Properties instead.
             */

            /**
             * Shape of a BidCommitment.
             * @typedef {ailee.v1.BidCommitment.$Properties} ailee.v1.BidCommitment.$Shape
             */

            /**
             * Constructs a new BidCommitment.
             * @memberof ailee.v1
             * @classdesc Represents a BidCommitment.
             * @constructor
             * @param {ailee.v1.BidCommitment.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const BidCommitment = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * BidCommitment taskId.
             * @member {Uint8Array} taskId
             * @memberof ailee.v1.BidCommitment
             * @instance
             */
            BidCommitment.prototype.taskId = $util.newBuffer([]);

            /**
             * BidCommitment attempt.
             * @member {number} attempt
             * @memberof ailee.v1.BidCommitment
             * @instance
             */
            BidCommitment.prototype.attempt = 0;

            /**
             * BidCommitment commitment.
             * @member {Uint8Array} commitment
             * @memberof ailee.v1.BidCommitment
             * @instance
             */
            BidCommitment.prototype.commitment = $util.newBuffer([]);

            /**
             * Encodes the specified BidCommitment message. Does not implicitly {@link ailee.v1.BidCommitment.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.BidCommitment
             * @static
             * @param {ailee.v1.BidCommitment.$Properties} message BidCommitment message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            BidCommitment.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.taskId != null && $Object.hasOwnProperty.call(message, "taskId") && message.taskId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.taskId);
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.attempt);
                if (message.commitment != null && $Object.hasOwnProperty.call(message, "commitment") && message.commitment.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.commitment);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a BidCommitment message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.BidCommitment
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.BidCommitment & ailee.v1.BidCommitment.$Shape} BidCommitment
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            BidCommitment.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.BidCommitment();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.taskId = value;
                            else
                                delete message.taskId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.attempt = value;
                            else
                                delete message.attempt;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.commitment = value;
                            else
                                delete message.commitment;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return BidCommitment;
        })();

        v1.RevealBid = (function() {

            /**
             * Properties of a RevealBid.
             * @typedef {Object} ailee.v1.RevealBid.$Properties
             * @property {Uint8Array|null} [taskId] RevealBid taskId
             * @property {number|null} [attempt] RevealBid attempt
             * @property {Uint8Array|null} [commitment] RevealBid commitment
             * @property {Uint8Array|null} [commitmentsRoot] RevealBid commitmentsRoot
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RevealBid.
             * @memberof ailee.v1
             * @interface IRevealBid
             * @augments ailee.v1.RevealBid.$Properties
             * @deprecated Use ailee.v1.RevealBid.$Properties instead.
             */

            /**
             * Shape of a RevealBid.
             * @typedef {ailee.v1.RevealBid.$Properties} ailee.v1.RevealBid.$Shape
             */

            /**
             * Constructs a new RevealBid.
             * @memberof ailee.v1
             * @classdesc Represents a RevealBid.
             * @constructor
             * @param {ailee.v1.RevealBid.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RevealBid = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RevealBid taskId.
             * @member {Uint8Array} taskId
             * @memberof ailee.v1.RevealBid
             * @instance
             */
            RevealBid.prototype.taskId = $util.newBuffer([]);

            /**
             * RevealBid attempt.
             * @member {number} attempt
             * @memberof ailee.v1.RevealBid
             * @instance
             */
            RevealBid.prototype.attempt = 0;

            /**
             * RevealBid commitment.
             * @member {Uint8Array} commitment
             * @memberof ailee.v1.RevealBid
             * @instance
             */
            RevealBid.prototype.commitment = $util.newBuffer([]);

            /**
             * RevealBid commitmentsRoot.
             * @member {Uint8Array} commitmentsRoot
             * @memberof ailee.v1.RevealBid
             * @instance
             */
            RevealBid.prototype.commitmentsRoot = $util.newBuffer([]);

            /**
             * Encodes the specified RevealBid message. Does not implicitly {@link ailee.v1.RevealBid.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.RevealBid
             * @static
             * @param {ailee.v1.RevealBid.$Properties} message RevealBid message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RevealBid.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.taskId != null && $Object.hasOwnProperty.call(message, "taskId") && message.taskId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.taskId);
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.attempt);
                if (message.commitment != null && $Object.hasOwnProperty.call(message, "commitment") && message.commitment.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.commitment);
                if (message.commitmentsRoot != null && $Object.hasOwnProperty.call(message, "commitmentsRoot") && message.commitmentsRoot.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.commitmentsRoot);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RevealBid message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.RevealBid
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.RevealBid & ailee.v1.RevealBid.$Shape} RevealBid
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RevealBid.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.RevealBid();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.taskId = value;
                            else
                                delete message.taskId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.attempt = value;
                            else
                                delete message.attempt;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.commitment = value;
                            else
                                delete message.commitment;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.commitmentsRoot = value;
                            else
                                delete message.commitmentsRoot;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RevealBid;
        })();

        v1.GetBidSet = (function() {

            /**
             * Properties of a GetBidSet.
             * @typedef {Object} ailee.v1.GetBidSet.$Properties
             * @property {Uint8Array|null} [taskId] GetBidSet taskId
             * @property {number|null} [attempt] GetBidSet attempt
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GetBidSet.
             * @memberof ailee.v1
             * @interface IGetBidSet
             * @augments ailee.v1.GetBidSet.$Properties
             * @deprecated Use ailee.v1.GetBidSet.$Properties instead.
             */

            /**
             * Shape of a GetBidSet.
             * @typedef {ailee.v1.GetBidSet.$Properties} ailee.v1.GetBidSet.$Shape
             */

            /**
             * Constructs a new GetBidSet.
             * @memberof ailee.v1
             * @classdesc Represents a GetBidSet.
             * @constructor
             * @param {ailee.v1.GetBidSet.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GetBidSet = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GetBidSet taskId.
             * @member {Uint8Array} taskId
             * @memberof ailee.v1.GetBidSet
             * @instance
             */
            GetBidSet.prototype.taskId = $util.newBuffer([]);

            /**
             * GetBidSet attempt.
             * @member {number} attempt
             * @memberof ailee.v1.GetBidSet
             * @instance
             */
            GetBidSet.prototype.attempt = 0;

            /**
             * Encodes the specified GetBidSet message. Does not implicitly {@link ailee.v1.GetBidSet.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.GetBidSet
             * @static
             * @param {ailee.v1.GetBidSet.$Properties} message GetBidSet message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GetBidSet.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.taskId != null && $Object.hasOwnProperty.call(message, "taskId") && message.taskId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.taskId);
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.attempt);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GetBidSet message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.GetBidSet
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.GetBidSet & ailee.v1.GetBidSet.$Shape} GetBidSet
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GetBidSet.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.GetBidSet();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.taskId = value;
                            else
                                delete message.taskId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.attempt = value;
                            else
                                delete message.attempt;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return GetBidSet;
        })();

        v1.BidSet = (function() {

            /**
             * Properties of a BidSet.
             * @typedef {Object} ailee.v1.BidSet.$Properties
             * @property {Uint8Array|null} [head] BidSet head
             * @property {Array.<Uint8Array>|null} [entries] BidSet entries
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a BidSet.
             * @memberof ailee.v1
             * @interface IBidSet
             * @augments ailee.v1.BidSet.$Properties
             * @deprecated Use ailee.v1.BidSet.$Properties instead.
             */

            /**
             * Shape of a BidSet.
             * @typedef {ailee.v1.BidSet.$Properties} ailee.v1.BidSet.$Shape
             */

            /**
             * Constructs a new BidSet.
             * @memberof ailee.v1
             * @classdesc Represents a BidSet.
             * @constructor
             * @param {ailee.v1.BidSet.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const BidSet = function (properties) {
                this.entries = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * BidSet head.
             * @member {Uint8Array} head
             * @memberof ailee.v1.BidSet
             * @instance
             */
            BidSet.prototype.head = $util.newBuffer([]);

            /**
             * BidSet entries.
             * @member {Array.<Uint8Array>} entries
             * @memberof ailee.v1.BidSet
             * @instance
             */
            BidSet.prototype.entries = $util.emptyArray;

            /**
             * Encodes the specified BidSet message. Does not implicitly {@link ailee.v1.BidSet.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.BidSet
             * @static
             * @param {ailee.v1.BidSet.$Properties} message BidSet message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            BidSet.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.head != null && $Object.hasOwnProperty.call(message, "head") && message.head.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.head);
                if (message.entries != null && message.entries.length)
                    for (let i = 0; i < message.entries.length; ++i)
                        writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.entries[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a BidSet message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.BidSet
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.BidSet & ailee.v1.BidSet.$Shape} BidSet
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            BidSet.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.BidSet();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.head = value;
                            else
                                delete message.head;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.entries && message.entries.length))
                                message.entries = [];
                            message.entries.push(reader.bytes());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return BidSet;
        })();

        v1.BidSetHead = (function() {

            /**
             * Properties of a BidSetHead.
             * @typedef {Object} ailee.v1.BidSetHead.$Properties
             * @property {string|null} [network] BidSetHead network
             * @property {Uint8Array|null} [taskId] BidSetHead taskId
             * @property {number|null} [attempt] BidSetHead attempt
             * @property {string|null} [coordinator] BidSetHead coordinator
             * @property {number|Long|null} [openedAtMs] BidSetHead openedAtMs
             * @property {number|Long|null} [closesAtMs] BidSetHead closesAtMs
             * @property {ailee.v1.AuctionStrategy|null} [strategy] BidSetHead strategy
             * @property {number|Long|null} [maxCost] BidSetHead maxCost
             * @property {number|null} [wanted] BidSetHead wanted
             * @property {Uint8Array|null} [commitmentsRoot] BidSetHead commitmentsRoot
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a BidSetHead.
             * @memberof ailee.v1
             * @interface IBidSetHead
             * @augments ailee.v1.BidSetHead.$Properties
             * @deprecated Use ailee.v1.BidSetHead.$Properties instead.
             */

            /**
             * Shape of a BidSetHead.
             * @typedef {ailee.v1.BidSetHead.$Properties} ailee.v1.BidSetHead.$Shape
             */

            /**
             * Constructs a new BidSetHead.
             * @memberof ailee.v1
             * @classdesc Represents a BidSetHead.
             * @constructor
             * @param {ailee.v1.BidSetHead.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const BidSetHead = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * BidSetHead network.
             * @member {string} network
             * @memberof ailee.v1.BidSetHead
             * @instance
             */
            BidSetHead.prototype.network = "";

            /**
             * BidSetHead taskId.
             * @member {Uint8Array} taskId
             * @memberof ailee.v1.BidSetHead
             * @instance
             */
            BidSetHead.prototype.taskId = $util.newBuffer([]);

            /**
             * BidSetHead attempt.
             * @member {number} attempt
             * @memberof ailee.v1.BidSetHead
             * @instance
             */
            BidSetHead.prototype.attempt = 0;

            /**
             * BidSetHead coordinator.
             * @member {string} coordinator
             * @memberof ailee.v1.BidSetHead
             * @instance
             */
            BidSetHead.prototype.coordinator = "";

            /**
             * BidSetHead openedAtMs.
             * @member {number|Long} openedAtMs
             * @memberof ailee.v1.BidSetHead
             * @instance
             */
            BidSetHead.prototype.openedAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * BidSetHead closesAtMs.
             * @member {number|Long} closesAtMs
             * @memberof ailee.v1.BidSetHead
             * @instance
             */
            BidSetHead.prototype.closesAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * BidSetHead strategy.
             * @member {ailee.v1.AuctionStrategy} strategy
             * @memberof ailee.v1.BidSetHead
             * @instance
             */
            BidSetHead.prototype.strategy = 0;

            /**
             * BidSetHead maxCost.
             * @member {number|Long} maxCost
             * @memberof ailee.v1.BidSetHead
             * @instance
             */
            BidSetHead.prototype.maxCost = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * BidSetHead wanted.
             * @member {number} wanted
             * @memberof ailee.v1.BidSetHead
             * @instance
             */
            BidSetHead.prototype.wanted = 0;

            /**
             * BidSetHead commitmentsRoot.
             * @member {Uint8Array} commitmentsRoot
             * @memberof ailee.v1.BidSetHead
             * @instance
             */
            BidSetHead.prototype.commitmentsRoot = $util.newBuffer([]);

            /**
             * Encodes the specified BidSetHead message. Does not implicitly {@link ailee.v1.BidSetHead.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.BidSetHead
             * @static
             * @param {ailee.v1.BidSetHead.$Properties} message BidSetHead message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            BidSetHead.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.network != null && $Object.hasOwnProperty.call(message, "network") && message.network !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.network);
                if (message.taskId != null && $Object.hasOwnProperty.call(message, "taskId") && message.taskId.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.taskId);
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.attempt);
                if (message.coordinator != null && $Object.hasOwnProperty.call(message, "coordinator") && message.coordinator !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.coordinator);
                if (message.openedAtMs != null && $Object.hasOwnProperty.call(message, "openedAtMs") && (typeof message.openedAtMs === "object" ? message.openedAtMs.low || message.openedAtMs.high : message.openedAtMs !== 0))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.openedAtMs);
                if (message.closesAtMs != null && $Object.hasOwnProperty.call(message, "closesAtMs") && (typeof message.closesAtMs === "object" ? message.closesAtMs.low || message.closesAtMs.high : message.closesAtMs !== 0))
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.closesAtMs);
                if (message.strategy != null && $Object.hasOwnProperty.call(message, "strategy") && message.strategy !== 0)
                    writer.uint32(/* id 7, wireType 0 =*/56).int32(message.strategy);
                if (message.maxCost != null && $Object.hasOwnProperty.call(message, "maxCost") && (typeof message.maxCost === "object" ? message.maxCost.low || message.maxCost.high : message.maxCost !== 0))
                    writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.maxCost);
                if (message.wanted != null && $Object.hasOwnProperty.call(message, "wanted") && message.wanted !== 0)
                    writer.uint32(/* id 9, wireType 0 =*/72).uint32(message.wanted);
                if (message.commitmentsRoot != null && $Object.hasOwnProperty.call(message, "commitmentsRoot") && message.commitmentsRoot.length)
                    writer.uint32(/* id 10, wireType 2 =*/82).bytes(message.commitmentsRoot);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a BidSetHead message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.BidSetHead
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.BidSetHead & ailee.v1.BidSetHead.$Shape} BidSetHead
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            BidSetHead.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.BidSetHead();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.network = value;
                            else
                                delete message.network;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.taskId = value;
                            else
                                delete message.taskId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.attempt = value;
                            else
                                delete message.attempt;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.coordinator = value;
                            else
                                delete message.coordinator;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.openedAtMs = value;
                            else
                                delete message.openedAtMs;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.closesAtMs = value;
                            else
                                delete message.closesAtMs;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.strategy = value;
                            else
                                delete message.strategy;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.maxCost = value;
                            else
                                delete message.maxCost;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.wanted = value;
                            else
                                delete message.wanted;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.commitmentsRoot = value;
                            else
                                delete message.commitmentsRoot;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return BidSetHead;
        })();

        v1.BidSetEntry = (function() {

            /**
             * Properties of a BidSetEntry.
             * @typedef {Object} ailee.v1.BidSetEntry.$Properties
             * @property {ailee.v1.SignedPayload.$Properties|null} [bid] BidSetEntry bid
             * @property {ailee.v1.SignedPayload.$Properties|null} [commitment] BidSetEntry commitment
             * @property {number|null} [reputationPpm] BidSetEntry reputationPpm
             * @property {number|null} [healthPpm] BidSetEntry healthPpm
             * @property {number|null} [greenPpm] BidSetEntry greenPpm
             * @property {number|null} [latencyUs] BidSetEntry latencyUs
             * @property {number|null} [waited] BidSetEntry waited
             * @property {ailee.v1.BidOutcome|null} [outcome] BidSetEntry outcome
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a BidSetEntry.
             * @memberof ailee.v1
             * @interface IBidSetEntry
             * @augments ailee.v1.BidSetEntry.$Properties
             * @deprecated Use ailee.v1.BidSetEntry.$Properties instead.
             */

            /**
             * Shape of a BidSetEntry.
             * @typedef {ailee.v1.BidSetEntry.$Properties} ailee.v1.BidSetEntry.$Shape
             */

            /**
             * Constructs a new BidSetEntry.
             * @memberof ailee.v1
             * @classdesc Represents a BidSetEntry.
             * @constructor
             * @param {ailee.v1.BidSetEntry.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const BidSetEntry = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * BidSetEntry bid.
             * @member {ailee.v1.SignedPayload.$Properties|null|undefined} bid
             * @memberof ailee.v1.BidSetEntry
             * @instance
             */
            BidSetEntry.prototype.bid = null;

            /**
             * BidSetEntry commitment.
             * @member {ailee.v1.SignedPayload.$Properties|null|undefined} commitment
             * @memberof ailee.v1.BidSetEntry
             * @instance
             */
            BidSetEntry.prototype.commitment = null;

            /**
             * BidSetEntry reputationPpm.
             * @member {number} reputationPpm
             * @memberof ailee.v1.BidSetEntry
             * @instance
             */
            BidSetEntry.prototype.reputationPpm = 0;

            /**
             * BidSetEntry healthPpm.
             * @member {number} healthPpm
             * @memberof ailee.v1.BidSetEntry
             * @instance
             */
            BidSetEntry.prototype.healthPpm = 0;

            /**
             * BidSetEntry greenPpm.
             * @member {number} greenPpm
             * @memberof ailee.v1.BidSetEntry
             * @instance
             */
            BidSetEntry.prototype.greenPpm = 0;

            /**
             * BidSetEntry latencyUs.
             * @member {number|null|undefined} latencyUs
             * @memberof ailee.v1.BidSetEntry
             * @instance
             */
            BidSetEntry.prototype.latencyUs = null;

            /**
             * BidSetEntry waited.
             * @member {number} waited
             * @memberof ailee.v1.BidSetEntry
             * @instance
             */
            BidSetEntry.prototype.waited = 0;

            /**
             * BidSetEntry outcome.
             * @member {ailee.v1.BidOutcome} outcome
             * @memberof ailee.v1.BidSetEntry
             * @instance
             */
            BidSetEntry.prototype.outcome = 0;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(BidSetEntry.prototype, "_latencyUs", {
                get: $util.oneOfGetter($oneOfFields = ["latencyUs"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified BidSetEntry message. Does not implicitly {@link ailee.v1.BidSetEntry.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.BidSetEntry
             * @static
             * @param {ailee.v1.BidSetEntry.$Properties} message BidSetEntry message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            BidSetEntry.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.bid != null && $Object.hasOwnProperty.call(message, "bid"))
                    $root.ailee.v1.SignedPayload.encode(message.bid, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.commitment != null && $Object.hasOwnProperty.call(message, "commitment"))
                    $root.ailee.v1.SignedPayload.encode(message.commitment, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.reputationPpm != null && $Object.hasOwnProperty.call(message, "reputationPpm") && message.reputationPpm !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.reputationPpm);
                if (message.healthPpm != null && $Object.hasOwnProperty.call(message, "healthPpm") && message.healthPpm !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.healthPpm);
                if (message.greenPpm != null && $Object.hasOwnProperty.call(message, "greenPpm") && message.greenPpm !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.greenPpm);
                if (message.latencyUs != null && $Object.hasOwnProperty.call(message, "latencyUs"))
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.latencyUs);
                if (message.waited != null && $Object.hasOwnProperty.call(message, "waited") && message.waited !== 0)
                    writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.waited);
                if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome") && message.outcome !== 0)
                    writer.uint32(/* id 8, wireType 0 =*/64).int32(message.outcome);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a BidSetEntry message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.BidSetEntry
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.BidSetEntry & ailee.v1.BidSetEntry.$Shape} BidSetEntry
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            BidSetEntry.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.BidSetEntry();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.bid = $root.ailee.v1.SignedPayload.decode(reader, reader.size(), $undefined, _depth + 1, message.bid);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.commitment = $root.ailee.v1.SignedPayload.decode(reader, reader.size(), $undefined, _depth + 1, message.commitment);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.reputationPpm = value;
                            else
                                delete message.reputationPpm;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.healthPpm = value;
                            else
                                delete message.healthPpm;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.greenPpm = value;
                            else
                                delete message.greenPpm;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.latencyUs = reader.uint32();
                            message._latencyUs = "latencyUs";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.waited = value;
                            else
                                delete message.waited;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.outcome = value;
                            else
                                delete message.outcome;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return BidSetEntry;
        })();

        /**
         * BidOutcome enum.
         * @name ailee.v1.BidOutcome
         * @enum {number}
         * @property {number} LOST=0 LOST value
         * @property {number} WON=1 WON value
         * @property {number} PASSED_OVER=2 PASSED_OVER value
         */
        v1.BidOutcome = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "LOST"] = 0;
            values[valuesById[1] = "WON"] = 1;
            values[valuesById[2] = "PASSED_OVER"] = 2;
            return values;
        })();

        v1.SignedPayload = (function() {

            /**
             * Properties of a SignedPayload.
             * @typedef {Object} ailee.v1.SignedPayload.$Properties
             * @property {Uint8Array|null} [payload] SignedPayload payload
             * @property {ailee.v1.Signature.$Properties|null} [signature] SignedPayload signature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SignedPayload.
             * @memberof ailee.v1
             * @interface ISignedPayload
             * @augments ailee.v1.SignedPayload.$Properties
             * @deprecated Use ailee.v1.SignedPayload.$Properties instead.
             */

            /**
             * Shape of a SignedPayload.
             * @typedef {ailee.v1.SignedPayload.$Properties} ailee.v1.SignedPayload.$Shape
             */

            /**
             * Constructs a new SignedPayload.
             * @memberof ailee.v1
             * @classdesc Represents a SignedPayload.
             * @constructor
             * @param {ailee.v1.SignedPayload.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SignedPayload = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SignedPayload payload.
             * @member {Uint8Array} payload
             * @memberof ailee.v1.SignedPayload
             * @instance
             */
            SignedPayload.prototype.payload = $util.newBuffer([]);

            /**
             * SignedPayload signature.
             * @member {ailee.v1.Signature.$Properties|null|undefined} signature
             * @memberof ailee.v1.SignedPayload
             * @instance
             */
            SignedPayload.prototype.signature = null;

            /**
             * Encodes the specified SignedPayload message. Does not implicitly {@link ailee.v1.SignedPayload.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.SignedPayload
             * @static
             * @param {ailee.v1.SignedPayload.$Properties} message SignedPayload message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SignedPayload.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.payload != null && $Object.hasOwnProperty.call(message, "payload") && message.payload.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.payload);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                    $root.ailee.v1.Signature.encode(message.signature, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SignedPayload message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.SignedPayload
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.SignedPayload & ailee.v1.SignedPayload.$Shape} SignedPayload
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SignedPayload.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.SignedPayload();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.payload = value;
                            else
                                delete message.payload;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.signature = $root.ailee.v1.Signature.decode(reader, reader.size(), $undefined, _depth + 1, message.signature);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SignedPayload;
        })();

        v1.Envelope = (function() {

            /**
             * Properties of an Envelope.
             * @typedef {Object} ailee.v1.Envelope.$Properties
             * @property {number|null} [version] Envelope version
             * @property {string|null} [network] Envelope network
             * @property {number|null} [type] Envelope type
             * @property {number|Long|null} [requestId] Envelope requestId
             * @property {boolean|null} [reply] Envelope reply
             * @property {Uint8Array|null} [payload] Envelope payload
             * @property {ailee.v1.Signature.$Properties|null} [signature] Envelope signature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Envelope.
             * @memberof ailee.v1
             * @interface IEnvelope
             * @augments ailee.v1.Envelope.$Properties
             * @deprecated Use ailee.v1.Envelope.$Properties instead.
             */

            /**
             * Shape of an Envelope.
             * @typedef {ailee.v1.Envelope.$Properties} ailee.v1.Envelope.$Shape
             */

            /**
             * Constructs a new Envelope.
             * @memberof ailee.v1
             * @classdesc Represents an Envelope.
             * @constructor
             * @param {ailee.v1.Envelope.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Envelope = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Envelope version.
             * @member {number} version
             * @memberof ailee.v1.Envelope
             * @instance
             */
            Envelope.prototype.version = 0;

            /**
             * Envelope network.
             * @member {string} network
             * @memberof ailee.v1.Envelope
             * @instance
             */
            Envelope.prototype.network = "";

            /**
             * Envelope type.
             * @member {number} type
             * @memberof ailee.v1.Envelope
             * @instance
             */
            Envelope.prototype.type = 0;

            /**
             * Envelope requestId.
             * @member {number|Long} requestId
             * @memberof ailee.v1.Envelope
             * @instance
             */
            Envelope.prototype.requestId = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Envelope reply.
             * @member {boolean} reply
             * @memberof ailee.v1.Envelope
             * @instance
             */
            Envelope.prototype.reply = false;

            /**
             * Envelope payload.
             * @member {Uint8Array} payload
             * @memberof ailee.v1.Envelope
             * @instance
             */
            Envelope.prototype.payload = $util.newBuffer([]);

            /**
             * Envelope signature.
             * @member {ailee.v1.Signature.$Properties|null|undefined} signature
             * @memberof ailee.v1.Envelope
             * @instance
             */
            Envelope.prototype.signature = null;

            /**
             * Encodes the specified Envelope message. Does not implicitly {@link ailee.v1.Envelope.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.Envelope
             * @static
             * @param {ailee.v1.Envelope.$Properties} message Envelope message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Envelope.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.version);
                if (message.network != null && $Object.hasOwnProperty.call(message, "network") && message.network !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.network);
                if (message.type != null && $Object.hasOwnProperty.call(message, "type") && message.type !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.type);
                if (message.requestId != null && $Object.hasOwnProperty.call(message, "requestId") && (typeof message.requestId === "object" ? message.requestId.low || message.requestId.high : message.requestId !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.requestId);
                if (message.reply != null && $Object.hasOwnProperty.call(message, "reply") && message.reply !== false)
                    writer.uint32(/* id 5, wireType 0 =*/40).bool(message.reply);
                if (message.payload != null && $Object.hasOwnProperty.call(message, "payload") && message.payload.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.payload);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                    $root.ailee.v1.Signature.encode(message.signature, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Envelope message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.Envelope
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.Envelope & ailee.v1.Envelope.$Shape} Envelope
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Envelope.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.Envelope();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.network = value;
                            else
                                delete message.network;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.type = value;
                            else
                                delete message.type;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.requestId = value;
                            else
                                delete message.requestId;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.reply = value;
                            else
                                delete message.reply;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.payload = value;
                            else
                                delete message.payload;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.signature = $root.ailee.v1.Signature.decode(reader, reader.size(), $undefined, _depth + 1, message.signature);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Envelope;
        })();

        v1.Signature = (function() {

            /**
             * Properties of a Signature.
             * @typedef {Object} ailee.v1.Signature.$Properties
             * @property {Uint8Array|null} [publicKey] Signature publicKey
             * @property {Uint8Array|null} [nonce] Signature nonce
             * @property {number|Long|null} [expiresAtMs] Signature expiresAtMs
             * @property {Uint8Array|null} [signature] Signature signature
             * @property {number|null} [treeSize] Signature treeSize
             * @property {number|null} [leafIndex] Signature leafIndex
             * @property {Array.<Uint8Array>|null} [path] Signature path
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Signature.
             * @memberof ailee.v1
             * @interface ISignature
             * @augments ailee.v1.Signature.$Properties
             * @deprecated Use ailee.v1.Signature.$Properties instead.
             */

            /**
             * Shape of a Signature.
             * @typedef {ailee.v1.Signature.$Properties} ailee.v1.Signature.$Shape
             */

            /**
             * Constructs a new Signature.
             * @memberof ailee.v1
             * @classdesc Represents a Signature.
             * @constructor
             * @param {ailee.v1.Signature.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Signature = function (properties) {
                this.path = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Signature publicKey.
             * @member {Uint8Array} publicKey
             * @memberof ailee.v1.Signature
             * @instance
             */
            Signature.prototype.publicKey = $util.newBuffer([]);

            /**
             * Signature nonce.
             * @member {Uint8Array} nonce
             * @memberof ailee.v1.Signature
             * @instance
             */
            Signature.prototype.nonce = $util.newBuffer([]);

            /**
             * Signature expiresAtMs.
             * @member {number|Long} expiresAtMs
             * @memberof ailee.v1.Signature
             * @instance
             */
            Signature.prototype.expiresAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Signature signature.
             * @member {Uint8Array} signature
             * @memberof ailee.v1.Signature
             * @instance
             */
            Signature.prototype.signature = $util.newBuffer([]);

            /**
             * Signature treeSize.
             * @member {number} treeSize
             * @memberof ailee.v1.Signature
             * @instance
             */
            Signature.prototype.treeSize = 0;

            /**
             * Signature leafIndex.
             * @member {number} leafIndex
             * @memberof ailee.v1.Signature
             * @instance
             */
            Signature.prototype.leafIndex = 0;

            /**
             * Signature path.
             * @member {Array.<Uint8Array>} path
             * @memberof ailee.v1.Signature
             * @instance
             */
            Signature.prototype.path = $util.emptyArray;

            /**
             * Encodes the specified Signature message. Does not implicitly {@link ailee.v1.Signature.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.Signature
             * @static
             * @param {ailee.v1.Signature.$Properties} message Signature message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Signature.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.publicKey != null && $Object.hasOwnProperty.call(message, "publicKey") && message.publicKey.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.publicKey);
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce") && message.nonce.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.nonce);
                if (message.expiresAtMs != null && $Object.hasOwnProperty.call(message, "expiresAtMs") && (typeof message.expiresAtMs === "object" ? message.expiresAtMs.low || message.expiresAtMs.high : message.expiresAtMs !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.expiresAtMs);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature") && message.signature.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.signature);
                if (message.treeSize != null && $Object.hasOwnProperty.call(message, "treeSize") && message.treeSize !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.treeSize);
                if (message.leafIndex != null && $Object.hasOwnProperty.call(message, "leafIndex") && message.leafIndex !== 0)
                    writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.leafIndex);
                if (message.path != null && message.path.length)
                    for (let i = 0; i < message.path.length; ++i)
                        writer.uint32(/* id 7, wireType 2 =*/58).bytes(message.path[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Signature message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.Signature
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.Signature & ailee.v1.Signature.$Shape} Signature
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Signature.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.Signature();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.publicKey = value;
                            else
                                delete message.publicKey;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.nonce = value;
                            else
                                delete message.nonce;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.expiresAtMs = value;
                            else
                                delete message.expiresAtMs;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.signature = value;
                            else
                                delete message.signature;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.treeSize = value;
                            else
                                delete message.treeSize;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.leafIndex = value;
                            else
                                delete message.leafIndex;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if (!(message.path && message.path.length))
                                message.path = [];
                            message.path.push(reader.bytes());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Signature;
        })();

        /**
         * MessageType enum.
         * @name ailee.v1.MessageType
         * @enum {number}
         * @property {number} MESSAGE_TYPE_UNSPECIFIED=0 MESSAGE_TYPE_UNSPECIFIED value
         * @property {number} HELLO=1 HELLO value
         * @property {number} CREDIT=2 CREDIT value
         * @property {number} STATUS=3 STATUS value
         * @property {number} SUBMIT_TASK=10 SUBMIT_TASK value
         * @property {number} TASK_STATUS=11 TASK_STATUS value
         * @property {number} GET_TASK=12 GET_TASK value
         * @property {number} CANCEL_TASK=13 CANCEL_TASK value
         * @property {number} LIST_TASKS=14 LIST_TASKS value
         * @property {number} TASK_LIST=15 TASK_LIST value
         * @property {number} TASK_COMPLETE=16 TASK_COMPLETE value
         * @property {number} TASK_PROVISIONAL=17 TASK_PROVISIONAL value
         * @property {number} TASK_OFFER=20 TASK_OFFER value
         * @property {number} BID=21 BID value
         * @property {number} DECLINE=22 DECLINE value
         * @property {number} ASSIGN_TASK=23 ASSIGN_TASK value
         * @property {number} ASSIGN_ACK=24 ASSIGN_ACK value
         * @property {number} HEARTBEAT=25 HEARTBEAT value
         * @property {number} RESULT=26 RESULT value
         * @property {number} RESULT_ACK=27 RESULT_ACK value
         * @property {number} REVOKE_LEASE=28 REVOKE_LEASE value
         * @property {number} WORKER_STATUS=29 WORKER_STATUS value
         * @property {number} RETURN_LEASE=30 RETURN_LEASE value
         * @property {number} BID_COMMITMENT=31 BID_COMMITMENT value
         * @property {number} REVEAL_BID=32 REVEAL_BID value
         * @property {number} GET_BID_SET=33 GET_BID_SET value
         * @property {number} BID_SET=34 BID_SET value
         * @property {number} RESULT_COMMITMENT=35 RESULT_COMMITMENT value
         * @property {number} COMMITMENT_ACK=36 COMMITMENT_ACK value
         * @property {number} REVEAL_RESULT=37 REVEAL_RESULT value
         * @property {number} AUDIT_TASK=38 AUDIT_TASK value
         * @property {number} AUDIT_RESULT=39 AUDIT_RESULT value
         */
        v1.MessageType = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "MESSAGE_TYPE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "HELLO"] = 1;
            values[valuesById[2] = "CREDIT"] = 2;
            values[valuesById[3] = "STATUS"] = 3;
            values[valuesById[10] = "SUBMIT_TASK"] = 10;
            values[valuesById[11] = "TASK_STATUS"] = 11;
            values[valuesById[12] = "GET_TASK"] = 12;
            values[valuesById[13] = "CANCEL_TASK"] = 13;
            values[valuesById[14] = "LIST_TASKS"] = 14;
            values[valuesById[15] = "TASK_LIST"] = 15;
            values[valuesById[16] = "TASK_COMPLETE"] = 16;
            values[valuesById[17] = "TASK_PROVISIONAL"] = 17;
            values[valuesById[20] = "TASK_OFFER"] = 20;
            values[valuesById[21] = "BID"] = 21;
            values[valuesById[22] = "DECLINE"] = 22;
            values[valuesById[23] = "ASSIGN_TASK"] = 23;
            values[valuesById[24] = "ASSIGN_ACK"] = 24;
            values[valuesById[25] = "HEARTBEAT"] = 25;
            values[valuesById[26] = "RESULT"] = 26;
            values[valuesById[27] = "RESULT_ACK"] = 27;
            values[valuesById[28] = "REVOKE_LEASE"] = 28;
            values[valuesById[29] = "WORKER_STATUS"] = 29;
            values[valuesById[30] = "RETURN_LEASE"] = 30;
            values[valuesById[31] = "BID_COMMITMENT"] = 31;
            values[valuesById[32] = "REVEAL_BID"] = 32;
            values[valuesById[33] = "GET_BID_SET"] = 33;
            values[valuesById[34] = "BID_SET"] = 34;
            values[valuesById[35] = "RESULT_COMMITMENT"] = 35;
            values[valuesById[36] = "COMMITMENT_ACK"] = 36;
            values[valuesById[37] = "REVEAL_RESULT"] = 37;
            values[valuesById[38] = "AUDIT_TASK"] = 38;
            values[valuesById[39] = "AUDIT_RESULT"] = 39;
            return values;
        })();

        v1.Hello = (function() {

            /**
             * Properties of a Hello.
             * @typedef {Object} ailee.v1.Hello.$Properties
             * @property {boolean|null} [worker] Hello worker
             * @property {boolean|null} [coordinator] Hello coordinator
             * @property {boolean|null} [client] Hello client
             * @property {string|null} [agent] Hello agent
             * @property {ailee.v1.Signature.$Properties|null} [delegation] Hello delegation
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Hello.
             * @memberof ailee.v1
             * @interface IHello
             * @augments ailee.v1.Hello.$Properties
             * @deprecated Use ailee.v1.Hello.$Properties instead.
             */

            /**
             * Shape of a Hello.
             * @typedef {ailee.v1.Hello.$Properties} ailee.v1.Hello.$Shape
             */

            /**
             * Constructs a new Hello.
             * @memberof ailee.v1
             * @classdesc Represents a Hello.
             * @constructor
             * @param {ailee.v1.Hello.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Hello = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Hello worker.
             * @member {boolean} worker
             * @memberof ailee.v1.Hello
             * @instance
             */
            Hello.prototype.worker = false;

            /**
             * Hello coordinator.
             * @member {boolean} coordinator
             * @memberof ailee.v1.Hello
             * @instance
             */
            Hello.prototype.coordinator = false;

            /**
             * Hello client.
             * @member {boolean} client
             * @memberof ailee.v1.Hello
             * @instance
             */
            Hello.prototype.client = false;

            /**
             * Hello agent.
             * @member {string} agent
             * @memberof ailee.v1.Hello
             * @instance
             */
            Hello.prototype.agent = "";

            /**
             * Hello delegation.
             * @member {ailee.v1.Signature.$Properties|null|undefined} delegation
             * @memberof ailee.v1.Hello
             * @instance
             */
            Hello.prototype.delegation = null;

            /**
             * Encodes the specified Hello message. Does not implicitly {@link ailee.v1.Hello.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.Hello
             * @static
             * @param {ailee.v1.Hello.$Properties} message Hello message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Hello.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.worker != null && $Object.hasOwnProperty.call(message, "worker") && message.worker !== false)
                    writer.uint32(/* id 1, wireType 0 =*/8).bool(message.worker);
                if (message.coordinator != null && $Object.hasOwnProperty.call(message, "coordinator") && message.coordinator !== false)
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.coordinator);
                if (message.client != null && $Object.hasOwnProperty.call(message, "client") && message.client !== false)
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.client);
                if (message.agent != null && $Object.hasOwnProperty.call(message, "agent") && message.agent !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.agent);
                if (message.delegation != null && $Object.hasOwnProperty.call(message, "delegation"))
                    $root.ailee.v1.Signature.encode(message.delegation, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Hello message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.Hello
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.Hello & ailee.v1.Hello.$Shape} Hello
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Hello.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.Hello();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.worker = value;
                            else
                                delete message.worker;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.coordinator = value;
                            else
                                delete message.coordinator;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.client = value;
                            else
                                delete message.client;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.agent = value;
                            else
                                delete message.agent;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.delegation = $root.ailee.v1.Signature.decode(reader, reader.size(), $undefined, _depth + 1, message.delegation);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Hello;
        })();

        v1.Credit = (function() {

            /**
             * Properties of a Credit.
             * @typedef {Object} ailee.v1.Credit.$Properties
             * @property {number|null} [messages] Credit messages
             * @property {number|null} [bytes] Credit bytes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Credit.
             * @memberof ailee.v1
             * @interface ICredit
             * @augments ailee.v1.Credit.$Properties
             * @deprecated Use ailee.v1.Credit.$Properties instead.
             */

            /**
             * Shape of a Credit.
             * @typedef {ailee.v1.Credit.$Properties} ailee.v1.Credit.$Shape
             */

            /**
             * Constructs a new Credit.
             * @memberof ailee.v1
             * @classdesc Represents a Credit.
             * @constructor
             * @param {ailee.v1.Credit.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Credit = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Credit messages.
             * @member {number} messages
             * @memberof ailee.v1.Credit
             * @instance
             */
            Credit.prototype.messages = 0;

            /**
             * Credit bytes.
             * @member {number} bytes
             * @memberof ailee.v1.Credit
             * @instance
             */
            Credit.prototype.bytes = 0;

            /**
             * Encodes the specified Credit message. Does not implicitly {@link ailee.v1.Credit.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.Credit
             * @static
             * @param {ailee.v1.Credit.$Properties} message Credit message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Credit.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.messages != null && $Object.hasOwnProperty.call(message, "messages") && message.messages !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.messages);
                if (message.bytes != null && $Object.hasOwnProperty.call(message, "bytes") && message.bytes !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.bytes);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Credit message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.Credit
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.Credit & ailee.v1.Credit.$Shape} Credit
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Credit.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.Credit();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.messages = value;
                            else
                                delete message.messages;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.bytes = value;
                            else
                                delete message.bytes;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Credit;
        })();

        v1.Status = (function() {

            /**
             * Properties of a Status.
             * @typedef {Object} ailee.v1.Status.$Properties
             * @property {string|null} [code] Status code
             * @property {string|null} [message] Status message
             * @property {number|null} [retryAfterMs] Status retryAfterMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Status.
             * @memberof ailee.v1
             * @interface IStatus
             * @augments ailee.v1.Status.$Properties
             * @deprecated Use ailee.v1.Status.$Properties instead.
             */

            /**
             * Shape of a Status.
             * @typedef {ailee.v1.Status.$Properties} ailee.v1.Status.$Shape
             */

            /**
             * Constructs a new Status.
             * @memberof ailee.v1
             * @classdesc Represents a Status.
             * @constructor
             * @param {ailee.v1.Status.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Status = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Status code.
             * @member {string} code
             * @memberof ailee.v1.Status
             * @instance
             */
            Status.prototype.code = "";

            /**
             * Status message.
             * @member {string} message
             * @memberof ailee.v1.Status
             * @instance
             */
            Status.prototype.message = "";

            /**
             * Status retryAfterMs.
             * @member {number} retryAfterMs
             * @memberof ailee.v1.Status
             * @instance
             */
            Status.prototype.retryAfterMs = 0;

            /**
             * Encodes the specified Status message. Does not implicitly {@link ailee.v1.Status.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.Status
             * @static
             * @param {ailee.v1.Status.$Properties} message Status message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Status.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.code);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.message);
                if (message.retryAfterMs != null && $Object.hasOwnProperty.call(message, "retryAfterMs") && message.retryAfterMs !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.retryAfterMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Status message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.Status
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.Status & ailee.v1.Status.$Shape} Status
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Status.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.Status();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.message = value;
                            else
                                delete message.message;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.retryAfterMs = value;
                            else
                                delete message.retryAfterMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Status;
        })();

        v1.BlobRequest = (function() {

            /**
             * Properties of a BlobRequest.
             * @typedef {Object} ailee.v1.BlobRequest.$Properties
             * @property {string|null} [network] BlobRequest network
             * @property {Uint8Array|null} [hash] BlobRequest hash
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a BlobRequest.
             * @memberof ailee.v1
             * @interface IBlobRequest
             * @augments ailee.v1.BlobRequest.$Properties
             * @deprecated Use ailee.v1.BlobRequest.$Properties instead.
             */

            /**
             * Shape of a BlobRequest.
             * @typedef {ailee.v1.BlobRequest.$Properties} ailee.v1.BlobRequest.$Shape
             */

            /**
             * Constructs a new BlobRequest.
             * @memberof ailee.v1
             * @classdesc Represents a BlobRequest.
             * @constructor
             * @param {ailee.v1.BlobRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const BlobRequest = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * BlobRequest network.
             * @member {string} network
             * @memberof ailee.v1.BlobRequest
             * @instance
             */
            BlobRequest.prototype.network = "";

            /**
             * BlobRequest hash.
             * @member {Uint8Array} hash
             * @memberof ailee.v1.BlobRequest
             * @instance
             */
            BlobRequest.prototype.hash = $util.newBuffer([]);

            /**
             * Encodes the specified BlobRequest message. Does not implicitly {@link ailee.v1.BlobRequest.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.BlobRequest
             * @static
             * @param {ailee.v1.BlobRequest.$Properties} message BlobRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            BlobRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.network != null && $Object.hasOwnProperty.call(message, "network") && message.network !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.network);
                if (message.hash != null && $Object.hasOwnProperty.call(message, "hash") && message.hash.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.hash);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a BlobRequest message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.BlobRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.BlobRequest & ailee.v1.BlobRequest.$Shape} BlobRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            BlobRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.BlobRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.network = value;
                            else
                                delete message.network;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.hash = value;
                            else
                                delete message.hash;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return BlobRequest;
        })();

        v1.BlobHeader = (function() {

            /**
             * Properties of a BlobHeader.
             * @typedef {Object} ailee.v1.BlobHeader.$Properties
             * @property {boolean|null} [found] BlobHeader found
             * @property {number|Long|null} [bytes] BlobHeader bytes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a BlobHeader.
             * @memberof ailee.v1
             * @interface IBlobHeader
             * @augments ailee.v1.BlobHeader.$Properties
             * @deprecated Use ailee.v1.BlobHeader.$Properties instead.
             */

            /**
             * Shape of a BlobHeader.
             * @typedef {ailee.v1.BlobHeader.$Properties} ailee.v1.BlobHeader.$Shape
             */

            /**
             * Constructs a new BlobHeader.
             * @memberof ailee.v1
             * @classdesc Represents a BlobHeader.
             * @constructor
             * @param {ailee.v1.BlobHeader.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const BlobHeader = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * BlobHeader found.
             * @member {boolean} found
             * @memberof ailee.v1.BlobHeader
             * @instance
             */
            BlobHeader.prototype.found = false;

            /**
             * BlobHeader bytes.
             * @member {number|Long} bytes
             * @memberof ailee.v1.BlobHeader
             * @instance
             */
            BlobHeader.prototype.bytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified BlobHeader message. Does not implicitly {@link ailee.v1.BlobHeader.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.BlobHeader
             * @static
             * @param {ailee.v1.BlobHeader.$Properties} message BlobHeader message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            BlobHeader.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.found != null && $Object.hasOwnProperty.call(message, "found") && message.found !== false)
                    writer.uint32(/* id 1, wireType 0 =*/8).bool(message.found);
                if (message.bytes != null && $Object.hasOwnProperty.call(message, "bytes") && (typeof message.bytes === "object" ? message.bytes.low || message.bytes.high : message.bytes !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.bytes);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a BlobHeader message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.BlobHeader
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.BlobHeader & ailee.v1.BlobHeader.$Shape} BlobHeader
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            BlobHeader.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.BlobHeader();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.found = value;
                            else
                                delete message.found;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.bytes = value;
                            else
                                delete message.bytes;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return BlobHeader;
        })();

        v1.BlobChunk = (function() {

            /**
             * Properties of a BlobChunk.
             * @typedef {Object} ailee.v1.BlobChunk.$Properties
             * @property {Uint8Array|null} [data] BlobChunk data
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a BlobChunk.
             * @memberof ailee.v1
             * @interface IBlobChunk
             * @augments ailee.v1.BlobChunk.$Properties
             * @deprecated Use ailee.v1.BlobChunk.$Properties instead.
             */

            /**
             * Shape of a BlobChunk.
             * @typedef {ailee.v1.BlobChunk.$Properties} ailee.v1.BlobChunk.$Shape
             */

            /**
             * Constructs a new BlobChunk.
             * @memberof ailee.v1
             * @classdesc Represents a BlobChunk.
             * @constructor
             * @param {ailee.v1.BlobChunk.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const BlobChunk = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * BlobChunk data.
             * @member {Uint8Array} data
             * @memberof ailee.v1.BlobChunk
             * @instance
             */
            BlobChunk.prototype.data = $util.newBuffer([]);

            /**
             * Encodes the specified BlobChunk message. Does not implicitly {@link ailee.v1.BlobChunk.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.BlobChunk
             * @static
             * @param {ailee.v1.BlobChunk.$Properties} message BlobChunk message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            BlobChunk.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.data != null && $Object.hasOwnProperty.call(message, "data") && message.data.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.data);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a BlobChunk message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.BlobChunk
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.BlobChunk & ailee.v1.BlobChunk.$Shape} BlobChunk
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            BlobChunk.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.BlobChunk();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.data = value;
                            else
                                delete message.data;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return BlobChunk;
        })();

        v1.TelemetrySample = (function() {

            /**
             * Properties of a TelemetrySample.
             * @typedef {Object} ailee.v1.TelemetrySample.$Properties
             * @property {string|null} [network] TelemetrySample network
             * @property {string|null} [nodeId] TelemetrySample nodeId
             * @property {number|Long|null} [sequence] TelemetrySample sequence
             * @property {number|Long|null} [timestampMs] TelemetrySample timestampMs
             * @property {string|null} [region] TelemetrySample region
             * @property {string|null} [deviceClass] TelemetrySample deviceClass
             * @property {number|null} [cpuUtilization] TelemetrySample cpuUtilization
             * @property {number|Long|null} [availableMemoryBytes] TelemetrySample availableMemoryBytes
             * @property {number|Long|null} [totalMemoryBytes] TelemetrySample totalMemoryBytes
             * @property {number|null} [gflops] TelemetrySample gflops
             * @property {number|null} [latencyMs] TelemetrySample latencyMs
             * @property {number|null} [bandwidthMbps] TelemetrySample bandwidthMbps
             * @property {number|null} [powerWatts] TelemetrySample powerWatts
             * @property {number|null} [temperatureCelsius] TelemetrySample temperatureCelsius
             * @property {number|null} [slots] TelemetrySample slots
             * @property {number|null} [slotsFree] TelemetrySample slotsFree
             * @property {number|null} [cachedModules] TelemetrySample cachedModules
             * @property {number|null} [errors] TelemetrySample errors
             * @property {number|null} [eventLoopLagMs] TelemetrySample eventLoopLagMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TelemetrySample.
             * @memberof ailee.v1
             * @interface ITelemetrySample
             * @augments ailee.v1.TelemetrySample.$Properties
             * @deprecated Use ailee.v1.TelemetrySample.$Properties instead.
             */

            /**
             * Shape of a TelemetrySample.
             * @typedef {ailee.v1.TelemetrySample.$Properties} ailee.v1.TelemetrySample.$Shape
             */

            /**
             * Constructs a new TelemetrySample.
             * @memberof ailee.v1
             * @classdesc Represents a TelemetrySample.
             * @constructor
             * @param {ailee.v1.TelemetrySample.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TelemetrySample = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TelemetrySample network.
             * @member {string} network
             * @memberof ailee.v1.TelemetrySample
             * @instance
             */
            TelemetrySample.prototype.network = "";

            /**
             * TelemetrySample nodeId.
             * @member {string} nodeId
             * @memberof ailee.v1.TelemetrySample
             * @instance
             */
            TelemetrySample.prototype.nodeId = "";

            /**
             * TelemetrySample sequence.
             * @member {number|Long} sequence
             * @memberof ailee.v1.TelemetrySample
             * @instance
             */
            TelemetrySample.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * TelemetrySample timestampMs.
             * @member {number|Long} timestampMs
             * @memberof ailee.v1.TelemetrySample
             * @instance
             */
            TelemetrySample.prototype.timestampMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * TelemetrySample region.
             * @member {string} region
             * @memberof ailee.v1.TelemetrySample
             * @instance
             */
            TelemetrySample.prototype.region = "";

            /**
             * TelemetrySample deviceClass.
             * @member {string} deviceClass
             * @memberof ailee.v1.TelemetrySample
             * @instance
             */
            TelemetrySample.prototype.deviceClass = "";

            /**
             * TelemetrySample cpuUtilization.
             * @member {number|null|undefined} cpuUtilization
             * @memberof ailee.v1.TelemetrySample
             * @instance
             */
            TelemetrySample.prototype.cpuUtilization = null;

            /**
             * TelemetrySample availableMemoryBytes.
             * @member {number|Long|null|undefined} availableMemoryBytes
             * @memberof ailee.v1.TelemetrySample
             * @instance
             */
            TelemetrySample.prototype.availableMemoryBytes = null;

            /**
             * TelemetrySample totalMemoryBytes.
             * @member {number|Long|null|undefined} totalMemoryBytes
             * @memberof ailee.v1.TelemetrySample
             * @instance
             */
            TelemetrySample.prototype.totalMemoryBytes = null;

            /**
             * TelemetrySample gflops.
             * @member {number|null|undefined} gflops
             * @memberof ailee.v1.TelemetrySample
             * @instance
             */
            TelemetrySample.prototype.gflops = null;

            /**
             * TelemetrySample latencyMs.
             * @member {number|null|undefined} latencyMs
             * @memberof ailee.v1.TelemetrySample
             * @instance
             */
            TelemetrySample.prototype.latencyMs = null;

            /**
             * TelemetrySample bandwidthMbps.
             * @member {number|null|undefined} bandwidthMbps
             * @memberof ailee.v1.TelemetrySample
             * @instance
             */
            TelemetrySample.prototype.bandwidthMbps = null;

            /**
             * TelemetrySample powerWatts.
             * @member {number|null|undefined} powerWatts
             * @memberof ailee.v1.TelemetrySample
             * @instance
             */
            TelemetrySample.prototype.powerWatts = null;

            /**
             * TelemetrySample temperatureCelsius.
             * @member {number|null|undefined} temperatureCelsius
             * @memberof ailee.v1.TelemetrySample
             * @instance
             */
            TelemetrySample.prototype.temperatureCelsius = null;

            /**
             * TelemetrySample slots.
             * @member {number} slots
             * @memberof ailee.v1.TelemetrySample
             * @instance
             */
            TelemetrySample.prototype.slots = 0;

            /**
             * TelemetrySample slotsFree.
             * @member {number} slotsFree
             * @memberof ailee.v1.TelemetrySample
             * @instance
             */
            TelemetrySample.prototype.slotsFree = 0;

            /**
             * TelemetrySample cachedModules.
             * @member {number} cachedModules
             * @memberof ailee.v1.TelemetrySample
             * @instance
             */
            TelemetrySample.prototype.cachedModules = 0;

            /**
             * TelemetrySample errors.
             * @member {number} errors
             * @memberof ailee.v1.TelemetrySample
             * @instance
             */
            TelemetrySample.prototype.errors = 0;

            /**
             * TelemetrySample eventLoopLagMs.
             * @member {number|null|undefined} eventLoopLagMs
             * @memberof ailee.v1.TelemetrySample
             * @instance
             */
            TelemetrySample.prototype.eventLoopLagMs = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(TelemetrySample.prototype, "_cpuUtilization", {
                get: $util.oneOfGetter($oneOfFields = ["cpuUtilization"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(TelemetrySample.prototype, "_availableMemoryBytes", {
                get: $util.oneOfGetter($oneOfFields = ["availableMemoryBytes"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(TelemetrySample.prototype, "_totalMemoryBytes", {
                get: $util.oneOfGetter($oneOfFields = ["totalMemoryBytes"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(TelemetrySample.prototype, "_gflops", {
                get: $util.oneOfGetter($oneOfFields = ["gflops"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(TelemetrySample.prototype, "_latencyMs", {
                get: $util.oneOfGetter($oneOfFields = ["latencyMs"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(TelemetrySample.prototype, "_bandwidthMbps", {
                get: $util.oneOfGetter($oneOfFields = ["bandwidthMbps"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(TelemetrySample.prototype, "_powerWatts", {
                get: $util.oneOfGetter($oneOfFields = ["powerWatts"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(TelemetrySample.prototype, "_temperatureCelsius", {
                get: $util.oneOfGetter($oneOfFields = ["temperatureCelsius"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(TelemetrySample.prototype, "_eventLoopLagMs", {
                get: $util.oneOfGetter($oneOfFields = ["eventLoopLagMs"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Encodes the specified TelemetrySample message. Does not implicitly {@link ailee.v1.TelemetrySample.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.TelemetrySample
             * @static
             * @param {ailee.v1.TelemetrySample.$Properties} message TelemetrySample message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TelemetrySample.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.network != null && $Object.hasOwnProperty.call(message, "network") && message.network !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.network);
                if (message.nodeId != null && $Object.hasOwnProperty.call(message, "nodeId") && message.nodeId !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.nodeId);
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.sequence);
                if (message.timestampMs != null && $Object.hasOwnProperty.call(message, "timestampMs") && (typeof message.timestampMs === "object" ? message.timestampMs.low || message.timestampMs.high : message.timestampMs !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.timestampMs);
                if (message.region != null && $Object.hasOwnProperty.call(message, "region") && message.region !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.region);
                if (message.deviceClass != null && $Object.hasOwnProperty.call(message, "deviceClass") && message.deviceClass !== "")
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.deviceClass);
                if (message.cpuUtilization != null && $Object.hasOwnProperty.call(message, "cpuUtilization"))
                    writer.uint32(/* id 7, wireType 1 =*/57).double(message.cpuUtilization);
                if (message.availableMemoryBytes != null && $Object.hasOwnProperty.call(message, "availableMemoryBytes"))
                    writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.availableMemoryBytes);
                if (message.totalMemoryBytes != null && $Object.hasOwnProperty.call(message, "totalMemoryBytes"))
                    writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.totalMemoryBytes);
                if (message.gflops != null && $Object.hasOwnProperty.call(message, "gflops"))
                    writer.uint32(/* id 10, wireType 1 =*/81).double(message.gflops);
                if (message.latencyMs != null && $Object.hasOwnProperty.call(message, "latencyMs"))
                    writer.uint32(/* id 11, wireType 1 =*/89).double(message.latencyMs);
                if (message.bandwidthMbps != null && $Object.hasOwnProperty.call(message, "bandwidthMbps"))
                    writer.uint32(/* id 12, wireType 1 =*/97).double(message.bandwidthMbps);
                if (message.powerWatts != null && $Object.hasOwnProperty.call(message, "powerWatts"))
                    writer.uint32(/* id 13, wireType 1 =*/105).double(message.powerWatts);
                if (message.temperatureCelsius != null && $Object.hasOwnProperty.call(message, "temperatureCelsius"))
                    writer.uint32(/* id 14, wireType 1 =*/113).double(message.temperatureCelsius);
                if (message.slots != null && $Object.hasOwnProperty.call(message, "slots") && message.slots !== 0)
                    writer.uint32(/* id 15, wireType 0 =*/120).uint32(message.slots);
                if (message.slotsFree != null && $Object.hasOwnProperty.call(message, "slotsFree") && message.slotsFree !== 0)
                    writer.uint32(/* id 16, wireType 0 =*/128).uint32(message.slotsFree);
                if (message.cachedModules != null && $Object.hasOwnProperty.call(message, "cachedModules") && message.cachedModules !== 0)
                    writer.uint32(/* id 17, wireType 0 =*/136).uint32(message.cachedModules);
                if (message.errors != null && $Object.hasOwnProperty.call(message, "errors") && message.errors !== 0)
                    writer.uint32(/* id 18, wireType 0 =*/144).uint32(message.errors);
                if (message.eventLoopLagMs != null && $Object.hasOwnProperty.call(message, "eventLoopLagMs"))
                    writer.uint32(/* id 19, wireType 1 =*/153).double(message.eventLoopLagMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TelemetrySample message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.TelemetrySample
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.TelemetrySample & ailee.v1.TelemetrySample.$Shape} TelemetrySample
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TelemetrySample.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.TelemetrySample();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.network = value;
                            else
                                delete message.network;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.nodeId = value;
                            else
                                delete message.nodeId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.sequence = value;
                            else
                                delete message.sequence;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.timestampMs = value;
                            else
                                delete message.timestampMs;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.region = value;
                            else
                                delete message.region;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.deviceClass = value;
                            else
                                delete message.deviceClass;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 1)
                                break;
                            message.cpuUtilization = reader.double();
                            message._cpuUtilization = "cpuUtilization";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            message.availableMemoryBytes = reader.uint64();
                            message._availableMemoryBytes = "availableMemoryBytes";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            message.totalMemoryBytes = reader.uint64();
                            message._totalMemoryBytes = "totalMemoryBytes";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 1)
                                break;
                            message.gflops = reader.double();
                            message._gflops = "gflops";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 1)
                                break;
                            message.latencyMs = reader.double();
                            message._latencyMs = "latencyMs";
                            continue;
                        }
                    case 12: {
                            if (wireType !== 1)
                                break;
                            message.bandwidthMbps = reader.double();
                            message._bandwidthMbps = "bandwidthMbps";
                            continue;
                        }
                    case 13: {
                            if (wireType !== 1)
                                break;
                            message.powerWatts = reader.double();
                            message._powerWatts = "powerWatts";
                            continue;
                        }
                    case 14: {
                            if (wireType !== 1)
                                break;
                            message.temperatureCelsius = reader.double();
                            message._temperatureCelsius = "temperatureCelsius";
                            continue;
                        }
                    case 15: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.slots = value;
                            else
                                delete message.slots;
                            continue;
                        }
                    case 16: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.slotsFree = value;
                            else
                                delete message.slotsFree;
                            continue;
                        }
                    case 17: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.cachedModules = value;
                            else
                                delete message.cachedModules;
                            continue;
                        }
                    case 18: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.errors = value;
                            else
                                delete message.errors;
                            continue;
                        }
                    case 19: {
                            if (wireType !== 1)
                                break;
                            message.eventLoopLagMs = reader.double();
                            message._eventLoopLagMs = "eventLoopLagMs";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return TelemetrySample;
        })();

        v1.CoordinatorAnnouncement = (function() {

            /**
             * Properties of a CoordinatorAnnouncement.
             * @typedef {Object} ailee.v1.CoordinatorAnnouncement.$Properties
             * @property {string|null} [network] CoordinatorAnnouncement network
             * @property {string|null} [nodeId] CoordinatorAnnouncement nodeId
             * @property {number|Long|null} [timestampMs] CoordinatorAnnouncement timestampMs
             * @property {Array.<string>|null} [multiaddrs] CoordinatorAnnouncement multiaddrs
             * @property {number|null} [tasksPending] CoordinatorAnnouncement tasksPending
             * @property {Array.<Uint8Array>|null} [lots] CoordinatorAnnouncement lots
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a CoordinatorAnnouncement.
             * @memberof ailee.v1
             * @interface ICoordinatorAnnouncement
             * @augments ailee.v1.CoordinatorAnnouncement.$Properties
             * @deprecated Use ailee.v1.CoordinatorAnnouncement.$Properties instead.
             */

            /**
             * Shape of a CoordinatorAnnouncement.
             * @typedef {ailee.v1.CoordinatorAnnouncement.$Properties} ailee.v1.CoordinatorAnnouncement.$Shape
             */

            /**
             * Constructs a new CoordinatorAnnouncement.
             * @memberof ailee.v1
             * @classdesc Represents a CoordinatorAnnouncement.
             * @constructor
             * @param {ailee.v1.CoordinatorAnnouncement.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const CoordinatorAnnouncement = function (properties) {
                this.multiaddrs = [];
                this.lots = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * CoordinatorAnnouncement network.
             * @member {string} network
             * @memberof ailee.v1.CoordinatorAnnouncement
             * @instance
             */
            CoordinatorAnnouncement.prototype.network = "";

            /**
             * CoordinatorAnnouncement nodeId.
             * @member {string} nodeId
             * @memberof ailee.v1.CoordinatorAnnouncement
             * @instance
             */
            CoordinatorAnnouncement.prototype.nodeId = "";

            /**
             * CoordinatorAnnouncement timestampMs.
             * @member {number|Long} timestampMs
             * @memberof ailee.v1.CoordinatorAnnouncement
             * @instance
             */
            CoordinatorAnnouncement.prototype.timestampMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * CoordinatorAnnouncement multiaddrs.
             * @member {Array.<string>} multiaddrs
             * @memberof ailee.v1.CoordinatorAnnouncement
             * @instance
             */
            CoordinatorAnnouncement.prototype.multiaddrs = $util.emptyArray;

            /**
             * CoordinatorAnnouncement tasksPending.
             * @member {number} tasksPending
             * @memberof ailee.v1.CoordinatorAnnouncement
             * @instance
             */
            CoordinatorAnnouncement.prototype.tasksPending = 0;

            /**
             * CoordinatorAnnouncement lots.
             * @member {Array.<Uint8Array>} lots
             * @memberof ailee.v1.CoordinatorAnnouncement
             * @instance
             */
            CoordinatorAnnouncement.prototype.lots = $util.emptyArray;

            /**
             * Encodes the specified CoordinatorAnnouncement message. Does not implicitly {@link ailee.v1.CoordinatorAnnouncement.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.CoordinatorAnnouncement
             * @static
             * @param {ailee.v1.CoordinatorAnnouncement.$Properties} message CoordinatorAnnouncement message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            CoordinatorAnnouncement.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.network != null && $Object.hasOwnProperty.call(message, "network") && message.network !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.network);
                if (message.nodeId != null && $Object.hasOwnProperty.call(message, "nodeId") && message.nodeId !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.nodeId);
                if (message.timestampMs != null && $Object.hasOwnProperty.call(message, "timestampMs") && (typeof message.timestampMs === "object" ? message.timestampMs.low || message.timestampMs.high : message.timestampMs !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.timestampMs);
                if (message.multiaddrs != null && message.multiaddrs.length)
                    for (let i = 0; i < message.multiaddrs.length; ++i)
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.multiaddrs[i]);
                if (message.tasksPending != null && $Object.hasOwnProperty.call(message, "tasksPending") && message.tasksPending !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.tasksPending);
                if (message.lots != null && message.lots.length)
                    for (let i = 0; i < message.lots.length; ++i)
                        writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.lots[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a CoordinatorAnnouncement message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.CoordinatorAnnouncement
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.CoordinatorAnnouncement & ailee.v1.CoordinatorAnnouncement.$Shape} CoordinatorAnnouncement
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            CoordinatorAnnouncement.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.CoordinatorAnnouncement();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.network = value;
                            else
                                delete message.network;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.nodeId = value;
                            else
                                delete message.nodeId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.timestampMs = value;
                            else
                                delete message.timestampMs;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.multiaddrs && message.multiaddrs.length))
                                message.multiaddrs = [];
                            message.multiaddrs.push(reader.stringVerify());
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.tasksPending = value;
                            else
                                delete message.tasksPending;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.lots && message.lots.length))
                                message.lots = [];
                            message.lots.push(reader.bytes());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return CoordinatorAnnouncement;
        })();

        v1.Evidence = (function() {

            /**
             * Properties of an Evidence.
             * @typedef {Object} ailee.v1.Evidence.$Properties
             * @property {string|null} [network] Evidence network
             * @property {Array.<ailee.v1.Receipt.$Properties>|null} [receipts] Evidence receipts
             * @property {Array.<ailee.v1.SignedVerdict.$Properties>|null} [verdicts] Evidence verdicts
             * @property {Array.<ailee.v1.SignedBid.$Properties>|null} [bids] Evidence bids
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Evidence.
             * @memberof ailee.v1
             * @interface IEvidence
             * @augments ailee.v1.Evidence.$Properties
             * @deprecated Use ailee.v1.Evidence.$Properties instead.
             */

            /**
             * Shape of an Evidence.
             * @typedef {ailee.v1.Evidence.$Properties} ailee.v1.Evidence.$Shape
             */

            /**
             * Constructs a new Evidence.
             * @memberof ailee.v1
             * @classdesc Represents an Evidence.
             * @constructor
             * @param {ailee.v1.Evidence.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Evidence = function (properties) {
                this.receipts = [];
                this.verdicts = [];
                this.bids = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Evidence network.
             * @member {string} network
             * @memberof ailee.v1.Evidence
             * @instance
             */
            Evidence.prototype.network = "";

            /**
             * Evidence receipts.
             * @member {Array.<ailee.v1.Receipt.$Properties>} receipts
             * @memberof ailee.v1.Evidence
             * @instance
             */
            Evidence.prototype.receipts = $util.emptyArray;

            /**
             * Evidence verdicts.
             * @member {Array.<ailee.v1.SignedVerdict.$Properties>} verdicts
             * @memberof ailee.v1.Evidence
             * @instance
             */
            Evidence.prototype.verdicts = $util.emptyArray;

            /**
             * Evidence bids.
             * @member {Array.<ailee.v1.SignedBid.$Properties>} bids
             * @memberof ailee.v1.Evidence
             * @instance
             */
            Evidence.prototype.bids = $util.emptyArray;

            /**
             * Encodes the specified Evidence message. Does not implicitly {@link ailee.v1.Evidence.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.Evidence
             * @static
             * @param {ailee.v1.Evidence.$Properties} message Evidence message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Evidence.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.network != null && $Object.hasOwnProperty.call(message, "network") && message.network !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.network);
                if (message.receipts != null && message.receipts.length)
                    for (let i = 0; i < message.receipts.length; ++i)
                        $root.ailee.v1.Receipt.encode(message.receipts[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.verdicts != null && message.verdicts.length)
                    for (let i = 0; i < message.verdicts.length; ++i)
                        $root.ailee.v1.SignedVerdict.encode(message.verdicts[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.bids != null && message.bids.length)
                    for (let i = 0; i < message.bids.length; ++i)
                        $root.ailee.v1.SignedBid.encode(message.bids[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Evidence message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.Evidence
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.Evidence & ailee.v1.Evidence.$Shape} Evidence
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Evidence.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.Evidence();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.network = value;
                            else
                                delete message.network;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.receipts && message.receipts.length))
                                message.receipts = [];
                            message.receipts.push($root.ailee.v1.Receipt.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.verdicts && message.verdicts.length))
                                message.verdicts = [];
                            message.verdicts.push($root.ailee.v1.SignedVerdict.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.bids && message.bids.length))
                                message.bids = [];
                            message.bids.push($root.ailee.v1.SignedBid.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Evidence;
        })();

        v1.SignedVerdict = (function() {

            /**
             * Properties of a SignedVerdict.
             * @typedef {Object} ailee.v1.SignedVerdict.$Properties
             * @property {Uint8Array|null} [executionHash] SignedVerdict executionHash
             * @property {ailee.v1.Verdict.$Properties|null} [verdict] SignedVerdict verdict
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SignedVerdict.
             * @memberof ailee.v1
             * @interface ISignedVerdict
             * @augments ailee.v1.SignedVerdict.$Properties
             * @deprecated Use ailee.v1.SignedVerdict.$Properties instead.
             */

            /**
             * Shape of a SignedVerdict.
             * @typedef {ailee.v1.SignedVerdict.$Properties} ailee.v1.SignedVerdict.$Shape
             */

            /**
             * Constructs a new SignedVerdict.
             * @memberof ailee.v1
             * @classdesc Represents a SignedVerdict.
             * @constructor
             * @param {ailee.v1.SignedVerdict.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SignedVerdict = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SignedVerdict executionHash.
             * @member {Uint8Array} executionHash
             * @memberof ailee.v1.SignedVerdict
             * @instance
             */
            SignedVerdict.prototype.executionHash = $util.newBuffer([]);

            /**
             * SignedVerdict verdict.
             * @member {ailee.v1.Verdict.$Properties|null|undefined} verdict
             * @memberof ailee.v1.SignedVerdict
             * @instance
             */
            SignedVerdict.prototype.verdict = null;

            /**
             * Encodes the specified SignedVerdict message. Does not implicitly {@link ailee.v1.SignedVerdict.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.SignedVerdict
             * @static
             * @param {ailee.v1.SignedVerdict.$Properties} message SignedVerdict message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SignedVerdict.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.executionHash != null && $Object.hasOwnProperty.call(message, "executionHash") && message.executionHash.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.executionHash);
                if (message.verdict != null && $Object.hasOwnProperty.call(message, "verdict"))
                    $root.ailee.v1.Verdict.encode(message.verdict, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SignedVerdict message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.SignedVerdict
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.SignedVerdict & ailee.v1.SignedVerdict.$Shape} SignedVerdict
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SignedVerdict.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.SignedVerdict();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.executionHash = value;
                            else
                                delete message.executionHash;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.verdict = $root.ailee.v1.Verdict.decode(reader, reader.size(), $undefined, _depth + 1, message.verdict);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SignedVerdict;
        })();

        v1.SignedBid = (function() {

            /**
             * Properties of a SignedBid.
             * @typedef {Object} ailee.v1.SignedBid.$Properties
             * @property {Uint8Array|null} [payload] SignedBid payload
             * @property {ailee.v1.Signature.$Properties|null} [signature] SignedBid signature
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SignedBid.
             * @memberof ailee.v1
             * @interface ISignedBid
             * @augments ailee.v1.SignedBid.$Properties
             * @deprecated Use ailee.v1.SignedBid.$Properties instead.
             */

            /**
             * Shape of a SignedBid.
             * @typedef {ailee.v1.SignedBid.$Properties} ailee.v1.SignedBid.$Shape
             */

            /**
             * Constructs a new SignedBid.
             * @memberof ailee.v1
             * @classdesc Represents a SignedBid.
             * @constructor
             * @param {ailee.v1.SignedBid.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SignedBid = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SignedBid payload.
             * @member {Uint8Array} payload
             * @memberof ailee.v1.SignedBid
             * @instance
             */
            SignedBid.prototype.payload = $util.newBuffer([]);

            /**
             * SignedBid signature.
             * @member {ailee.v1.Signature.$Properties|null|undefined} signature
             * @memberof ailee.v1.SignedBid
             * @instance
             */
            SignedBid.prototype.signature = null;

            /**
             * Encodes the specified SignedBid message. Does not implicitly {@link ailee.v1.SignedBid.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.SignedBid
             * @static
             * @param {ailee.v1.SignedBid.$Properties} message SignedBid message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SignedBid.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.payload != null && $Object.hasOwnProperty.call(message, "payload") && message.payload.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.payload);
                if (message.signature != null && $Object.hasOwnProperty.call(message, "signature"))
                    $root.ailee.v1.Signature.encode(message.signature, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SignedBid message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.SignedBid
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.SignedBid & ailee.v1.SignedBid.$Shape} SignedBid
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SignedBid.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.SignedBid();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.payload = value;
                            else
                                delete message.payload;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.signature = $root.ailee.v1.Signature.decode(reader, reader.size(), $undefined, _depth + 1, message.signature);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SignedBid;
        })();

        v1.Limits = (function() {

            /**
             * Properties of a Limits.
             * @typedef {Object} ailee.v1.Limits.$Properties
             * @property {number|Long|null} [memoryBytes] Limits memoryBytes
             * @property {number|Long|null} [fuel] Limits fuel
             * @property {number|null} [wallTimeMs] Limits wallTimeMs
             * @property {number|Long|null} [outputBytes] Limits outputBytes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Limits.
             * @memberof ailee.v1
             * @interface ILimits
             * @augments ailee.v1.Limits.$Properties
             * @deprecated Use ailee.v1.Limits.$Properties instead.
             */

            /**
             * Shape of a Limits.
             * @typedef {ailee.v1.Limits.$Properties} ailee.v1.Limits.$Shape
             */

            /**
             * Constructs a new Limits.
             * @memberof ailee.v1
             * @classdesc Represents a Limits.
             * @constructor
             * @param {ailee.v1.Limits.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Limits = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Limits memoryBytes.
             * @member {number|Long} memoryBytes
             * @memberof ailee.v1.Limits
             * @instance
             */
            Limits.prototype.memoryBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Limits fuel.
             * @member {number|Long} fuel
             * @memberof ailee.v1.Limits
             * @instance
             */
            Limits.prototype.fuel = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Limits wallTimeMs.
             * @member {number} wallTimeMs
             * @memberof ailee.v1.Limits
             * @instance
             */
            Limits.prototype.wallTimeMs = 0;

            /**
             * Limits outputBytes.
             * @member {number|Long} outputBytes
             * @memberof ailee.v1.Limits
             * @instance
             */
            Limits.prototype.outputBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified Limits message. Does not implicitly {@link ailee.v1.Limits.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.Limits
             * @static
             * @param {ailee.v1.Limits.$Properties} message Limits message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Limits.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.memoryBytes != null && $Object.hasOwnProperty.call(message, "memoryBytes") && (typeof message.memoryBytes === "object" ? message.memoryBytes.low || message.memoryBytes.high : message.memoryBytes !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.memoryBytes);
                if (message.fuel != null && $Object.hasOwnProperty.call(message, "fuel") && (typeof message.fuel === "object" ? message.fuel.low || message.fuel.high : message.fuel !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.fuel);
                if (message.wallTimeMs != null && $Object.hasOwnProperty.call(message, "wallTimeMs") && message.wallTimeMs !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.wallTimeMs);
                if (message.outputBytes != null && $Object.hasOwnProperty.call(message, "outputBytes") && (typeof message.outputBytes === "object" ? message.outputBytes.low || message.outputBytes.high : message.outputBytes !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.outputBytes);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Limits message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.Limits
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.Limits & ailee.v1.Limits.$Shape} Limits
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Limits.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.Limits();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.memoryBytes = value;
                            else
                                delete message.memoryBytes;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.fuel = value;
                            else
                                delete message.fuel;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.wallTimeMs = value;
                            else
                                delete message.wallTimeMs;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.outputBytes = value;
                            else
                                delete message.outputBytes;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Limits;
        })();

        /**
         * ResultCode enum.
         * @name ailee.v1.ResultCode
         * @enum {number}
         * @property {number} RESULT_CODE_UNSPECIFIED=0 RESULT_CODE_UNSPECIFIED value
         * @property {number} SUCCESS=1 SUCCESS value
         * @property {number} MODULE_INVALID=2 MODULE_INVALID value
         * @property {number} MODULE_TOO_COMPLEX=3 MODULE_TOO_COMPLEX value
         * @property {number} INSTANTIATION_FAILED=4 INSTANTIATION_FAILED value
         * @property {number} FUNCTION_NOT_FOUND=5 FUNCTION_NOT_FOUND value
         * @property {number} INVALID_INPUT=6 INVALID_INPUT value
         * @property {number} OUTPUT_TOO_LARGE=7 OUTPUT_TOO_LARGE value
         * @property {number} TRAP=8 TRAP value
         * @property {number} FUEL_EXHAUSTED=9 FUEL_EXHAUSTED value
         * @property {number} DEPTH_EXHAUSTED=10 DEPTH_EXHAUSTED value
         * @property {number} MEMORY_EXHAUSTED=11 MEMORY_EXHAUSTED value
         * @property {number} TIMEOUT=12 TIMEOUT value
         * @property {number} KILLED=13 KILLED value
         * @property {number} IMPORT_DENIED=14 IMPORT_DENIED value
         * @property {number} FEATURE_DENIED=15 FEATURE_DENIED value
         */
        v1.ResultCode = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "RESULT_CODE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "SUCCESS"] = 1;
            values[valuesById[2] = "MODULE_INVALID"] = 2;
            values[valuesById[3] = "MODULE_TOO_COMPLEX"] = 3;
            values[valuesById[4] = "INSTANTIATION_FAILED"] = 4;
            values[valuesById[5] = "FUNCTION_NOT_FOUND"] = 5;
            values[valuesById[6] = "INVALID_INPUT"] = 6;
            values[valuesById[7] = "OUTPUT_TOO_LARGE"] = 7;
            values[valuesById[8] = "TRAP"] = 8;
            values[valuesById[9] = "FUEL_EXHAUSTED"] = 9;
            values[valuesById[10] = "DEPTH_EXHAUSTED"] = 10;
            values[valuesById[11] = "MEMORY_EXHAUSTED"] = 11;
            values[valuesById[12] = "TIMEOUT"] = 12;
            values[valuesById[13] = "KILLED"] = 13;
            values[valuesById[14] = "IMPORT_DENIED"] = 14;
            values[valuesById[15] = "FEATURE_DENIED"] = 15;
            return values;
        })();

        v1.Receipt = (function() {

            /**
             * Properties of a Receipt.
             * @typedef {Object} ailee.v1.Receipt.$Properties
             * @property {number|null} [version] Receipt version
             * @property {string|null} [network] Receipt network
             * @property {Uint8Array|null} [taskId] Receipt taskId
             * @property {string|null} [worker] Receipt worker
             * @property {Uint8Array|null} [moduleHash] Receipt moduleHash
             * @property {string|null} ["function"] Receipt function
             * @property {Uint8Array|null} [inputHash] Receipt inputHash
             * @property {ailee.v1.Limits.$Properties|null} [limits] Receipt limits
             * @property {Uint8Array|null} [meteringHash] Receipt meteringHash
             * @property {Uint8Array|null} [seed] Receipt seed
             * @property {number|Long|null} [clockMs] Receipt clockMs
             * @property {Uint8Array|null} [outputRoot] Receipt outputRoot
             * @property {number|Long|null} [outputBytes] Receipt outputBytes
             * @property {number|Long|null} [fuelUsed] Receipt fuelUsed
             * @property {ailee.v1.ResultCode|null} [code] Receipt code
             * @property {string|null} [trap] Receipt trap
             * @property {number|null} [exitCode] Receipt exitCode
             * @property {number|Long|null} [startedAtMs] Receipt startedAtMs
             * @property {number|Long|null} [finishedAtMs] Receipt finishedAtMs
             * @property {Uint8Array|null} [nonce] Receipt nonce
             * @property {ailee.v1.Signature.$Properties|null} [workerSignature] Receipt workerSignature
             * @property {ailee.v1.Verdict.$Properties|null} [verdict] Receipt verdict
             * @property {Uint8Array|null} [memoryHash] Receipt memoryHash
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Receipt.
             * @memberof ailee.v1
             * @interface IReceipt
             * @augments ailee.v1.Receipt.$Properties
             * @deprecated Use ailee.v1.Receipt.$Properties instead.
             */

            /**
             * Shape of a Receipt.
             * @typedef {ailee.v1.Receipt.$Properties} ailee.v1.Receipt.$Shape
             */

            /**
             * Constructs a new Receipt.
             * @memberof ailee.v1
             * @classdesc Represents a Receipt.
             * @constructor
             * @param {ailee.v1.Receipt.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Receipt = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Receipt version.
             * @member {number} version
             * @memberof ailee.v1.Receipt
             * @instance
             */
            Receipt.prototype.version = 0;

            /**
             * Receipt network.
             * @member {string} network
             * @memberof ailee.v1.Receipt
             * @instance
             */
            Receipt.prototype.network = "";

            /**
             * Receipt taskId.
             * @member {Uint8Array} taskId
             * @memberof ailee.v1.Receipt
             * @instance
             */
            Receipt.prototype.taskId = $util.newBuffer([]);

            /**
             * Receipt worker.
             * @member {string} worker
             * @memberof ailee.v1.Receipt
             * @instance
             */
            Receipt.prototype.worker = "";

            /**
             * Receipt moduleHash.
             * @member {Uint8Array} moduleHash
             * @memberof ailee.v1.Receipt
             * @instance
             */
            Receipt.prototype.moduleHash = $util.newBuffer([]);

            /**
             * Receipt function.
             * @member {string} function
             * @memberof ailee.v1.Receipt
             * @instance
             */
            Receipt.prototype["function"] = "";

            /**
             * Receipt inputHash.
             * @member {Uint8Array} inputHash
             * @memberof ailee.v1.Receipt
             * @instance
             */
            Receipt.prototype.inputHash = $util.newBuffer([]);

            /**
             * Receipt limits.
             * @member {ailee.v1.Limits.$Properties|null|undefined} limits
             * @memberof ailee.v1.Receipt
             * @instance
             */
            Receipt.prototype.limits = null;

            /**
             * Receipt meteringHash.
             * @member {Uint8Array} meteringHash
             * @memberof ailee.v1.Receipt
             * @instance
             */
            Receipt.prototype.meteringHash = $util.newBuffer([]);

            /**
             * Receipt seed.
             * @member {Uint8Array} seed
             * @memberof ailee.v1.Receipt
             * @instance
             */
            Receipt.prototype.seed = $util.newBuffer([]);

            /**
             * Receipt clockMs.
             * @member {number|Long} clockMs
             * @memberof ailee.v1.Receipt
             * @instance
             */
            Receipt.prototype.clockMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Receipt outputRoot.
             * @member {Uint8Array} outputRoot
             * @memberof ailee.v1.Receipt
             * @instance
             */
            Receipt.prototype.outputRoot = $util.newBuffer([]);

            /**
             * Receipt outputBytes.
             * @member {number|Long} outputBytes
             * @memberof ailee.v1.Receipt
             * @instance
             */
            Receipt.prototype.outputBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Receipt fuelUsed.
             * @member {number|Long} fuelUsed
             * @memberof ailee.v1.Receipt
             * @instance
             */
            Receipt.prototype.fuelUsed = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Receipt code.
             * @member {ailee.v1.ResultCode} code
             * @memberof ailee.v1.Receipt
             * @instance
             */
            Receipt.prototype.code = 0;

            /**
             * Receipt trap.
             * @member {string} trap
             * @memberof ailee.v1.Receipt
             * @instance
             */
            Receipt.prototype.trap = "";

            /**
             * Receipt exitCode.
             * @member {number} exitCode
             * @memberof ailee.v1.Receipt
             * @instance
             */
            Receipt.prototype.exitCode = 0;

            /**
             * Receipt startedAtMs.
             * @member {number|Long} startedAtMs
             * @memberof ailee.v1.Receipt
             * @instance
             */
            Receipt.prototype.startedAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Receipt finishedAtMs.
             * @member {number|Long} finishedAtMs
             * @memberof ailee.v1.Receipt
             * @instance
             */
            Receipt.prototype.finishedAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Receipt nonce.
             * @member {Uint8Array} nonce
             * @memberof ailee.v1.Receipt
             * @instance
             */
            Receipt.prototype.nonce = $util.newBuffer([]);

            /**
             * Receipt workerSignature.
             * @member {ailee.v1.Signature.$Properties|null|undefined} workerSignature
             * @memberof ailee.v1.Receipt
             * @instance
             */
            Receipt.prototype.workerSignature = null;

            /**
             * Receipt verdict.
             * @member {ailee.v1.Verdict.$Properties|null|undefined} verdict
             * @memberof ailee.v1.Receipt
             * @instance
             */
            Receipt.prototype.verdict = null;

            /**
             * Receipt memoryHash.
             * @member {Uint8Array} memoryHash
             * @memberof ailee.v1.Receipt
             * @instance
             */
            Receipt.prototype.memoryHash = $util.newBuffer([]);

            /**
             * Encodes the specified Receipt message. Does not implicitly {@link ailee.v1.Receipt.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.Receipt
             * @static
             * @param {ailee.v1.Receipt.$Properties} message Receipt message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Receipt.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.version != null && $Object.hasOwnProperty.call(message, "version") && message.version !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.version);
                if (message.network != null && $Object.hasOwnProperty.call(message, "network") && message.network !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.network);
                if (message.taskId != null && $Object.hasOwnProperty.call(message, "taskId") && message.taskId.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.taskId);
                if (message.worker != null && $Object.hasOwnProperty.call(message, "worker") && message.worker !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.worker);
                if (message.moduleHash != null && $Object.hasOwnProperty.call(message, "moduleHash") && message.moduleHash.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.moduleHash);
                if (message["function"] != null && $Object.hasOwnProperty.call(message, "function") && message["function"] !== "")
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message["function"]);
                if (message.inputHash != null && $Object.hasOwnProperty.call(message, "inputHash") && message.inputHash.length)
                    writer.uint32(/* id 7, wireType 2 =*/58).bytes(message.inputHash);
                if (message.limits != null && $Object.hasOwnProperty.call(message, "limits"))
                    $root.ailee.v1.Limits.encode(message.limits, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.meteringHash != null && $Object.hasOwnProperty.call(message, "meteringHash") && message.meteringHash.length)
                    writer.uint32(/* id 9, wireType 2 =*/74).bytes(message.meteringHash);
                if (message.seed != null && $Object.hasOwnProperty.call(message, "seed") && message.seed.length)
                    writer.uint32(/* id 10, wireType 2 =*/82).bytes(message.seed);
                if (message.clockMs != null && $Object.hasOwnProperty.call(message, "clockMs") && (typeof message.clockMs === "object" ? message.clockMs.low || message.clockMs.high : message.clockMs !== 0))
                    writer.uint32(/* id 11, wireType 0 =*/88).uint64(message.clockMs);
                if (message.outputRoot != null && $Object.hasOwnProperty.call(message, "outputRoot") && message.outputRoot.length)
                    writer.uint32(/* id 12, wireType 2 =*/98).bytes(message.outputRoot);
                if (message.outputBytes != null && $Object.hasOwnProperty.call(message, "outputBytes") && (typeof message.outputBytes === "object" ? message.outputBytes.low || message.outputBytes.high : message.outputBytes !== 0))
                    writer.uint32(/* id 13, wireType 0 =*/104).uint64(message.outputBytes);
                if (message.fuelUsed != null && $Object.hasOwnProperty.call(message, "fuelUsed") && (typeof message.fuelUsed === "object" ? message.fuelUsed.low || message.fuelUsed.high : message.fuelUsed !== 0))
                    writer.uint32(/* id 14, wireType 0 =*/112).uint64(message.fuelUsed);
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== 0)
                    writer.uint32(/* id 15, wireType 0 =*/120).int32(message.code);
                if (message.trap != null && $Object.hasOwnProperty.call(message, "trap") && message.trap !== "")
                    writer.uint32(/* id 16, wireType 2 =*/130).string(message.trap);
                if (message.exitCode != null && $Object.hasOwnProperty.call(message, "exitCode") && message.exitCode !== 0)
                    writer.uint32(/* id 17, wireType 0 =*/136).uint32(message.exitCode);
                if (message.startedAtMs != null && $Object.hasOwnProperty.call(message, "startedAtMs") && (typeof message.startedAtMs === "object" ? message.startedAtMs.low || message.startedAtMs.high : message.startedAtMs !== 0))
                    writer.uint32(/* id 18, wireType 0 =*/144).uint64(message.startedAtMs);
                if (message.finishedAtMs != null && $Object.hasOwnProperty.call(message, "finishedAtMs") && (typeof message.finishedAtMs === "object" ? message.finishedAtMs.low || message.finishedAtMs.high : message.finishedAtMs !== 0))
                    writer.uint32(/* id 19, wireType 0 =*/152).uint64(message.finishedAtMs);
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce") && message.nonce.length)
                    writer.uint32(/* id 20, wireType 2 =*/162).bytes(message.nonce);
                if (message.workerSignature != null && $Object.hasOwnProperty.call(message, "workerSignature"))
                    $root.ailee.v1.Signature.encode(message.workerSignature, writer.uint32(/* id 21, wireType 2 =*/170).fork(), _depth + 1).ldelim();
                if (message.verdict != null && $Object.hasOwnProperty.call(message, "verdict"))
                    $root.ailee.v1.Verdict.encode(message.verdict, writer.uint32(/* id 22, wireType 2 =*/178).fork(), _depth + 1).ldelim();
                if (message.memoryHash != null && $Object.hasOwnProperty.call(message, "memoryHash") && message.memoryHash.length)
                    writer.uint32(/* id 23, wireType 2 =*/186).bytes(message.memoryHash);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Receipt message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.Receipt
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.Receipt & ailee.v1.Receipt.$Shape} Receipt
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Receipt.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.Receipt();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.version = value;
                            else
                                delete message.version;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.network = value;
                            else
                                delete message.network;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.taskId = value;
                            else
                                delete message.taskId;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.worker = value;
                            else
                                delete message.worker;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.moduleHash = value;
                            else
                                delete message.moduleHash;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message["function"] = value;
                            else
                                delete message["function"];
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.inputHash = value;
                            else
                                delete message.inputHash;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.limits = $root.ailee.v1.Limits.decode(reader, reader.size(), $undefined, _depth + 1, message.limits);
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.meteringHash = value;
                            else
                                delete message.meteringHash;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.seed = value;
                            else
                                delete message.seed;
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.clockMs = value;
                            else
                                delete message.clockMs;
                            continue;
                        }
                    case 12: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.outputRoot = value;
                            else
                                delete message.outputRoot;
                            continue;
                        }
                    case 13: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.outputBytes = value;
                            else
                                delete message.outputBytes;
                            continue;
                        }
                    case 14: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.fuelUsed = value;
                            else
                                delete message.fuelUsed;
                            continue;
                        }
                    case 15: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 16: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.trap = value;
                            else
                                delete message.trap;
                            continue;
                        }
                    case 17: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.exitCode = value;
                            else
                                delete message.exitCode;
                            continue;
                        }
                    case 18: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.startedAtMs = value;
                            else
                                delete message.startedAtMs;
                            continue;
                        }
                    case 19: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.finishedAtMs = value;
                            else
                                delete message.finishedAtMs;
                            continue;
                        }
                    case 20: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.nonce = value;
                            else
                                delete message.nonce;
                            continue;
                        }
                    case 21: {
                            if (wireType !== 2)
                                break;
                            message.workerSignature = $root.ailee.v1.Signature.decode(reader, reader.size(), $undefined, _depth + 1, message.workerSignature);
                            continue;
                        }
                    case 22: {
                            if (wireType !== 2)
                                break;
                            message.verdict = $root.ailee.v1.Verdict.decode(reader, reader.size(), $undefined, _depth + 1, message.verdict);
                            continue;
                        }
                    case 23: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.memoryHash = value;
                            else
                                delete message.memoryHash;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Receipt;
        })();

        /**
         * VerificationMethod enum.
         * @name ailee.v1.VerificationMethod
         * @enum {number}
         * @property {number} VERIFICATION_METHOD_UNSPECIFIED=0 VERIFICATION_METHOD_UNSPECIFIED value
         * @property {number} SIGNATURE_ONLY=1 SIGNATURE_ONLY value
         * @property {number} QUORUM=2 QUORUM value
         * @property {number} REFEREE=3 REFEREE value
         * @property {number} SAMPLED=4 SAMPLED value
         * @property {number} CLIENT_REFEREE=5 CLIENT_REFEREE value
         */
        v1.VerificationMethod = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "VERIFICATION_METHOD_UNSPECIFIED"] = 0;
            values[valuesById[1] = "SIGNATURE_ONLY"] = 1;
            values[valuesById[2] = "QUORUM"] = 2;
            values[valuesById[3] = "REFEREE"] = 3;
            values[valuesById[4] = "SAMPLED"] = 4;
            values[valuesById[5] = "CLIENT_REFEREE"] = 5;
            return values;
        })();

        v1.Verdict = (function() {

            /**
             * Properties of a Verdict.
             * @typedef {Object} ailee.v1.Verdict.$Properties
             * @property {string|null} [coordinator] Verdict coordinator
             * @property {ailee.v1.VerificationMethod|null} [method] Verdict method
             * @property {number|null} [replicas] Verdict replicas
             * @property {number|null} [votes] Verdict votes
             * @property {number|null} [estimatedErrorPpm] Verdict estimatedErrorPpm
             * @property {number|Long|null} [decidedAtMs] Verdict decidedAtMs
             * @property {ailee.v1.Signature.$Properties|null} [coordinatorSignature] Verdict coordinatorSignature
             * @property {Uint8Array|null} [lotId] Verdict lotId
             * @property {Uint8Array|null} [bidSetRoot] Verdict bidSetRoot
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Verdict.
             * @memberof ailee.v1
             * @interface IVerdict
             * @augments ailee.v1.Verdict.$Properties
             * @deprecated Use ailee.v1.Verdict.$Properties instead.
             */

            /**
             * Shape of a Verdict.
             * @typedef {ailee.v1.Verdict.$Properties} ailee.v1.Verdict.$Shape
             */

            /**
             * Constructs a new Verdict.
             * @memberof ailee.v1
             * @classdesc Represents a Verdict.
             * @constructor
             * @param {ailee.v1.Verdict.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Verdict = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Verdict coordinator.
             * @member {string} coordinator
             * @memberof ailee.v1.Verdict
             * @instance
             */
            Verdict.prototype.coordinator = "";

            /**
             * Verdict method.
             * @member {ailee.v1.VerificationMethod} method
             * @memberof ailee.v1.Verdict
             * @instance
             */
            Verdict.prototype.method = 0;

            /**
             * Verdict replicas.
             * @member {number} replicas
             * @memberof ailee.v1.Verdict
             * @instance
             */
            Verdict.prototype.replicas = 0;

            /**
             * Verdict votes.
             * @member {number} votes
             * @memberof ailee.v1.Verdict
             * @instance
             */
            Verdict.prototype.votes = 0;

            /**
             * Verdict estimatedErrorPpm.
             * @member {number} estimatedErrorPpm
             * @memberof ailee.v1.Verdict
             * @instance
             */
            Verdict.prototype.estimatedErrorPpm = 0;

            /**
             * Verdict decidedAtMs.
             * @member {number|Long} decidedAtMs
             * @memberof ailee.v1.Verdict
             * @instance
             */
            Verdict.prototype.decidedAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Verdict coordinatorSignature.
             * @member {ailee.v1.Signature.$Properties|null|undefined} coordinatorSignature
             * @memberof ailee.v1.Verdict
             * @instance
             */
            Verdict.prototype.coordinatorSignature = null;

            /**
             * Verdict lotId.
             * @member {Uint8Array} lotId
             * @memberof ailee.v1.Verdict
             * @instance
             */
            Verdict.prototype.lotId = $util.newBuffer([]);

            /**
             * Verdict bidSetRoot.
             * @member {Uint8Array} bidSetRoot
             * @memberof ailee.v1.Verdict
             * @instance
             */
            Verdict.prototype.bidSetRoot = $util.newBuffer([]);

            /**
             * Encodes the specified Verdict message. Does not implicitly {@link ailee.v1.Verdict.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.Verdict
             * @static
             * @param {ailee.v1.Verdict.$Properties} message Verdict message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Verdict.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.coordinator != null && $Object.hasOwnProperty.call(message, "coordinator") && message.coordinator !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.coordinator);
                if (message.method != null && $Object.hasOwnProperty.call(message, "method") && message.method !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.method);
                if (message.replicas != null && $Object.hasOwnProperty.call(message, "replicas") && message.replicas !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.replicas);
                if (message.votes != null && $Object.hasOwnProperty.call(message, "votes") && message.votes !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.votes);
                if (message.estimatedErrorPpm != null && $Object.hasOwnProperty.call(message, "estimatedErrorPpm") && message.estimatedErrorPpm !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.estimatedErrorPpm);
                if (message.decidedAtMs != null && $Object.hasOwnProperty.call(message, "decidedAtMs") && (typeof message.decidedAtMs === "object" ? message.decidedAtMs.low || message.decidedAtMs.high : message.decidedAtMs !== 0))
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.decidedAtMs);
                if (message.coordinatorSignature != null && $Object.hasOwnProperty.call(message, "coordinatorSignature"))
                    $root.ailee.v1.Signature.encode(message.coordinatorSignature, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.lotId != null && $Object.hasOwnProperty.call(message, "lotId") && message.lotId.length)
                    writer.uint32(/* id 8, wireType 2 =*/66).bytes(message.lotId);
                if (message.bidSetRoot != null && $Object.hasOwnProperty.call(message, "bidSetRoot") && message.bidSetRoot.length)
                    writer.uint32(/* id 9, wireType 2 =*/74).bytes(message.bidSetRoot);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Verdict message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.Verdict
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.Verdict & ailee.v1.Verdict.$Shape} Verdict
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Verdict.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.Verdict();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.coordinator = value;
                            else
                                delete message.coordinator;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.method = value;
                            else
                                delete message.method;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.replicas = value;
                            else
                                delete message.replicas;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.votes = value;
                            else
                                delete message.votes;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.estimatedErrorPpm = value;
                            else
                                delete message.estimatedErrorPpm;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.decidedAtMs = value;
                            else
                                delete message.decidedAtMs;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.coordinatorSignature = $root.ailee.v1.Signature.decode(reader, reader.size(), $undefined, _depth + 1, message.coordinatorSignature);
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.lotId = value;
                            else
                                delete message.lotId;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.bidSetRoot = value;
                            else
                                delete message.bidSetRoot;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Verdict;
        })();

        v1.TaskSpec = (function() {

            /**
             * Properties of a TaskSpec.
             * @typedef {Object} ailee.v1.TaskSpec.$Properties
             * @property {Uint8Array|null} [moduleHash] TaskSpec moduleHash
             * @property {number|Long|null} [moduleBytes] TaskSpec moduleBytes
             * @property {Uint8Array|null} [inputHash] TaskSpec inputHash
             * @property {number|Long|null} [inputBytes] TaskSpec inputBytes
             * @property {string|null} ["function"] TaskSpec function
             * @property {ailee.v1.Limits.$Properties|null} [limits] TaskSpec limits
             * @property {Uint8Array|null} [seed] TaskSpec seed
             * @property {number|Long|null} [clockMs] TaskSpec clockMs
             * @property {boolean|null} [hashMemory] TaskSpec hashMemory
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TaskSpec.
             * @memberof ailee.v1
             * @interface ITaskSpec
             * @augments ailee.v1.TaskSpec.$Properties
             * @deprecated Use ailee.v1.TaskSpec.$Properties instead.
             */

            /**
             * Shape of a TaskSpec.
             * @typedef {ailee.v1.TaskSpec.$Properties} ailee.v1.TaskSpec.$Shape
             */

            /**
             * Constructs a new TaskSpec.
             * @memberof ailee.v1
             * @classdesc Represents a TaskSpec.
             * @constructor
             * @param {ailee.v1.TaskSpec.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TaskSpec = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TaskSpec moduleHash.
             * @member {Uint8Array} moduleHash
             * @memberof ailee.v1.TaskSpec
             * @instance
             */
            TaskSpec.prototype.moduleHash = $util.newBuffer([]);

            /**
             * TaskSpec moduleBytes.
             * @member {number|Long} moduleBytes
             * @memberof ailee.v1.TaskSpec
             * @instance
             */
            TaskSpec.prototype.moduleBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * TaskSpec inputHash.
             * @member {Uint8Array} inputHash
             * @memberof ailee.v1.TaskSpec
             * @instance
             */
            TaskSpec.prototype.inputHash = $util.newBuffer([]);

            /**
             * TaskSpec inputBytes.
             * @member {number|Long} inputBytes
             * @memberof ailee.v1.TaskSpec
             * @instance
             */
            TaskSpec.prototype.inputBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * TaskSpec function.
             * @member {string} function
             * @memberof ailee.v1.TaskSpec
             * @instance
             */
            TaskSpec.prototype["function"] = "";

            /**
             * TaskSpec limits.
             * @member {ailee.v1.Limits.$Properties|null|undefined} limits
             * @memberof ailee.v1.TaskSpec
             * @instance
             */
            TaskSpec.prototype.limits = null;

            /**
             * TaskSpec seed.
             * @member {Uint8Array} seed
             * @memberof ailee.v1.TaskSpec
             * @instance
             */
            TaskSpec.prototype.seed = $util.newBuffer([]);

            /**
             * TaskSpec clockMs.
             * @member {number|Long} clockMs
             * @memberof ailee.v1.TaskSpec
             * @instance
             */
            TaskSpec.prototype.clockMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * TaskSpec hashMemory.
             * @member {boolean} hashMemory
             * @memberof ailee.v1.TaskSpec
             * @instance
             */
            TaskSpec.prototype.hashMemory = false;

            /**
             * Encodes the specified TaskSpec message. Does not implicitly {@link ailee.v1.TaskSpec.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.TaskSpec
             * @static
             * @param {ailee.v1.TaskSpec.$Properties} message TaskSpec message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TaskSpec.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.moduleHash != null && $Object.hasOwnProperty.call(message, "moduleHash") && message.moduleHash.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.moduleHash);
                if (message.moduleBytes != null && $Object.hasOwnProperty.call(message, "moduleBytes") && (typeof message.moduleBytes === "object" ? message.moduleBytes.low || message.moduleBytes.high : message.moduleBytes !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.moduleBytes);
                if (message.inputHash != null && $Object.hasOwnProperty.call(message, "inputHash") && message.inputHash.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.inputHash);
                if (message.inputBytes != null && $Object.hasOwnProperty.call(message, "inputBytes") && (typeof message.inputBytes === "object" ? message.inputBytes.low || message.inputBytes.high : message.inputBytes !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.inputBytes);
                if (message["function"] != null && $Object.hasOwnProperty.call(message, "function") && message["function"] !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message["function"]);
                if (message.limits != null && $Object.hasOwnProperty.call(message, "limits"))
                    $root.ailee.v1.Limits.encode(message.limits, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.seed != null && $Object.hasOwnProperty.call(message, "seed") && message.seed.length)
                    writer.uint32(/* id 7, wireType 2 =*/58).bytes(message.seed);
                if (message.clockMs != null && $Object.hasOwnProperty.call(message, "clockMs") && (typeof message.clockMs === "object" ? message.clockMs.low || message.clockMs.high : message.clockMs !== 0))
                    writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.clockMs);
                if (message.hashMemory != null && $Object.hasOwnProperty.call(message, "hashMemory") && message.hashMemory !== false)
                    writer.uint32(/* id 9, wireType 0 =*/72).bool(message.hashMemory);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TaskSpec message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.TaskSpec
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.TaskSpec & ailee.v1.TaskSpec.$Shape} TaskSpec
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TaskSpec.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.TaskSpec();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.moduleHash = value;
                            else
                                delete message.moduleHash;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.moduleBytes = value;
                            else
                                delete message.moduleBytes;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.inputHash = value;
                            else
                                delete message.inputHash;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.inputBytes = value;
                            else
                                delete message.inputBytes;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message["function"] = value;
                            else
                                delete message["function"];
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.limits = $root.ailee.v1.Limits.decode(reader, reader.size(), $undefined, _depth + 1, message.limits);
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.seed = value;
                            else
                                delete message.seed;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.clockMs = value;
                            else
                                delete message.clockMs;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.hashMemory = value;
                            else
                                delete message.hashMemory;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return TaskSpec;
        })();

        v1.Input = (function() {

            /**
             * Properties of an Input.
             * @typedef {Object} ailee.v1.Input.$Properties
             * @property {Array.<string>|null} [args] Input args
             * @property {Array.<string>|null} [env] Input env
             * @property {Uint8Array|null} [stdin] Input stdin
             * @property {Array.<ailee.v1.InputFile.$Properties>|null} [files] Input files
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Input.
             * @memberof ailee.v1
             * @interface IInput
             * @augments ailee.v1.Input.$Properties
             * @deprecated Use ailee.v1.Input.$Properties instead.
             */

            /**
             * Shape of an Input.
             * @typedef {ailee.v1.Input.$Properties} ailee.v1.Input.$Shape
             */

            /**
             * Constructs a new Input.
             * @memberof ailee.v1
             * @classdesc Represents an Input.
             * @constructor
             * @param {ailee.v1.Input.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Input = function (properties) {
                this.args = [];
                this.env = [];
                this.files = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Input args.
             * @member {Array.<string>} args
             * @memberof ailee.v1.Input
             * @instance
             */
            Input.prototype.args = $util.emptyArray;

            /**
             * Input env.
             * @member {Array.<string>} env
             * @memberof ailee.v1.Input
             * @instance
             */
            Input.prototype.env = $util.emptyArray;

            /**
             * Input stdin.
             * @member {Uint8Array} stdin
             * @memberof ailee.v1.Input
             * @instance
             */
            Input.prototype.stdin = $util.newBuffer([]);

            /**
             * Input files.
             * @member {Array.<ailee.v1.InputFile.$Properties>} files
             * @memberof ailee.v1.Input
             * @instance
             */
            Input.prototype.files = $util.emptyArray;

            /**
             * Encodes the specified Input message. Does not implicitly {@link ailee.v1.Input.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.Input
             * @static
             * @param {ailee.v1.Input.$Properties} message Input message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Input.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.args != null && message.args.length)
                    for (let i = 0; i < message.args.length; ++i)
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.args[i]);
                if (message.env != null && message.env.length)
                    for (let i = 0; i < message.env.length; ++i)
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.env[i]);
                if (message.stdin != null && $Object.hasOwnProperty.call(message, "stdin") && message.stdin.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.stdin);
                if (message.files != null && message.files.length)
                    for (let i = 0; i < message.files.length; ++i)
                        $root.ailee.v1.InputFile.encode(message.files[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Input message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.Input
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.Input & ailee.v1.Input.$Shape} Input
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Input.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.Input();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.args && message.args.length))
                                message.args = [];
                            message.args.push(reader.stringVerify());
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.env && message.env.length))
                                message.env = [];
                            message.env.push(reader.stringVerify());
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.stdin = value;
                            else
                                delete message.stdin;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.files && message.files.length))
                                message.files = [];
                            message.files.push($root.ailee.v1.InputFile.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Input;
        })();

        v1.InputFile = (function() {

            /**
             * Properties of an InputFile.
             * @typedef {Object} ailee.v1.InputFile.$Properties
             * @property {string|null} [path] InputFile path
             * @property {Uint8Array|null} [bytes] InputFile bytes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an InputFile.
             * @memberof ailee.v1
             * @interface IInputFile
             * @augments ailee.v1.InputFile.$Properties
             * @deprecated Use ailee.v1.InputFile.$Properties instead.
             */

            /**
             * Shape of an InputFile.
             * @typedef {ailee.v1.InputFile.$Properties} ailee.v1.InputFile.$Shape
             */

            /**
             * Constructs a new InputFile.
             * @memberof ailee.v1
             * @classdesc Represents an InputFile.
             * @constructor
             * @param {ailee.v1.InputFile.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const InputFile = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * InputFile path.
             * @member {string} path
             * @memberof ailee.v1.InputFile
             * @instance
             */
            InputFile.prototype.path = "";

            /**
             * InputFile bytes.
             * @member {Uint8Array} bytes
             * @memberof ailee.v1.InputFile
             * @instance
             */
            InputFile.prototype.bytes = $util.newBuffer([]);

            /**
             * Encodes the specified InputFile message. Does not implicitly {@link ailee.v1.InputFile.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.InputFile
             * @static
             * @param {ailee.v1.InputFile.$Properties} message InputFile message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            InputFile.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.path != null && $Object.hasOwnProperty.call(message, "path") && message.path !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.path);
                if (message.bytes != null && $Object.hasOwnProperty.call(message, "bytes") && message.bytes.length)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.bytes);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an InputFile message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.InputFile
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.InputFile & ailee.v1.InputFile.$Shape} InputFile
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            InputFile.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.InputFile();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.path = value;
                            else
                                delete message.path;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.bytes = value;
                            else
                                delete message.bytes;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return InputFile;
        })();

        v1.Requirements = (function() {

            /**
             * Properties of a Requirements.
             * @typedef {Object} ailee.v1.Requirements.$Properties
             * @property {Array.<string>|null} [regions] Requirements regions
             * @property {number|null} [minReputationPermille] Requirements minReputationPermille
             * @property {string|null} [isolation] Requirements isolation
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Requirements.
             * @memberof ailee.v1
             * @interface IRequirements
             * @augments ailee.v1.Requirements.$Properties
             * @deprecated Use ailee.v1.Requirements.$Properties instead.
             */

            /**
             * Shape of a Requirements.
             * @typedef {ailee.v1.Requirements.$Properties} ailee.v1.Requirements.$Shape
             */

            /**
             * Constructs a new Requirements.
             * @memberof ailee.v1
             * @classdesc Represents a Requirements.
             * @constructor
             * @param {ailee.v1.Requirements.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Requirements = function (properties) {
                this.regions = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Requirements regions.
             * @member {Array.<string>} regions
             * @memberof ailee.v1.Requirements
             * @instance
             */
            Requirements.prototype.regions = $util.emptyArray;

            /**
             * Requirements minReputationPermille.
             * @member {number} minReputationPermille
             * @memberof ailee.v1.Requirements
             * @instance
             */
            Requirements.prototype.minReputationPermille = 0;

            /**
             * Requirements isolation.
             * @member {string} isolation
             * @memberof ailee.v1.Requirements
             * @instance
             */
            Requirements.prototype.isolation = "";

            /**
             * Encodes the specified Requirements message. Does not implicitly {@link ailee.v1.Requirements.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.Requirements
             * @static
             * @param {ailee.v1.Requirements.$Properties} message Requirements message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Requirements.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.regions != null && message.regions.length)
                    for (let i = 0; i < message.regions.length; ++i)
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.regions[i]);
                if (message.minReputationPermille != null && $Object.hasOwnProperty.call(message, "minReputationPermille") && message.minReputationPermille !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.minReputationPermille);
                if (message.isolation != null && $Object.hasOwnProperty.call(message, "isolation") && message.isolation !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.isolation);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Requirements message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.Requirements
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.Requirements & ailee.v1.Requirements.$Shape} Requirements
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Requirements.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.Requirements();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.regions && message.regions.length))
                                message.regions = [];
                            message.regions.push(reader.stringVerify());
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.minReputationPermille = value;
                            else
                                delete message.minReputationPermille;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.isolation = value;
                            else
                                delete message.isolation;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Requirements;
        })();

        /**
         * Priority enum.
         * @name ailee.v1.Priority
         * @enum {number}
         * @property {number} NORMAL=0 NORMAL value
         * @property {number} LOW=1 LOW value
         * @property {number} HIGH=2 HIGH value
         * @property {number} CRITICAL=3 CRITICAL value
         */
        v1.Priority = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "NORMAL"] = 0;
            values[valuesById[1] = "LOW"] = 1;
            values[valuesById[2] = "HIGH"] = 2;
            values[valuesById[3] = "CRITICAL"] = 3;
            return values;
        })();

        v1.SubmitTask = (function() {

            /**
             * Properties of a SubmitTask.
             * @typedef {Object} ailee.v1.SubmitTask.$Properties
             * @property {Uint8Array|null} [clientTaskId] SubmitTask clientTaskId
             * @property {ailee.v1.TaskSpec.$Properties|null} [spec] SubmitTask spec
             * @property {number|Long|null} [reward] SubmitTask reward
             * @property {ailee.v1.Requirements.$Properties|null} [requirements] SubmitTask requirements
             * @property {number|null} [replicas] SubmitTask replicas
             * @property {number|Long|null} [deadlineMs] SubmitTask deadlineMs
             * @property {ailee.v1.Priority|null} [priority] SubmitTask priority
             * @property {string|null} [admissionToken] SubmitTask admissionToken
             * @property {ailee.v1.VerificationTerms.$Properties|null} [verification] SubmitTask verification
             * @property {ailee.v1.AuctionTerms.$Properties|null} [auction] SubmitTask auction
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SubmitTask.
             * @memberof ailee.v1
             * @interface ISubmitTask
             * @augments ailee.v1.SubmitTask.$Properties
             * @deprecated Use ailee.v1.SubmitTask.$Properties instead.
             */

            /**
             * Shape of a SubmitTask.
             * @typedef {ailee.v1.SubmitTask.$Properties} ailee.v1.SubmitTask.$Shape
             */

            /**
             * Constructs a new SubmitTask.
             * @memberof ailee.v1
             * @classdesc Represents a SubmitTask.
             * @constructor
             * @param {ailee.v1.SubmitTask.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SubmitTask = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SubmitTask clientTaskId.
             * @member {Uint8Array} clientTaskId
             * @memberof ailee.v1.SubmitTask
             * @instance
             */
            SubmitTask.prototype.clientTaskId = $util.newBuffer([]);

            /**
             * SubmitTask spec.
             * @member {ailee.v1.TaskSpec.$Properties|null|undefined} spec
             * @memberof ailee.v1.SubmitTask
             * @instance
             */
            SubmitTask.prototype.spec = null;

            /**
             * SubmitTask reward.
             * @member {number|Long} reward
             * @memberof ailee.v1.SubmitTask
             * @instance
             */
            SubmitTask.prototype.reward = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * SubmitTask requirements.
             * @member {ailee.v1.Requirements.$Properties|null|undefined} requirements
             * @memberof ailee.v1.SubmitTask
             * @instance
             */
            SubmitTask.prototype.requirements = null;

            /**
             * SubmitTask replicas.
             * @member {number} replicas
             * @memberof ailee.v1.SubmitTask
             * @instance
             */
            SubmitTask.prototype.replicas = 0;

            /**
             * SubmitTask deadlineMs.
             * @member {number|Long} deadlineMs
             * @memberof ailee.v1.SubmitTask
             * @instance
             */
            SubmitTask.prototype.deadlineMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * SubmitTask priority.
             * @member {ailee.v1.Priority} priority
             * @memberof ailee.v1.SubmitTask
             * @instance
             */
            SubmitTask.prototype.priority = 0;

            /**
             * SubmitTask admissionToken.
             * @member {string} admissionToken
             * @memberof ailee.v1.SubmitTask
             * @instance
             */
            SubmitTask.prototype.admissionToken = "";

            /**
             * SubmitTask verification.
             * @member {ailee.v1.VerificationTerms.$Properties|null|undefined} verification
             * @memberof ailee.v1.SubmitTask
             * @instance
             */
            SubmitTask.prototype.verification = null;

            /**
             * SubmitTask auction.
             * @member {ailee.v1.AuctionTerms.$Properties|null|undefined} auction
             * @memberof ailee.v1.SubmitTask
             * @instance
             */
            SubmitTask.prototype.auction = null;

            /**
             * Encodes the specified SubmitTask message. Does not implicitly {@link ailee.v1.SubmitTask.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.SubmitTask
             * @static
             * @param {ailee.v1.SubmitTask.$Properties} message SubmitTask message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SubmitTask.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.clientTaskId != null && $Object.hasOwnProperty.call(message, "clientTaskId") && message.clientTaskId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.clientTaskId);
                if (message.spec != null && $Object.hasOwnProperty.call(message, "spec"))
                    $root.ailee.v1.TaskSpec.encode(message.spec, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.reward != null && $Object.hasOwnProperty.call(message, "reward") && (typeof message.reward === "object" ? message.reward.low || message.reward.high : message.reward !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.reward);
                if (message.requirements != null && $Object.hasOwnProperty.call(message, "requirements"))
                    $root.ailee.v1.Requirements.encode(message.requirements, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.replicas != null && $Object.hasOwnProperty.call(message, "replicas") && message.replicas !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.replicas);
                if (message.deadlineMs != null && $Object.hasOwnProperty.call(message, "deadlineMs") && (typeof message.deadlineMs === "object" ? message.deadlineMs.low || message.deadlineMs.high : message.deadlineMs !== 0))
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.deadlineMs);
                if (message.priority != null && $Object.hasOwnProperty.call(message, "priority") && message.priority !== 0)
                    writer.uint32(/* id 7, wireType 0 =*/56).int32(message.priority);
                if (message.admissionToken != null && $Object.hasOwnProperty.call(message, "admissionToken") && message.admissionToken !== "")
                    writer.uint32(/* id 8, wireType 2 =*/66).string(message.admissionToken);
                if (message.verification != null && $Object.hasOwnProperty.call(message, "verification"))
                    $root.ailee.v1.VerificationTerms.encode(message.verification, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
                if (message.auction != null && $Object.hasOwnProperty.call(message, "auction"))
                    $root.ailee.v1.AuctionTerms.encode(message.auction, writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SubmitTask message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.SubmitTask
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.SubmitTask & ailee.v1.SubmitTask.$Shape} SubmitTask
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SubmitTask.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.SubmitTask();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.clientTaskId = value;
                            else
                                delete message.clientTaskId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.spec = $root.ailee.v1.TaskSpec.decode(reader, reader.size(), $undefined, _depth + 1, message.spec);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.reward = value;
                            else
                                delete message.reward;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.requirements = $root.ailee.v1.Requirements.decode(reader, reader.size(), $undefined, _depth + 1, message.requirements);
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.replicas = value;
                            else
                                delete message.replicas;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.deadlineMs = value;
                            else
                                delete message.deadlineMs;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.priority = value;
                            else
                                delete message.priority;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.admissionToken = value;
                            else
                                delete message.admissionToken;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            message.verification = $root.ailee.v1.VerificationTerms.decode(reader, reader.size(), $undefined, _depth + 1, message.verification);
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.auction = $root.ailee.v1.AuctionTerms.decode(reader, reader.size(), $undefined, _depth + 1, message.auction);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return SubmitTask;
        })();

        /**
         * VerificationMode enum.
         * @name ailee.v1.VerificationMode
         * @enum {number}
         * @property {number} AUTO=0 AUTO value
         * @property {number} LOT=1 LOT value
         * @property {number} LEDGER=2 LEDGER value
         * @property {number} FINAL_NOW=3 FINAL_NOW value
         * @property {number} REPLICAS=4 REPLICAS value
         * @property {number} UNVERIFIED=5 UNVERIFIED value
         */
        v1.VerificationMode = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "AUTO"] = 0;
            values[valuesById[1] = "LOT"] = 1;
            values[valuesById[2] = "LEDGER"] = 2;
            values[valuesById[3] = "FINAL_NOW"] = 3;
            values[valuesById[4] = "REPLICAS"] = 4;
            values[valuesById[5] = "UNVERIFIED"] = 5;
            return values;
        })();

        v1.VerificationTerms = (function() {

            /**
             * Properties of a VerificationTerms.
             * @typedef {Object} ailee.v1.VerificationTerms.$Properties
             * @property {ailee.v1.VerificationMode|null} [mode] VerificationTerms mode
             * @property {number|null} [targetErrorPpm] VerificationTerms targetErrorPpm
             * @property {number|Long|null} [maxDelayMs] VerificationTerms maxDelayMs
             * @property {number|null} [quorum] VerificationTerms quorum
             * @property {ailee.v1.Referee|null} [referee] VerificationTerms referee
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a VerificationTerms.
             * @memberof ailee.v1
             * @interface IVerificationTerms
             * @augments ailee.v1.VerificationTerms.$Properties
             * @deprecated Use ailee.v1.VerificationTerms.$Properties instead.
             */

            /**
             * Shape of a VerificationTerms.
             * @typedef {ailee.v1.VerificationTerms.$Properties} ailee.v1.VerificationTerms.$Shape
             */

            /**
             * Constructs a new VerificationTerms.
             * @memberof ailee.v1
             * @classdesc Represents a VerificationTerms.
             * @constructor
             * @param {ailee.v1.VerificationTerms.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const VerificationTerms = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * VerificationTerms mode.
             * @member {ailee.v1.VerificationMode} mode
             * @memberof ailee.v1.VerificationTerms
             * @instance
             */
            VerificationTerms.prototype.mode = 0;

            /**
             * VerificationTerms targetErrorPpm.
             * @member {number} targetErrorPpm
             * @memberof ailee.v1.VerificationTerms
             * @instance
             */
            VerificationTerms.prototype.targetErrorPpm = 0;

            /**
             * VerificationTerms maxDelayMs.
             * @member {number|Long} maxDelayMs
             * @memberof ailee.v1.VerificationTerms
             * @instance
             */
            VerificationTerms.prototype.maxDelayMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * VerificationTerms quorum.
             * @member {number} quorum
             * @memberof ailee.v1.VerificationTerms
             * @instance
             */
            VerificationTerms.prototype.quorum = 0;

            /**
             * VerificationTerms referee.
             * @member {ailee.v1.Referee} referee
             * @memberof ailee.v1.VerificationTerms
             * @instance
             */
            VerificationTerms.prototype.referee = 0;

            /**
             * Encodes the specified VerificationTerms message. Does not implicitly {@link ailee.v1.VerificationTerms.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.VerificationTerms
             * @static
             * @param {ailee.v1.VerificationTerms.$Properties} message VerificationTerms message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            VerificationTerms.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.mode != null && $Object.hasOwnProperty.call(message, "mode") && message.mode !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).int32(message.mode);
                if (message.targetErrorPpm != null && $Object.hasOwnProperty.call(message, "targetErrorPpm") && message.targetErrorPpm !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.targetErrorPpm);
                if (message.maxDelayMs != null && $Object.hasOwnProperty.call(message, "maxDelayMs") && (typeof message.maxDelayMs === "object" ? message.maxDelayMs.low || message.maxDelayMs.high : message.maxDelayMs !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.maxDelayMs);
                if (message.quorum != null && $Object.hasOwnProperty.call(message, "quorum") && message.quorum !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.quorum);
                if (message.referee != null && $Object.hasOwnProperty.call(message, "referee") && message.referee !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).int32(message.referee);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a VerificationTerms message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.VerificationTerms
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.VerificationTerms & ailee.v1.VerificationTerms.$Shape} VerificationTerms
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            VerificationTerms.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.VerificationTerms();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.mode = value;
                            else
                                delete message.mode;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.targetErrorPpm = value;
                            else
                                delete message.targetErrorPpm;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.maxDelayMs = value;
                            else
                                delete message.maxDelayMs;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.quorum = value;
                            else
                                delete message.quorum;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.referee = value;
                            else
                                delete message.referee;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return VerificationTerms;
        })();

        /**
         * Referee enum.
         * @name ailee.v1.Referee
         * @enum {number}
         * @property {number} COORDINATOR=0 COORDINATOR value
         * @property {number} CLIENT=1 CLIENT value
         */
        v1.Referee = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "COORDINATOR"] = 0;
            values[valuesById[1] = "CLIENT"] = 1;
            return values;
        })();

        /**
         * TaskState enum.
         * @name ailee.v1.TaskState
         * @enum {number}
         * @property {number} TASK_STATE_UNSPECIFIED=0 TASK_STATE_UNSPECIFIED value
         * @property {number} SUBMITTED=1 SUBMITTED value
         * @property {number} QUEUED=2 QUEUED value
         * @property {number} OFFERED=3 OFFERED value
         * @property {number} ASSIGNED=4 ASSIGNED value
         * @property {number} RUNNING=5 RUNNING value
         * @property {number} PROVISIONAL=6 PROVISIONAL value
         * @property {number} COMPLETED=7 COMPLETED value
         * @property {number} FAILED=8 FAILED value
         * @property {number} CANCELLED=9 CANCELLED value
         * @property {number} EXPIRED=10 EXPIRED value
         */
        v1.TaskState = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "TASK_STATE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "SUBMITTED"] = 1;
            values[valuesById[2] = "QUEUED"] = 2;
            values[valuesById[3] = "OFFERED"] = 3;
            values[valuesById[4] = "ASSIGNED"] = 4;
            values[valuesById[5] = "RUNNING"] = 5;
            values[valuesById[6] = "PROVISIONAL"] = 6;
            values[valuesById[7] = "COMPLETED"] = 7;
            values[valuesById[8] = "FAILED"] = 8;
            values[valuesById[9] = "CANCELLED"] = 9;
            values[valuesById[10] = "EXPIRED"] = 10;
            return values;
        })();

        v1.TaskStatus = (function() {

            /**
             * Properties of a TaskStatus.
             * @typedef {Object} ailee.v1.TaskStatus.$Properties
             * @property {Uint8Array|null} [taskId] TaskStatus taskId
             * @property {ailee.v1.TaskState|null} [state] TaskStatus state
             * @property {number|null} [bids] TaskStatus bids
             * @property {Array.<string>|null} [workers] TaskStatus workers
             * @property {number|null} [attempts] TaskStatus attempts
             * @property {number|Long|null} [submittedAtMs] TaskStatus submittedAtMs
             * @property {number|Long|null} [updatedAtMs] TaskStatus updatedAtMs
             * @property {string|null} [code] TaskStatus code
             * @property {string|null} [message] TaskStatus message
             * @property {Array.<ailee.v1.Rejection.$Properties>|null} [rejections] TaskStatus rejections
             * @property {ailee.v1.AuctionTerms.$Properties|null} [auction] TaskStatus auction
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TaskStatus.
             * @memberof ailee.v1
             * @interface ITaskStatus
             * @augments ailee.v1.TaskStatus.$Properties
             * @deprecated Use ailee.v1.TaskStatus.$Properties instead.
             */

            /**
             * Shape of a TaskStatus.
             * @typedef {ailee.v1.TaskStatus.$Properties} ailee.v1.TaskStatus.$Shape
             */

            /**
             * Constructs a new TaskStatus.
             * @memberof ailee.v1
             * @classdesc Represents a TaskStatus.
             * @constructor
             * @param {ailee.v1.TaskStatus.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TaskStatus = function (properties) {
                this.workers = [];
                this.rejections = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TaskStatus taskId.
             * @member {Uint8Array} taskId
             * @memberof ailee.v1.TaskStatus
             * @instance
             */
            TaskStatus.prototype.taskId = $util.newBuffer([]);

            /**
             * TaskStatus state.
             * @member {ailee.v1.TaskState} state
             * @memberof ailee.v1.TaskStatus
             * @instance
             */
            TaskStatus.prototype.state = 0;

            /**
             * TaskStatus bids.
             * @member {number} bids
             * @memberof ailee.v1.TaskStatus
             * @instance
             */
            TaskStatus.prototype.bids = 0;

            /**
             * TaskStatus workers.
             * @member {Array.<string>} workers
             * @memberof ailee.v1.TaskStatus
             * @instance
             */
            TaskStatus.prototype.workers = $util.emptyArray;

            /**
             * TaskStatus attempts.
             * @member {number} attempts
             * @memberof ailee.v1.TaskStatus
             * @instance
             */
            TaskStatus.prototype.attempts = 0;

            /**
             * TaskStatus submittedAtMs.
             * @member {number|Long} submittedAtMs
             * @memberof ailee.v1.TaskStatus
             * @instance
             */
            TaskStatus.prototype.submittedAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * TaskStatus updatedAtMs.
             * @member {number|Long} updatedAtMs
             * @memberof ailee.v1.TaskStatus
             * @instance
             */
            TaskStatus.prototype.updatedAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * TaskStatus code.
             * @member {string} code
             * @memberof ailee.v1.TaskStatus
             * @instance
             */
            TaskStatus.prototype.code = "";

            /**
             * TaskStatus message.
             * @member {string} message
             * @memberof ailee.v1.TaskStatus
             * @instance
             */
            TaskStatus.prototype.message = "";

            /**
             * TaskStatus rejections.
             * @member {Array.<ailee.v1.Rejection.$Properties>} rejections
             * @memberof ailee.v1.TaskStatus
             * @instance
             */
            TaskStatus.prototype.rejections = $util.emptyArray;

            /**
             * TaskStatus auction.
             * @member {ailee.v1.AuctionTerms.$Properties|null|undefined} auction
             * @memberof ailee.v1.TaskStatus
             * @instance
             */
            TaskStatus.prototype.auction = null;

            /**
             * Encodes the specified TaskStatus message. Does not implicitly {@link ailee.v1.TaskStatus.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.TaskStatus
             * @static
             * @param {ailee.v1.TaskStatus.$Properties} message TaskStatus message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TaskStatus.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.taskId != null && $Object.hasOwnProperty.call(message, "taskId") && message.taskId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.taskId);
                if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.state);
                if (message.bids != null && $Object.hasOwnProperty.call(message, "bids") && message.bids !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.bids);
                if (message.workers != null && message.workers.length)
                    for (let i = 0; i < message.workers.length; ++i)
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.workers[i]);
                if (message.attempts != null && $Object.hasOwnProperty.call(message, "attempts") && message.attempts !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.attempts);
                if (message.submittedAtMs != null && $Object.hasOwnProperty.call(message, "submittedAtMs") && (typeof message.submittedAtMs === "object" ? message.submittedAtMs.low || message.submittedAtMs.high : message.submittedAtMs !== 0))
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.submittedAtMs);
                if (message.updatedAtMs != null && $Object.hasOwnProperty.call(message, "updatedAtMs") && (typeof message.updatedAtMs === "object" ? message.updatedAtMs.low || message.updatedAtMs.high : message.updatedAtMs !== 0))
                    writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.updatedAtMs);
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(/* id 8, wireType 2 =*/66).string(message.code);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                    writer.uint32(/* id 9, wireType 2 =*/74).string(message.message);
                if (message.rejections != null && message.rejections.length)
                    for (let i = 0; i < message.rejections.length; ++i)
                        $root.ailee.v1.Rejection.encode(message.rejections[i], writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
                if (message.auction != null && $Object.hasOwnProperty.call(message, "auction"))
                    $root.ailee.v1.AuctionTerms.encode(message.auction, writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TaskStatus message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.TaskStatus
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.TaskStatus & ailee.v1.TaskStatus.$Shape} TaskStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TaskStatus.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.TaskStatus();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.taskId = value;
                            else
                                delete message.taskId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.state = value;
                            else
                                delete message.state;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.bids = value;
                            else
                                delete message.bids;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.workers && message.workers.length))
                                message.workers = [];
                            message.workers.push(reader.stringVerify());
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.attempts = value;
                            else
                                delete message.attempts;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.submittedAtMs = value;
                            else
                                delete message.submittedAtMs;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.updatedAtMs = value;
                            else
                                delete message.updatedAtMs;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.message = value;
                            else
                                delete message.message;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            if (!(message.rejections && message.rejections.length))
                                message.rejections = [];
                            message.rejections.push($root.ailee.v1.Rejection.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 11: {
                            if (wireType !== 2)
                                break;
                            message.auction = $root.ailee.v1.AuctionTerms.decode(reader, reader.size(), $undefined, _depth + 1, message.auction);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return TaskStatus;
        })();

        v1.Rejection = (function() {

            /**
             * Properties of a Rejection.
             * @typedef {Object} ailee.v1.Rejection.$Properties
             * @property {string|null} [worker] Rejection worker
             * @property {string|null} [code] Rejection code
             * @property {string|null} [message] Rejection message
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Rejection.
             * @memberof ailee.v1
             * @interface IRejection
             * @augments ailee.v1.Rejection.$Properties
             * @deprecated Use ailee.v1.Rejection.$Properties instead.
             */

            /**
             * Shape of a Rejection.
             * @typedef {ailee.v1.Rejection.$Properties} ailee.v1.Rejection.$Shape
             */

            /**
             * Constructs a new Rejection.
             * @memberof ailee.v1
             * @classdesc Represents a Rejection.
             * @constructor
             * @param {ailee.v1.Rejection.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Rejection = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Rejection worker.
             * @member {string} worker
             * @memberof ailee.v1.Rejection
             * @instance
             */
            Rejection.prototype.worker = "";

            /**
             * Rejection code.
             * @member {string} code
             * @memberof ailee.v1.Rejection
             * @instance
             */
            Rejection.prototype.code = "";

            /**
             * Rejection message.
             * @member {string} message
             * @memberof ailee.v1.Rejection
             * @instance
             */
            Rejection.prototype.message = "";

            /**
             * Encodes the specified Rejection message. Does not implicitly {@link ailee.v1.Rejection.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.Rejection
             * @static
             * @param {ailee.v1.Rejection.$Properties} message Rejection message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Rejection.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.worker != null && $Object.hasOwnProperty.call(message, "worker") && message.worker !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.worker);
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.code);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.message);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Rejection message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.Rejection
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.Rejection & ailee.v1.Rejection.$Shape} Rejection
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Rejection.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.Rejection();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.worker = value;
                            else
                                delete message.worker;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.message = value;
                            else
                                delete message.message;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Rejection;
        })();

        v1.GetTask = (function() {

            /**
             * Properties of a GetTask.
             * @typedef {Object} ailee.v1.GetTask.$Properties
             * @property {Uint8Array|null} [taskId] GetTask taskId
             * @property {boolean|null} [follow] GetTask follow
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GetTask.
             * @memberof ailee.v1
             * @interface IGetTask
             * @augments ailee.v1.GetTask.$Properties
             * @deprecated Use ailee.v1.GetTask.$Properties instead.
             */

            /**
             * Shape of a GetTask.
             * @typedef {ailee.v1.GetTask.$Properties} ailee.v1.GetTask.$Shape
             */

            /**
             * Constructs a new GetTask.
             * @memberof ailee.v1
             * @classdesc Represents a GetTask.
             * @constructor
             * @param {ailee.v1.GetTask.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GetTask = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GetTask taskId.
             * @member {Uint8Array} taskId
             * @memberof ailee.v1.GetTask
             * @instance
             */
            GetTask.prototype.taskId = $util.newBuffer([]);

            /**
             * GetTask follow.
             * @member {boolean} follow
             * @memberof ailee.v1.GetTask
             * @instance
             */
            GetTask.prototype.follow = false;

            /**
             * Encodes the specified GetTask message. Does not implicitly {@link ailee.v1.GetTask.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.GetTask
             * @static
             * @param {ailee.v1.GetTask.$Properties} message GetTask message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GetTask.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.taskId != null && $Object.hasOwnProperty.call(message, "taskId") && message.taskId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.taskId);
                if (message.follow != null && $Object.hasOwnProperty.call(message, "follow") && message.follow !== false)
                    writer.uint32(/* id 2, wireType 0 =*/16).bool(message.follow);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GetTask message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.GetTask
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.GetTask & ailee.v1.GetTask.$Shape} GetTask
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GetTask.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.GetTask();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.taskId = value;
                            else
                                delete message.taskId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.follow = value;
                            else
                                delete message.follow;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return GetTask;
        })();

        v1.CancelTask = (function() {

            /**
             * Properties of a CancelTask.
             * @typedef {Object} ailee.v1.CancelTask.$Properties
             * @property {Uint8Array|null} [taskId] CancelTask taskId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a CancelTask.
             * @memberof ailee.v1
             * @interface ICancelTask
             * @augments ailee.v1.CancelTask.$Properties
             * @deprecated Use ailee.v1.CancelTask.$Properties instead.
             */

            /**
             * Shape of a CancelTask.
             * @typedef {ailee.v1.CancelTask.$Properties} ailee.v1.CancelTask.$Shape
             */

            /**
             * Constructs a new CancelTask.
             * @memberof ailee.v1
             * @classdesc Represents a CancelTask.
             * @constructor
             * @param {ailee.v1.CancelTask.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const CancelTask = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * CancelTask taskId.
             * @member {Uint8Array} taskId
             * @memberof ailee.v1.CancelTask
             * @instance
             */
            CancelTask.prototype.taskId = $util.newBuffer([]);

            /**
             * Encodes the specified CancelTask message. Does not implicitly {@link ailee.v1.CancelTask.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.CancelTask
             * @static
             * @param {ailee.v1.CancelTask.$Properties} message CancelTask message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            CancelTask.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.taskId != null && $Object.hasOwnProperty.call(message, "taskId") && message.taskId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.taskId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a CancelTask message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.CancelTask
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.CancelTask & ailee.v1.CancelTask.$Shape} CancelTask
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            CancelTask.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.CancelTask();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.taskId = value;
                            else
                                delete message.taskId;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return CancelTask;
        })();

        v1.ListTasks = (function() {

            /**
             * Properties of a ListTasks.
             * @typedef {Object} ailee.v1.ListTasks.$Properties
             * @property {number|null} [limit] ListTasks limit
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ListTasks.
             * @memberof ailee.v1
             * @interface IListTasks
             * @augments ailee.v1.ListTasks.$Properties
             * @deprecated Use ailee.v1.ListTasks.$Properties instead.
             */

            /**
             * Shape of a ListTasks.
             * @typedef {ailee.v1.ListTasks.$Properties} ailee.v1.ListTasks.$Shape
             */

            /**
             * Constructs a new ListTasks.
             * @memberof ailee.v1
             * @classdesc Represents a ListTasks.
             * @constructor
             * @param {ailee.v1.ListTasks.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ListTasks = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ListTasks limit.
             * @member {number} limit
             * @memberof ailee.v1.ListTasks
             * @instance
             */
            ListTasks.prototype.limit = 0;

            /**
             * Encodes the specified ListTasks message. Does not implicitly {@link ailee.v1.ListTasks.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.ListTasks
             * @static
             * @param {ailee.v1.ListTasks.$Properties} message ListTasks message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ListTasks.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.limit != null && $Object.hasOwnProperty.call(message, "limit") && message.limit !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.limit);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ListTasks message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.ListTasks
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.ListTasks & ailee.v1.ListTasks.$Shape} ListTasks
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ListTasks.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.ListTasks();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.limit = value;
                            else
                                delete message.limit;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ListTasks;
        })();

        v1.TaskList = (function() {

            /**
             * Properties of a TaskList.
             * @typedef {Object} ailee.v1.TaskList.$Properties
             * @property {Array.<ailee.v1.TaskStatus.$Properties>|null} [tasks] TaskList tasks
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TaskList.
             * @memberof ailee.v1
             * @interface ITaskList
             * @augments ailee.v1.TaskList.$Properties
             * @deprecated Use ailee.v1.TaskList.$Properties instead.
             */

            /**
             * Shape of a TaskList.
             * @typedef {ailee.v1.TaskList.$Properties} ailee.v1.TaskList.$Shape
             */

            /**
             * Constructs a new TaskList.
             * @memberof ailee.v1
             * @classdesc Represents a TaskList.
             * @constructor
             * @param {ailee.v1.TaskList.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TaskList = function (properties) {
                this.tasks = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TaskList tasks.
             * @member {Array.<ailee.v1.TaskStatus.$Properties>} tasks
             * @memberof ailee.v1.TaskList
             * @instance
             */
            TaskList.prototype.tasks = $util.emptyArray;

            /**
             * Encodes the specified TaskList message. Does not implicitly {@link ailee.v1.TaskList.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.TaskList
             * @static
             * @param {ailee.v1.TaskList.$Properties} message TaskList message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TaskList.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.tasks != null && message.tasks.length)
                    for (let i = 0; i < message.tasks.length; ++i)
                        $root.ailee.v1.TaskStatus.encode(message.tasks[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TaskList message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.TaskList
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.TaskList & ailee.v1.TaskList.$Shape} TaskList
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TaskList.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.TaskList();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.tasks && message.tasks.length))
                                message.tasks = [];
                            message.tasks.push($root.ailee.v1.TaskStatus.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return TaskList;
        })();

        v1.TaskComplete = (function() {

            /**
             * Properties of a TaskComplete.
             * @typedef {Object} ailee.v1.TaskComplete.$Properties
             * @property {ailee.v1.TaskStatus.$Properties|null} [status] TaskComplete status
             * @property {ailee.v1.Outcome.$Properties|null} [outcome] TaskComplete outcome
             * @property {Array.<ailee.v1.Receipt.$Properties>|null} [receipts] TaskComplete receipts
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TaskComplete.
             * @memberof ailee.v1
             * @interface ITaskComplete
             * @augments ailee.v1.TaskComplete.$Properties
             * @deprecated Use ailee.v1.TaskComplete.$Properties instead.
             */

            /**
             * Shape of a TaskComplete.
             * @typedef {ailee.v1.TaskComplete.$Properties} ailee.v1.TaskComplete.$Shape
             */

            /**
             * Constructs a new TaskComplete.
             * @memberof ailee.v1
             * @classdesc Represents a TaskComplete.
             * @constructor
             * @param {ailee.v1.TaskComplete.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TaskComplete = function (properties) {
                this.receipts = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TaskComplete status.
             * @member {ailee.v1.TaskStatus.$Properties|null|undefined} status
             * @memberof ailee.v1.TaskComplete
             * @instance
             */
            TaskComplete.prototype.status = null;

            /**
             * TaskComplete outcome.
             * @member {ailee.v1.Outcome.$Properties|null|undefined} outcome
             * @memberof ailee.v1.TaskComplete
             * @instance
             */
            TaskComplete.prototype.outcome = null;

            /**
             * TaskComplete receipts.
             * @member {Array.<ailee.v1.Receipt.$Properties>} receipts
             * @memberof ailee.v1.TaskComplete
             * @instance
             */
            TaskComplete.prototype.receipts = $util.emptyArray;

            /**
             * Encodes the specified TaskComplete message. Does not implicitly {@link ailee.v1.TaskComplete.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.TaskComplete
             * @static
             * @param {ailee.v1.TaskComplete.$Properties} message TaskComplete message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TaskComplete.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.status != null && $Object.hasOwnProperty.call(message, "status"))
                    $root.ailee.v1.TaskStatus.encode(message.status, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome"))
                    $root.ailee.v1.Outcome.encode(message.outcome, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.receipts != null && message.receipts.length)
                    for (let i = 0; i < message.receipts.length; ++i)
                        $root.ailee.v1.Receipt.encode(message.receipts[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TaskComplete message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.TaskComplete
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.TaskComplete & ailee.v1.TaskComplete.$Shape} TaskComplete
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TaskComplete.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.TaskComplete();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.status = $root.ailee.v1.TaskStatus.decode(reader, reader.size(), $undefined, _depth + 1, message.status);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.outcome = $root.ailee.v1.Outcome.decode(reader, reader.size(), $undefined, _depth + 1, message.outcome);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.receipts && message.receipts.length))
                                message.receipts = [];
                            message.receipts.push($root.ailee.v1.Receipt.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return TaskComplete;
        })();

        v1.TaskProvisional = (function() {

            /**
             * Properties of a TaskProvisional.
             * @typedef {Object} ailee.v1.TaskProvisional.$Properties
             * @property {ailee.v1.TaskStatus.$Properties|null} [status] TaskProvisional status
             * @property {ailee.v1.Outcome.$Properties|null} [outcome] TaskProvisional outcome
             * @property {ailee.v1.Receipt.$Properties|null} [receipt] TaskProvisional receipt
             * @property {Uint8Array|null} [lotId] TaskProvisional lotId
             * @property {number|Long|null} [finalByMs] TaskProvisional finalByMs
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TaskProvisional.
             * @memberof ailee.v1
             * @interface ITaskProvisional
             * @augments ailee.v1.TaskProvisional.$Properties
             * @deprecated Use ailee.v1.TaskProvisional.$Properties instead.
             */

            /**
             * Shape of a TaskProvisional.
             * @typedef {ailee.v1.TaskProvisional.$Properties} ailee.v1.TaskProvisional.$Shape
             */

            /**
             * Constructs a new TaskProvisional.
             * @memberof ailee.v1
             * @classdesc Represents a TaskProvisional.
             * @constructor
             * @param {ailee.v1.TaskProvisional.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TaskProvisional = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TaskProvisional status.
             * @member {ailee.v1.TaskStatus.$Properties|null|undefined} status
             * @memberof ailee.v1.TaskProvisional
             * @instance
             */
            TaskProvisional.prototype.status = null;

            /**
             * TaskProvisional outcome.
             * @member {ailee.v1.Outcome.$Properties|null|undefined} outcome
             * @memberof ailee.v1.TaskProvisional
             * @instance
             */
            TaskProvisional.prototype.outcome = null;

            /**
             * TaskProvisional receipt.
             * @member {ailee.v1.Receipt.$Properties|null|undefined} receipt
             * @memberof ailee.v1.TaskProvisional
             * @instance
             */
            TaskProvisional.prototype.receipt = null;

            /**
             * TaskProvisional lotId.
             * @member {Uint8Array} lotId
             * @memberof ailee.v1.TaskProvisional
             * @instance
             */
            TaskProvisional.prototype.lotId = $util.newBuffer([]);

            /**
             * TaskProvisional finalByMs.
             * @member {number|Long} finalByMs
             * @memberof ailee.v1.TaskProvisional
             * @instance
             */
            TaskProvisional.prototype.finalByMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified TaskProvisional message. Does not implicitly {@link ailee.v1.TaskProvisional.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.TaskProvisional
             * @static
             * @param {ailee.v1.TaskProvisional.$Properties} message TaskProvisional message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TaskProvisional.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.status != null && $Object.hasOwnProperty.call(message, "status"))
                    $root.ailee.v1.TaskStatus.encode(message.status, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome"))
                    $root.ailee.v1.Outcome.encode(message.outcome, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.receipt != null && $Object.hasOwnProperty.call(message, "receipt"))
                    $root.ailee.v1.Receipt.encode(message.receipt, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.lotId != null && $Object.hasOwnProperty.call(message, "lotId") && message.lotId.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.lotId);
                if (message.finalByMs != null && $Object.hasOwnProperty.call(message, "finalByMs") && (typeof message.finalByMs === "object" ? message.finalByMs.low || message.finalByMs.high : message.finalByMs !== 0))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.finalByMs);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TaskProvisional message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.TaskProvisional
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.TaskProvisional & ailee.v1.TaskProvisional.$Shape} TaskProvisional
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TaskProvisional.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.TaskProvisional();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.status = $root.ailee.v1.TaskStatus.decode(reader, reader.size(), $undefined, _depth + 1, message.status);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.outcome = $root.ailee.v1.Outcome.decode(reader, reader.size(), $undefined, _depth + 1, message.outcome);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.receipt = $root.ailee.v1.Receipt.decode(reader, reader.size(), $undefined, _depth + 1, message.receipt);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.lotId = value;
                            else
                                delete message.lotId;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.finalByMs = value;
                            else
                                delete message.finalByMs;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return TaskProvisional;
        })();

        v1.Outcome = (function() {

            /**
             * Properties of an Outcome.
             * @typedef {Object} ailee.v1.Outcome.$Properties
             * @property {Uint8Array|null} [outputHash] Outcome outputHash
             * @property {number|Long|null} [outputBytes] Outcome outputBytes
             * @property {Uint8Array|null} [outputInline] Outcome outputInline
             * @property {Uint8Array|null} [stderr] Outcome stderr
             * @property {string|null} [detail] Outcome detail
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Outcome.
             * @memberof ailee.v1
             * @interface IOutcome
             * @augments ailee.v1.Outcome.$Properties
             * @deprecated Use ailee.v1.Outcome.$Properties instead.
             */

            /**
             * Shape of an Outcome.
             * @typedef {ailee.v1.Outcome.$Properties} ailee.v1.Outcome.$Shape
             */

            /**
             * Constructs a new Outcome.
             * @memberof ailee.v1
             * @classdesc Represents an Outcome.
             * @constructor
             * @param {ailee.v1.Outcome.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Outcome = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Outcome outputHash.
             * @member {Uint8Array} outputHash
             * @memberof ailee.v1.Outcome
             * @instance
             */
            Outcome.prototype.outputHash = $util.newBuffer([]);

            /**
             * Outcome outputBytes.
             * @member {number|Long} outputBytes
             * @memberof ailee.v1.Outcome
             * @instance
             */
            Outcome.prototype.outputBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Outcome outputInline.
             * @member {Uint8Array} outputInline
             * @memberof ailee.v1.Outcome
             * @instance
             */
            Outcome.prototype.outputInline = $util.newBuffer([]);

            /**
             * Outcome stderr.
             * @member {Uint8Array} stderr
             * @memberof ailee.v1.Outcome
             * @instance
             */
            Outcome.prototype.stderr = $util.newBuffer([]);

            /**
             * Outcome detail.
             * @member {string} detail
             * @memberof ailee.v1.Outcome
             * @instance
             */
            Outcome.prototype.detail = "";

            /**
             * Encodes the specified Outcome message. Does not implicitly {@link ailee.v1.Outcome.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.Outcome
             * @static
             * @param {ailee.v1.Outcome.$Properties} message Outcome message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Outcome.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.outputHash != null && $Object.hasOwnProperty.call(message, "outputHash") && message.outputHash.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.outputHash);
                if (message.outputBytes != null && $Object.hasOwnProperty.call(message, "outputBytes") && (typeof message.outputBytes === "object" ? message.outputBytes.low || message.outputBytes.high : message.outputBytes !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.outputBytes);
                if (message.outputInline != null && $Object.hasOwnProperty.call(message, "outputInline") && message.outputInline.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.outputInline);
                if (message.stderr != null && $Object.hasOwnProperty.call(message, "stderr") && message.stderr.length)
                    writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.stderr);
                if (message.detail != null && $Object.hasOwnProperty.call(message, "detail") && message.detail !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.detail);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Outcome message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.Outcome
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.Outcome & ailee.v1.Outcome.$Shape} Outcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Outcome.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.Outcome();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.outputHash = value;
                            else
                                delete message.outputHash;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.outputBytes = value;
                            else
                                delete message.outputBytes;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.outputInline = value;
                            else
                                delete message.outputInline;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.stderr = value;
                            else
                                delete message.stderr;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.detail = value;
                            else
                                delete message.detail;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Outcome;
        })();

        v1.TaskOffer = (function() {

            /**
             * Properties of a TaskOffer.
             * @typedef {Object} ailee.v1.TaskOffer.$Properties
             * @property {Uint8Array|null} [taskId] TaskOffer taskId
             * @property {number|null} [attempt] TaskOffer attempt
             * @property {Uint8Array|null} [moduleHash] TaskOffer moduleHash
             * @property {number|Long|null} [moduleBytes] TaskOffer moduleBytes
             * @property {number|Long|null} [inputBytes] TaskOffer inputBytes
             * @property {ailee.v1.Limits.$Properties|null} [limits] TaskOffer limits
             * @property {ailee.v1.Requirements.$Properties|null} [requirements] TaskOffer requirements
             * @property {number|Long|null} [maxCost] TaskOffer maxCost
             * @property {number|Long|null} [closesAtMs] TaskOffer closesAtMs
             * @property {boolean|null} [sealed] TaskOffer sealed
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TaskOffer.
             * @memberof ailee.v1
             * @interface ITaskOffer
             * @augments ailee.v1.TaskOffer.$Properties
             * @deprecated Use ailee.v1.TaskOffer.$Properties instead.
             */

            /**
             * Shape of a TaskOffer.
             * @typedef {ailee.v1.TaskOffer.$Properties} ailee.v1.TaskOffer.$Shape
             */

            /**
             * Constructs a new TaskOffer.
             * @memberof ailee.v1
             * @classdesc Represents a TaskOffer.
             * @constructor
             * @param {ailee.v1.TaskOffer.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TaskOffer = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TaskOffer taskId.
             * @member {Uint8Array} taskId
             * @memberof ailee.v1.TaskOffer
             * @instance
             */
            TaskOffer.prototype.taskId = $util.newBuffer([]);

            /**
             * TaskOffer attempt.
             * @member {number} attempt
             * @memberof ailee.v1.TaskOffer
             * @instance
             */
            TaskOffer.prototype.attempt = 0;

            /**
             * TaskOffer moduleHash.
             * @member {Uint8Array} moduleHash
             * @memberof ailee.v1.TaskOffer
             * @instance
             */
            TaskOffer.prototype.moduleHash = $util.newBuffer([]);

            /**
             * TaskOffer moduleBytes.
             * @member {number|Long} moduleBytes
             * @memberof ailee.v1.TaskOffer
             * @instance
             */
            TaskOffer.prototype.moduleBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * TaskOffer inputBytes.
             * @member {number|Long} inputBytes
             * @memberof ailee.v1.TaskOffer
             * @instance
             */
            TaskOffer.prototype.inputBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * TaskOffer limits.
             * @member {ailee.v1.Limits.$Properties|null|undefined} limits
             * @memberof ailee.v1.TaskOffer
             * @instance
             */
            TaskOffer.prototype.limits = null;

            /**
             * TaskOffer requirements.
             * @member {ailee.v1.Requirements.$Properties|null|undefined} requirements
             * @memberof ailee.v1.TaskOffer
             * @instance
             */
            TaskOffer.prototype.requirements = null;

            /**
             * TaskOffer maxCost.
             * @member {number|Long} maxCost
             * @memberof ailee.v1.TaskOffer
             * @instance
             */
            TaskOffer.prototype.maxCost = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * TaskOffer closesAtMs.
             * @member {number|Long} closesAtMs
             * @memberof ailee.v1.TaskOffer
             * @instance
             */
            TaskOffer.prototype.closesAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * TaskOffer sealed.
             * @member {boolean} sealed
             * @memberof ailee.v1.TaskOffer
             * @instance
             */
            TaskOffer.prototype.sealed = false;

            /**
             * Encodes the specified TaskOffer message. Does not implicitly {@link ailee.v1.TaskOffer.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.TaskOffer
             * @static
             * @param {ailee.v1.TaskOffer.$Properties} message TaskOffer message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TaskOffer.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.taskId != null && $Object.hasOwnProperty.call(message, "taskId") && message.taskId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.taskId);
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.attempt);
                if (message.moduleHash != null && $Object.hasOwnProperty.call(message, "moduleHash") && message.moduleHash.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.moduleHash);
                if (message.moduleBytes != null && $Object.hasOwnProperty.call(message, "moduleBytes") && (typeof message.moduleBytes === "object" ? message.moduleBytes.low || message.moduleBytes.high : message.moduleBytes !== 0))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.moduleBytes);
                if (message.inputBytes != null && $Object.hasOwnProperty.call(message, "inputBytes") && (typeof message.inputBytes === "object" ? message.inputBytes.low || message.inputBytes.high : message.inputBytes !== 0))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.inputBytes);
                if (message.limits != null && $Object.hasOwnProperty.call(message, "limits"))
                    $root.ailee.v1.Limits.encode(message.limits, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.requirements != null && $Object.hasOwnProperty.call(message, "requirements"))
                    $root.ailee.v1.Requirements.encode(message.requirements, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.maxCost != null && $Object.hasOwnProperty.call(message, "maxCost") && (typeof message.maxCost === "object" ? message.maxCost.low || message.maxCost.high : message.maxCost !== 0))
                    writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.maxCost);
                if (message.closesAtMs != null && $Object.hasOwnProperty.call(message, "closesAtMs") && (typeof message.closesAtMs === "object" ? message.closesAtMs.low || message.closesAtMs.high : message.closesAtMs !== 0))
                    writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.closesAtMs);
                if (message.sealed != null && $Object.hasOwnProperty.call(message, "sealed") && message.sealed !== false)
                    writer.uint32(/* id 10, wireType 0 =*/80).bool(message.sealed);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TaskOffer message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.TaskOffer
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.TaskOffer & ailee.v1.TaskOffer.$Shape} TaskOffer
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TaskOffer.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.TaskOffer();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.taskId = value;
                            else
                                delete message.taskId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.attempt = value;
                            else
                                delete message.attempt;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.moduleHash = value;
                            else
                                delete message.moduleHash;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.moduleBytes = value;
                            else
                                delete message.moduleBytes;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.inputBytes = value;
                            else
                                delete message.inputBytes;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.limits = $root.ailee.v1.Limits.decode(reader, reader.size(), $undefined, _depth + 1, message.limits);
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.requirements = $root.ailee.v1.Requirements.decode(reader, reader.size(), $undefined, _depth + 1, message.requirements);
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.maxCost = value;
                            else
                                delete message.maxCost;
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.closesAtMs = value;
                            else
                                delete message.closesAtMs;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.sealed = value;
                            else
                                delete message.sealed;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return TaskOffer;
        })();

        v1.Bid = (function() {

            /**
             * Properties of a Bid.
             * @typedef {Object} ailee.v1.Bid.$Properties
             * @property {Uint8Array|null} [taskId] Bid taskId
             * @property {number|null} [attempt] Bid attempt
             * @property {number|Long|null} [cost] Bid cost
             * @property {number|null} [load] Bid load
             * @property {number|null} [slots] Bid slots
             * @property {boolean|null} [moduleCached] Bid moduleCached
             * @property {Uint8Array|null} [series] Bid series
             * @property {Uint8Array|null} [salt] Bid salt
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Bid.
             * @memberof ailee.v1
             * @interface IBid
             * @augments ailee.v1.Bid.$Properties
             * @deprecated Use ailee.v1.Bid.$Properties instead.
             */

            /**
             * Shape of a Bid.
             * @typedef {ailee.v1.Bid.$Properties} ailee.v1.Bid.$Shape
             */

            /**
             * Constructs a new Bid.
             * @memberof ailee.v1
             * @classdesc Represents a Bid.
             * @constructor
             * @param {ailee.v1.Bid.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Bid = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Bid taskId.
             * @member {Uint8Array} taskId
             * @memberof ailee.v1.Bid
             * @instance
             */
            Bid.prototype.taskId = $util.newBuffer([]);

            /**
             * Bid attempt.
             * @member {number} attempt
             * @memberof ailee.v1.Bid
             * @instance
             */
            Bid.prototype.attempt = 0;

            /**
             * Bid cost.
             * @member {number|Long} cost
             * @memberof ailee.v1.Bid
             * @instance
             */
            Bid.prototype.cost = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Bid load.
             * @member {number} load
             * @memberof ailee.v1.Bid
             * @instance
             */
            Bid.prototype.load = 0;

            /**
             * Bid slots.
             * @member {number} slots
             * @memberof ailee.v1.Bid
             * @instance
             */
            Bid.prototype.slots = 0;

            /**
             * Bid moduleCached.
             * @member {boolean} moduleCached
             * @memberof ailee.v1.Bid
             * @instance
             */
            Bid.prototype.moduleCached = false;

            /**
             * Bid series.
             * @member {Uint8Array} series
             * @memberof ailee.v1.Bid
             * @instance
             */
            Bid.prototype.series = $util.newBuffer([]);

            /**
             * Bid salt.
             * @member {Uint8Array} salt
             * @memberof ailee.v1.Bid
             * @instance
             */
            Bid.prototype.salt = $util.newBuffer([]);

            /**
             * Encodes the specified Bid message. Does not implicitly {@link ailee.v1.Bid.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.Bid
             * @static
             * @param {ailee.v1.Bid.$Properties} message Bid message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Bid.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.taskId != null && $Object.hasOwnProperty.call(message, "taskId") && message.taskId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.taskId);
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.attempt);
                if (message.cost != null && $Object.hasOwnProperty.call(message, "cost") && (typeof message.cost === "object" ? message.cost.low || message.cost.high : message.cost !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.cost);
                if (message.load != null && $Object.hasOwnProperty.call(message, "load") && message.load !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.load);
                if (message.slots != null && $Object.hasOwnProperty.call(message, "slots") && message.slots !== 0)
                    writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.slots);
                if (message.moduleCached != null && $Object.hasOwnProperty.call(message, "moduleCached") && message.moduleCached !== false)
                    writer.uint32(/* id 6, wireType 0 =*/48).bool(message.moduleCached);
                if (message.series != null && $Object.hasOwnProperty.call(message, "series") && message.series.length)
                    writer.uint32(/* id 7, wireType 2 =*/58).bytes(message.series);
                if (message.salt != null && $Object.hasOwnProperty.call(message, "salt") && message.salt.length)
                    writer.uint32(/* id 8, wireType 2 =*/66).bytes(message.salt);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Bid message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.Bid
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.Bid & ailee.v1.Bid.$Shape} Bid
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Bid.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.Bid();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.taskId = value;
                            else
                                delete message.taskId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.attempt = value;
                            else
                                delete message.attempt;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.cost = value;
                            else
                                delete message.cost;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.load = value;
                            else
                                delete message.load;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.slots = value;
                            else
                                delete message.slots;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.moduleCached = value;
                            else
                                delete message.moduleCached;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.series = value;
                            else
                                delete message.series;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.salt = value;
                            else
                                delete message.salt;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Bid;
        })();

        v1.Decline = (function() {

            /**
             * Properties of a Decline.
             * @typedef {Object} ailee.v1.Decline.$Properties
             * @property {Uint8Array|null} [taskId] Decline taskId
             * @property {number|null} [attempt] Decline attempt
             * @property {string|null} [code] Decline code
             * @property {string|null} [message] Decline message
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Decline.
             * @memberof ailee.v1
             * @interface IDecline
             * @augments ailee.v1.Decline.$Properties
             * @deprecated Use ailee.v1.Decline.$Properties instead.
             */

            /**
             * Shape of a Decline.
             * @typedef {ailee.v1.Decline.$Properties} ailee.v1.Decline.$Shape
             */

            /**
             * Constructs a new Decline.
             * @memberof ailee.v1
             * @classdesc Represents a Decline.
             * @constructor
             * @param {ailee.v1.Decline.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Decline = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Decline taskId.
             * @member {Uint8Array} taskId
             * @memberof ailee.v1.Decline
             * @instance
             */
            Decline.prototype.taskId = $util.newBuffer([]);

            /**
             * Decline attempt.
             * @member {number} attempt
             * @memberof ailee.v1.Decline
             * @instance
             */
            Decline.prototype.attempt = 0;

            /**
             * Decline code.
             * @member {string} code
             * @memberof ailee.v1.Decline
             * @instance
             */
            Decline.prototype.code = "";

            /**
             * Decline message.
             * @member {string} message
             * @memberof ailee.v1.Decline
             * @instance
             */
            Decline.prototype.message = "";

            /**
             * Encodes the specified Decline message. Does not implicitly {@link ailee.v1.Decline.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.Decline
             * @static
             * @param {ailee.v1.Decline.$Properties} message Decline message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Decline.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.taskId != null && $Object.hasOwnProperty.call(message, "taskId") && message.taskId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.taskId);
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.attempt);
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.code);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.message);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Decline message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.Decline
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.Decline & ailee.v1.Decline.$Shape} Decline
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Decline.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.Decline();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.taskId = value;
                            else
                                delete message.taskId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.attempt = value;
                            else
                                delete message.attempt;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.message = value;
                            else
                                delete message.message;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Decline;
        })();

        v1.AssignTask = (function() {

            /**
             * Properties of an AssignTask.
             * @typedef {Object} ailee.v1.AssignTask.$Properties
             * @property {Uint8Array|null} [taskId] AssignTask taskId
             * @property {number|null} [attempt] AssignTask attempt
             * @property {number|Long|null} [leaseId] AssignTask leaseId
             * @property {number|null} [leaseMs] AssignTask leaseMs
             * @property {ailee.v1.TaskSpec.$Properties|null} [spec] AssignTask spec
             * @property {Uint8Array|null} [nonce] AssignTask nonce
             * @property {number|Long|null} [cost] AssignTask cost
             * @property {boolean|null} [commitFirst] AssignTask commitFirst
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an AssignTask.
             * @memberof ailee.v1
             * @interface IAssignTask
             * @augments ailee.v1.AssignTask.$Properties
             * @deprecated Use ailee.v1.AssignTask.$Properties instead.
             */

            /**
             * Shape of an AssignTask.
             * @typedef {ailee.v1.AssignTask.$Properties} ailee.v1.AssignTask.$Shape
             */

            /**
             * Constructs a new AssignTask.
             * @memberof ailee.v1
             * @classdesc Represents an AssignTask.
             * @constructor
             * @param {ailee.v1.AssignTask.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const AssignTask = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * AssignTask taskId.
             * @member {Uint8Array} taskId
             * @memberof ailee.v1.AssignTask
             * @instance
             */
            AssignTask.prototype.taskId = $util.newBuffer([]);

            /**
             * AssignTask attempt.
             * @member {number} attempt
             * @memberof ailee.v1.AssignTask
             * @instance
             */
            AssignTask.prototype.attempt = 0;

            /**
             * AssignTask leaseId.
             * @member {number|Long} leaseId
             * @memberof ailee.v1.AssignTask
             * @instance
             */
            AssignTask.prototype.leaseId = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * AssignTask leaseMs.
             * @member {number} leaseMs
             * @memberof ailee.v1.AssignTask
             * @instance
             */
            AssignTask.prototype.leaseMs = 0;

            /**
             * AssignTask spec.
             * @member {ailee.v1.TaskSpec.$Properties|null|undefined} spec
             * @memberof ailee.v1.AssignTask
             * @instance
             */
            AssignTask.prototype.spec = null;

            /**
             * AssignTask nonce.
             * @member {Uint8Array} nonce
             * @memberof ailee.v1.AssignTask
             * @instance
             */
            AssignTask.prototype.nonce = $util.newBuffer([]);

            /**
             * AssignTask cost.
             * @member {number|Long} cost
             * @memberof ailee.v1.AssignTask
             * @instance
             */
            AssignTask.prototype.cost = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * AssignTask commitFirst.
             * @member {boolean} commitFirst
             * @memberof ailee.v1.AssignTask
             * @instance
             */
            AssignTask.prototype.commitFirst = false;

            /**
             * Encodes the specified AssignTask message. Does not implicitly {@link ailee.v1.AssignTask.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.AssignTask
             * @static
             * @param {ailee.v1.AssignTask.$Properties} message AssignTask message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            AssignTask.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.taskId != null && $Object.hasOwnProperty.call(message, "taskId") && message.taskId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.taskId);
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.attempt);
                if (message.leaseId != null && $Object.hasOwnProperty.call(message, "leaseId") && (typeof message.leaseId === "object" ? message.leaseId.low || message.leaseId.high : message.leaseId !== 0))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.leaseId);
                if (message.leaseMs != null && $Object.hasOwnProperty.call(message, "leaseMs") && message.leaseMs !== 0)
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.leaseMs);
                if (message.spec != null && $Object.hasOwnProperty.call(message, "spec"))
                    $root.ailee.v1.TaskSpec.encode(message.spec, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce") && message.nonce.length)
                    writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.nonce);
                if (message.cost != null && $Object.hasOwnProperty.call(message, "cost") && (typeof message.cost === "object" ? message.cost.low || message.cost.high : message.cost !== 0))
                    writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.cost);
                if (message.commitFirst != null && $Object.hasOwnProperty.call(message, "commitFirst") && message.commitFirst !== false)
                    writer.uint32(/* id 8, wireType 0 =*/64).bool(message.commitFirst);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an AssignTask message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.AssignTask
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.AssignTask & ailee.v1.AssignTask.$Shape} AssignTask
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            AssignTask.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.AssignTask();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.taskId = value;
                            else
                                delete message.taskId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.attempt = value;
                            else
                                delete message.attempt;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.leaseId = value;
                            else
                                delete message.leaseId;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.leaseMs = value;
                            else
                                delete message.leaseMs;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.spec = $root.ailee.v1.TaskSpec.decode(reader, reader.size(), $undefined, _depth + 1, message.spec);
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.nonce = value;
                            else
                                delete message.nonce;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.cost = value;
                            else
                                delete message.cost;
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.commitFirst = value;
                            else
                                delete message.commitFirst;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return AssignTask;
        })();

        v1.AssignAck = (function() {

            /**
             * Properties of an AssignAck.
             * @typedef {Object} ailee.v1.AssignAck.$Properties
             * @property {Uint8Array|null} [taskId] AssignAck taskId
             * @property {number|Long|null} [leaseId] AssignAck leaseId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an AssignAck.
             * @memberof ailee.v1
             * @interface IAssignAck
             * @augments ailee.v1.AssignAck.$Properties
             * @deprecated Use ailee.v1.AssignAck.$Properties instead.
             */

            /**
             * Shape of an AssignAck.
             * @typedef {ailee.v1.AssignAck.$Properties} ailee.v1.AssignAck.$Shape
             */

            /**
             * Constructs a new AssignAck.
             * @memberof ailee.v1
             * @classdesc Represents an AssignAck.
             * @constructor
             * @param {ailee.v1.AssignAck.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const AssignAck = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * AssignAck taskId.
             * @member {Uint8Array} taskId
             * @memberof ailee.v1.AssignAck
             * @instance
             */
            AssignAck.prototype.taskId = $util.newBuffer([]);

            /**
             * AssignAck leaseId.
             * @member {number|Long} leaseId
             * @memberof ailee.v1.AssignAck
             * @instance
             */
            AssignAck.prototype.leaseId = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified AssignAck message. Does not implicitly {@link ailee.v1.AssignAck.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.AssignAck
             * @static
             * @param {ailee.v1.AssignAck.$Properties} message AssignAck message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            AssignAck.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.taskId != null && $Object.hasOwnProperty.call(message, "taskId") && message.taskId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.taskId);
                if (message.leaseId != null && $Object.hasOwnProperty.call(message, "leaseId") && (typeof message.leaseId === "object" ? message.leaseId.low || message.leaseId.high : message.leaseId !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.leaseId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an AssignAck message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.AssignAck
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.AssignAck & ailee.v1.AssignAck.$Shape} AssignAck
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            AssignAck.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.AssignAck();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.taskId = value;
                            else
                                delete message.taskId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.leaseId = value;
                            else
                                delete message.leaseId;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return AssignAck;
        })();

        v1.Heartbeat = (function() {

            /**
             * Properties of a Heartbeat.
             * @typedef {Object} ailee.v1.Heartbeat.$Properties
             * @property {Array.<number|Long>|null} [leaseIds] Heartbeat leaseIds
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Heartbeat.
             * @memberof ailee.v1
             * @interface IHeartbeat
             * @augments ailee.v1.Heartbeat.$Properties
             * @deprecated Use ailee.v1.Heartbeat.$Properties instead.
             */

            /**
             * Shape of a Heartbeat.
             * @typedef {ailee.v1.Heartbeat.$Properties} ailee.v1.Heartbeat.$Shape
             */

            /**
             * Constructs a new Heartbeat.
             * @memberof ailee.v1
             * @classdesc Represents a Heartbeat.
             * @constructor
             * @param {ailee.v1.Heartbeat.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Heartbeat = function (properties) {
                this.leaseIds = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Heartbeat leaseIds.
             * @member {Array.<number|Long>} leaseIds
             * @memberof ailee.v1.Heartbeat
             * @instance
             */
            Heartbeat.prototype.leaseIds = $util.emptyArray;

            /**
             * Encodes the specified Heartbeat message. Does not implicitly {@link ailee.v1.Heartbeat.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.Heartbeat
             * @static
             * @param {ailee.v1.Heartbeat.$Properties} message Heartbeat message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Heartbeat.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.leaseIds != null && message.leaseIds.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).uint64s(message.leaseIds);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Heartbeat message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.Heartbeat
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.Heartbeat & ailee.v1.Heartbeat.$Shape} Heartbeat
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Heartbeat.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.Heartbeat();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType === 2) {
                                if (!(message.leaseIds && message.leaseIds.length))
                                    message.leaseIds = [];
                                reader.uint64s(message.leaseIds);
                                continue;
                            }
                            if (wireType !== 0)
                                break;
                            if (!(message.leaseIds && message.leaseIds.length))
                                message.leaseIds = [];
                            message.leaseIds.push(reader.uint64());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Heartbeat;
        })();

        v1.Result = (function() {

            /**
             * Properties of a Result.
             * @typedef {Object} ailee.v1.Result.$Properties
             * @property {Uint8Array|null} [taskId] Result taskId
             * @property {number|Long|null} [leaseId] Result leaseId
             * @property {ailee.v1.Receipt.$Properties|null} [receipt] Result receipt
             * @property {ailee.v1.Outcome.$Properties|null} [outcome] Result outcome
             * @property {Uint8Array|null} [salt] Result salt
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Result.
             * @memberof ailee.v1
             * @interface IResult
             * @augments ailee.v1.Result.$Properties
             * @deprecated Use ailee.v1.Result.$Properties instead.
             */

            /**
             * Shape of a Result.
             * @typedef {ailee.v1.Result.$Properties} ailee.v1.Result.$Shape
             */

            /**
             * Constructs a new Result.
             * @memberof ailee.v1
             * @classdesc Represents a Result.
             * @constructor
             * @param {ailee.v1.Result.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Result = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Result taskId.
             * @member {Uint8Array} taskId
             * @memberof ailee.v1.Result
             * @instance
             */
            Result.prototype.taskId = $util.newBuffer([]);

            /**
             * Result leaseId.
             * @member {number|Long} leaseId
             * @memberof ailee.v1.Result
             * @instance
             */
            Result.prototype.leaseId = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Result receipt.
             * @member {ailee.v1.Receipt.$Properties|null|undefined} receipt
             * @memberof ailee.v1.Result
             * @instance
             */
            Result.prototype.receipt = null;

            /**
             * Result outcome.
             * @member {ailee.v1.Outcome.$Properties|null|undefined} outcome
             * @memberof ailee.v1.Result
             * @instance
             */
            Result.prototype.outcome = null;

            /**
             * Result salt.
             * @member {Uint8Array} salt
             * @memberof ailee.v1.Result
             * @instance
             */
            Result.prototype.salt = $util.newBuffer([]);

            /**
             * Encodes the specified Result message. Does not implicitly {@link ailee.v1.Result.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.Result
             * @static
             * @param {ailee.v1.Result.$Properties} message Result message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Result.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.taskId != null && $Object.hasOwnProperty.call(message, "taskId") && message.taskId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.taskId);
                if (message.leaseId != null && $Object.hasOwnProperty.call(message, "leaseId") && (typeof message.leaseId === "object" ? message.leaseId.low || message.leaseId.high : message.leaseId !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.leaseId);
                if (message.receipt != null && $Object.hasOwnProperty.call(message, "receipt"))
                    $root.ailee.v1.Receipt.encode(message.receipt, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome"))
                    $root.ailee.v1.Outcome.encode(message.outcome, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.salt != null && $Object.hasOwnProperty.call(message, "salt") && message.salt.length)
                    writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.salt);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Result message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.Result
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.Result & ailee.v1.Result.$Shape} Result
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Result.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.Result();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.taskId = value;
                            else
                                delete message.taskId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.leaseId = value;
                            else
                                delete message.leaseId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.receipt = $root.ailee.v1.Receipt.decode(reader, reader.size(), $undefined, _depth + 1, message.receipt);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.outcome = $root.ailee.v1.Outcome.decode(reader, reader.size(), $undefined, _depth + 1, message.outcome);
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.salt = value;
                            else
                                delete message.salt;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return Result;
        })();

        v1.ResultCommitment = (function() {

            /**
             * Properties of a ResultCommitment.
             * @typedef {Object} ailee.v1.ResultCommitment.$Properties
             * @property {Uint8Array|null} [taskId] ResultCommitment taskId
             * @property {number|Long|null} [leaseId] ResultCommitment leaseId
             * @property {Uint8Array|null} [commitment] ResultCommitment commitment
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ResultCommitment.
             * @memberof ailee.v1
             * @interface IResultCommitment
             * @augments ailee.v1.ResultCommitment.$Properties
             * @deprecated Use ailee.v1.ResultCommitment.$Properties instead.
             */

            /**
             * Shape of a ResultCommitment.
             * @typedef {ailee.v1.ResultCommitment.$Properties} ailee.v1.ResultCommitment.$Shape
             */

            /**
             * Constructs a new ResultCommitment.
             * @memberof ailee.v1
             * @classdesc Represents a ResultCommitment.
             * @constructor
             * @param {ailee.v1.ResultCommitment.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ResultCommitment = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ResultCommitment taskId.
             * @member {Uint8Array} taskId
             * @memberof ailee.v1.ResultCommitment
             * @instance
             */
            ResultCommitment.prototype.taskId = $util.newBuffer([]);

            /**
             * ResultCommitment leaseId.
             * @member {number|Long} leaseId
             * @memberof ailee.v1.ResultCommitment
             * @instance
             */
            ResultCommitment.prototype.leaseId = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * ResultCommitment commitment.
             * @member {Uint8Array} commitment
             * @memberof ailee.v1.ResultCommitment
             * @instance
             */
            ResultCommitment.prototype.commitment = $util.newBuffer([]);

            /**
             * Encodes the specified ResultCommitment message. Does not implicitly {@link ailee.v1.ResultCommitment.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.ResultCommitment
             * @static
             * @param {ailee.v1.ResultCommitment.$Properties} message ResultCommitment message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ResultCommitment.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.taskId != null && $Object.hasOwnProperty.call(message, "taskId") && message.taskId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.taskId);
                if (message.leaseId != null && $Object.hasOwnProperty.call(message, "leaseId") && (typeof message.leaseId === "object" ? message.leaseId.low || message.leaseId.high : message.leaseId !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.leaseId);
                if (message.commitment != null && $Object.hasOwnProperty.call(message, "commitment") && message.commitment.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.commitment);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ResultCommitment message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.ResultCommitment
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.ResultCommitment & ailee.v1.ResultCommitment.$Shape} ResultCommitment
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ResultCommitment.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.ResultCommitment();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.taskId = value;
                            else
                                delete message.taskId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.leaseId = value;
                            else
                                delete message.leaseId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.commitment = value;
                            else
                                delete message.commitment;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ResultCommitment;
        })();

        v1.CommitmentAck = (function() {

            /**
             * Properties of a CommitmentAck.
             * @typedef {Object} ailee.v1.CommitmentAck.$Properties
             * @property {number|Long|null} [leaseId] CommitmentAck leaseId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a CommitmentAck.
             * @memberof ailee.v1
             * @interface ICommitmentAck
             * @augments ailee.v1.CommitmentAck.$Properties
             * @deprecated Use ailee.v1.CommitmentAck.$Properties instead.
             */

            /**
             * Shape of a CommitmentAck.
             * @typedef {ailee.v1.CommitmentAck.$Properties} ailee.v1.CommitmentAck.$Shape
             */

            /**
             * Constructs a new CommitmentAck.
             * @memberof ailee.v1
             * @classdesc Represents a CommitmentAck.
             * @constructor
             * @param {ailee.v1.CommitmentAck.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const CommitmentAck = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * CommitmentAck leaseId.
             * @member {number|Long} leaseId
             * @memberof ailee.v1.CommitmentAck
             * @instance
             */
            CommitmentAck.prototype.leaseId = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified CommitmentAck message. Does not implicitly {@link ailee.v1.CommitmentAck.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.CommitmentAck
             * @static
             * @param {ailee.v1.CommitmentAck.$Properties} message CommitmentAck message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            CommitmentAck.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.leaseId != null && $Object.hasOwnProperty.call(message, "leaseId") && (typeof message.leaseId === "object" ? message.leaseId.low || message.leaseId.high : message.leaseId !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.leaseId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a CommitmentAck message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.CommitmentAck
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.CommitmentAck & ailee.v1.CommitmentAck.$Shape} CommitmentAck
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            CommitmentAck.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.CommitmentAck();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.leaseId = value;
                            else
                                delete message.leaseId;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return CommitmentAck;
        })();

        v1.RevealResult = (function() {

            /**
             * Properties of a RevealResult.
             * @typedef {Object} ailee.v1.RevealResult.$Properties
             * @property {number|Long|null} [leaseId] RevealResult leaseId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RevealResult.
             * @memberof ailee.v1
             * @interface IRevealResult
             * @augments ailee.v1.RevealResult.$Properties
             * @deprecated Use ailee.v1.RevealResult.$Properties instead.
             */

            /**
             * Shape of a RevealResult.
             * @typedef {ailee.v1.RevealResult.$Properties} ailee.v1.RevealResult.$Shape
             */

            /**
             * Constructs a new RevealResult.
             * @memberof ailee.v1
             * @classdesc Represents a RevealResult.
             * @constructor
             * @param {ailee.v1.RevealResult.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RevealResult = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RevealResult leaseId.
             * @member {number|Long} leaseId
             * @memberof ailee.v1.RevealResult
             * @instance
             */
            RevealResult.prototype.leaseId = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified RevealResult message. Does not implicitly {@link ailee.v1.RevealResult.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.RevealResult
             * @static
             * @param {ailee.v1.RevealResult.$Properties} message RevealResult message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RevealResult.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.leaseId != null && $Object.hasOwnProperty.call(message, "leaseId") && (typeof message.leaseId === "object" ? message.leaseId.low || message.leaseId.high : message.leaseId !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.leaseId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RevealResult message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.RevealResult
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.RevealResult & ailee.v1.RevealResult.$Shape} RevealResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RevealResult.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.RevealResult();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.leaseId = value;
                            else
                                delete message.leaseId;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RevealResult;
        })();

        v1.AuditTask = (function() {

            /**
             * Properties of an AuditTask.
             * @typedef {Object} ailee.v1.AuditTask.$Properties
             * @property {Uint8Array|null} [taskId] AuditTask taskId
             * @property {number|null} [attempt] AuditTask attempt
             * @property {Uint8Array|null} [nonce] AuditTask nonce
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an AuditTask.
             * @memberof ailee.v1
             * @interface IAuditTask
             * @augments ailee.v1.AuditTask.$Properties
             * @deprecated Use ailee.v1.AuditTask.$Properties instead.
             */

            /**
             * Shape of an AuditTask.
             * @typedef {ailee.v1.AuditTask.$Properties} ailee.v1.AuditTask.$Shape
             */

            /**
             * Constructs a new AuditTask.
             * @memberof ailee.v1
             * @classdesc Represents an AuditTask.
             * @constructor
             * @param {ailee.v1.AuditTask.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const AuditTask = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * AuditTask taskId.
             * @member {Uint8Array} taskId
             * @memberof ailee.v1.AuditTask
             * @instance
             */
            AuditTask.prototype.taskId = $util.newBuffer([]);

            /**
             * AuditTask attempt.
             * @member {number} attempt
             * @memberof ailee.v1.AuditTask
             * @instance
             */
            AuditTask.prototype.attempt = 0;

            /**
             * AuditTask nonce.
             * @member {Uint8Array} nonce
             * @memberof ailee.v1.AuditTask
             * @instance
             */
            AuditTask.prototype.nonce = $util.newBuffer([]);

            /**
             * Encodes the specified AuditTask message. Does not implicitly {@link ailee.v1.AuditTask.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.AuditTask
             * @static
             * @param {ailee.v1.AuditTask.$Properties} message AuditTask message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            AuditTask.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.taskId != null && $Object.hasOwnProperty.call(message, "taskId") && message.taskId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.taskId);
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.attempt);
                if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce") && message.nonce.length)
                    writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.nonce);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an AuditTask message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.AuditTask
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.AuditTask & ailee.v1.AuditTask.$Shape} AuditTask
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            AuditTask.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.AuditTask();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.taskId = value;
                            else
                                delete message.taskId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.attempt = value;
                            else
                                delete message.attempt;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.nonce = value;
                            else
                                delete message.nonce;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return AuditTask;
        })();

        v1.AuditResult = (function() {

            /**
             * Properties of an AuditResult.
             * @typedef {Object} ailee.v1.AuditResult.$Properties
             * @property {Uint8Array|null} [taskId] AuditResult taskId
             * @property {number|null} [attempt] AuditResult attempt
             * @property {ailee.v1.Receipt.$Properties|null} [receipt] AuditResult receipt
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an AuditResult.
             * @memberof ailee.v1
             * @interface IAuditResult
             * @augments ailee.v1.AuditResult.$Properties
             * @deprecated Use ailee.v1.AuditResult.$Properties instead.
             */

            /**
             * Shape of an AuditResult.
             * @typedef {ailee.v1.AuditResult.$Properties} ailee.v1.AuditResult.$Shape
             */

            /**
             * Constructs a new AuditResult.
             * @memberof ailee.v1
             * @classdesc Represents an AuditResult.
             * @constructor
             * @param {ailee.v1.AuditResult.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const AuditResult = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * AuditResult taskId.
             * @member {Uint8Array} taskId
             * @memberof ailee.v1.AuditResult
             * @instance
             */
            AuditResult.prototype.taskId = $util.newBuffer([]);

            /**
             * AuditResult attempt.
             * @member {number} attempt
             * @memberof ailee.v1.AuditResult
             * @instance
             */
            AuditResult.prototype.attempt = 0;

            /**
             * AuditResult receipt.
             * @member {ailee.v1.Receipt.$Properties|null|undefined} receipt
             * @memberof ailee.v1.AuditResult
             * @instance
             */
            AuditResult.prototype.receipt = null;

            /**
             * Encodes the specified AuditResult message. Does not implicitly {@link ailee.v1.AuditResult.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.AuditResult
             * @static
             * @param {ailee.v1.AuditResult.$Properties} message AuditResult message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            AuditResult.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.taskId != null && $Object.hasOwnProperty.call(message, "taskId") && message.taskId.length)
                    writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.taskId);
                if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.attempt);
                if (message.receipt != null && $Object.hasOwnProperty.call(message, "receipt"))
                    $root.ailee.v1.Receipt.encode(message.receipt, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an AuditResult message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.AuditResult
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.AuditResult & ailee.v1.AuditResult.$Shape} AuditResult
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            AuditResult.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.AuditResult();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.bytes()).length)
                                message.taskId = value;
                            else
                                delete message.taskId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.attempt = value;
                            else
                                delete message.attempt;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.receipt = $root.ailee.v1.Receipt.decode(reader, reader.size(), $undefined, _depth + 1, message.receipt);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return AuditResult;
        })();

        v1.ResultAck = (function() {

            /**
             * Properties of a ResultAck.
             * @typedef {Object} ailee.v1.ResultAck.$Properties
             * @property {number|Long|null} [leaseId] ResultAck leaseId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ResultAck.
             * @memberof ailee.v1
             * @interface IResultAck
             * @augments ailee.v1.ResultAck.$Properties
             * @deprecated Use ailee.v1.ResultAck.$Properties instead.
             */

            /**
             * Shape of a ResultAck.
             * @typedef {ailee.v1.ResultAck.$Properties} ailee.v1.ResultAck.$Shape
             */

            /**
             * Constructs a new ResultAck.
             * @memberof ailee.v1
             * @classdesc Represents a ResultAck.
             * @constructor
             * @param {ailee.v1.ResultAck.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ResultAck = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ResultAck leaseId.
             * @member {number|Long} leaseId
             * @memberof ailee.v1.ResultAck
             * @instance
             */
            ResultAck.prototype.leaseId = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * Encodes the specified ResultAck message. Does not implicitly {@link ailee.v1.ResultAck.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.ResultAck
             * @static
             * @param {ailee.v1.ResultAck.$Properties} message ResultAck message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ResultAck.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.leaseId != null && $Object.hasOwnProperty.call(message, "leaseId") && (typeof message.leaseId === "object" ? message.leaseId.low || message.leaseId.high : message.leaseId !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.leaseId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ResultAck message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.ResultAck
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.ResultAck & ailee.v1.ResultAck.$Shape} ResultAck
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ResultAck.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.ResultAck();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.leaseId = value;
                            else
                                delete message.leaseId;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ResultAck;
        })();

        v1.RevokeLease = (function() {

            /**
             * Properties of a RevokeLease.
             * @typedef {Object} ailee.v1.RevokeLease.$Properties
             * @property {number|Long|null} [leaseId] RevokeLease leaseId
             * @property {string|null} [code] RevokeLease code
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a RevokeLease.
             * @memberof ailee.v1
             * @interface IRevokeLease
             * @augments ailee.v1.RevokeLease.$Properties
             * @deprecated Use ailee.v1.RevokeLease.$Properties instead.
             */

            /**
             * Shape of a RevokeLease.
             * @typedef {ailee.v1.RevokeLease.$Properties} ailee.v1.RevokeLease.$Shape
             */

            /**
             * Constructs a new RevokeLease.
             * @memberof ailee.v1
             * @classdesc Represents a RevokeLease.
             * @constructor
             * @param {ailee.v1.RevokeLease.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const RevokeLease = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * RevokeLease leaseId.
             * @member {number|Long} leaseId
             * @memberof ailee.v1.RevokeLease
             * @instance
             */
            RevokeLease.prototype.leaseId = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * RevokeLease code.
             * @member {string} code
             * @memberof ailee.v1.RevokeLease
             * @instance
             */
            RevokeLease.prototype.code = "";

            /**
             * Encodes the specified RevokeLease message. Does not implicitly {@link ailee.v1.RevokeLease.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.RevokeLease
             * @static
             * @param {ailee.v1.RevokeLease.$Properties} message RevokeLease message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            RevokeLease.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.leaseId != null && $Object.hasOwnProperty.call(message, "leaseId") && (typeof message.leaseId === "object" ? message.leaseId.low || message.leaseId.high : message.leaseId !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.leaseId);
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.code);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a RevokeLease message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.RevokeLease
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.RevokeLease & ailee.v1.RevokeLease.$Shape} RevokeLease
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            RevokeLease.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.RevokeLease();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.leaseId = value;
                            else
                                delete message.leaseId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return RevokeLease;
        })();

        v1.ReturnLease = (function() {

            /**
             * Properties of a ReturnLease.
             * @typedef {Object} ailee.v1.ReturnLease.$Properties
             * @property {number|Long|null} [leaseId] ReturnLease leaseId
             * @property {string|null} [code] ReturnLease code
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ReturnLease.
             * @memberof ailee.v1
             * @interface IReturnLease
             * @augments ailee.v1.ReturnLease.$Properties
             * @deprecated Use ailee.v1.ReturnLease.$Properties instead.
             */

            /**
             * Shape of a ReturnLease.
             * @typedef {ailee.v1.ReturnLease.$Properties} ailee.v1.ReturnLease.$Shape
             */

            /**
             * Constructs a new ReturnLease.
             * @memberof ailee.v1
             * @classdesc Represents a ReturnLease.
             * @constructor
             * @param {ailee.v1.ReturnLease.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ReturnLease = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ReturnLease leaseId.
             * @member {number|Long} leaseId
             * @memberof ailee.v1.ReturnLease
             * @instance
             */
            ReturnLease.prototype.leaseId = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * ReturnLease code.
             * @member {string} code
             * @memberof ailee.v1.ReturnLease
             * @instance
             */
            ReturnLease.prototype.code = "";

            /**
             * Encodes the specified ReturnLease message. Does not implicitly {@link ailee.v1.ReturnLease.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.ReturnLease
             * @static
             * @param {ailee.v1.ReturnLease.$Properties} message ReturnLease message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ReturnLease.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.leaseId != null && $Object.hasOwnProperty.call(message, "leaseId") && (typeof message.leaseId === "object" ? message.leaseId.low || message.leaseId.high : message.leaseId !== 0))
                    writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.leaseId);
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.code);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ReturnLease message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.ReturnLease
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.ReturnLease & ailee.v1.ReturnLease.$Shape} ReturnLease
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ReturnLease.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.ReturnLease();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.leaseId = value;
                            else
                                delete message.leaseId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return ReturnLease;
        })();

        v1.WorkerStatus = (function() {

            /**
             * Properties of a WorkerStatus.
             * @typedef {Object} ailee.v1.WorkerStatus.$Properties
             * @property {number|null} [slots] WorkerStatus slots
             * @property {number|Long|null} [memoryBytes] WorkerStatus memoryBytes
             * @property {number|null} [cores] WorkerStatus cores
             * @property {string|null} [region] WorkerStatus region
             * @property {string|null} [deviceClass] WorkerStatus deviceClass
             * @property {string|null} [isolation] WorkerStatus isolation
             * @property {boolean|null} [draining] WorkerStatus draining
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a WorkerStatus.
             * @memberof ailee.v1
             * @interface IWorkerStatus
             * @augments ailee.v1.WorkerStatus.$Properties
             * @deprecated Use ailee.v1.WorkerStatus.$Properties instead.
             */

            /**
             * Shape of a WorkerStatus.
             * @typedef {ailee.v1.WorkerStatus.$Properties} ailee.v1.WorkerStatus.$Shape
             */

            /**
             * Constructs a new WorkerStatus.
             * @memberof ailee.v1
             * @classdesc Represents a WorkerStatus.
             * @constructor
             * @param {ailee.v1.WorkerStatus.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const WorkerStatus = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * WorkerStatus slots.
             * @member {number} slots
             * @memberof ailee.v1.WorkerStatus
             * @instance
             */
            WorkerStatus.prototype.slots = 0;

            /**
             * WorkerStatus memoryBytes.
             * @member {number|Long} memoryBytes
             * @memberof ailee.v1.WorkerStatus
             * @instance
             */
            WorkerStatus.prototype.memoryBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

            /**
             * WorkerStatus cores.
             * @member {number} cores
             * @memberof ailee.v1.WorkerStatus
             * @instance
             */
            WorkerStatus.prototype.cores = 0;

            /**
             * WorkerStatus region.
             * @member {string} region
             * @memberof ailee.v1.WorkerStatus
             * @instance
             */
            WorkerStatus.prototype.region = "";

            /**
             * WorkerStatus deviceClass.
             * @member {string} deviceClass
             * @memberof ailee.v1.WorkerStatus
             * @instance
             */
            WorkerStatus.prototype.deviceClass = "";

            /**
             * WorkerStatus isolation.
             * @member {string} isolation
             * @memberof ailee.v1.WorkerStatus
             * @instance
             */
            WorkerStatus.prototype.isolation = "";

            /**
             * WorkerStatus draining.
             * @member {boolean} draining
             * @memberof ailee.v1.WorkerStatus
             * @instance
             */
            WorkerStatus.prototype.draining = false;

            /**
             * Encodes the specified WorkerStatus message. Does not implicitly {@link ailee.v1.WorkerStatus.verify|verify} messages.
             * @function encode
             * @memberof ailee.v1.WorkerStatus
             * @static
             * @param {ailee.v1.WorkerStatus.$Properties} message WorkerStatus message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            WorkerStatus.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.slots != null && $Object.hasOwnProperty.call(message, "slots") && message.slots !== 0)
                    writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.slots);
                if (message.memoryBytes != null && $Object.hasOwnProperty.call(message, "memoryBytes") && (typeof message.memoryBytes === "object" ? message.memoryBytes.low || message.memoryBytes.high : message.memoryBytes !== 0))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.memoryBytes);
                if (message.cores != null && $Object.hasOwnProperty.call(message, "cores") && message.cores !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.cores);
                if (message.region != null && $Object.hasOwnProperty.call(message, "region") && message.region !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.region);
                if (message.deviceClass != null && $Object.hasOwnProperty.call(message, "deviceClass") && message.deviceClass !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.deviceClass);
                if (message.isolation != null && $Object.hasOwnProperty.call(message, "isolation") && message.isolation !== "")
                    writer.uint32(/* id 6, wireType 2 =*/50).string(message.isolation);
                if (message.draining != null && $Object.hasOwnProperty.call(message, "draining") && message.draining !== false)
                    writer.uint32(/* id 7, wireType 0 =*/56).bool(message.draining);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a WorkerStatus message from the specified reader or buffer.
             * @function decode
             * @memberof ailee.v1.WorkerStatus
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {ailee.v1.WorkerStatus & ailee.v1.WorkerStatus.$Shape} WorkerStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            WorkerStatus.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.ailee.v1.WorkerStatus();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.slots = value;
                            else
                                delete message.slots;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                message.memoryBytes = value;
                            else
                                delete message.memoryBytes;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.uint32())
                                message.cores = value;
                            else
                                delete message.cores;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.region = value;
                            else
                                delete message.region;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.deviceClass = value;
                            else
                                delete message.deviceClass;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.isolation = value;
                            else
                                delete message.isolation;
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.bool())
                                message.draining = value;
                            else
                                delete message.draining;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            return WorkerStatus;
        })();

        return v1;
    })();

    return ailee;
})();

export {
  $root as default
};

/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

// Exported root namespace
const $root = $protobuf.roots["ailee_store_v1"] || ($protobuf.roots["ailee_store_v1"] = {});

export const ailee = $root.ailee = (() => {

    /**
     * Namespace ailee.
     * @exports ailee
     * @namespace
     */
    const ailee = {};

    ailee.store = (function() {

        /**
         * Namespace store.
         * @memberof ailee
         * @namespace
         */
        const store = {};

        store.v1 = (function() {

            /**
             * Namespace v1.
             * @memberof ailee.store
             * @namespace
             */
            const v1 = {};

            v1.TaskRecord = (function() {

                /**
                 * Properties of a TaskRecord.
                 * @typedef {Object} ailee.store.v1.TaskRecord.$Properties
                 * @property {Uint8Array|null} [taskId] TaskRecord taskId
                 * @property {string|null} [client] TaskRecord client
                 * @property {Uint8Array|null} [submitPayload] TaskRecord submitPayload
                 * @property {number|null} [state] TaskRecord state
                 * @property {number|Long|null} [submittedAtMs] TaskRecord submittedAtMs
                 * @property {number|Long|null} [updatedAtMs] TaskRecord updatedAtMs
                 * @property {number|Long|null} [deadlineAtMs] TaskRecord deadlineAtMs
                 * @property {number|null} [attempts] TaskRecord attempts
                 * @property {number|null} [bids] TaskRecord bids
                 * @property {Array.<ailee.store.v1.ExecutionRecord.$Properties>|null} [executions] TaskRecord executions
                 * @property {string|null} [code] TaskRecord code
                 * @property {string|null} [message] TaskRecord message
                 * @property {Array.<ailee.store.v1.RejectionRecord.$Properties>|null} [rejections] TaskRecord rejections
                 * @property {Uint8Array|null} [outcome] TaskRecord outcome
                 * @property {Array.<Uint8Array>|null} [receipts] TaskRecord receipts
                 * @property {number|Long|null} [notBeforeMs] TaskRecord notBeforeMs
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a TaskRecord.
                 * @memberof ailee.store.v1
                 * @interface ITaskRecord
                 * @augments ailee.store.v1.TaskRecord.$Properties
                 * @deprecated Use ailee.store.v1.TaskRecord.$Properties instead.
                 */

                /**
                 * Shape of a TaskRecord.
                 * @typedef {ailee.store.v1.TaskRecord.$Properties} ailee.store.v1.TaskRecord.$Shape
                 */

                /**
                 * Constructs a new TaskRecord.
                 * @memberof ailee.store.v1
                 * @classdesc Represents a TaskRecord.
                 * @constructor
                 * @param {ailee.store.v1.TaskRecord.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const TaskRecord = function (properties) {
                    this.executions = [];
                    this.rejections = [];
                    this.receipts = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * TaskRecord taskId.
                 * @member {Uint8Array} taskId
                 * @memberof ailee.store.v1.TaskRecord
                 * @instance
                 */
                TaskRecord.prototype.taskId = $util.newBuffer([]);

                /**
                 * TaskRecord client.
                 * @member {string} client
                 * @memberof ailee.store.v1.TaskRecord
                 * @instance
                 */
                TaskRecord.prototype.client = "";

                /**
                 * TaskRecord submitPayload.
                 * @member {Uint8Array} submitPayload
                 * @memberof ailee.store.v1.TaskRecord
                 * @instance
                 */
                TaskRecord.prototype.submitPayload = $util.newBuffer([]);

                /**
                 * TaskRecord state.
                 * @member {number} state
                 * @memberof ailee.store.v1.TaskRecord
                 * @instance
                 */
                TaskRecord.prototype.state = 0;

                /**
                 * TaskRecord submittedAtMs.
                 * @member {number|Long} submittedAtMs
                 * @memberof ailee.store.v1.TaskRecord
                 * @instance
                 */
                TaskRecord.prototype.submittedAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * TaskRecord updatedAtMs.
                 * @member {number|Long} updatedAtMs
                 * @memberof ailee.store.v1.TaskRecord
                 * @instance
                 */
                TaskRecord.prototype.updatedAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * TaskRecord deadlineAtMs.
                 * @member {number|Long} deadlineAtMs
                 * @memberof ailee.store.v1.TaskRecord
                 * @instance
                 */
                TaskRecord.prototype.deadlineAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * TaskRecord attempts.
                 * @member {number} attempts
                 * @memberof ailee.store.v1.TaskRecord
                 * @instance
                 */
                TaskRecord.prototype.attempts = 0;

                /**
                 * TaskRecord bids.
                 * @member {number} bids
                 * @memberof ailee.store.v1.TaskRecord
                 * @instance
                 */
                TaskRecord.prototype.bids = 0;

                /**
                 * TaskRecord executions.
                 * @member {Array.<ailee.store.v1.ExecutionRecord.$Properties>} executions
                 * @memberof ailee.store.v1.TaskRecord
                 * @instance
                 */
                TaskRecord.prototype.executions = $util.emptyArray;

                /**
                 * TaskRecord code.
                 * @member {string} code
                 * @memberof ailee.store.v1.TaskRecord
                 * @instance
                 */
                TaskRecord.prototype.code = "";

                /**
                 * TaskRecord message.
                 * @member {string} message
                 * @memberof ailee.store.v1.TaskRecord
                 * @instance
                 */
                TaskRecord.prototype.message = "";

                /**
                 * TaskRecord rejections.
                 * @member {Array.<ailee.store.v1.RejectionRecord.$Properties>} rejections
                 * @memberof ailee.store.v1.TaskRecord
                 * @instance
                 */
                TaskRecord.prototype.rejections = $util.emptyArray;

                /**
                 * TaskRecord outcome.
                 * @member {Uint8Array} outcome
                 * @memberof ailee.store.v1.TaskRecord
                 * @instance
                 */
                TaskRecord.prototype.outcome = $util.newBuffer([]);

                /**
                 * TaskRecord receipts.
                 * @member {Array.<Uint8Array>} receipts
                 * @memberof ailee.store.v1.TaskRecord
                 * @instance
                 */
                TaskRecord.prototype.receipts = $util.emptyArray;

                /**
                 * TaskRecord notBeforeMs.
                 * @member {number|Long} notBeforeMs
                 * @memberof ailee.store.v1.TaskRecord
                 * @instance
                 */
                TaskRecord.prototype.notBeforeMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Encodes the specified TaskRecord message. Does not implicitly {@link ailee.store.v1.TaskRecord.verify|verify} messages.
                 * @function encode
                 * @memberof ailee.store.v1.TaskRecord
                 * @static
                 * @param {ailee.store.v1.TaskRecord.$Properties} message TaskRecord message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                TaskRecord.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.taskId != null && $Object.hasOwnProperty.call(message, "taskId") && message.taskId.length)
                        writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.taskId);
                    if (message.client != null && $Object.hasOwnProperty.call(message, "client") && message.client !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.client);
                    if (message.submitPayload != null && $Object.hasOwnProperty.call(message, "submitPayload") && message.submitPayload.length)
                        writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.submitPayload);
                    if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== 0)
                        writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.state);
                    if (message.submittedAtMs != null && $Object.hasOwnProperty.call(message, "submittedAtMs") && (typeof message.submittedAtMs === "object" ? message.submittedAtMs.low || message.submittedAtMs.high : message.submittedAtMs !== 0))
                        writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.submittedAtMs);
                    if (message.updatedAtMs != null && $Object.hasOwnProperty.call(message, "updatedAtMs") && (typeof message.updatedAtMs === "object" ? message.updatedAtMs.low || message.updatedAtMs.high : message.updatedAtMs !== 0))
                        writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.updatedAtMs);
                    if (message.deadlineAtMs != null && $Object.hasOwnProperty.call(message, "deadlineAtMs") && (typeof message.deadlineAtMs === "object" ? message.deadlineAtMs.low || message.deadlineAtMs.high : message.deadlineAtMs !== 0))
                        writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.deadlineAtMs);
                    if (message.attempts != null && $Object.hasOwnProperty.call(message, "attempts") && message.attempts !== 0)
                        writer.uint32(/* id 8, wireType 0 =*/64).uint32(message.attempts);
                    if (message.bids != null && $Object.hasOwnProperty.call(message, "bids") && message.bids !== 0)
                        writer.uint32(/* id 9, wireType 0 =*/72).uint32(message.bids);
                    if (message.executions != null && message.executions.length)
                        for (let i = 0; i < message.executions.length; ++i)
                            $root.ailee.store.v1.ExecutionRecord.encode(message.executions[i], writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
                    if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                        writer.uint32(/* id 11, wireType 2 =*/90).string(message.code);
                    if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                        writer.uint32(/* id 12, wireType 2 =*/98).string(message.message);
                    if (message.rejections != null && message.rejections.length)
                        for (let i = 0; i < message.rejections.length; ++i)
                            $root.ailee.store.v1.RejectionRecord.encode(message.rejections[i], writer.uint32(/* id 13, wireType 2 =*/106).fork(), _depth + 1).ldelim();
                    if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome") && message.outcome.length)
                        writer.uint32(/* id 14, wireType 2 =*/114).bytes(message.outcome);
                    if (message.receipts != null && message.receipts.length)
                        for (let i = 0; i < message.receipts.length; ++i)
                            writer.uint32(/* id 15, wireType 2 =*/122).bytes(message.receipts[i]);
                    if (message.notBeforeMs != null && $Object.hasOwnProperty.call(message, "notBeforeMs") && (typeof message.notBeforeMs === "object" ? message.notBeforeMs.low || message.notBeforeMs.high : message.notBeforeMs !== 0))
                        writer.uint32(/* id 16, wireType 0 =*/128).uint64(message.notBeforeMs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a TaskRecord message from the specified reader or buffer.
                 * @function decode
                 * @memberof ailee.store.v1.TaskRecord
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ailee.store.v1.TaskRecord & ailee.store.v1.TaskRecord.$Shape} TaskRecord
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                TaskRecord.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ailee.store.v1.TaskRecord();
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
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.client = value;
                                else
                                    delete message.client;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.submitPayload = value;
                                else
                                    delete message.submitPayload;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.state = value;
                                else
                                    delete message.state;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.submittedAtMs = value;
                                else
                                    delete message.submittedAtMs;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.updatedAtMs = value;
                                else
                                    delete message.updatedAtMs;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.deadlineAtMs = value;
                                else
                                    delete message.deadlineAtMs;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.attempts = value;
                                else
                                    delete message.attempts;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.bids = value;
                                else
                                    delete message.bids;
                                continue;
                            }
                        case 10: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.executions && message.executions.length))
                                    message.executions = [];
                                message.executions.push($root.ailee.store.v1.ExecutionRecord.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 11: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.code = value;
                                else
                                    delete message.code;
                                continue;
                            }
                        case 12: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.message = value;
                                else
                                    delete message.message;
                                continue;
                            }
                        case 13: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.rejections && message.rejections.length))
                                    message.rejections = [];
                                message.rejections.push($root.ailee.store.v1.RejectionRecord.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 14: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.outcome = value;
                                else
                                    delete message.outcome;
                                continue;
                            }
                        case 15: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.receipts && message.receipts.length))
                                    message.receipts = [];
                                message.receipts.push(reader.bytes());
                                continue;
                            }
                        case 16: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.notBeforeMs = value;
                                else
                                    delete message.notBeforeMs;
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

                return TaskRecord;
            })();

            v1.ExecutionRecord = (function() {

                /**
                 * Properties of an ExecutionRecord.
                 * @typedef {Object} ailee.store.v1.ExecutionRecord.$Properties
                 * @property {number|null} [attempt] ExecutionRecord attempt
                 * @property {string|null} [worker] ExecutionRecord worker
                 * @property {number|Long|null} [leaseId] ExecutionRecord leaseId
                 * @property {ailee.store.v1.ExecutionState|null} [state] ExecutionRecord state
                 * @property {number|Long|null} [assignedAtMs] ExecutionRecord assignedAtMs
                 * @property {number|Long|null} [endedAtMs] ExecutionRecord endedAtMs
                 * @property {number|Long|null} [cost] ExecutionRecord cost
                 * @property {Uint8Array|null} [nonce] ExecutionRecord nonce
                 * @property {Uint8Array|null} [result] ExecutionRecord result
                 * @property {string|null} [code] ExecutionRecord code
                 * @property {string|null} [message] ExecutionRecord message
                 * @property {Uint8Array|null} [commitment] ExecutionRecord commitment
                 * @property {number|Long|null} [committedAtMs] ExecutionRecord committedAtMs
                 * @property {Uint8Array|null} [bidSetRoot] ExecutionRecord bidSetRoot
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an ExecutionRecord.
                 * @memberof ailee.store.v1
                 * @interface IExecutionRecord
                 * @augments ailee.store.v1.ExecutionRecord.$Properties
                 * @deprecated Use ailee.store.v1.ExecutionRecord.$Properties instead.
                 */

                /**
                 * Shape of an ExecutionRecord.
                 * @typedef {ailee.store.v1.ExecutionRecord.$Properties} ailee.store.v1.ExecutionRecord.$Shape
                 */

                /**
                 * Constructs a new ExecutionRecord.
                 * @memberof ailee.store.v1
                 * @classdesc Represents an ExecutionRecord.
                 * @constructor
                 * @param {ailee.store.v1.ExecutionRecord.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ExecutionRecord = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ExecutionRecord attempt.
                 * @member {number} attempt
                 * @memberof ailee.store.v1.ExecutionRecord
                 * @instance
                 */
                ExecutionRecord.prototype.attempt = 0;

                /**
                 * ExecutionRecord worker.
                 * @member {string} worker
                 * @memberof ailee.store.v1.ExecutionRecord
                 * @instance
                 */
                ExecutionRecord.prototype.worker = "";

                /**
                 * ExecutionRecord leaseId.
                 * @member {number|Long} leaseId
                 * @memberof ailee.store.v1.ExecutionRecord
                 * @instance
                 */
                ExecutionRecord.prototype.leaseId = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * ExecutionRecord state.
                 * @member {ailee.store.v1.ExecutionState} state
                 * @memberof ailee.store.v1.ExecutionRecord
                 * @instance
                 */
                ExecutionRecord.prototype.state = 0;

                /**
                 * ExecutionRecord assignedAtMs.
                 * @member {number|Long} assignedAtMs
                 * @memberof ailee.store.v1.ExecutionRecord
                 * @instance
                 */
                ExecutionRecord.prototype.assignedAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * ExecutionRecord endedAtMs.
                 * @member {number|Long} endedAtMs
                 * @memberof ailee.store.v1.ExecutionRecord
                 * @instance
                 */
                ExecutionRecord.prototype.endedAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * ExecutionRecord cost.
                 * @member {number|Long} cost
                 * @memberof ailee.store.v1.ExecutionRecord
                 * @instance
                 */
                ExecutionRecord.prototype.cost = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * ExecutionRecord nonce.
                 * @member {Uint8Array} nonce
                 * @memberof ailee.store.v1.ExecutionRecord
                 * @instance
                 */
                ExecutionRecord.prototype.nonce = $util.newBuffer([]);

                /**
                 * ExecutionRecord result.
                 * @member {Uint8Array} result
                 * @memberof ailee.store.v1.ExecutionRecord
                 * @instance
                 */
                ExecutionRecord.prototype.result = $util.newBuffer([]);

                /**
                 * ExecutionRecord code.
                 * @member {string} code
                 * @memberof ailee.store.v1.ExecutionRecord
                 * @instance
                 */
                ExecutionRecord.prototype.code = "";

                /**
                 * ExecutionRecord message.
                 * @member {string} message
                 * @memberof ailee.store.v1.ExecutionRecord
                 * @instance
                 */
                ExecutionRecord.prototype.message = "";

                /**
                 * ExecutionRecord commitment.
                 * @member {Uint8Array} commitment
                 * @memberof ailee.store.v1.ExecutionRecord
                 * @instance
                 */
                ExecutionRecord.prototype.commitment = $util.newBuffer([]);

                /**
                 * ExecutionRecord committedAtMs.
                 * @member {number|Long} committedAtMs
                 * @memberof ailee.store.v1.ExecutionRecord
                 * @instance
                 */
                ExecutionRecord.prototype.committedAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * ExecutionRecord bidSetRoot.
                 * @member {Uint8Array} bidSetRoot
                 * @memberof ailee.store.v1.ExecutionRecord
                 * @instance
                 */
                ExecutionRecord.prototype.bidSetRoot = $util.newBuffer([]);

                /**
                 * Encodes the specified ExecutionRecord message. Does not implicitly {@link ailee.store.v1.ExecutionRecord.verify|verify} messages.
                 * @function encode
                 * @memberof ailee.store.v1.ExecutionRecord
                 * @static
                 * @param {ailee.store.v1.ExecutionRecord.$Properties} message ExecutionRecord message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ExecutionRecord.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.attempt != null && $Object.hasOwnProperty.call(message, "attempt") && message.attempt !== 0)
                        writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.attempt);
                    if (message.worker != null && $Object.hasOwnProperty.call(message, "worker") && message.worker !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.worker);
                    if (message.leaseId != null && $Object.hasOwnProperty.call(message, "leaseId") && (typeof message.leaseId === "object" ? message.leaseId.low || message.leaseId.high : message.leaseId !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.leaseId);
                    if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== 0)
                        writer.uint32(/* id 4, wireType 0 =*/32).int32(message.state);
                    if (message.assignedAtMs != null && $Object.hasOwnProperty.call(message, "assignedAtMs") && (typeof message.assignedAtMs === "object" ? message.assignedAtMs.low || message.assignedAtMs.high : message.assignedAtMs !== 0))
                        writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.assignedAtMs);
                    if (message.endedAtMs != null && $Object.hasOwnProperty.call(message, "endedAtMs") && (typeof message.endedAtMs === "object" ? message.endedAtMs.low || message.endedAtMs.high : message.endedAtMs !== 0))
                        writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.endedAtMs);
                    if (message.cost != null && $Object.hasOwnProperty.call(message, "cost") && (typeof message.cost === "object" ? message.cost.low || message.cost.high : message.cost !== 0))
                        writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.cost);
                    if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce") && message.nonce.length)
                        writer.uint32(/* id 8, wireType 2 =*/66).bytes(message.nonce);
                    if (message.result != null && $Object.hasOwnProperty.call(message, "result") && message.result.length)
                        writer.uint32(/* id 9, wireType 2 =*/74).bytes(message.result);
                    if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                        writer.uint32(/* id 10, wireType 2 =*/82).string(message.code);
                    if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                        writer.uint32(/* id 11, wireType 2 =*/90).string(message.message);
                    if (message.commitment != null && $Object.hasOwnProperty.call(message, "commitment") && message.commitment.length)
                        writer.uint32(/* id 12, wireType 2 =*/98).bytes(message.commitment);
                    if (message.committedAtMs != null && $Object.hasOwnProperty.call(message, "committedAtMs") && (typeof message.committedAtMs === "object" ? message.committedAtMs.low || message.committedAtMs.high : message.committedAtMs !== 0))
                        writer.uint32(/* id 13, wireType 0 =*/104).uint64(message.committedAtMs);
                    if (message.bidSetRoot != null && $Object.hasOwnProperty.call(message, "bidSetRoot") && message.bidSetRoot.length)
                        writer.uint32(/* id 14, wireType 2 =*/114).bytes(message.bidSetRoot);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an ExecutionRecord message from the specified reader or buffer.
                 * @function decode
                 * @memberof ailee.store.v1.ExecutionRecord
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ailee.store.v1.ExecutionRecord & ailee.store.v1.ExecutionRecord.$Shape} ExecutionRecord
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ExecutionRecord.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ailee.store.v1.ExecutionRecord();
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
                                    message.attempt = value;
                                else
                                    delete message.attempt;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.worker = value;
                                else
                                    delete message.worker;
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
                                if (value = reader.int32())
                                    message.state = value;
                                else
                                    delete message.state;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.assignedAtMs = value;
                                else
                                    delete message.assignedAtMs;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.endedAtMs = value;
                                else
                                    delete message.endedAtMs;
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
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.nonce = value;
                                else
                                    delete message.nonce;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.result = value;
                                else
                                    delete message.result;
                                continue;
                            }
                        case 10: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.code = value;
                                else
                                    delete message.code;
                                continue;
                            }
                        case 11: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.message = value;
                                else
                                    delete message.message;
                                continue;
                            }
                        case 12: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.commitment = value;
                                else
                                    delete message.commitment;
                                continue;
                            }
                        case 13: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.committedAtMs = value;
                                else
                                    delete message.committedAtMs;
                                continue;
                            }
                        case 14: {
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

                return ExecutionRecord;
            })();

            /**
             * ExecutionState enum.
             * @name ailee.store.v1.ExecutionState
             * @enum {number}
             * @property {number} EXECUTION_STATE_UNSPECIFIED=0 EXECUTION_STATE_UNSPECIFIED value
             * @property {number} LEASED=1 LEASED value
             * @property {number} RUNNING=2 RUNNING value
             * @property {number} RETURNED=3 RETURNED value
             * @property {number} LOST=4 LOST value
             * @property {number} REVOKED=5 REVOKED value
             * @property {number} REJECTED=6 REJECTED value
             * @property {number} COMMITTED=7 COMMITTED value
             */
            v1.ExecutionState = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "EXECUTION_STATE_UNSPECIFIED"] = 0;
                values[valuesById[1] = "LEASED"] = 1;
                values[valuesById[2] = "RUNNING"] = 2;
                values[valuesById[3] = "RETURNED"] = 3;
                values[valuesById[4] = "LOST"] = 4;
                values[valuesById[5] = "REVOKED"] = 5;
                values[valuesById[6] = "REJECTED"] = 6;
                values[valuesById[7] = "COMMITTED"] = 7;
                return values;
            })();

            v1.RejectionRecord = (function() {

                /**
                 * Properties of a RejectionRecord.
                 * @typedef {Object} ailee.store.v1.RejectionRecord.$Properties
                 * @property {string|null} [worker] RejectionRecord worker
                 * @property {string|null} [code] RejectionRecord code
                 * @property {string|null} [message] RejectionRecord message
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a RejectionRecord.
                 * @memberof ailee.store.v1
                 * @interface IRejectionRecord
                 * @augments ailee.store.v1.RejectionRecord.$Properties
                 * @deprecated Use ailee.store.v1.RejectionRecord.$Properties instead.
                 */

                /**
                 * Shape of a RejectionRecord.
                 * @typedef {ailee.store.v1.RejectionRecord.$Properties} ailee.store.v1.RejectionRecord.$Shape
                 */

                /**
                 * Constructs a new RejectionRecord.
                 * @memberof ailee.store.v1
                 * @classdesc Represents a RejectionRecord.
                 * @constructor
                 * @param {ailee.store.v1.RejectionRecord.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const RejectionRecord = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * RejectionRecord worker.
                 * @member {string} worker
                 * @memberof ailee.store.v1.RejectionRecord
                 * @instance
                 */
                RejectionRecord.prototype.worker = "";

                /**
                 * RejectionRecord code.
                 * @member {string} code
                 * @memberof ailee.store.v1.RejectionRecord
                 * @instance
                 */
                RejectionRecord.prototype.code = "";

                /**
                 * RejectionRecord message.
                 * @member {string} message
                 * @memberof ailee.store.v1.RejectionRecord
                 * @instance
                 */
                RejectionRecord.prototype.message = "";

                /**
                 * Encodes the specified RejectionRecord message. Does not implicitly {@link ailee.store.v1.RejectionRecord.verify|verify} messages.
                 * @function encode
                 * @memberof ailee.store.v1.RejectionRecord
                 * @static
                 * @param {ailee.store.v1.RejectionRecord.$Properties} message RejectionRecord message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                RejectionRecord.encode = function (message, writer, _depth) {
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
                 * Decodes a RejectionRecord message from the specified reader or buffer.
                 * @function decode
                 * @memberof ailee.store.v1.RejectionRecord
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ailee.store.v1.RejectionRecord & ailee.store.v1.RejectionRecord.$Shape} RejectionRecord
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                RejectionRecord.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ailee.store.v1.RejectionRecord();
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

                return RejectionRecord;
            })();

            v1.NodeRecord = (function() {

                /**
                 * Properties of a NodeRecord.
                 * @typedef {Object} ailee.store.v1.NodeRecord.$Properties
                 * @property {string|null} [nodeId] NodeRecord nodeId
                 * @property {boolean|null} [worker] NodeRecord worker
                 * @property {boolean|null} [coordinator] NodeRecord coordinator
                 * @property {string|null} [agent] NodeRecord agent
                 * @property {Array.<string>|null} [multiaddrs] NodeRecord multiaddrs
                 * @property {number|Long|null} [firstSeenMs] NodeRecord firstSeenMs
                 * @property {number|Long|null} [lastSeenMs] NodeRecord lastSeenMs
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a NodeRecord.
                 * @memberof ailee.store.v1
                 * @interface INodeRecord
                 * @augments ailee.store.v1.NodeRecord.$Properties
                 * @deprecated Use ailee.store.v1.NodeRecord.$Properties instead.
                 */

                /**
                 * Shape of a NodeRecord.
                 * @typedef {ailee.store.v1.NodeRecord.$Properties} ailee.store.v1.NodeRecord.$Shape
                 */

                /**
                 * Constructs a new NodeRecord.
                 * @memberof ailee.store.v1
                 * @classdesc Represents a NodeRecord.
                 * @constructor
                 * @param {ailee.store.v1.NodeRecord.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const NodeRecord = function (properties) {
                    this.multiaddrs = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * NodeRecord nodeId.
                 * @member {string} nodeId
                 * @memberof ailee.store.v1.NodeRecord
                 * @instance
                 */
                NodeRecord.prototype.nodeId = "";

                /**
                 * NodeRecord worker.
                 * @member {boolean} worker
                 * @memberof ailee.store.v1.NodeRecord
                 * @instance
                 */
                NodeRecord.prototype.worker = false;

                /**
                 * NodeRecord coordinator.
                 * @member {boolean} coordinator
                 * @memberof ailee.store.v1.NodeRecord
                 * @instance
                 */
                NodeRecord.prototype.coordinator = false;

                /**
                 * NodeRecord agent.
                 * @member {string} agent
                 * @memberof ailee.store.v1.NodeRecord
                 * @instance
                 */
                NodeRecord.prototype.agent = "";

                /**
                 * NodeRecord multiaddrs.
                 * @member {Array.<string>} multiaddrs
                 * @memberof ailee.store.v1.NodeRecord
                 * @instance
                 */
                NodeRecord.prototype.multiaddrs = $util.emptyArray;

                /**
                 * NodeRecord firstSeenMs.
                 * @member {number|Long} firstSeenMs
                 * @memberof ailee.store.v1.NodeRecord
                 * @instance
                 */
                NodeRecord.prototype.firstSeenMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * NodeRecord lastSeenMs.
                 * @member {number|Long} lastSeenMs
                 * @memberof ailee.store.v1.NodeRecord
                 * @instance
                 */
                NodeRecord.prototype.lastSeenMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Encodes the specified NodeRecord message. Does not implicitly {@link ailee.store.v1.NodeRecord.verify|verify} messages.
                 * @function encode
                 * @memberof ailee.store.v1.NodeRecord
                 * @static
                 * @param {ailee.store.v1.NodeRecord.$Properties} message NodeRecord message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                NodeRecord.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.nodeId != null && $Object.hasOwnProperty.call(message, "nodeId") && message.nodeId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.nodeId);
                    if (message.worker != null && $Object.hasOwnProperty.call(message, "worker") && message.worker !== false)
                        writer.uint32(/* id 2, wireType 0 =*/16).bool(message.worker);
                    if (message.coordinator != null && $Object.hasOwnProperty.call(message, "coordinator") && message.coordinator !== false)
                        writer.uint32(/* id 3, wireType 0 =*/24).bool(message.coordinator);
                    if (message.agent != null && $Object.hasOwnProperty.call(message, "agent") && message.agent !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.agent);
                    if (message.multiaddrs != null && message.multiaddrs.length)
                        for (let i = 0; i < message.multiaddrs.length; ++i)
                            writer.uint32(/* id 5, wireType 2 =*/42).string(message.multiaddrs[i]);
                    if (message.firstSeenMs != null && $Object.hasOwnProperty.call(message, "firstSeenMs") && (typeof message.firstSeenMs === "object" ? message.firstSeenMs.low || message.firstSeenMs.high : message.firstSeenMs !== 0))
                        writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.firstSeenMs);
                    if (message.lastSeenMs != null && $Object.hasOwnProperty.call(message, "lastSeenMs") && (typeof message.lastSeenMs === "object" ? message.lastSeenMs.low || message.lastSeenMs.high : message.lastSeenMs !== 0))
                        writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.lastSeenMs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a NodeRecord message from the specified reader or buffer.
                 * @function decode
                 * @memberof ailee.store.v1.NodeRecord
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ailee.store.v1.NodeRecord & ailee.store.v1.NodeRecord.$Shape} NodeRecord
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                NodeRecord.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ailee.store.v1.NodeRecord();
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
                                    message.nodeId = value;
                                else
                                    delete message.nodeId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.worker = value;
                                else
                                    delete message.worker;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.coordinator = value;
                                else
                                    delete message.coordinator;
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
                                if (!(message.multiaddrs && message.multiaddrs.length))
                                    message.multiaddrs = [];
                                message.multiaddrs.push(reader.stringVerify());
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.firstSeenMs = value;
                                else
                                    delete message.firstSeenMs;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.lastSeenMs = value;
                                else
                                    delete message.lastSeenMs;
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

                return NodeRecord;
            })();

            v1.InstrumentedRecord = (function() {

                /**
                 * Properties of an InstrumentedRecord.
                 * @typedef {Object} ailee.store.v1.InstrumentedRecord.$Properties
                 * @property {Uint8Array|null} [contentHash] InstrumentedRecord contentHash
                 * @property {Uint8Array|null} [content] InstrumentedRecord content
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an InstrumentedRecord.
                 * @memberof ailee.store.v1
                 * @interface IInstrumentedRecord
                 * @augments ailee.store.v1.InstrumentedRecord.$Properties
                 * @deprecated Use ailee.store.v1.InstrumentedRecord.$Properties instead.
                 */

                /**
                 * Shape of an InstrumentedRecord.
                 * @typedef {ailee.store.v1.InstrumentedRecord.$Properties} ailee.store.v1.InstrumentedRecord.$Shape
                 */

                /**
                 * Constructs a new InstrumentedRecord.
                 * @memberof ailee.store.v1
                 * @classdesc Represents an InstrumentedRecord.
                 * @constructor
                 * @param {ailee.store.v1.InstrumentedRecord.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const InstrumentedRecord = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * InstrumentedRecord contentHash.
                 * @member {Uint8Array} contentHash
                 * @memberof ailee.store.v1.InstrumentedRecord
                 * @instance
                 */
                InstrumentedRecord.prototype.contentHash = $util.newBuffer([]);

                /**
                 * InstrumentedRecord content.
                 * @member {Uint8Array} content
                 * @memberof ailee.store.v1.InstrumentedRecord
                 * @instance
                 */
                InstrumentedRecord.prototype.content = $util.newBuffer([]);

                /**
                 * Encodes the specified InstrumentedRecord message. Does not implicitly {@link ailee.store.v1.InstrumentedRecord.verify|verify} messages.
                 * @function encode
                 * @memberof ailee.store.v1.InstrumentedRecord
                 * @static
                 * @param {ailee.store.v1.InstrumentedRecord.$Properties} message InstrumentedRecord message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                InstrumentedRecord.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.contentHash != null && $Object.hasOwnProperty.call(message, "contentHash") && message.contentHash.length)
                        writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.contentHash);
                    if (message.content != null && $Object.hasOwnProperty.call(message, "content") && message.content.length)
                        writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.content);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an InstrumentedRecord message from the specified reader or buffer.
                 * @function decode
                 * @memberof ailee.store.v1.InstrumentedRecord
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ailee.store.v1.InstrumentedRecord & ailee.store.v1.InstrumentedRecord.$Shape} InstrumentedRecord
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                InstrumentedRecord.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ailee.store.v1.InstrumentedRecord();
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
                                    message.contentHash = value;
                                else
                                    delete message.contentHash;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.content = value;
                                else
                                    delete message.content;
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

                return InstrumentedRecord;
            })();

            v1.ReputationRecord = (function() {

                /**
                 * Properties of a ReputationRecord.
                 * @typedef {Object} ailee.store.v1.ReputationRecord.$Properties
                 * @property {string|null} [nodeId] ReputationRecord nodeId
                 * @property {number|null} [score] ReputationRecord score
                 * @property {number|Long|null} [tasks] ReputationRecord tasks
                 * @property {number|Long|null} [successes] ReputationRecord successes
                 * @property {number|Long|null} [failures] ReputationRecord failures
                 * @property {number|Long|null} [disputes] ReputationRecord disputes
                 * @property {number|Long|null} [byzantineActs] ReputationRecord byzantineActs
                 * @property {number|Long|null} [slashedAmount] ReputationRecord slashedAmount
                 * @property {number|Long|null} [streak] ReputationRecord streak
                 * @property {number|Long|null} [updatedAtMs] ReputationRecord updatedAtMs
                 * @property {number|Long|null} [bannedAtMs] ReputationRecord bannedAtMs
                 * @property {number|Long|null} [changes] ReputationRecord changes
                 * @property {string|null} [fault] ReputationRecord fault
                 * @property {string|null} [slashedFor] ReputationRecord slashedFor
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ReputationRecord.
                 * @memberof ailee.store.v1
                 * @interface IReputationRecord
                 * @augments ailee.store.v1.ReputationRecord.$Properties
                 * @deprecated Use ailee.store.v1.ReputationRecord.$Properties instead.
                 */

                /**
                 * Shape of a ReputationRecord.
                 * @typedef {ailee.store.v1.ReputationRecord.$Properties} ailee.store.v1.ReputationRecord.$Shape
                 */

                /**
                 * Constructs a new ReputationRecord.
                 * @memberof ailee.store.v1
                 * @classdesc Represents a ReputationRecord.
                 * @constructor
                 * @param {ailee.store.v1.ReputationRecord.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ReputationRecord = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ReputationRecord nodeId.
                 * @member {string} nodeId
                 * @memberof ailee.store.v1.ReputationRecord
                 * @instance
                 */
                ReputationRecord.prototype.nodeId = "";

                /**
                 * ReputationRecord score.
                 * @member {number} score
                 * @memberof ailee.store.v1.ReputationRecord
                 * @instance
                 */
                ReputationRecord.prototype.score = 0;

                /**
                 * ReputationRecord tasks.
                 * @member {number|Long} tasks
                 * @memberof ailee.store.v1.ReputationRecord
                 * @instance
                 */
                ReputationRecord.prototype.tasks = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * ReputationRecord successes.
                 * @member {number|Long} successes
                 * @memberof ailee.store.v1.ReputationRecord
                 * @instance
                 */
                ReputationRecord.prototype.successes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * ReputationRecord failures.
                 * @member {number|Long} failures
                 * @memberof ailee.store.v1.ReputationRecord
                 * @instance
                 */
                ReputationRecord.prototype.failures = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * ReputationRecord disputes.
                 * @member {number|Long} disputes
                 * @memberof ailee.store.v1.ReputationRecord
                 * @instance
                 */
                ReputationRecord.prototype.disputes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * ReputationRecord byzantineActs.
                 * @member {number|Long} byzantineActs
                 * @memberof ailee.store.v1.ReputationRecord
                 * @instance
                 */
                ReputationRecord.prototype.byzantineActs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * ReputationRecord slashedAmount.
                 * @member {number|Long} slashedAmount
                 * @memberof ailee.store.v1.ReputationRecord
                 * @instance
                 */
                ReputationRecord.prototype.slashedAmount = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * ReputationRecord streak.
                 * @member {number|Long} streak
                 * @memberof ailee.store.v1.ReputationRecord
                 * @instance
                 */
                ReputationRecord.prototype.streak = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * ReputationRecord updatedAtMs.
                 * @member {number|Long} updatedAtMs
                 * @memberof ailee.store.v1.ReputationRecord
                 * @instance
                 */
                ReputationRecord.prototype.updatedAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * ReputationRecord bannedAtMs.
                 * @member {number|Long} bannedAtMs
                 * @memberof ailee.store.v1.ReputationRecord
                 * @instance
                 */
                ReputationRecord.prototype.bannedAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * ReputationRecord changes.
                 * @member {number|Long} changes
                 * @memberof ailee.store.v1.ReputationRecord
                 * @instance
                 */
                ReputationRecord.prototype.changes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * ReputationRecord fault.
                 * @member {string} fault
                 * @memberof ailee.store.v1.ReputationRecord
                 * @instance
                 */
                ReputationRecord.prototype.fault = "";

                /**
                 * ReputationRecord slashedFor.
                 * @member {string} slashedFor
                 * @memberof ailee.store.v1.ReputationRecord
                 * @instance
                 */
                ReputationRecord.prototype.slashedFor = "";

                /**
                 * Encodes the specified ReputationRecord message. Does not implicitly {@link ailee.store.v1.ReputationRecord.verify|verify} messages.
                 * @function encode
                 * @memberof ailee.store.v1.ReputationRecord
                 * @static
                 * @param {ailee.store.v1.ReputationRecord.$Properties} message ReputationRecord message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ReputationRecord.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.nodeId != null && $Object.hasOwnProperty.call(message, "nodeId") && message.nodeId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.nodeId);
                    if (message.score != null && $Object.hasOwnProperty.call(message, "score") && !$Object.is(message.score, 0))
                        writer.uint32(/* id 2, wireType 1 =*/17).double(message.score);
                    if (message.tasks != null && $Object.hasOwnProperty.call(message, "tasks") && (typeof message.tasks === "object" ? message.tasks.low || message.tasks.high : message.tasks !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.tasks);
                    if (message.successes != null && $Object.hasOwnProperty.call(message, "successes") && (typeof message.successes === "object" ? message.successes.low || message.successes.high : message.successes !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.successes);
                    if (message.failures != null && $Object.hasOwnProperty.call(message, "failures") && (typeof message.failures === "object" ? message.failures.low || message.failures.high : message.failures !== 0))
                        writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.failures);
                    if (message.disputes != null && $Object.hasOwnProperty.call(message, "disputes") && (typeof message.disputes === "object" ? message.disputes.low || message.disputes.high : message.disputes !== 0))
                        writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.disputes);
                    if (message.byzantineActs != null && $Object.hasOwnProperty.call(message, "byzantineActs") && (typeof message.byzantineActs === "object" ? message.byzantineActs.low || message.byzantineActs.high : message.byzantineActs !== 0))
                        writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.byzantineActs);
                    if (message.slashedAmount != null && $Object.hasOwnProperty.call(message, "slashedAmount") && (typeof message.slashedAmount === "object" ? message.slashedAmount.low || message.slashedAmount.high : message.slashedAmount !== 0))
                        writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.slashedAmount);
                    if (message.streak != null && $Object.hasOwnProperty.call(message, "streak") && (typeof message.streak === "object" ? message.streak.low || message.streak.high : message.streak !== 0))
                        writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.streak);
                    if (message.updatedAtMs != null && $Object.hasOwnProperty.call(message, "updatedAtMs") && (typeof message.updatedAtMs === "object" ? message.updatedAtMs.low || message.updatedAtMs.high : message.updatedAtMs !== 0))
                        writer.uint32(/* id 10, wireType 0 =*/80).uint64(message.updatedAtMs);
                    if (message.bannedAtMs != null && $Object.hasOwnProperty.call(message, "bannedAtMs") && (typeof message.bannedAtMs === "object" ? message.bannedAtMs.low || message.bannedAtMs.high : message.bannedAtMs !== 0))
                        writer.uint32(/* id 11, wireType 0 =*/88).uint64(message.bannedAtMs);
                    if (message.changes != null && $Object.hasOwnProperty.call(message, "changes") && (typeof message.changes === "object" ? message.changes.low || message.changes.high : message.changes !== 0))
                        writer.uint32(/* id 12, wireType 0 =*/96).uint64(message.changes);
                    if (message.fault != null && $Object.hasOwnProperty.call(message, "fault") && message.fault !== "")
                        writer.uint32(/* id 13, wireType 2 =*/106).string(message.fault);
                    if (message.slashedFor != null && $Object.hasOwnProperty.call(message, "slashedFor") && message.slashedFor !== "")
                        writer.uint32(/* id 14, wireType 2 =*/114).string(message.slashedFor);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ReputationRecord message from the specified reader or buffer.
                 * @function decode
                 * @memberof ailee.store.v1.ReputationRecord
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ailee.store.v1.ReputationRecord & ailee.store.v1.ReputationRecord.$Shape} ReputationRecord
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ReputationRecord.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ailee.store.v1.ReputationRecord();
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
                                    message.nodeId = value;
                                else
                                    delete message.nodeId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 1)
                                    break;
                                if (!$Object.is(value = reader.double(), 0))
                                    message.score = value;
                                else
                                    delete message.score;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.tasks = value;
                                else
                                    delete message.tasks;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.successes = value;
                                else
                                    delete message.successes;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.failures = value;
                                else
                                    delete message.failures;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.disputes = value;
                                else
                                    delete message.disputes;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.byzantineActs = value;
                                else
                                    delete message.byzantineActs;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.slashedAmount = value;
                                else
                                    delete message.slashedAmount;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.streak = value;
                                else
                                    delete message.streak;
                                continue;
                            }
                        case 10: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.updatedAtMs = value;
                                else
                                    delete message.updatedAtMs;
                                continue;
                            }
                        case 11: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.bannedAtMs = value;
                                else
                                    delete message.bannedAtMs;
                                continue;
                            }
                        case 12: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.changes = value;
                                else
                                    delete message.changes;
                                continue;
                            }
                        case 13: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.fault = value;
                                else
                                    delete message.fault;
                                continue;
                            }
                        case 14: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.slashedFor = value;
                                else
                                    delete message.slashedFor;
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

                return ReputationRecord;
            })();

            v1.ReputationChangeRecord = (function() {

                /**
                 * Properties of a ReputationChangeRecord.
                 * @typedef {Object} ailee.store.v1.ReputationChangeRecord.$Properties
                 * @property {string|null} [nodeId] ReputationChangeRecord nodeId
                 * @property {number|Long|null} [number] ReputationChangeRecord number
                 * @property {ailee.store.v1.ReputationChangeKind|null} [kind] ReputationChangeRecord kind
                 * @property {Uint8Array|null} [subject] ReputationChangeRecord subject
                 * @property {string|null} [code] ReputationChangeRecord code
                 * @property {number|null} [scoreBefore] ReputationChangeRecord scoreBefore
                 * @property {number|null} [scoreAfter] ReputationChangeRecord scoreAfter
                 * @property {number|Long|null} [amountUnits] ReputationChangeRecord amountUnits
                 * @property {number|Long|null} [atMs] ReputationChangeRecord atMs
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a ReputationChangeRecord.
                 * @memberof ailee.store.v1
                 * @interface IReputationChangeRecord
                 * @augments ailee.store.v1.ReputationChangeRecord.$Properties
                 * @deprecated Use ailee.store.v1.ReputationChangeRecord.$Properties instead.
                 */

                /**
                 * Shape of a ReputationChangeRecord.
                 * @typedef {ailee.store.v1.ReputationChangeRecord.$Properties} ailee.store.v1.ReputationChangeRecord.$Shape
                 */

                /**
                 * Constructs a new ReputationChangeRecord.
                 * @memberof ailee.store.v1
                 * @classdesc Represents a ReputationChangeRecord.
                 * @constructor
                 * @param {ailee.store.v1.ReputationChangeRecord.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const ReputationChangeRecord = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * ReputationChangeRecord nodeId.
                 * @member {string} nodeId
                 * @memberof ailee.store.v1.ReputationChangeRecord
                 * @instance
                 */
                ReputationChangeRecord.prototype.nodeId = "";

                /**
                 * ReputationChangeRecord number.
                 * @member {number|Long} number
                 * @memberof ailee.store.v1.ReputationChangeRecord
                 * @instance
                 */
                ReputationChangeRecord.prototype.number = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * ReputationChangeRecord kind.
                 * @member {ailee.store.v1.ReputationChangeKind} kind
                 * @memberof ailee.store.v1.ReputationChangeRecord
                 * @instance
                 */
                ReputationChangeRecord.prototype.kind = 0;

                /**
                 * ReputationChangeRecord subject.
                 * @member {Uint8Array} subject
                 * @memberof ailee.store.v1.ReputationChangeRecord
                 * @instance
                 */
                ReputationChangeRecord.prototype.subject = $util.newBuffer([]);

                /**
                 * ReputationChangeRecord code.
                 * @member {string} code
                 * @memberof ailee.store.v1.ReputationChangeRecord
                 * @instance
                 */
                ReputationChangeRecord.prototype.code = "";

                /**
                 * ReputationChangeRecord scoreBefore.
                 * @member {number} scoreBefore
                 * @memberof ailee.store.v1.ReputationChangeRecord
                 * @instance
                 */
                ReputationChangeRecord.prototype.scoreBefore = 0;

                /**
                 * ReputationChangeRecord scoreAfter.
                 * @member {number} scoreAfter
                 * @memberof ailee.store.v1.ReputationChangeRecord
                 * @instance
                 */
                ReputationChangeRecord.prototype.scoreAfter = 0;

                /**
                 * ReputationChangeRecord amountUnits.
                 * @member {number|Long} amountUnits
                 * @memberof ailee.store.v1.ReputationChangeRecord
                 * @instance
                 */
                ReputationChangeRecord.prototype.amountUnits = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * ReputationChangeRecord atMs.
                 * @member {number|Long} atMs
                 * @memberof ailee.store.v1.ReputationChangeRecord
                 * @instance
                 */
                ReputationChangeRecord.prototype.atMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Encodes the specified ReputationChangeRecord message. Does not implicitly {@link ailee.store.v1.ReputationChangeRecord.verify|verify} messages.
                 * @function encode
                 * @memberof ailee.store.v1.ReputationChangeRecord
                 * @static
                 * @param {ailee.store.v1.ReputationChangeRecord.$Properties} message ReputationChangeRecord message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                ReputationChangeRecord.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.nodeId != null && $Object.hasOwnProperty.call(message, "nodeId") && message.nodeId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.nodeId);
                    if (message.number != null && $Object.hasOwnProperty.call(message, "number") && (typeof message.number === "object" ? message.number.low || message.number.high : message.number !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.number);
                    if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).int32(message.kind);
                    if (message.subject != null && $Object.hasOwnProperty.call(message, "subject") && message.subject.length)
                        writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.subject);
                    if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.code);
                    if (message.scoreBefore != null && $Object.hasOwnProperty.call(message, "scoreBefore") && !$Object.is(message.scoreBefore, 0))
                        writer.uint32(/* id 6, wireType 1 =*/49).double(message.scoreBefore);
                    if (message.scoreAfter != null && $Object.hasOwnProperty.call(message, "scoreAfter") && !$Object.is(message.scoreAfter, 0))
                        writer.uint32(/* id 7, wireType 1 =*/57).double(message.scoreAfter);
                    if (message.amountUnits != null && $Object.hasOwnProperty.call(message, "amountUnits") && (typeof message.amountUnits === "object" ? message.amountUnits.low || message.amountUnits.high : message.amountUnits !== 0))
                        writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.amountUnits);
                    if (message.atMs != null && $Object.hasOwnProperty.call(message, "atMs") && (typeof message.atMs === "object" ? message.atMs.low || message.atMs.high : message.atMs !== 0))
                        writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.atMs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a ReputationChangeRecord message from the specified reader or buffer.
                 * @function decode
                 * @memberof ailee.store.v1.ReputationChangeRecord
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ailee.store.v1.ReputationChangeRecord & ailee.store.v1.ReputationChangeRecord.$Shape} ReputationChangeRecord
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                ReputationChangeRecord.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ailee.store.v1.ReputationChangeRecord();
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
                                    message.nodeId = value;
                                else
                                    delete message.nodeId;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.number = value;
                                else
                                    delete message.number;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.kind = value;
                                else
                                    delete message.kind;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.subject = value;
                                else
                                    delete message.subject;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.code = value;
                                else
                                    delete message.code;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 1)
                                    break;
                                if (!$Object.is(value = reader.double(), 0))
                                    message.scoreBefore = value;
                                else
                                    delete message.scoreBefore;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 1)
                                    break;
                                if (!$Object.is(value = reader.double(), 0))
                                    message.scoreAfter = value;
                                else
                                    delete message.scoreAfter;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.amountUnits = value;
                                else
                                    delete message.amountUnits;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.atMs = value;
                                else
                                    delete message.atMs;
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

                return ReputationChangeRecord;
            })();

            /**
             * ReputationChangeKind enum.
             * @name ailee.store.v1.ReputationChangeKind
             * @enum {number}
             * @property {number} REPUTATION_CHANGE_KIND_UNSPECIFIED=0 REPUTATION_CHANGE_KIND_UNSPECIFIED value
             * @property {number} REPUTATION_SUCCEEDED=1 REPUTATION_SUCCEEDED value
             * @property {number} REPUTATION_FAILED=2 REPUTATION_FAILED value
             * @property {number} REPUTATION_DISPUTED=3 REPUTATION_DISPUTED value
             * @property {number} REPUTATION_BYZANTINE=4 REPUTATION_BYZANTINE value
             * @property {number} REPUTATION_BANNED=5 REPUTATION_BANNED value
             * @property {number} REPUTATION_SLASHED=6 REPUTATION_SLASHED value
             */
            v1.ReputationChangeKind = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "REPUTATION_CHANGE_KIND_UNSPECIFIED"] = 0;
                values[valuesById[1] = "REPUTATION_SUCCEEDED"] = 1;
                values[valuesById[2] = "REPUTATION_FAILED"] = 2;
                values[valuesById[3] = "REPUTATION_DISPUTED"] = 3;
                values[valuesById[4] = "REPUTATION_BYZANTINE"] = 4;
                values[valuesById[5] = "REPUTATION_BANNED"] = 5;
                values[valuesById[6] = "REPUTATION_SLASHED"] = 6;
                return values;
            })();

            v1.VerificationRecord = (function() {

                /**
                 * Properties of a VerificationRecord.
                 * @typedef {Object} ailee.store.v1.VerificationRecord.$Properties
                 * @property {Uint8Array|null} [state] VerificationRecord state
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a VerificationRecord.
                 * @memberof ailee.store.v1
                 * @interface IVerificationRecord
                 * @augments ailee.store.v1.VerificationRecord.$Properties
                 * @deprecated Use ailee.store.v1.VerificationRecord.$Properties instead.
                 */

                /**
                 * Shape of a VerificationRecord.
                 * @typedef {ailee.store.v1.VerificationRecord.$Properties} ailee.store.v1.VerificationRecord.$Shape
                 */

                /**
                 * Constructs a new VerificationRecord.
                 * @memberof ailee.store.v1
                 * @classdesc Represents a VerificationRecord.
                 * @constructor
                 * @param {ailee.store.v1.VerificationRecord.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const VerificationRecord = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * VerificationRecord state.
                 * @member {Uint8Array} state
                 * @memberof ailee.store.v1.VerificationRecord
                 * @instance
                 */
                VerificationRecord.prototype.state = $util.newBuffer([]);

                /**
                 * Encodes the specified VerificationRecord message. Does not implicitly {@link ailee.store.v1.VerificationRecord.verify|verify} messages.
                 * @function encode
                 * @memberof ailee.store.v1.VerificationRecord
                 * @static
                 * @param {ailee.store.v1.VerificationRecord.$Properties} message VerificationRecord message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                VerificationRecord.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state.length)
                        writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.state);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a VerificationRecord message from the specified reader or buffer.
                 * @function decode
                 * @memberof ailee.store.v1.VerificationRecord
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ailee.store.v1.VerificationRecord & ailee.store.v1.VerificationRecord.$Shape} VerificationRecord
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                VerificationRecord.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ailee.store.v1.VerificationRecord();
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
                                    message.state = value;
                                else
                                    delete message.state;
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

                return VerificationRecord;
            })();

            v1.LotRecord = (function() {

                /**
                 * Properties of a LotRecord.
                 * @typedef {Object} ailee.store.v1.LotRecord.$Properties
                 * @property {Uint8Array|null} [lot] LotRecord lot
                 * @property {number|Long|null} [closedAtMs] LotRecord closedAtMs
                 * @property {number|null} [targetErrorPpm] LotRecord targetErrorPpm
                 * @property {number|null} [draws] LotRecord draws
                 * @property {number|null} [catches] LotRecord catches
                 * @property {Uint8Array|null} [blobHash] LotRecord blobHash
                 * @property {number|null} [blobBytes] LotRecord blobBytes
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a LotRecord.
                 * @memberof ailee.store.v1
                 * @interface ILotRecord
                 * @augments ailee.store.v1.LotRecord.$Properties
                 * @deprecated Use ailee.store.v1.LotRecord.$Properties instead.
                 */

                /**
                 * Shape of a LotRecord.
                 * @typedef {ailee.store.v1.LotRecord.$Properties} ailee.store.v1.LotRecord.$Shape
                 */

                /**
                 * Constructs a new LotRecord.
                 * @memberof ailee.store.v1
                 * @classdesc Represents a LotRecord.
                 * @constructor
                 * @param {ailee.store.v1.LotRecord.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const LotRecord = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * LotRecord lot.
                 * @member {Uint8Array} lot
                 * @memberof ailee.store.v1.LotRecord
                 * @instance
                 */
                LotRecord.prototype.lot = $util.newBuffer([]);

                /**
                 * LotRecord closedAtMs.
                 * @member {number|Long} closedAtMs
                 * @memberof ailee.store.v1.LotRecord
                 * @instance
                 */
                LotRecord.prototype.closedAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * LotRecord targetErrorPpm.
                 * @member {number} targetErrorPpm
                 * @memberof ailee.store.v1.LotRecord
                 * @instance
                 */
                LotRecord.prototype.targetErrorPpm = 0;

                /**
                 * LotRecord draws.
                 * @member {number} draws
                 * @memberof ailee.store.v1.LotRecord
                 * @instance
                 */
                LotRecord.prototype.draws = 0;

                /**
                 * LotRecord catches.
                 * @member {number} catches
                 * @memberof ailee.store.v1.LotRecord
                 * @instance
                 */
                LotRecord.prototype.catches = 0;

                /**
                 * LotRecord blobHash.
                 * @member {Uint8Array} blobHash
                 * @memberof ailee.store.v1.LotRecord
                 * @instance
                 */
                LotRecord.prototype.blobHash = $util.newBuffer([]);

                /**
                 * LotRecord blobBytes.
                 * @member {number} blobBytes
                 * @memberof ailee.store.v1.LotRecord
                 * @instance
                 */
                LotRecord.prototype.blobBytes = 0;

                /**
                 * Encodes the specified LotRecord message. Does not implicitly {@link ailee.store.v1.LotRecord.verify|verify} messages.
                 * @function encode
                 * @memberof ailee.store.v1.LotRecord
                 * @static
                 * @param {ailee.store.v1.LotRecord.$Properties} message LotRecord message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                LotRecord.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.lot != null && $Object.hasOwnProperty.call(message, "lot") && message.lot.length)
                        writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.lot);
                    if (message.closedAtMs != null && $Object.hasOwnProperty.call(message, "closedAtMs") && (typeof message.closedAtMs === "object" ? message.closedAtMs.low || message.closedAtMs.high : message.closedAtMs !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.closedAtMs);
                    if (message.targetErrorPpm != null && $Object.hasOwnProperty.call(message, "targetErrorPpm") && message.targetErrorPpm !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.targetErrorPpm);
                    if (message.draws != null && $Object.hasOwnProperty.call(message, "draws") && message.draws !== 0)
                        writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.draws);
                    if (message.catches != null && $Object.hasOwnProperty.call(message, "catches") && message.catches !== 0)
                        writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.catches);
                    if (message.blobHash != null && $Object.hasOwnProperty.call(message, "blobHash") && message.blobHash.length)
                        writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.blobHash);
                    if (message.blobBytes != null && $Object.hasOwnProperty.call(message, "blobBytes") && message.blobBytes !== 0)
                        writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.blobBytes);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a LotRecord message from the specified reader or buffer.
                 * @function decode
                 * @memberof ailee.store.v1.LotRecord
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ailee.store.v1.LotRecord & ailee.store.v1.LotRecord.$Shape} LotRecord
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                LotRecord.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ailee.store.v1.LotRecord();
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
                                    message.lot = value;
                                else
                                    delete message.lot;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.closedAtMs = value;
                                else
                                    delete message.closedAtMs;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.targetErrorPpm = value;
                                else
                                    delete message.targetErrorPpm;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.draws = value;
                                else
                                    delete message.draws;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.catches = value;
                                else
                                    delete message.catches;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.blobHash = value;
                                else
                                    delete message.blobHash;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.blobBytes = value;
                                else
                                    delete message.blobBytes;
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

                return LotRecord;
            })();

            v1.BanRecord = (function() {

                /**
                 * Properties of a BanRecord.
                 * @typedef {Object} ailee.store.v1.BanRecord.$Properties
                 * @property {string|null} [nodeId] BanRecord nodeId
                 * @property {string|null} [code] BanRecord code
                 * @property {number|null} [strikes] BanRecord strikes
                 * @property {number|Long|null} [bannedAtMs] BanRecord bannedAtMs
                 * @property {number|Long|null} [untilMs] BanRecord untilMs
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a BanRecord.
                 * @memberof ailee.store.v1
                 * @interface IBanRecord
                 * @augments ailee.store.v1.BanRecord.$Properties
                 * @deprecated Use ailee.store.v1.BanRecord.$Properties instead.
                 */

                /**
                 * Shape of a BanRecord.
                 * @typedef {ailee.store.v1.BanRecord.$Properties} ailee.store.v1.BanRecord.$Shape
                 */

                /**
                 * Constructs a new BanRecord.
                 * @memberof ailee.store.v1
                 * @classdesc Represents a BanRecord.
                 * @constructor
                 * @param {ailee.store.v1.BanRecord.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const BanRecord = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * BanRecord nodeId.
                 * @member {string} nodeId
                 * @memberof ailee.store.v1.BanRecord
                 * @instance
                 */
                BanRecord.prototype.nodeId = "";

                /**
                 * BanRecord code.
                 * @member {string} code
                 * @memberof ailee.store.v1.BanRecord
                 * @instance
                 */
                BanRecord.prototype.code = "";

                /**
                 * BanRecord strikes.
                 * @member {number} strikes
                 * @memberof ailee.store.v1.BanRecord
                 * @instance
                 */
                BanRecord.prototype.strikes = 0;

                /**
                 * BanRecord bannedAtMs.
                 * @member {number|Long} bannedAtMs
                 * @memberof ailee.store.v1.BanRecord
                 * @instance
                 */
                BanRecord.prototype.bannedAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * BanRecord untilMs.
                 * @member {number|Long} untilMs
                 * @memberof ailee.store.v1.BanRecord
                 * @instance
                 */
                BanRecord.prototype.untilMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Encodes the specified BanRecord message. Does not implicitly {@link ailee.store.v1.BanRecord.verify|verify} messages.
                 * @function encode
                 * @memberof ailee.store.v1.BanRecord
                 * @static
                 * @param {ailee.store.v1.BanRecord.$Properties} message BanRecord message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                BanRecord.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.nodeId != null && $Object.hasOwnProperty.call(message, "nodeId") && message.nodeId !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.nodeId);
                    if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.code);
                    if (message.strikes != null && $Object.hasOwnProperty.call(message, "strikes") && message.strikes !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.strikes);
                    if (message.bannedAtMs != null && $Object.hasOwnProperty.call(message, "bannedAtMs") && (typeof message.bannedAtMs === "object" ? message.bannedAtMs.low || message.bannedAtMs.high : message.bannedAtMs !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.bannedAtMs);
                    if (message.untilMs != null && $Object.hasOwnProperty.call(message, "untilMs") && (typeof message.untilMs === "object" ? message.untilMs.low || message.untilMs.high : message.untilMs !== 0))
                        writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.untilMs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a BanRecord message from the specified reader or buffer.
                 * @function decode
                 * @memberof ailee.store.v1.BanRecord
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ailee.store.v1.BanRecord & ailee.store.v1.BanRecord.$Shape} BanRecord
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                BanRecord.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ailee.store.v1.BanRecord();
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
                                    message.nodeId = value;
                                else
                                    delete message.nodeId;
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
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.strikes = value;
                                else
                                    delete message.strikes;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.bannedAtMs = value;
                                else
                                    delete message.bannedAtMs;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.untilMs = value;
                                else
                                    delete message.untilMs;
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

                return BanRecord;
            })();

            v1.LedgerAccountRecord = (function() {

                /**
                 * Properties of a LedgerAccountRecord.
                 * @typedef {Object} ailee.store.v1.LedgerAccountRecord.$Properties
                 * @property {string|null} [account] LedgerAccountRecord account
                 * @property {number|Long|null} [balanceUnits] LedgerAccountRecord balanceUnits
                 * @property {number|Long|null} [stakedUnits] LedgerAccountRecord stakedUnits
                 * @property {number|Long|null} [nonce] LedgerAccountRecord nonce
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a LedgerAccountRecord.
                 * @memberof ailee.store.v1
                 * @interface ILedgerAccountRecord
                 * @augments ailee.store.v1.LedgerAccountRecord.$Properties
                 * @deprecated Use ailee.store.v1.LedgerAccountRecord.$Properties instead.
                 */

                /**
                 * Shape of a LedgerAccountRecord.
                 * @typedef {ailee.store.v1.LedgerAccountRecord.$Properties} ailee.store.v1.LedgerAccountRecord.$Shape
                 */

                /**
                 * Constructs a new LedgerAccountRecord.
                 * @memberof ailee.store.v1
                 * @classdesc Represents a LedgerAccountRecord.
                 * @constructor
                 * @param {ailee.store.v1.LedgerAccountRecord.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const LedgerAccountRecord = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * LedgerAccountRecord account.
                 * @member {string} account
                 * @memberof ailee.store.v1.LedgerAccountRecord
                 * @instance
                 */
                LedgerAccountRecord.prototype.account = "";

                /**
                 * LedgerAccountRecord balanceUnits.
                 * @member {number|Long} balanceUnits
                 * @memberof ailee.store.v1.LedgerAccountRecord
                 * @instance
                 */
                LedgerAccountRecord.prototype.balanceUnits = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * LedgerAccountRecord stakedUnits.
                 * @member {number|Long} stakedUnits
                 * @memberof ailee.store.v1.LedgerAccountRecord
                 * @instance
                 */
                LedgerAccountRecord.prototype.stakedUnits = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * LedgerAccountRecord nonce.
                 * @member {number|Long} nonce
                 * @memberof ailee.store.v1.LedgerAccountRecord
                 * @instance
                 */
                LedgerAccountRecord.prototype.nonce = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Encodes the specified LedgerAccountRecord message. Does not implicitly {@link ailee.store.v1.LedgerAccountRecord.verify|verify} messages.
                 * @function encode
                 * @memberof ailee.store.v1.LedgerAccountRecord
                 * @static
                 * @param {ailee.store.v1.LedgerAccountRecord.$Properties} message LedgerAccountRecord message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                LedgerAccountRecord.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.account != null && $Object.hasOwnProperty.call(message, "account") && message.account !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.account);
                    if (message.balanceUnits != null && $Object.hasOwnProperty.call(message, "balanceUnits") && (typeof message.balanceUnits === "object" ? message.balanceUnits.low || message.balanceUnits.high : message.balanceUnits !== 0))
                        writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.balanceUnits);
                    if (message.stakedUnits != null && $Object.hasOwnProperty.call(message, "stakedUnits") && (typeof message.stakedUnits === "object" ? message.stakedUnits.low || message.stakedUnits.high : message.stakedUnits !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.stakedUnits);
                    if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce") && (typeof message.nonce === "object" ? message.nonce.low || message.nonce.high : message.nonce !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.nonce);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a LedgerAccountRecord message from the specified reader or buffer.
                 * @function decode
                 * @memberof ailee.store.v1.LedgerAccountRecord
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ailee.store.v1.LedgerAccountRecord & ailee.store.v1.LedgerAccountRecord.$Shape} LedgerAccountRecord
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                LedgerAccountRecord.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ailee.store.v1.LedgerAccountRecord();
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
                                    message.account = value;
                                else
                                    delete message.account;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.balanceUnits = value;
                                else
                                    delete message.balanceUnits;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.stakedUnits = value;
                                else
                                    delete message.stakedUnits;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
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

                return LedgerAccountRecord;
            })();

            v1.LedgerEscrowRecord = (function() {

                /**
                 * Properties of a LedgerEscrowRecord.
                 * @typedef {Object} ailee.store.v1.LedgerEscrowRecord.$Properties
                 * @property {Uint8Array|null} [taskId] LedgerEscrowRecord taskId
                 * @property {string|null} [client] LedgerEscrowRecord client
                 * @property {number|Long|null} [fundedUnits] LedgerEscrowRecord fundedUnits
                 * @property {number|Long|null} [paidUnits] LedgerEscrowRecord paidUnits
                 * @property {number|Long|null} [refundedUnits] LedgerEscrowRecord refundedUnits
                 * @property {boolean|null} [open] LedgerEscrowRecord open
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a LedgerEscrowRecord.
                 * @memberof ailee.store.v1
                 * @interface ILedgerEscrowRecord
                 * @augments ailee.store.v1.LedgerEscrowRecord.$Properties
                 * @deprecated Use ailee.store.v1.LedgerEscrowRecord.$Properties instead.
                 */

                /**
                 * Shape of a LedgerEscrowRecord.
                 * @typedef {ailee.store.v1.LedgerEscrowRecord.$Properties} ailee.store.v1.LedgerEscrowRecord.$Shape
                 */

                /**
                 * Constructs a new LedgerEscrowRecord.
                 * @memberof ailee.store.v1
                 * @classdesc Represents a LedgerEscrowRecord.
                 * @constructor
                 * @param {ailee.store.v1.LedgerEscrowRecord.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const LedgerEscrowRecord = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * LedgerEscrowRecord taskId.
                 * @member {Uint8Array} taskId
                 * @memberof ailee.store.v1.LedgerEscrowRecord
                 * @instance
                 */
                LedgerEscrowRecord.prototype.taskId = $util.newBuffer([]);

                /**
                 * LedgerEscrowRecord client.
                 * @member {string} client
                 * @memberof ailee.store.v1.LedgerEscrowRecord
                 * @instance
                 */
                LedgerEscrowRecord.prototype.client = "";

                /**
                 * LedgerEscrowRecord fundedUnits.
                 * @member {number|Long} fundedUnits
                 * @memberof ailee.store.v1.LedgerEscrowRecord
                 * @instance
                 */
                LedgerEscrowRecord.prototype.fundedUnits = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * LedgerEscrowRecord paidUnits.
                 * @member {number|Long} paidUnits
                 * @memberof ailee.store.v1.LedgerEscrowRecord
                 * @instance
                 */
                LedgerEscrowRecord.prototype.paidUnits = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * LedgerEscrowRecord refundedUnits.
                 * @member {number|Long} refundedUnits
                 * @memberof ailee.store.v1.LedgerEscrowRecord
                 * @instance
                 */
                LedgerEscrowRecord.prototype.refundedUnits = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * LedgerEscrowRecord open.
                 * @member {boolean} open
                 * @memberof ailee.store.v1.LedgerEscrowRecord
                 * @instance
                 */
                LedgerEscrowRecord.prototype.open = false;

                /**
                 * Encodes the specified LedgerEscrowRecord message. Does not implicitly {@link ailee.store.v1.LedgerEscrowRecord.verify|verify} messages.
                 * @function encode
                 * @memberof ailee.store.v1.LedgerEscrowRecord
                 * @static
                 * @param {ailee.store.v1.LedgerEscrowRecord.$Properties} message LedgerEscrowRecord message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                LedgerEscrowRecord.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.taskId != null && $Object.hasOwnProperty.call(message, "taskId") && message.taskId.length)
                        writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.taskId);
                    if (message.client != null && $Object.hasOwnProperty.call(message, "client") && message.client !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.client);
                    if (message.fundedUnits != null && $Object.hasOwnProperty.call(message, "fundedUnits") && (typeof message.fundedUnits === "object" ? message.fundedUnits.low || message.fundedUnits.high : message.fundedUnits !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.fundedUnits);
                    if (message.paidUnits != null && $Object.hasOwnProperty.call(message, "paidUnits") && (typeof message.paidUnits === "object" ? message.paidUnits.low || message.paidUnits.high : message.paidUnits !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.paidUnits);
                    if (message.refundedUnits != null && $Object.hasOwnProperty.call(message, "refundedUnits") && (typeof message.refundedUnits === "object" ? message.refundedUnits.low || message.refundedUnits.high : message.refundedUnits !== 0))
                        writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.refundedUnits);
                    if (message.open != null && $Object.hasOwnProperty.call(message, "open") && message.open !== false)
                        writer.uint32(/* id 6, wireType 0 =*/48).bool(message.open);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a LedgerEscrowRecord message from the specified reader or buffer.
                 * @function decode
                 * @memberof ailee.store.v1.LedgerEscrowRecord
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ailee.store.v1.LedgerEscrowRecord & ailee.store.v1.LedgerEscrowRecord.$Shape} LedgerEscrowRecord
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                LedgerEscrowRecord.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ailee.store.v1.LedgerEscrowRecord();
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
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.client = value;
                                else
                                    delete message.client;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.fundedUnits = value;
                                else
                                    delete message.fundedUnits;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.paidUnits = value;
                                else
                                    delete message.paidUnits;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.refundedUnits = value;
                                else
                                    delete message.refundedUnits;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.open = value;
                                else
                                    delete message.open;
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

                return LedgerEscrowRecord;
            })();

            v1.LedgerTotalsRecord = (function() {

                /**
                 * Properties of a LedgerTotalsRecord.
                 * @typedef {Object} ailee.store.v1.LedgerTotalsRecord.$Properties
                 * @property {number|Long|null} [sequence] LedgerTotalsRecord sequence
                 * @property {Uint8Array|null} [mintedUnits] LedgerTotalsRecord mintedUnits
                 * @property {Uint8Array|null} [burnedUnits] LedgerTotalsRecord burnedUnits
                 * @property {number|Long|null} [balancesUnits] LedgerTotalsRecord balancesUnits
                 * @property {Uint8Array|null} [escrowedUnits] LedgerTotalsRecord escrowedUnits
                 * @property {Uint8Array|null} [paidUnits] LedgerTotalsRecord paidUnits
                 * @property {Uint8Array|null} [refundedUnits] LedgerTotalsRecord refundedUnits
                 * @property {Uint8Array|null} [slashedUnits] LedgerTotalsRecord slashedUnits
                 * @property {number|Long|null} [heldUnits] LedgerTotalsRecord heldUnits
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a LedgerTotalsRecord.
                 * @memberof ailee.store.v1
                 * @interface ILedgerTotalsRecord
                 * @augments ailee.store.v1.LedgerTotalsRecord.$Properties
                 * @deprecated Use ailee.store.v1.LedgerTotalsRecord.$Properties instead.
                 */

                /**
                 * Shape of a LedgerTotalsRecord.
                 * @typedef {ailee.store.v1.LedgerTotalsRecord.$Properties} ailee.store.v1.LedgerTotalsRecord.$Shape
                 */

                /**
                 * Constructs a new LedgerTotalsRecord.
                 * @memberof ailee.store.v1
                 * @classdesc Represents a LedgerTotalsRecord.
                 * @constructor
                 * @param {ailee.store.v1.LedgerTotalsRecord.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const LedgerTotalsRecord = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * LedgerTotalsRecord sequence.
                 * @member {number|Long} sequence
                 * @memberof ailee.store.v1.LedgerTotalsRecord
                 * @instance
                 */
                LedgerTotalsRecord.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * LedgerTotalsRecord mintedUnits.
                 * @member {Uint8Array} mintedUnits
                 * @memberof ailee.store.v1.LedgerTotalsRecord
                 * @instance
                 */
                LedgerTotalsRecord.prototype.mintedUnits = $util.newBuffer([]);

                /**
                 * LedgerTotalsRecord burnedUnits.
                 * @member {Uint8Array} burnedUnits
                 * @memberof ailee.store.v1.LedgerTotalsRecord
                 * @instance
                 */
                LedgerTotalsRecord.prototype.burnedUnits = $util.newBuffer([]);

                /**
                 * LedgerTotalsRecord balancesUnits.
                 * @member {number|Long} balancesUnits
                 * @memberof ailee.store.v1.LedgerTotalsRecord
                 * @instance
                 */
                LedgerTotalsRecord.prototype.balancesUnits = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * LedgerTotalsRecord escrowedUnits.
                 * @member {Uint8Array} escrowedUnits
                 * @memberof ailee.store.v1.LedgerTotalsRecord
                 * @instance
                 */
                LedgerTotalsRecord.prototype.escrowedUnits = $util.newBuffer([]);

                /**
                 * LedgerTotalsRecord paidUnits.
                 * @member {Uint8Array} paidUnits
                 * @memberof ailee.store.v1.LedgerTotalsRecord
                 * @instance
                 */
                LedgerTotalsRecord.prototype.paidUnits = $util.newBuffer([]);

                /**
                 * LedgerTotalsRecord refundedUnits.
                 * @member {Uint8Array} refundedUnits
                 * @memberof ailee.store.v1.LedgerTotalsRecord
                 * @instance
                 */
                LedgerTotalsRecord.prototype.refundedUnits = $util.newBuffer([]);

                /**
                 * LedgerTotalsRecord slashedUnits.
                 * @member {Uint8Array} slashedUnits
                 * @memberof ailee.store.v1.LedgerTotalsRecord
                 * @instance
                 */
                LedgerTotalsRecord.prototype.slashedUnits = $util.newBuffer([]);

                /**
                 * LedgerTotalsRecord heldUnits.
                 * @member {number|Long} heldUnits
                 * @memberof ailee.store.v1.LedgerTotalsRecord
                 * @instance
                 */
                LedgerTotalsRecord.prototype.heldUnits = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Encodes the specified LedgerTotalsRecord message. Does not implicitly {@link ailee.store.v1.LedgerTotalsRecord.verify|verify} messages.
                 * @function encode
                 * @memberof ailee.store.v1.LedgerTotalsRecord
                 * @static
                 * @param {ailee.store.v1.LedgerTotalsRecord.$Properties} message LedgerTotalsRecord message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                LedgerTotalsRecord.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.sequence);
                    if (message.mintedUnits != null && $Object.hasOwnProperty.call(message, "mintedUnits") && message.mintedUnits.length)
                        writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.mintedUnits);
                    if (message.burnedUnits != null && $Object.hasOwnProperty.call(message, "burnedUnits") && message.burnedUnits.length)
                        writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.burnedUnits);
                    if (message.balancesUnits != null && $Object.hasOwnProperty.call(message, "balancesUnits") && (typeof message.balancesUnits === "object" ? message.balancesUnits.low || message.balancesUnits.high : message.balancesUnits !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.balancesUnits);
                    if (message.escrowedUnits != null && $Object.hasOwnProperty.call(message, "escrowedUnits") && message.escrowedUnits.length)
                        writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.escrowedUnits);
                    if (message.paidUnits != null && $Object.hasOwnProperty.call(message, "paidUnits") && message.paidUnits.length)
                        writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.paidUnits);
                    if (message.refundedUnits != null && $Object.hasOwnProperty.call(message, "refundedUnits") && message.refundedUnits.length)
                        writer.uint32(/* id 7, wireType 2 =*/58).bytes(message.refundedUnits);
                    if (message.slashedUnits != null && $Object.hasOwnProperty.call(message, "slashedUnits") && message.slashedUnits.length)
                        writer.uint32(/* id 8, wireType 2 =*/66).bytes(message.slashedUnits);
                    if (message.heldUnits != null && $Object.hasOwnProperty.call(message, "heldUnits") && (typeof message.heldUnits === "object" ? message.heldUnits.low || message.heldUnits.high : message.heldUnits !== 0))
                        writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.heldUnits);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a LedgerTotalsRecord message from the specified reader or buffer.
                 * @function decode
                 * @memberof ailee.store.v1.LedgerTotalsRecord
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ailee.store.v1.LedgerTotalsRecord & ailee.store.v1.LedgerTotalsRecord.$Shape} LedgerTotalsRecord
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                LedgerTotalsRecord.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ailee.store.v1.LedgerTotalsRecord();
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
                                    message.sequence = value;
                                else
                                    delete message.sequence;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.mintedUnits = value;
                                else
                                    delete message.mintedUnits;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.burnedUnits = value;
                                else
                                    delete message.burnedUnits;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.balancesUnits = value;
                                else
                                    delete message.balancesUnits;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.escrowedUnits = value;
                                else
                                    delete message.escrowedUnits;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.paidUnits = value;
                                else
                                    delete message.paidUnits;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.refundedUnits = value;
                                else
                                    delete message.refundedUnits;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.slashedUnits = value;
                                else
                                    delete message.slashedUnits;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.heldUnits = value;
                                else
                                    delete message.heldUnits;
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

                return LedgerTotalsRecord;
            })();

            v1.LedgerEntryRecord = (function() {

                /**
                 * Properties of a LedgerEntryRecord.
                 * @typedef {Object} ailee.store.v1.LedgerEntryRecord.$Properties
                 * @property {number|Long|null} [sequence] LedgerEntryRecord sequence
                 * @property {string|null} [operationId] LedgerEntryRecord operationId
                 * @property {ailee.store.v1.LedgerOperationKind|null} [kind] LedgerEntryRecord kind
                 * @property {string|null} [account] LedgerEntryRecord account
                 * @property {string|null} [toAccount] LedgerEntryRecord toAccount
                 * @property {Uint8Array|null} [taskId] LedgerEntryRecord taskId
                 * @property {number|Long|null} [amountUnits] LedgerEntryRecord amountUnits
                 * @property {number|Long|null} [nonce] LedgerEntryRecord nonce
                 * @property {string|null} [from] LedgerEntryRecord from
                 * @property {string|null} [to] LedgerEntryRecord to
                 * @property {number|Long|null} [movedUnits] LedgerEntryRecord movedUnits
                 * @property {number|Long|null} [appliedAtMs] LedgerEntryRecord appliedAtMs
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a LedgerEntryRecord.
                 * @memberof ailee.store.v1
                 * @interface ILedgerEntryRecord
                 * @augments ailee.store.v1.LedgerEntryRecord.$Properties
                 * @deprecated Use ailee.store.v1.LedgerEntryRecord.$Properties instead.
                 */

                /**
                 * Shape of a LedgerEntryRecord.
                 * @typedef {ailee.store.v1.LedgerEntryRecord.$Properties} ailee.store.v1.LedgerEntryRecord.$Shape
                 */

                /**
                 * Constructs a new LedgerEntryRecord.
                 * @memberof ailee.store.v1
                 * @classdesc Represents a LedgerEntryRecord.
                 * @constructor
                 * @param {ailee.store.v1.LedgerEntryRecord.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const LedgerEntryRecord = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * LedgerEntryRecord sequence.
                 * @member {number|Long} sequence
                 * @memberof ailee.store.v1.LedgerEntryRecord
                 * @instance
                 */
                LedgerEntryRecord.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * LedgerEntryRecord operationId.
                 * @member {string} operationId
                 * @memberof ailee.store.v1.LedgerEntryRecord
                 * @instance
                 */
                LedgerEntryRecord.prototype.operationId = "";

                /**
                 * LedgerEntryRecord kind.
                 * @member {ailee.store.v1.LedgerOperationKind} kind
                 * @memberof ailee.store.v1.LedgerEntryRecord
                 * @instance
                 */
                LedgerEntryRecord.prototype.kind = 0;

                /**
                 * LedgerEntryRecord account.
                 * @member {string} account
                 * @memberof ailee.store.v1.LedgerEntryRecord
                 * @instance
                 */
                LedgerEntryRecord.prototype.account = "";

                /**
                 * LedgerEntryRecord toAccount.
                 * @member {string} toAccount
                 * @memberof ailee.store.v1.LedgerEntryRecord
                 * @instance
                 */
                LedgerEntryRecord.prototype.toAccount = "";

                /**
                 * LedgerEntryRecord taskId.
                 * @member {Uint8Array} taskId
                 * @memberof ailee.store.v1.LedgerEntryRecord
                 * @instance
                 */
                LedgerEntryRecord.prototype.taskId = $util.newBuffer([]);

                /**
                 * LedgerEntryRecord amountUnits.
                 * @member {number|Long} amountUnits
                 * @memberof ailee.store.v1.LedgerEntryRecord
                 * @instance
                 */
                LedgerEntryRecord.prototype.amountUnits = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * LedgerEntryRecord nonce.
                 * @member {number|Long} nonce
                 * @memberof ailee.store.v1.LedgerEntryRecord
                 * @instance
                 */
                LedgerEntryRecord.prototype.nonce = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * LedgerEntryRecord from.
                 * @member {string} from
                 * @memberof ailee.store.v1.LedgerEntryRecord
                 * @instance
                 */
                LedgerEntryRecord.prototype.from = "";

                /**
                 * LedgerEntryRecord to.
                 * @member {string} to
                 * @memberof ailee.store.v1.LedgerEntryRecord
                 * @instance
                 */
                LedgerEntryRecord.prototype.to = "";

                /**
                 * LedgerEntryRecord movedUnits.
                 * @member {number|Long} movedUnits
                 * @memberof ailee.store.v1.LedgerEntryRecord
                 * @instance
                 */
                LedgerEntryRecord.prototype.movedUnits = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * LedgerEntryRecord appliedAtMs.
                 * @member {number|Long} appliedAtMs
                 * @memberof ailee.store.v1.LedgerEntryRecord
                 * @instance
                 */
                LedgerEntryRecord.prototype.appliedAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * Encodes the specified LedgerEntryRecord message. Does not implicitly {@link ailee.store.v1.LedgerEntryRecord.verify|verify} messages.
                 * @function encode
                 * @memberof ailee.store.v1.LedgerEntryRecord
                 * @static
                 * @param {ailee.store.v1.LedgerEntryRecord.$Properties} message LedgerEntryRecord message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                LedgerEntryRecord.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
                        writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.sequence);
                    if (message.operationId != null && $Object.hasOwnProperty.call(message, "operationId") && message.operationId !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.operationId);
                    if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== 0)
                        writer.uint32(/* id 3, wireType 0 =*/24).int32(message.kind);
                    if (message.account != null && $Object.hasOwnProperty.call(message, "account") && message.account !== "")
                        writer.uint32(/* id 4, wireType 2 =*/34).string(message.account);
                    if (message.toAccount != null && $Object.hasOwnProperty.call(message, "toAccount") && message.toAccount !== "")
                        writer.uint32(/* id 5, wireType 2 =*/42).string(message.toAccount);
                    if (message.taskId != null && $Object.hasOwnProperty.call(message, "taskId") && message.taskId.length)
                        writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.taskId);
                    if (message.amountUnits != null && $Object.hasOwnProperty.call(message, "amountUnits") && (typeof message.amountUnits === "object" ? message.amountUnits.low || message.amountUnits.high : message.amountUnits !== 0))
                        writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.amountUnits);
                    if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce") && (typeof message.nonce === "object" ? message.nonce.low || message.nonce.high : message.nonce !== 0))
                        writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.nonce);
                    if (message.from != null && $Object.hasOwnProperty.call(message, "from") && message.from !== "")
                        writer.uint32(/* id 9, wireType 2 =*/74).string(message.from);
                    if (message.to != null && $Object.hasOwnProperty.call(message, "to") && message.to !== "")
                        writer.uint32(/* id 10, wireType 2 =*/82).string(message.to);
                    if (message.movedUnits != null && $Object.hasOwnProperty.call(message, "movedUnits") && (typeof message.movedUnits === "object" ? message.movedUnits.low || message.movedUnits.high : message.movedUnits !== 0))
                        writer.uint32(/* id 11, wireType 0 =*/88).uint64(message.movedUnits);
                    if (message.appliedAtMs != null && $Object.hasOwnProperty.call(message, "appliedAtMs") && (typeof message.appliedAtMs === "object" ? message.appliedAtMs.low || message.appliedAtMs.high : message.appliedAtMs !== 0))
                        writer.uint32(/* id 12, wireType 0 =*/96).uint64(message.appliedAtMs);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a LedgerEntryRecord message from the specified reader or buffer.
                 * @function decode
                 * @memberof ailee.store.v1.LedgerEntryRecord
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ailee.store.v1.LedgerEntryRecord & ailee.store.v1.LedgerEntryRecord.$Shape} LedgerEntryRecord
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                LedgerEntryRecord.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ailee.store.v1.LedgerEntryRecord();
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
                                    message.sequence = value;
                                else
                                    delete message.sequence;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.operationId = value;
                                else
                                    delete message.operationId;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.int32())
                                    message.kind = value;
                                else
                                    delete message.kind;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.account = value;
                                else
                                    delete message.account;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.toAccount = value;
                                else
                                    delete message.toAccount;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.taskId = value;
                                else
                                    delete message.taskId;
                                continue;
                            }
                        case 7: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.amountUnits = value;
                                else
                                    delete message.amountUnits;
                                continue;
                            }
                        case 8: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.nonce = value;
                                else
                                    delete message.nonce;
                                continue;
                            }
                        case 9: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.from = value;
                                else
                                    delete message.from;
                                continue;
                            }
                        case 10: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.to = value;
                                else
                                    delete message.to;
                                continue;
                            }
                        case 11: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.movedUnits = value;
                                else
                                    delete message.movedUnits;
                                continue;
                            }
                        case 12: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.appliedAtMs = value;
                                else
                                    delete message.appliedAtMs;
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

                return LedgerEntryRecord;
            })();

            /**
             * LedgerOperationKind enum.
             * @name ailee.store.v1.LedgerOperationKind
             * @enum {number}
             * @property {number} LEDGER_OPERATION_KIND_UNSPECIFIED=0 LEDGER_OPERATION_KIND_UNSPECIFIED value
             * @property {number} LEDGER_CREDIT=1 LEDGER_CREDIT value
             * @property {number} LEDGER_DEBIT=2 LEDGER_DEBIT value
             * @property {number} LEDGER_TRANSFER=3 LEDGER_TRANSFER value
             * @property {number} LEDGER_HOLD=4 LEDGER_HOLD value
             * @property {number} LEDGER_RELEASE=5 LEDGER_RELEASE value
             * @property {number} LEDGER_REFUND=6 LEDGER_REFUND value
             * @property {number} LEDGER_STAKE=7 LEDGER_STAKE value
             * @property {number} LEDGER_UNSTAKE=8 LEDGER_UNSTAKE value
             * @property {number} LEDGER_SLASH=9 LEDGER_SLASH value
             * @property {number} LEDGER_BURN=10 LEDGER_BURN value
             */
            v1.LedgerOperationKind = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "LEDGER_OPERATION_KIND_UNSPECIFIED"] = 0;
                values[valuesById[1] = "LEDGER_CREDIT"] = 1;
                values[valuesById[2] = "LEDGER_DEBIT"] = 2;
                values[valuesById[3] = "LEDGER_TRANSFER"] = 3;
                values[valuesById[4] = "LEDGER_HOLD"] = 4;
                values[valuesById[5] = "LEDGER_RELEASE"] = 5;
                values[valuesById[6] = "LEDGER_REFUND"] = 6;
                values[valuesById[7] = "LEDGER_STAKE"] = 7;
                values[valuesById[8] = "LEDGER_UNSTAKE"] = 8;
                values[valuesById[9] = "LEDGER_SLASH"] = 9;
                values[valuesById[10] = "LEDGER_BURN"] = 10;
                return values;
            })();

            v1.EvidenceRecord = (function() {

                /**
                 * Properties of an EvidenceRecord.
                 * @typedef {Object} ailee.store.v1.EvidenceRecord.$Properties
                 * @property {Uint8Array|null} [evidence] EvidenceRecord evidence
                 * @property {string|null} [offender] EvidenceRecord offender
                 * @property {number|Long|null} [takenAtMs] EvidenceRecord takenAtMs
                 * @property {boolean|null} [applied] EvidenceRecord applied
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an EvidenceRecord.
                 * @memberof ailee.store.v1
                 * @interface IEvidenceRecord
                 * @augments ailee.store.v1.EvidenceRecord.$Properties
                 * @deprecated Use ailee.store.v1.EvidenceRecord.$Properties instead.
                 */

                /**
                 * Shape of an EvidenceRecord.
                 * @typedef {ailee.store.v1.EvidenceRecord.$Properties} ailee.store.v1.EvidenceRecord.$Shape
                 */

                /**
                 * Constructs a new EvidenceRecord.
                 * @memberof ailee.store.v1
                 * @classdesc Represents an EvidenceRecord.
                 * @constructor
                 * @param {ailee.store.v1.EvidenceRecord.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const EvidenceRecord = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * EvidenceRecord evidence.
                 * @member {Uint8Array} evidence
                 * @memberof ailee.store.v1.EvidenceRecord
                 * @instance
                 */
                EvidenceRecord.prototype.evidence = $util.newBuffer([]);

                /**
                 * EvidenceRecord offender.
                 * @member {string} offender
                 * @memberof ailee.store.v1.EvidenceRecord
                 * @instance
                 */
                EvidenceRecord.prototype.offender = "";

                /**
                 * EvidenceRecord takenAtMs.
                 * @member {number|Long} takenAtMs
                 * @memberof ailee.store.v1.EvidenceRecord
                 * @instance
                 */
                EvidenceRecord.prototype.takenAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * EvidenceRecord applied.
                 * @member {boolean} applied
                 * @memberof ailee.store.v1.EvidenceRecord
                 * @instance
                 */
                EvidenceRecord.prototype.applied = false;

                /**
                 * Encodes the specified EvidenceRecord message. Does not implicitly {@link ailee.store.v1.EvidenceRecord.verify|verify} messages.
                 * @function encode
                 * @memberof ailee.store.v1.EvidenceRecord
                 * @static
                 * @param {ailee.store.v1.EvidenceRecord.$Properties} message EvidenceRecord message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                EvidenceRecord.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.evidence != null && $Object.hasOwnProperty.call(message, "evidence") && message.evidence.length)
                        writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.evidence);
                    if (message.offender != null && $Object.hasOwnProperty.call(message, "offender") && message.offender !== "")
                        writer.uint32(/* id 2, wireType 2 =*/18).string(message.offender);
                    if (message.takenAtMs != null && $Object.hasOwnProperty.call(message, "takenAtMs") && (typeof message.takenAtMs === "object" ? message.takenAtMs.low || message.takenAtMs.high : message.takenAtMs !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.takenAtMs);
                    if (message.applied != null && $Object.hasOwnProperty.call(message, "applied") && message.applied !== false)
                        writer.uint32(/* id 4, wireType 0 =*/32).bool(message.applied);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an EvidenceRecord message from the specified reader or buffer.
                 * @function decode
                 * @memberof ailee.store.v1.EvidenceRecord
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ailee.store.v1.EvidenceRecord & ailee.store.v1.EvidenceRecord.$Shape} EvidenceRecord
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                EvidenceRecord.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ailee.store.v1.EvidenceRecord();
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
                                    message.evidence = value;
                                else
                                    delete message.evidence;
                                continue;
                            }
                        case 2: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.stringVerify()).length)
                                    message.offender = value;
                                else
                                    delete message.offender;
                                continue;
                            }
                        case 3: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.takenAtMs = value;
                                else
                                    delete message.takenAtMs;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.bool())
                                    message.applied = value;
                                else
                                    delete message.applied;
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

                return EvidenceRecord;
            })();

            v1.AuctionRecord = (function() {

                /**
                 * Properties of an AuctionRecord.
                 * @typedef {Object} ailee.store.v1.AuctionRecord.$Properties
                 * @property {Uint8Array|null} [taskId] AuctionRecord taskId
                 * @property {number|null} [attempt] AuctionRecord attempt
                 * @property {number|Long|null} [openedAtMs] AuctionRecord openedAtMs
                 * @property {number|Long|null} [closedAtMs] AuctionRecord closedAtMs
                 * @property {number|null} [eligible] AuctionRecord eligible
                 * @property {Array.<string>|null} [asked] AuctionRecord asked
                 * @property {Array.<ailee.store.v1.RejectionRecord.$Properties>|null} [rejections] AuctionRecord rejections
                 * @property {Array.<ailee.store.v1.RankedBidRecord.$Properties>|null} [ranking] AuctionRecord ranking
                 * @property {Uint8Array|null} [bidSet] AuctionRecord bidSet
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of an AuctionRecord.
                 * @memberof ailee.store.v1
                 * @interface IAuctionRecord
                 * @augments ailee.store.v1.AuctionRecord.$Properties
                 * @deprecated Use ailee.store.v1.AuctionRecord.$Properties instead.
                 */

                /**
                 * Shape of an AuctionRecord.
                 * @typedef {ailee.store.v1.AuctionRecord.$Properties} ailee.store.v1.AuctionRecord.$Shape
                 */

                /**
                 * Constructs a new AuctionRecord.
                 * @memberof ailee.store.v1
                 * @classdesc Represents an AuctionRecord.
                 * @constructor
                 * @param {ailee.store.v1.AuctionRecord.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const AuctionRecord = function (properties) {
                    this.asked = [];
                    this.rejections = [];
                    this.ranking = [];
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * AuctionRecord taskId.
                 * @member {Uint8Array} taskId
                 * @memberof ailee.store.v1.AuctionRecord
                 * @instance
                 */
                AuctionRecord.prototype.taskId = $util.newBuffer([]);

                /**
                 * AuctionRecord attempt.
                 * @member {number} attempt
                 * @memberof ailee.store.v1.AuctionRecord
                 * @instance
                 */
                AuctionRecord.prototype.attempt = 0;

                /**
                 * AuctionRecord openedAtMs.
                 * @member {number|Long} openedAtMs
                 * @memberof ailee.store.v1.AuctionRecord
                 * @instance
                 */
                AuctionRecord.prototype.openedAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * AuctionRecord closedAtMs.
                 * @member {number|Long} closedAtMs
                 * @memberof ailee.store.v1.AuctionRecord
                 * @instance
                 */
                AuctionRecord.prototype.closedAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

                /**
                 * AuctionRecord eligible.
                 * @member {number} eligible
                 * @memberof ailee.store.v1.AuctionRecord
                 * @instance
                 */
                AuctionRecord.prototype.eligible = 0;

                /**
                 * AuctionRecord asked.
                 * @member {Array.<string>} asked
                 * @memberof ailee.store.v1.AuctionRecord
                 * @instance
                 */
                AuctionRecord.prototype.asked = $util.emptyArray;

                /**
                 * AuctionRecord rejections.
                 * @member {Array.<ailee.store.v1.RejectionRecord.$Properties>} rejections
                 * @memberof ailee.store.v1.AuctionRecord
                 * @instance
                 */
                AuctionRecord.prototype.rejections = $util.emptyArray;

                /**
                 * AuctionRecord ranking.
                 * @member {Array.<ailee.store.v1.RankedBidRecord.$Properties>} ranking
                 * @memberof ailee.store.v1.AuctionRecord
                 * @instance
                 */
                AuctionRecord.prototype.ranking = $util.emptyArray;

                /**
                 * AuctionRecord bidSet.
                 * @member {Uint8Array} bidSet
                 * @memberof ailee.store.v1.AuctionRecord
                 * @instance
                 */
                AuctionRecord.prototype.bidSet = $util.newBuffer([]);

                /**
                 * Encodes the specified AuctionRecord message. Does not implicitly {@link ailee.store.v1.AuctionRecord.verify|verify} messages.
                 * @function encode
                 * @memberof ailee.store.v1.AuctionRecord
                 * @static
                 * @param {ailee.store.v1.AuctionRecord.$Properties} message AuctionRecord message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                AuctionRecord.encode = function (message, writer, _depth) {
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
                    if (message.openedAtMs != null && $Object.hasOwnProperty.call(message, "openedAtMs") && (typeof message.openedAtMs === "object" ? message.openedAtMs.low || message.openedAtMs.high : message.openedAtMs !== 0))
                        writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.openedAtMs);
                    if (message.closedAtMs != null && $Object.hasOwnProperty.call(message, "closedAtMs") && (typeof message.closedAtMs === "object" ? message.closedAtMs.low || message.closedAtMs.high : message.closedAtMs !== 0))
                        writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.closedAtMs);
                    if (message.eligible != null && $Object.hasOwnProperty.call(message, "eligible") && message.eligible !== 0)
                        writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.eligible);
                    if (message.asked != null && message.asked.length)
                        for (let i = 0; i < message.asked.length; ++i)
                            writer.uint32(/* id 6, wireType 2 =*/50).string(message.asked[i]);
                    if (message.rejections != null && message.rejections.length)
                        for (let i = 0; i < message.rejections.length; ++i)
                            $root.ailee.store.v1.RejectionRecord.encode(message.rejections[i], writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                    if (message.ranking != null && message.ranking.length)
                        for (let i = 0; i < message.ranking.length; ++i)
                            $root.ailee.store.v1.RankedBidRecord.encode(message.ranking[i], writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                    if (message.bidSet != null && $Object.hasOwnProperty.call(message, "bidSet") && message.bidSet.length)
                        writer.uint32(/* id 9, wireType 2 =*/74).bytes(message.bidSet);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes an AuctionRecord message from the specified reader or buffer.
                 * @function decode
                 * @memberof ailee.store.v1.AuctionRecord
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ailee.store.v1.AuctionRecord & ailee.store.v1.AuctionRecord.$Shape} AuctionRecord
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                AuctionRecord.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ailee.store.v1.AuctionRecord();
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
                                    message.openedAtMs = value;
                                else
                                    delete message.openedAtMs;
                                continue;
                            }
                        case 4: {
                                if (wireType !== 0)
                                    break;
                                if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                                    message.closedAtMs = value;
                                else
                                    delete message.closedAtMs;
                                continue;
                            }
                        case 5: {
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.eligible = value;
                                else
                                    delete message.eligible;
                                continue;
                            }
                        case 6: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.asked && message.asked.length))
                                    message.asked = [];
                                message.asked.push(reader.stringVerify());
                                continue;
                            }
                        case 7: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.rejections && message.rejections.length))
                                    message.rejections = [];
                                message.rejections.push($root.ailee.store.v1.RejectionRecord.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 8: {
                                if (wireType !== 2)
                                    break;
                                if (!(message.ranking && message.ranking.length))
                                    message.ranking = [];
                                message.ranking.push($root.ailee.store.v1.RankedBidRecord.decode(reader, reader.size(), $undefined, _depth + 1));
                                continue;
                            }
                        case 9: {
                                if (wireType !== 2)
                                    break;
                                if ((value = reader.bytes()).length)
                                    message.bidSet = value;
                                else
                                    delete message.bidSet;
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

                return AuctionRecord;
            })();

            v1.RankedBidRecord = (function() {

                /**
                 * Properties of a RankedBidRecord.
                 * @typedef {Object} ailee.store.v1.RankedBidRecord.$Properties
                 * @property {string|null} [worker] RankedBidRecord worker
                 * @property {number|null} [score] RankedBidRecord score
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */

                /**
                 * Properties of a RankedBidRecord.
                 * @memberof ailee.store.v1
                 * @interface IRankedBidRecord
                 * @augments ailee.store.v1.RankedBidRecord.$Properties
                 * @deprecated Use ailee.store.v1.RankedBidRecord.$Properties instead.
                 */

                /**
                 * Shape of a RankedBidRecord.
                 * @typedef {ailee.store.v1.RankedBidRecord.$Properties} ailee.store.v1.RankedBidRecord.$Shape
                 */

                /**
                 * Constructs a new RankedBidRecord.
                 * @memberof ailee.store.v1
                 * @classdesc Represents a RankedBidRecord.
                 * @constructor
                 * @param {ailee.store.v1.RankedBidRecord.$Properties=} [properties] Properties to set
                 * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
                 */
                const RankedBidRecord = function (properties) {
                    if (properties)
                        for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                            if (properties[keys[i]] != null && keys[i] !== "__proto__")
                                this[keys[i]] = properties[keys[i]];
                };

                /**
                 * RankedBidRecord worker.
                 * @member {string} worker
                 * @memberof ailee.store.v1.RankedBidRecord
                 * @instance
                 */
                RankedBidRecord.prototype.worker = "";

                /**
                 * RankedBidRecord score.
                 * @member {number} score
                 * @memberof ailee.store.v1.RankedBidRecord
                 * @instance
                 */
                RankedBidRecord.prototype.score = 0;

                /**
                 * Encodes the specified RankedBidRecord message. Does not implicitly {@link ailee.store.v1.RankedBidRecord.verify|verify} messages.
                 * @function encode
                 * @memberof ailee.store.v1.RankedBidRecord
                 * @static
                 * @param {ailee.store.v1.RankedBidRecord.$Properties} message RankedBidRecord message or plain object to encode
                 * @param {$protobuf.Writer} [writer] Writer to encode to
                 * @returns {$protobuf.Writer} Writer
                 */
                RankedBidRecord.encode = function (message, writer, _depth) {
                    if (!writer)
                        writer = $Writer.create();
                    if (_depth === $undefined)
                        _depth = 0;
                    if (_depth > $util.recursionLimit)
                        throw $Error("max depth exceeded");
                    if (message.worker != null && $Object.hasOwnProperty.call(message, "worker") && message.worker !== "")
                        writer.uint32(/* id 1, wireType 2 =*/10).string(message.worker);
                    if (message.score != null && $Object.hasOwnProperty.call(message, "score") && message.score !== 0)
                        writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.score);
                    if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                        for (let i = 0; i < message.$unknowns.length; ++i)
                            writer.raw(message.$unknowns[i]);
                    return writer;
                };

                /**
                 * Decodes a RankedBidRecord message from the specified reader or buffer.
                 * @function decode
                 * @memberof ailee.store.v1.RankedBidRecord
                 * @static
                 * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
                 * @param {number} [length] Message length if known beforehand
                 * @returns {ailee.store.v1.RankedBidRecord & ailee.store.v1.RankedBidRecord.$Shape} RankedBidRecord
                 * @throws {Error} If the payload is not a reader or valid buffer
                 * @throws {$protobuf.util.ProtocolError} If required fields are missing
                 */
                RankedBidRecord.decode = function (reader, length, _end, _depth, _target) {
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
                    message = _target || new $root.ailee.store.v1.RankedBidRecord();
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
                                if (wireType !== 0)
                                    break;
                                if (value = reader.uint32())
                                    message.score = value;
                                else
                                    delete message.score;
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

                return RankedBidRecord;
            })();

            return v1;
        })();

        return store;
    })();

    return ailee;
})();

export {
  $root as default
};

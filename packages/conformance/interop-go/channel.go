package main

import (
	"bufio"
	"context"
	"crypto/ed25519"
	"sync"
	"time"

	"github.com/libp2p/go-libp2p/core/host"
	"github.com/libp2p/go-libp2p/core/network"
	"github.com/libp2p/go-libp2p/core/peer"
	"github.com/libp2p/go-libp2p/core/protocol"
	"google.golang.org/protobuf/proto"

	"interop-go/generated"
)

const (
	taskProtocol protocol.ID = "/ailee/task/1.0.0"

	wireVersion    = 1
	maxNetwork     = 64
	maxType        = 65_535
	windowMessages = 1024
	windowBytes    = 2 << 20
	helloTimeout   = 10 * time.Second
	writeTimeout   = 10 * time.Second
	maxDelegation  = 7 * 24 * time.Hour
)

var (
	mustSign = map[generated.MessageType]bool{
		generated.MessageType_SUBMIT_TASK: true, generated.MessageType_CANCEL_TASK: true,
		generated.MessageType_TASK_COMPLETE: true, generated.MessageType_BID: true,
		generated.MessageType_ASSIGN_TASK: true, generated.MessageType_RESULT: true,
		generated.MessageType_RESULT_COMMITMENT: true, generated.MessageType_AUDIT_RESULT: true,
	}
	costsNothing = map[generated.MessageType]bool{
		generated.MessageType_HELLO: true, generated.MessageType_CREDIT: true, generated.MessageType_STATUS: true,
	}
)

// answer is what a handler has to say to a request.
type answer struct {
	messageType generated.MessageType
	message     proto.Message
}

// handler takes one message of the other side. It must be quick: the next message waits for it.
type handler func(c *channel, messageType generated.MessageType, payload []byte) (*answer, error)

// channel is the pair of task streams to one coordinator, for as long as its connection stands (SPEC section 5).
type channel struct {
	host    host.Host
	remote  peer.ID
	signer  *signer
	replays *replays
	handle  handler

	mutex       sync.Mutex
	changed     *sync.Cond
	out         network.Stream
	messages    int64 // credit that is left
	bytes       int64
	credited    bool
	greeted     bool
	coordinator bool
	closed      error
	done        chan struct{}
	waiting     map[uint64]chan *generated.Envelope
	lastRequest uint64
}

func newChannel(h host.Host, remote peer.ID, signer *signer, replays *replays, handle handler) *channel {
	c := &channel{
		host: h, remote: remote, signer: signer, replays: replays, handle: handle,
		done: make(chan struct{}), waiting: map[uint64]chan *generated.Envelope{},
	}
	c.changed = sync.NewCond(&c.mutex)
	return c
}

// open opens our stream, greets, and waits until the peer is ready (MUST-017).
func (c *channel) open(ctx context.Context) error {
	stream, err := c.host.NewStream(ctx, c.remote, taskProtocol)
	if err != nil {
		return err
	}
	c.mutex.Lock()
	c.out = stream
	c.mutex.Unlock()
	if err := c.send(generated.MessageType_HELLO, &generated.Hello{Worker: true, Agent: agent}, 0, false); err != nil {
		return err
	}
	go c.readBack(stream)
	stop := context.AfterFunc(ctx, func() { c.close(ctx.Err()) })
	defer stop()
	c.mutex.Lock()
	defer c.mutex.Unlock()
	for !(c.greeted && c.credited) && c.closed == nil {
		c.changed.Wait()
	}
	return c.closed
}

// close ends the channel; every request that waits fails (MUST-026).
func (c *channel) close(reason error) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if c.closed != nil {
		return
	}
	if reason == nil {
		reason = faultOf("TASK_STREAM_CLOSED", "stream or peer went away")
	}
	c.closed = reason
	if c.out != nil {
		c.out.Reset()
	}
	close(c.done)
	c.changed.Broadcast()
}

// send sends one message within the credit that the peer has granted (MUST-019, MUST-020).
func (c *channel) send(messageType generated.MessageType, message proto.Message, requestID uint64, reply bool) error {
	payload, err := proto.Marshal(message)
	if err != nil {
		return err
	}
	envelope := &generated.Envelope{
		Version: wireVersion, Network: c.signer.network, Type: uint32(messageType),
		RequestId: requestID, Reply: reply, Payload: payload,
	}
	if mustSign[messageType] {
		envelope.Signature = c.signer.signMessage(messageType, payload)
	}
	bytes, err := proto.Marshal(envelope)
	if err != nil {
		return err
	}
	if len(bytes) > maxFromOpener {
		return faultOf("TASK_STREAM_MESSAGE_TOO_LARGE", "it does not fit an envelope")
	}
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if !costsNothing[messageType] {
		for c.closed == nil && (c.messages < 1 || c.bytes < int64(len(bytes))) {
			c.changed.Wait()
		}
		c.messages--
		c.bytes -= int64(len(bytes))
	}
	if c.closed != nil {
		return c.closed
	}
	c.out.SetWriteDeadline(time.Now().Add(writeTimeout))
	_, err = c.out.Write(frame(bytes))
	return err
}

// request sends a message and waits for its reply. A STATUS comes back as a fault.
func (c *channel) request(ctx context.Context, messageType generated.MessageType, message proto.Message) (*generated.Envelope, error) {
	came := make(chan *generated.Envelope, 1)
	c.mutex.Lock()
	c.lastRequest++
	id := c.lastRequest
	c.waiting[id] = came
	c.mutex.Unlock()
	defer func() {
		c.mutex.Lock()
		delete(c.waiting, id)
		c.mutex.Unlock()
	}()
	if err := c.send(messageType, message, id, false); err != nil {
		return nil, err
	}
	select {
	case envelope := <-came:
		if generated.MessageType(envelope.Type) != generated.MessageType_STATUS {
			return envelope, nil
		}
		status, err := statusOf(envelope.Payload)
		if err != nil {
			return nil, err
		}
		return nil, faultOf(status.Code, printable(status.Message))
	case <-c.done:
		return nil, faultOf("TASK_STREAM_CLOSED", "outcome unknown")
	case <-ctx.Done():
		return nil, faultOf("TASK_STREAM_RESPONSE_TIMEOUT", "no reply in time")
	}
}

func (c *channel) resolve(envelope *generated.Envelope) {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	if came, known := c.waiting[envelope.RequestId]; known {
		delete(c.waiting, envelope.RequestId)
		came <- envelope
	}
}

// readBack reads what flows against our own stream: CREDIT and STATUS.
func (c *channel) readBack(stream network.Stream) {
	reader := bufio.NewReader(stream)
	for {
		message, err := readFrame(reader, maxToOpener)
		if err != nil {
			c.close(err)
			return
		}
		envelope, err := shapeOf(message)
		// A refusal may well come from another network or version: it is read all the same.
		if err == nil && generated.MessageType(envelope.Type) != generated.MessageType_STATUS {
			err = c.checkNetwork(envelope)
		}
		if err != nil {
			c.close(err)
			return
		}
		switch generated.MessageType(envelope.Type) {
		case generated.MessageType_CREDIT:
			var credit generated.Credit
			if err := proto.Unmarshal(envelope.Payload, &credit); err != nil || credit.Messages > windowMessages || credit.Bytes > windowBytes {
				c.close(faultOf("WIRE_FIELD_INVALID", "a credit out of range"))
				return
			}
			c.mutex.Lock()
			c.messages += int64(credit.Messages)
			c.bytes += int64(credit.Bytes)
			c.credited = true
			c.changed.Broadcast()
			c.mutex.Unlock()
		case generated.MessageType_STATUS:
			status, err := statusOf(envelope.Payload)
			if err != nil {
				c.close(err)
				return
			}
			if envelope.RequestId == 0 {
				c.close(faultOf(status.Code, printable(status.Message)))
				return
			}
			c.resolve(envelope)
		default:
			c.close(faultOf("TASK_STREAM_UNEXPECTED", "only CREDIT and STATUS flow back"))
			return
		}
	}
}

// accept serves the stream that the other side has opened, to its end.
func (c *channel) accept(stream network.Stream) {
	if err := c.serve(stream); err != nil {
		if code, message := codeOf(err); code != "INTERNAL" {
			// The reason goes before the reset (MUST-028).
			c.writeBack(stream, generated.MessageType_STATUS, &generated.Status{Code: code, Message: message}, 0)
		}
		stream.Reset()
		c.close(err)
	}
}

func (c *channel) serve(stream network.Stream) error {
	reader := bufio.NewReader(stream)
	stream.SetReadDeadline(time.Now().Add(helloTimeout))
	greeting, err := readFrame(reader, maxFromOpener)
	if err != nil {
		return err
	}
	first, err := c.envelopeOf(greeting)
	if err != nil {
		return err
	}
	if generated.MessageType(first.Type) != generated.MessageType_HELLO {
		return faultOf("TASK_STREAM_HELLO_MISSING", "the first message is not HELLO")
	}
	hello, err := c.helloOf(first.Payload)
	if err != nil {
		return err
	}
	stream.SetReadDeadline(time.Time{})
	if err := c.writeBack(stream, generated.MessageType_CREDIT, &generated.Credit{Messages: windowMessages, Bytes: windowBytes}, 0); err != nil {
		return err
	}
	c.mutex.Lock()
	c.greeted, c.coordinator = true, hello.Coordinator
	c.changed.Broadcast()
	c.mutex.Unlock()

	messages, bytes := int64(windowMessages), int64(windowBytes)
	for {
		message, err := readFrame(reader, maxFromOpener)
		if err != nil {
			return err
		}
		envelope, err := c.envelopeOf(message)
		if err != nil {
			return err
		}
		messageType := generated.MessageType(envelope.Type)
		if messageType == generated.MessageType_HELLO || messageType == generated.MessageType_CREDIT ||
			(messageType == generated.MessageType_STATUS && !envelope.Reply) {
			return faultOf("TASK_STREAM_UNEXPECTED", "a message out of place")
		}
		if !costsNothing[messageType] {
			messages--
			bytes -= int64(len(message))
			if messages < 0 || bytes < 0 {
				return faultOf("TASK_STREAM_CREDIT_EXCEEDED", "more was sent than granted")
			}
		}
		reply, err := c.take(stream, envelope)
		if err != nil {
			return err
		}
		// Credit goes back before the reply (MUST-021), in lumps of half a window or more.
		if messages <= windowMessages/2 || bytes <= windowBytes/2 {
			credit := &generated.Credit{Messages: uint32(windowMessages - messages), Bytes: uint32(windowBytes - bytes)}
			if err := c.writeBack(stream, generated.MessageType_CREDIT, credit, 0); err != nil {
				return err
			}
			messages, bytes = windowMessages, windowBytes
		}
		if reply != nil {
			if err := c.send(reply.messageType, reply.message, envelope.RequestId, true); err != nil {
				return err
			}
		}
	}
}

// take checks the signature and lets the handler answer. An error ends the stream.
func (c *channel) take(stream network.Stream, envelope *generated.Envelope) (*answer, error) {
	messageType := generated.MessageType(envelope.Type)
	if mustSign[messageType] {
		if envelope.Signature != nil {
			if err := checkShape(envelope.Signature); err != nil {
				return nil, err
			}
		}
		key, err := publicKeyOf(c.remote)
		if err != nil {
			return nil, err
		}
		if err := c.replays.checkMessage(envelope, key); err != nil {
			code, message := codeOf(err)
			if code != "SIGNATURE_EXPIRED" && code != "MESSAGE_REPLAYED" {
				return nil, err
			}
			if envelope.RequestId != 0 {
				return nil, c.writeBack(stream, generated.MessageType_STATUS, &generated.Status{Code: code, Message: message}, envelope.RequestId)
			}
			return nil, nil
		}
	}
	if envelope.Reply {
		c.resolve(envelope)
		return nil, nil
	}
	reply, err := c.handle(c, messageType, envelope.Payload)
	if envelope.RequestId == 0 {
		return nil, nil
	}
	if err != nil {
		code, message := codeOf(err)
		return &answer{generated.MessageType_STATUS, &generated.Status{Code: code, Message: message}}, nil
	}
	return reply, nil
}

func (c *channel) writeBack(stream network.Stream, messageType generated.MessageType, message proto.Message, requestID uint64) error {
	payload, err := proto.Marshal(message)
	if err != nil {
		return err
	}
	bytes, err := proto.Marshal(&generated.Envelope{
		Version: wireVersion, Network: c.signer.network, Type: uint32(messageType), RequestId: requestID, Reply: requestID != 0, Payload: payload,
	})
	if err != nil {
		return err
	}
	stream.SetWriteDeadline(time.Now().Add(writeTimeout))
	_, err = stream.Write(frame(bytes))
	return err
}

// envelopeOf checks shape, version and network, in this order (MUST-031).
func (c *channel) envelopeOf(message []byte) (*generated.Envelope, error) {
	envelope, err := shapeOf(message)
	if err != nil {
		return nil, err
	}
	return envelope, c.checkNetwork(envelope)
}

func shapeOf(message []byte) (*generated.Envelope, error) {
	var envelope generated.Envelope
	if err := proto.Unmarshal(message, &envelope); err != nil {
		return nil, faultOf("WIRE_MALFORMED", "not an envelope")
	}
	if len(envelope.Network) < 1 || len(envelope.Network) > maxNetwork || envelope.Type < 1 || envelope.Type > maxType ||
		envelope.RequestId > maxInteger {
		return nil, faultOf("WIRE_FIELD_INVALID", "an envelope out of range")
	}
	return &envelope, nil
}

func (c *channel) checkNetwork(envelope *generated.Envelope) error {
	if envelope.Version != wireVersion {
		return faultOf("WIRE_VERSION_UNSUPPORTED", "another protocol version")
	}
	if envelope.Network != c.signer.network {
		return faultOf("WIRE_NETWORK_MISMATCH", "another network")
	}
	return nil
}

// helloOf reads a HELLO, and judges a delegation where it has one (MUST-016, MUST-107).
func (c *channel) helloOf(payload []byte) (*generated.Hello, error) {
	var hello generated.Hello
	if err := proto.Unmarshal(payload, &hello); err != nil {
		return nil, faultOf("WIRE_MALFORMED", "not a HELLO")
	}
	if len(hello.Agent) > 64 {
		return nil, faultOf("WIRE_FIELD_INVALID", "an agent of more than 64 bytes")
	}
	if s := hello.Delegation; s != nil {
		if err := checkShape(s); err != nil {
			return nil, err
		}
		now, expires := time.Now(), time.UnixMilli(int64(s.ExpiresAtMs))
		if expires.Before(now.Add(-clockSkew)) || expires.After(now.Add(maxDelegation+clockSkew)) {
			return nil, faultOf("SIGNATURE_EXPIRED", "a delegation out of its time")
		}
		if !isGood(s, "delegation", c.signer.network, []byte(c.remote.String())) {
			return nil, faultOf("SIGNATURE_INVALID", "a delegation of another")
		}
	}
	return &hello, nil
}

func (c *channel) isCoordinator() bool {
	c.mutex.Lock()
	defer c.mutex.Unlock()
	return c.coordinator
}

func statusOf(payload []byte) (*generated.Status, error) {
	var status generated.Status
	if err := proto.Unmarshal(payload, &status); err != nil {
		return nil, faultOf("WIRE_MALFORMED", "not a STATUS")
	}
	if !codePattern.MatchString(status.Code) || len(status.Message) > 512 {
		return nil, faultOf("WIRE_FIELD_INVALID", "a STATUS out of range")
	}
	return &status, nil
}

// publicKeyOf takes the key out of a node id (MUST-001).
func publicKeyOf(id peer.ID) (ed25519.PublicKey, error) {
	key, err := id.ExtractPublicKey()
	if err != nil {
		return nil, faultOf("SIGNATURE_INVALID", "a node id without a key")
	}
	raw, err := key.Raw()
	if err != nil || len(raw) != ed25519.PublicKeySize {
		return nil, faultOf("SIGNATURE_INVALID", "a node id of another key type")
	}
	return raw, nil
}

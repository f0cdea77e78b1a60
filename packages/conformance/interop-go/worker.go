package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"sync"
	"time"

	"github.com/libp2p/go-libp2p/core/host"

	"interop-go/generated"
)

const (
	maxRunMs       = 10 * 60 * 1000 // the longest wall time that a worker takes on
	minMemory      = 16 << 20       // the examples' modules start with far less
	resultTimeout  = 5 * time.Second
	resultFor      = 10 * time.Minute
	firstPause     = 250 * time.Millisecond
	longestPause   = 5 * time.Second
	beatsPerLease  = 5
	blobsTimeout   = 60 * time.Second
	heartbeatCheck = 20 * time.Millisecond

	isolation   = "reduced" // a native function is in no sandbox
	deviceClass = "interop"
)

type settings struct {
	network  string
	region   string
	slots    int
	price    uint64
	metering []byte
	hold     time.Duration
	known    catalogue
}

// lease is a task that this worker has been given and not yet handed back.
type lease struct {
	taskID  []byte
	id      uint64
	every   time.Duration
	beaten  time.Time
	context context.Context
	end     context.CancelFunc
	reveal  context.Context // done when the result that was committed to is asked for
	ask     context.CancelFunc
}

// worker bids for the tasks whose module it has a native function for, and proves what came out.
type worker struct {
	settings
	host   host.Host
	signer *signer
	events *events

	mutex   sync.Mutex
	channel *channel
	leases  map[uint64]*lease
	refused map[string]bool // tasks that were handed back: they would come again (MUST-076)
	modules map[string]bool // hashes of modules that were fetched and checked
}

func newWorker(h host.Host, s *signer, e *events, set settings) *worker {
	return &worker{
		settings: set, host: h, signer: s, events: e,
		leases: map[uint64]*lease{}, refused: map[string]bool{}, modules: map[string]bool{},
	}
}

// joined is called with each channel that has become ready.
func (w *worker) joined(c *channel) error {
	w.mutex.Lock()
	w.channel = c
	w.mutex.Unlock()
	return c.send(generated.MessageType_WORKER_STATUS, &generated.WorkerStatus{
		Slots: uint32(w.slots), MemoryBytes: maxMemory, Cores: 1, Region: w.region, DeviceClass: deviceClass, Isolation: isolation,
	}, 0, false)
}

func (w *worker) current() *channel {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	return w.channel
}

func (w *worker) handle(c *channel, messageType generated.MessageType, payload []byte) (*answer, error) {
	switch messageType {
	case generated.MessageType_TASK_OFFER:
		return w.takeOffer(c, payload)
	case generated.MessageType_ASSIGN_TASK:
		return w.takeAssignment(c, payload)
	case generated.MessageType_REVEAL_RESULT:
		return nil, w.takeReveal(payload)
	case generated.MessageType_REVOKE_LEASE:
		return nil, w.takeRevocation(payload)
	}
	return nil, faultOf("UNSUPPORTED", "nothing here answers this type")
}

func (w *worker) takeOffer(c *channel, payload []byte) (*answer, error) {
	offer, err := offerOf(payload)
	if err != nil {
		return nil, err
	}
	if !c.isCoordinator() {
		return nil, faultOf("WORKER_NOT_TRUSTED", "only coordinators may offer")
	}
	if reason := w.objection(offer); reason != nil {
		w.events.say("declined", "taskId", hex.EncodeToString(offer.TaskId), "code", reason.code)
		return &answer{generated.MessageType_DECLINE, &generated.Decline{
			TaskId: offer.TaskId, Attempt: offer.Attempt, Code: reason.code, Message: reason.message,
		}}, nil
	}
	w.mutex.Lock()
	defer w.mutex.Unlock()
	return &answer{generated.MessageType_BID, &generated.Bid{
		TaskId: offer.TaskId, Attempt: offer.Attempt, Cost: w.price, Load: uint32(len(w.leases)), Slots: uint32(w.slots),
		ModuleCached: w.modules[hex.EncodeToString(offer.ModuleHash)],
	}}, nil
}

// objection is why this worker does not bid for a task, if there is a reason.
func (w *worker) objection(offer *generated.TaskOffer) *fault {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	switch {
	case w.known[hex.EncodeToString(offer.ModuleHash)] == nil:
		return faultOf("WORKER_TASK_UNSUPPORTED", "no native function stands for this module")
	case w.refused[string(offer.TaskId)]:
		return faultOf("WORKER_TASK_UNSUPPORTED", "this task was handed back")
	case offer.Limits.WallTimeMs > maxRunMs:
		return faultOf("WORKER_LIMITS_TOO_HIGH", "more than 10 minutes of wall time")
	case offer.Requirements.GetIsolation() == "full":
		return faultOf("WORKER_ISOLATION_TOO_LOW", "a native function is in no sandbox")
	case offer.Sealed:
		return faultOf("WORKER_TASK_UNSUPPORTED", "it bids in the open only")
	case w.price > offer.MaxCost:
		return faultOf("WORKER_PRICE_TOO_HIGH", "asks more than the task pays")
	case len(w.leases) >= w.slots:
		return faultOf("WORKER_BUSY", "no free slot")
	}
	return nil
}

func (w *worker) takeAssignment(c *channel, payload []byte) (*answer, error) {
	assignment, err := assignmentOf(payload)
	if err != nil {
		return nil, err
	}
	if !c.isCoordinator() {
		return nil, faultOf("WORKER_NOT_TRUSTED", "only coordinators may assign")
	}
	w.mutex.Lock()
	defer w.mutex.Unlock()
	acknowledgement := &answer{generated.MessageType_ASSIGN_ACK, &generated.AssignAck{TaskId: assignment.TaskId, LeaseId: assignment.LeaseId}}
	if held := w.leases[assignment.LeaseId]; held != nil {
		if !bytes.Equal(held.taskID, assignment.TaskId) {
			return nil, faultOf("LEASE_CONFLICT", "the lease is of another task")
		}
		return acknowledgement, nil
	}
	if len(w.leases) >= w.slots {
		return nil, faultOf("WORKER_BUSY", "no free slot")
	}
	ctx, end := context.WithCancel(context.Background())
	reveal, ask := context.WithCancel(ctx)
	held := &lease{
		taskID: assignment.TaskId, id: assignment.LeaseId, context: ctx, end: end, reveal: reveal, ask: ask, beaten: time.Now(),
		every: time.Duration(assignment.LeaseMs) * time.Millisecond / beatsPerLease,
	}
	w.leases[held.id] = held
	w.events.say("assigned", "taskId", hex.EncodeToString(held.taskID), "leaseId", held.id)
	go w.execute(held, assignment)
	return acknowledgement, nil
}

func (w *worker) takeRevocation(payload []byte) error {
	revocation, err := revocationOf(payload)
	if err != nil {
		return err
	}
	w.mutex.Lock()
	held := w.leases[revocation.LeaseId]
	w.mutex.Unlock()
	if held != nil {
		w.events.say("revoked", "leaseId", held.id, "code", revocation.Code)
		w.forget(held)
	}
	return nil
}

// takeReveal: the other workers of the task have committed too, or were waited for long enough.
func (w *worker) takeReveal(payload []byte) error {
	reveal, err := revealOf(payload)
	if err != nil {
		return err
	}
	w.mutex.Lock()
	defer w.mutex.Unlock()
	if held := w.leases[reveal.LeaseId]; held != nil {
		w.events.say("asked", "leaseId", held.id)
		held.ask()
	}
	return nil
}

func (w *worker) forget(held *lease) {
	held.end()
	w.mutex.Lock()
	defer w.mutex.Unlock()
	delete(w.leases, held.id)
}

// heartbeats keeps all leases alive, each at its own pace (MUST-077).
func (w *worker) heartbeats(ctx context.Context) {
	ticks := time.NewTicker(heartbeatCheck)
	defer ticks.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case now := <-ticks.C:
			w.mutex.Lock()
			due, c := false, w.channel
			var ids []uint64
			for _, held := range w.leases {
				due = due || now.Sub(held.beaten) >= held.every
				ids = append(ids, held.id)
			}
			if due {
				for _, held := range w.leases {
					held.beaten = now
				}
			}
			w.mutex.Unlock()
			if due && c != nil && c.send(generated.MessageType_HEARTBEAT, &generated.Heartbeat{LeaseIds: ids}, 0, false) == nil {
				w.events.say("heartbeat", "leases", len(ids))
			}
		}
	}
}

// execute runs one assignment to its end: a result that was acknowledged, or the lease handed back.
func (w *worker) execute(held *lease, assignment *generated.AssignTask) {
	defer w.forget(held)
	result, err := w.run(held, assignment)
	if held.context.Err() != nil {
		return
	}
	if err != nil {
		code, message := codeOf(err)
		w.mutex.Lock()
		w.refused[string(held.taskID)] = true
		w.mutex.Unlock()
		w.events.say("returned", "taskId", hex.EncodeToString(held.taskID), "code", code, "message", message)
		if c := w.current(); c != nil {
			c.send(generated.MessageType_RETURN_LEASE, &generated.ReturnLease{LeaseId: held.id, Code: code}, 0, false)
		}
		return
	}
	if assignment.CommitFirst && !w.commit(held, result) {
		return
	}
	w.deliver(held, result)
}

// commit binds this worker to a result, and waits until that is asked for (MUST-175, MUST-176).
func (w *worker) commit(held *lease, result *generated.Result) bool {
	result.Salt = make([]byte, hashBytes)
	rand.Read(result.Salt)
	commitment := &generated.ResultCommitment{
		TaskId: result.TaskId, LeaseId: result.LeaseId, Commitment: commitmentOf(executionHash(result.Receipt), result.Salt),
	}
	ctx, end := context.WithTimeout(held.reveal, resultFor)
	defer end()
	for pause := firstPause; ctx.Err() == nil; pause = min(2*pause, longestPause) {
		if c := w.current(); c != nil && w.commitOnce(ctx, c, commitment) {
			break
		}
		select {
		case <-ctx.Done():
		case <-time.After(pause):
		}
	}
	<-ctx.Done()
	return held.reveal.Err() != nil && held.context.Err() == nil
}

// commitOnce gives up when the result is asked for: that says that the commitment has arrived.
func (w *worker) commitOnce(ctx context.Context, c *channel, commitment *generated.ResultCommitment) bool {
	ctx, end := context.WithTimeout(ctx, resultTimeout)
	defer end()
	reply, err := c.request(ctx, generated.MessageType_RESULT_COMMITMENT, commitment)
	if err != nil {
		return false
	}
	var acknowledgement generated.CommitmentAck
	if generated.MessageType(reply.Type) != generated.MessageType_COMMITMENT_ACK ||
		decode(reply.Payload, &acknowledgement, func() bool { return acknowledgement.LeaseId == commitment.LeaseId }) != nil {
		return false
	}
	w.events.say("committed", "taskId", hex.EncodeToString(commitment.TaskId), "leaseId", commitment.LeaseId)
	return true
}

func (w *worker) run(held *lease, assignment *generated.AssignTask) (*generated.Result, error) {
	spec, started := assignment.Spec, time.Now()
	call, known := w.known[hex.EncodeToString(spec.ModuleHash)][hex.EncodeToString(spec.InputHash)]
	if !known {
		return nil, faultOf("WORKER_TASK_UNSUPPORTED", "nobody has measured the fuel of this module and input")
	}
	if spec.HashMemory || spec.Limits.Fuel < call.fuel || spec.Limits.MemoryBytes < minMemory {
		return nil, faultOf("WORKER_TASK_UNSUPPORTED", "a native function can tell neither memory nor how a run ends at its limits")
	}
	input, err := w.fetch(held.context, spec)
	if err != nil {
		return nil, err
	}
	output, err := call.run(spec.Function, input)
	if err != nil {
		return nil, err
	}
	if uint64(len(output)) > spec.Limits.OutputBytes || len(output) > maxInline {
		return nil, faultOf("WORKER_TASK_UNSUPPORTED", "the output is too long")
	}
	select { // --hold: a run that takes long enough to need heartbeats
	case <-time.After(w.hold):
	case <-held.context.Done():
		return nil, held.context.Err()
	}
	receipt := &generated.Receipt{
		Version: 1, Network: w.network, TaskId: assignment.TaskId, Worker: w.host.ID().String(),
		ModuleHash: spec.ModuleHash, Function: spec.Function, InputHash: spec.InputHash, Limits: spec.Limits,
		MeteringHash: w.metering, Seed: spec.Seed, ClockMs: spec.ClockMs,
		OutputRoot: outputRoot(output), OutputBytes: uint64(len(output)), FuelUsed: call.fuel,
		Code: generated.ResultCode_SUCCESS, StartedAtMs: uint64(started.UnixMilli()), FinishedAtMs: uint64(time.Now().UnixMilli()),
		Nonce: assignment.Nonce,
	}
	receipt.WorkerSignature = w.signer.sign("receipt", executionHash(receipt), 0)
	hash := sha256.Sum256(output)
	return &generated.Result{
		TaskId: assignment.TaskId, LeaseId: assignment.LeaseId, Receipt: receipt,
		Outcome: &generated.Outcome{OutputHash: hash[:], OutputBytes: uint64(len(output)), OutputInline: output},
	}, nil
}

// fetch gets module and input from the coordinator, checked by their hashes. Of the module only its hash is needed.
func (w *worker) fetch(ctx context.Context, spec *generated.TaskSpec) (*generated.Input, error) {
	c := w.current()
	if c == nil {
		return nil, faultOf("BLOB_PEER_UNREACHABLE", "no coordinator")
	}
	ctx, end := context.WithTimeout(ctx, blobsTimeout)
	defer end()
	module, err := fetchBlob(ctx, w.host, c.remote, w.network, spec.ModuleHash, spec.ModuleBytes)
	if err != nil {
		return nil, err
	}
	w.mutex.Lock()
	w.modules[hex.EncodeToString(spec.ModuleHash)] = true
	w.mutex.Unlock()
	w.events.say("fetched", "hash", hex.EncodeToString(spec.ModuleHash), "bytes", len(module))
	blob, err := fetchBlob(ctx, w.host, c.remote, w.network, spec.InputHash, spec.InputBytes)
	if err != nil {
		return nil, err
	}
	return inputOf(blob)
}

// deliver sends a result until it is acknowledged, the lease is revoked, or 10 minutes have gone (MUST-071).
func (w *worker) deliver(held *lease, result *generated.Result) {
	ctx, end := context.WithTimeout(held.context, resultFor)
	defer end()
	for pause := firstPause; ctx.Err() == nil; pause = min(2*pause, longestPause) {
		if c := w.current(); c != nil && w.deliverOnce(c, result) {
			return
		}
		select {
		case <-ctx.Done():
		case <-time.After(pause):
		}
	}
}

// deliverOnce waits for its reply whatever becomes of the lease: a heartbeat that crosses the result is answered with
// REVOKE_LEASE, for the coordinator does not hold the lease any more.
func (w *worker) deliverOnce(c *channel, result *generated.Result) bool {
	ctx, end := context.WithTimeout(context.Background(), resultTimeout)
	defer end()
	reply, err := c.request(ctx, generated.MessageType_RESULT, result)
	if err != nil {
		code, message := codeOf(err)
		w.events.say("undelivered", "leaseId", result.LeaseId, "code", code, "message", message)
		return false
	}
	var acknowledgement generated.ResultAck
	if generated.MessageType(reply.Type) != generated.MessageType_RESULT_ACK ||
		decode(reply.Payload, &acknowledgement, func() bool { return acknowledgement.LeaseId == result.LeaseId }) != nil {
		return false
	}
	w.events.say("acknowledged", "taskId", hex.EncodeToString(result.TaskId), "leaseId", result.LeaseId)
	return true
}

// free is what the telemetry tells.
func (w *worker) free() (slotsFree, cachedModules int) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	return max(0, w.slots-len(w.leases)), len(w.modules)
}

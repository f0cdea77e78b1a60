// Interop-go is a worker of the Ailee network that was written from proto/SPEC.md and proto/ailee/v1 alone. It runs no
// WebAssembly: it knows a few modules by their hash and has a native function for each. See README.md.
package main

import (
	"context"
	"crypto/ed25519"
	"encoding/hex"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	"github.com/libp2p/go-libp2p/core/host"
	"github.com/libp2p/go-libp2p/core/network"
	"github.com/libp2p/go-libp2p/core/peer"
)

const (
	connectTimeout = 20 * time.Second
	reconnectPause = time.Second
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run() error {
	set := settings{known: catalogue{}}
	address := flag.String("coordinator", "", "multiaddr of the coordinator, with /p2p/")
	metering := flag.String("metering", "", "metering hash of the receipts, as `ailee-node run --json` names it")
	flag.StringVar(&set.network, "network", "local", "name of the network")
	flag.StringVar(&set.region, "region", "", "region to state")
	flag.IntVar(&set.slots, "slots", 1, "tasks at once")
	flag.Uint64Var(&set.price, "price", 1, "cost of a bid, in units")
	flag.DurationVar(&set.hold, "hold", 0, "how long to keep each result back")
	flag.Var(set.known, "known", "`native:module hash:input hash:fuel`; as often as needed")
	flag.Parse()
	info, err := peer.AddrInfoFromString(*address)
	if err != nil {
		return fmt.Errorf("--coordinator: %w", err)
	}
	if set.metering, err = hex.DecodeString(*metering); err != nil || len(set.metering) != hashBytes {
		return errors.New("--metering: not a hash")
	}
	if set.slots < 1 {
		return errors.New("--slots: at least 1")
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	_, key, err := ed25519.GenerateKey(nil)
	if err != nil {
		return err
	}
	h, err := newHost(key)
	if err != nil {
		return err
	}
	defer h.Close()
	id, err := newIdentify(h)
	if err != nil {
		return err
	}
	events := &events{to: os.Stdout}
	signer := &signer{key, set.network}
	worker := newWorker(h, signer, events, set)
	if err := telemetry(ctx, h, worker, events); err != nil {
		return err
	}
	go worker.heartbeats(ctx)
	events.say("started", "peerId", h.ID().String())
	link := &link{host: h, identify: id, worker: worker, info: *info, replays: &replays{seen: map[string]time.Time{}}}
	h.SetStreamHandler(taskProtocol, link.accept)
	return link.keep(ctx)
}

// link keeps one coordinator connected.
type link struct {
	host     host.Host
	identify *identify
	worker   *worker
	info     peer.AddrInfo
	replays  *replays

	mutex   sync.Mutex
	channel *channel
}

// accept takes a task stream of the coordinator, and of nobody else.
func (l *link) accept(stream network.Stream) {
	l.mutex.Lock()
	c := l.channel
	l.mutex.Unlock()
	if c == nil || stream.Conn().RemotePeer() != l.info.ID {
		stream.Reset()
		return
	}
	c.accept(stream)
}

// keep connects, and connects again, until it is told to stop or the coordinator is of another network (MUST-030).
func (l *link) keep(ctx context.Context) error {
	for ctx.Err() == nil {
		err := l.once(ctx)
		code, message := codeOf(err)
		if ctx.Err() != nil {
			return nil
		}
		l.worker.events.say("parted", "code", code, "message", message)
		if code == "WIRE_NETWORK_MISMATCH" || code == "WIRE_VERSION_UNSUPPORTED" {
			return err
		}
		select {
		case <-ctx.Done():
		case <-time.After(reconnectPause):
		}
	}
	return nil
}

// once is one connection, from dialling to its end.
func (l *link) once(ctx context.Context) error {
	c := newChannel(l.host, l.info.ID, l.worker.signer, l.replays, l.worker.handle)
	l.mutex.Lock()
	l.channel = c
	l.mutex.Unlock()
	defer l.host.Network().ClosePeer(l.info.ID)
	opening, end := context.WithTimeout(ctx, connectTimeout)
	defer end()
	if err := l.host.Connect(opening, l.info); err != nil {
		return faultOf("TASK_STREAM_PEER_UNREACHABLE", printable(err.Error()))
	}
	if err := l.identify.ask(opening, l.info.ID); err != nil {
		return faultOf("TASK_STREAM_PEER_UNREACHABLE", printable(err.Error()))
	}
	if err := c.open(opening); err != nil {
		return err
	}
	if err := l.worker.joined(c); err != nil {
		return err
	}
	l.worker.events.say("joined", "coordinator", l.info.ID.String())
	select {
	case <-c.done:
	case <-ctx.Done():
		c.close(ctx.Err())
	}
	return c.closed
}

package main

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"os"
	"strconv"
	"strings"
	"time"

	pubsub "github.com/libp2p/go-libp2p-pubsub"
	pubsubpb "github.com/libp2p/go-libp2p-pubsub/pb"
	"github.com/libp2p/go-libp2p/core/host"
	"google.golang.org/protobuf/proto"

	"interop-go/generated"
)

const (
	telemetryTopic = "/ailee/telemetry/1.0.0"
	telemetryEvery = 2 * time.Second
)

// messageID is what the network agrees on (MUST-050).
func messageID(message *pubsubpb.Message) string {
	hash := sha256.New()
	hash.Write(message.GetFrom())
	// The sequence number is 8 bytes on the wire, whatever a publisher sends: read as a number, then written again.
	var sequence [8]byte
	if number := message.GetSeqno(); len(number) <= len(sequence) {
		copy(sequence[len(sequence)-len(number):], number)
	}
	hash.Write(binary.BigEndian.AppendUint64(nil, binary.BigEndian.Uint64(sequence[:])))
	return string(hash.Sum(nil)[:20])
}

// telemetry tells the network every two seconds how this worker is. It publishes only, and so forwards nothing.
func telemetry(ctx context.Context, h host.Host, w *worker, e *events) error {
	gossip, err := pubsub.NewGossipSub(ctx, h,
		pubsub.WithMessageSignaturePolicy(pubsub.StrictSign), pubsub.WithMessageIdFn(messageID))
	if err != nil {
		return err
	}
	topic, err := gossip.Join(telemetryTopic)
	if err != nil {
		return err
	}
	go func() {
		ticks := time.NewTicker(telemetryEvery)
		defer ticks.Stop()
		for sequence := uint64(time.Now().UnixMilli()); ; sequence++ {
			if len(topic.ListPeers()) > 0 {
				bytes, err := proto.Marshal(sampleOf(w, sequence))
				if err == nil {
					err = topic.Publish(ctx, bytes)
				}
				if err == nil {
					e.say("sampled", "sequence", sequence)
				}
			}
			select {
			case <-ctx.Done():
				return
			case <-ticks.C:
			}
		}
	}()
	return nil
}

// sampleOf holds what this machine can tell. The rest is absent (MUST-053).
func sampleOf(w *worker, sequence uint64) *generated.TelemetrySample {
	free, cached := w.free()
	sample := &generated.TelemetrySample{
		Network: w.network, NodeId: w.host.ID().String(), Sequence: sequence, TimestampMs: uint64(time.Now().UnixMilli()),
		Region: w.region, DeviceClass: deviceClass, Slots: uint32(w.slots), SlotsFree: uint32(free), CachedModules: uint32(cached),
	}
	sample.TotalMemoryBytes, sample.AvailableMemoryBytes = memory()
	return sample
}

// memory reads Linux's own figures; elsewhere there are none.
func memory() (total, available *uint64) {
	file, err := os.Open("/proc/meminfo")
	if err != nil {
		return nil, nil
	}
	defer file.Close()
	for lines := bufio.NewScanner(file); lines.Scan(); {
		fields := strings.Fields(lines.Text())
		if len(fields) < 2 {
			continue
		}
		kib, err := strconv.ParseUint(fields[1], 10, 53)
		if err != nil {
			continue
		}
		switch fields[0] {
		case "MemTotal:":
			total = proto.Uint64(kib << 10)
		case "MemAvailable:":
			available = proto.Uint64(kib << 10)
		}
	}
	return total, available
}

package main

import (
	"bufio"
	"context"
	"crypto/ed25519"
	"io"
	"time"

	"github.com/libp2p/go-libp2p/core/crypto"
	"github.com/libp2p/go-libp2p/core/event"
	"github.com/libp2p/go-libp2p/core/host"
	"github.com/libp2p/go-libp2p/core/network"
	"github.com/libp2p/go-libp2p/core/peer"
	"github.com/libp2p/go-libp2p/core/protocol"
	"github.com/libp2p/go-libp2p/core/sec"
	blankhost "github.com/libp2p/go-libp2p/p2p/host/blank"
	"github.com/libp2p/go-libp2p/p2p/host/eventbus"
	"github.com/libp2p/go-libp2p/p2p/host/peerstore/pstoremem"
	"github.com/libp2p/go-libp2p/p2p/muxer/yamux"
	"github.com/libp2p/go-libp2p/p2p/net/swarm"
	"github.com/libp2p/go-libp2p/p2p/net/upgrader"
	identifypb "github.com/libp2p/go-libp2p/p2p/protocol/identify/pb"
	"github.com/libp2p/go-libp2p/p2p/security/noise"
	"github.com/libp2p/go-libp2p/p2p/transport/tcp"
	"google.golang.org/protobuf/proto"
)

const (
	identifyProtocol     protocol.ID = "/ailee/id/1.0.0"
	identifyPushProtocol protocol.ID = "/ailee/id/push/1.0.0"
	pingProtocol         protocol.ID = "/ailee/ping/1.0.0"

	agent           = "interop-go"
	maxIdentify     = 64 << 10
	pingBytes       = 32
	streamTimeout   = 10 * time.Second
	protocolVersion = "ailee"
)

// newHost makes a host that only dials. It is go-libp2p's bare one: the usual host insists on `/ipfs/id/1.0.0`, and
// this network has an identify protocol of its own (SPEC section 2).
func newHost(key ed25519.PrivateKey) (host.Host, error) {
	private, err := crypto.UnmarshalEd25519PrivateKey(key)
	if err != nil {
		return nil, err
	}
	id, err := peer.IDFromPrivateKey(private)
	if err != nil {
		return nil, err
	}
	store, err := pstoremem.NewPeerstore()
	if err != nil {
		return nil, err
	}
	if err := store.AddPrivKey(id, private); err != nil {
		return nil, err
	}
	if err := store.AddPubKey(id, private.GetPublic()); err != nil {
		return nil, err
	}
	bus := eventbus.NewBus()
	connections, err := swarm.NewSwarm(id, store, bus)
	if err != nil {
		return nil, err
	}
	muxers := []upgrader.StreamMuxer{{ID: yamux.ID, Muxer: yamux.DefaultTransport}}
	secure, err := noise.New(noise.ID, private, muxers)
	if err != nil {
		return nil, err
	}
	upgrades, err := upgrader.New([]sec.SecureTransport{secure}, muxers, nil, &network.NullResourceManager{}, nil)
	if err != nil {
		return nil, err
	}
	transport, err := tcp.NewTCPTransport(upgrades, &network.NullResourceManager{}, nil)
	if err != nil {
		return nil, err
	}
	if err := connections.AddTransport(transport); err != nil {
		return nil, err
	}
	return blankhost.NewBlankHost(connections, blankhost.WithEventBus(bus)), nil
}

// identify tells peers what this host speaks, and learns the same of them.
type identify struct {
	host      host.Host
	completed event.Emitter
	updated   event.Emitter
}

func newIdentify(h host.Host) (*identify, error) {
	completed, err := h.EventBus().Emitter(new(event.EvtPeerIdentificationCompleted))
	if err != nil {
		return nil, err
	}
	updated, err := h.EventBus().Emitter(new(event.EvtPeerProtocolsUpdated))
	if err != nil {
		return nil, err
	}
	i := &identify{h, completed, updated}
	h.SetStreamHandler(identifyProtocol, i.answer)
	h.SetStreamHandler(identifyPushProtocol, i.takePush)
	h.SetStreamHandler(pingProtocol, answerPings)
	return i, nil
}

func (i *identify) answer(stream network.Stream) {
	defer stream.Close()
	key, err := crypto.MarshalPublicKey(i.host.Peerstore().PubKey(i.host.ID()))
	if err != nil {
		stream.Reset()
		return
	}
	bytes, err := proto.Marshal(&identifypb.Identify{
		ProtocolVersion: proto.String(protocolVersion),
		AgentVersion:    proto.String(agent),
		PublicKey:       key,
		ObservedAddr:    stream.Conn().RemoteMultiaddr().Bytes(),
		Protocols:       protocol.ConvertToStrings(i.host.Mux().Protocols()),
	})
	if err != nil {
		stream.Reset()
		return
	}
	stream.SetDeadline(time.Now().Add(streamTimeout))
	stream.Write(frame(bytes))
}

// ask reads what the other side speaks. Gossip begins with it.
func (i *identify) ask(ctx context.Context, id peer.ID) error {
	stream, err := i.host.NewStream(ctx, id, identifyProtocol)
	if err != nil {
		return err
	}
	defer stream.Close()
	protocols, err := i.read(stream)
	if err != nil {
		return err
	}
	if err := i.host.Peerstore().SetProtocols(id, protocols...); err != nil {
		return err
	}
	return i.completed.Emit(event.EvtPeerIdentificationCompleted{Peer: id, Conn: stream.Conn(), Protocols: protocols})
}

func (i *identify) takePush(stream network.Stream) {
	defer stream.Close()
	protocols, err := i.read(stream)
	if err != nil {
		stream.Reset()
		return
	}
	id := stream.Conn().RemotePeer()
	i.host.Peerstore().SetProtocols(id, protocols...)
	i.updated.Emit(event.EvtPeerProtocolsUpdated{Peer: id, Added: protocols})
}

func (i *identify) read(stream network.Stream) ([]protocol.ID, error) {
	stream.SetReadDeadline(time.Now().Add(streamTimeout))
	bytes, err := readFrame(bufio.NewReader(stream), maxIdentify)
	if err != nil {
		return nil, err
	}
	var message identifypb.Identify
	if err := proto.Unmarshal(bytes, &message); err != nil {
		return nil, err
	}
	return protocol.ConvertFromStrings(message.Protocols), nil
}

func answerPings(stream network.Stream) {
	defer stream.Close()
	ball := make([]byte, pingBytes)
	for {
		if _, err := io.ReadFull(stream, ball); err != nil {
			return
		}
		if _, err := stream.Write(ball); err != nil {
			return
		}
	}
}

package main

import (
	"bufio"
	"context"
	"crypto/sha256"
	"time"

	"github.com/libp2p/go-libp2p/core/host"
	"github.com/libp2p/go-libp2p/core/peer"
	"github.com/libp2p/go-libp2p/core/protocol"
	"google.golang.org/protobuf/proto"

	"interop-go/generated"
)

const (
	blobProtocol protocol.ID = "/ailee/blob/1.0.0"

	maxChunk    = 64 << 10
	blobTimeout = 15 * time.Second
)

// fetchBlob fetches the blob of this hash, which must have exactly this many bytes, and believes its hash only (SPEC section 8).
func fetchBlob(ctx context.Context, h host.Host, from peer.ID, networkName string, hash []byte, bytes uint64) ([]byte, error) {
	stream, err := h.NewStream(ctx, from, blobProtocol)
	if err != nil {
		return nil, faultOf("BLOB_PEER_UNREACHABLE", "no connection, or no blob protocol")
	}
	defer stream.Reset()
	stop := context.AfterFunc(ctx, func() { stream.Reset() })
	defer stop()
	request, err := proto.Marshal(&generated.BlobRequest{Network: networkName, Hash: hash})
	if err != nil {
		return nil, err
	}
	stream.SetDeadline(time.Now().Add(blobTimeout))
	if _, err := stream.Write(frame(request)); err != nil {
		return nil, faultOf("BLOB_TRANSFER_FAILED", "the request did not go out")
	}
	reader := bufio.NewReader(stream)
	next := func(message proto.Message) error {
		stream.SetReadDeadline(time.Now().Add(blobTimeout))
		frame, err := readFrame(reader, maxBlobToOpener)
		if err == nil {
			err = proto.Unmarshal(frame, message)
		}
		if err != nil {
			return faultOf("BLOB_TRANSFER_FAILED", "the stream broke or was malformed")
		}
		return nil
	}
	var header generated.BlobHeader
	if err := next(&header); err != nil {
		return nil, err
	}
	if !header.Found {
		return nil, faultOf("BLOB_NOT_FOUND", "the peer does not have it")
	}
	if header.Bytes > bytes {
		return nil, faultOf("BLOB_TOO_LARGE", "more bytes announced than allowed")
	}
	blob := make([]byte, 0, header.Bytes)
	for uint64(len(blob)) < header.Bytes {
		var chunk generated.BlobChunk
		if err := next(&chunk); err != nil {
			return nil, err
		}
		if len(chunk.Data) < 1 || len(chunk.Data) > maxChunk || uint64(len(blob)+len(chunk.Data)) > header.Bytes {
			return nil, faultOf("BLOB_TRANSFER_FAILED", "a chunk out of range")
		}
		blob = append(blob, chunk.Data...)
	}
	if sum := sha256.Sum256(blob); string(sum[:]) != string(hash) || header.Bytes != bytes {
		return nil, faultOf("BLOB_HASH_MISMATCH", "not what its address says")
	}
	return blob, nil
}

package main

import (
	"crypto/ed25519"
	"crypto/rand"
	"encoding/hex"
	"strconv"
	"sync"
	"time"

	"interop-go/generated"
)

const (
	maxInteger  = 1<<53 - 1
	maxTreeSize = 65_536
	maxPath     = 16
	clockSkew   = 30 * time.Second
	maxValidity = 300 * time.Second
	validity    = 120 * time.Second
)

// leafOf is what a statement puts into its batch (MUST-032).
func leafOf(domain, network string, nonce []byte, expiresAtMs uint64, payload []byte) []byte {
	return sha3Of([]byte{0}, lp([]byte("ailee/statement/v1"), []byte(domain), []byte(network), nonce, u64(expiresAtMs), sha3Of(payload)))
}

// batchBytes is what the key signs (MUST-034).
func batchBytes(treeSize uint32, root []byte) []byte {
	return lp([]byte("ailee/batch/v1"), u64(uint64(treeSize)), root)
}

// signer makes statements alone in their batches: it signs little.
type signer struct {
	key     ed25519.PrivateKey
	network string
}

func (s *signer) sign(domain string, payload []byte, expiresAtMs uint64) *generated.Signature {
	nonce := make([]byte, 16)
	rand.Read(nonce) // never fails
	leaf := leafOf(domain, s.network, nonce, expiresAtMs, payload)
	return &generated.Signature{
		PublicKey:   s.key.Public().(ed25519.PublicKey),
		Nonce:       nonce,
		ExpiresAtMs: expiresAtMs,
		Signature:   ed25519.Sign(s.key, batchBytes(1, leaf)),
		TreeSize:    1,
	}
}

func (s *signer) signMessage(messageType generated.MessageType, payload []byte) *generated.Signature {
	return s.sign(messageDomain(messageType), payload, uint64(time.Now().Add(validity).UnixMilli()))
}

func messageDomain(messageType generated.MessageType) string {
	return "message/" + strconv.Itoa(int(messageType))
}

// checkShape holds every field of a signature against its rule (SPEC section 6).
func checkShape(s *generated.Signature) error {
	if len(s.PublicKey) != 32 || len(s.Nonce) != 16 || len(s.Signature) != 64 || s.ExpiresAtMs > maxInteger ||
		s.TreeSize < 1 || s.TreeSize > maxTreeSize || s.LeafIndex >= s.TreeSize || len(s.Path) > maxPath {
		return faultOf("WIRE_FIELD_INVALID", "a signature out of shape")
	}
	for _, hash := range s.Path {
		if len(hash) != 32 {
			return faultOf("WIRE_FIELD_INVALID", "a path with a hash of another length")
		}
	}
	return nil
}

// isGood tells whether a signature is this statement's (MUST-036).
func isGood(s *generated.Signature, domain, network string, payload []byte) bool {
	root := rootOfPath(leafOf(domain, network, s.Nonce, s.ExpiresAtMs, payload), s.LeafIndex, s.TreeSize, s.Path)
	return root != nil && isStrictKey(s.PublicKey) && ed25519.Verify(s.PublicKey, batchBytes(s.TreeSize, root), s.Signature)
}

// The y of every point of small order, little-endian; the sign of x does not matter.
var smallOrder = map[string]bool{
	"0000000000000000000000000000000000000000000000000000000000000000": true,
	"0100000000000000000000000000000000000000000000000000000000000000": true,
	"ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f": true,
	"c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a": true,
	"26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05": true,
}

// isStrictKey refuses what Go's Verify does not: encodings of y at or above 2^255 − 19, and small order (MUST-002).
func isStrictKey(key []byte) bool {
	y := append([]byte(nil), key...)
	y[31] &= 0x7f
	if y[0] >= 0xed && y[31] == 0x7f {
		canonical := false
		for _, b := range y[1:31] {
			canonical = canonical || b != 0xff
		}
		if !canonical {
			return false
		}
	}
	return !smallOrder[hex.EncodeToString(y)]
}

// replays remembers good messages until they could not come again anyhow (MUST-040).
type replays struct {
	mutex sync.Mutex
	seen  map[string]time.Time
}

func (r *replays) isNew(s *generated.Signature, now time.Time) bool {
	r.mutex.Lock()
	defer r.mutex.Unlock()
	for key, until := range r.seen {
		if until.Before(now) {
			delete(r.seen, key)
		}
	}
	key := string(s.PublicKey) + string(s.Nonce)
	if _, known := r.seen[key]; known {
		return false
	}
	r.seen[key] = time.UnixMilli(int64(s.ExpiresAtMs)).Add(clockSkew)
	return true
}

// checkMessage judges the signature of a message that must have one (MUST-037 to MUST-041).
func (r *replays) checkMessage(envelope *generated.Envelope, sender ed25519.PublicKey) error {
	s := envelope.Signature
	if s == nil {
		return faultOf("SIGNATURE_MISSING", "this type must be signed")
	}
	domain := messageDomain(generated.MessageType(envelope.Type))
	if !sender.Equal(ed25519.PublicKey(s.PublicKey)) || !isGood(s, domain, envelope.Network, envelope.Payload) {
		return faultOf("SIGNATURE_INVALID", "signature, path or signer do not fit")
	}
	now := time.Now()
	expires := time.UnixMilli(int64(s.ExpiresAtMs))
	if expires.Before(now.Add(-clockSkew)) || expires.After(now.Add(maxValidity+clockSkew)) {
		return faultOf("SIGNATURE_EXPIRED", "past its expiry, or valid for too long")
	}
	if !r.isNew(s, now) {
		return faultOf("MESSAGE_REPLAYED", "seen before")
	}
	return nil
}

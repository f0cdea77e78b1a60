package main

import (
	"crypto/ed25519"
	"encoding/hex"
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"testing"

	"interop-go/generated"
)

// The worked example of SPEC section 14, read from the page itself.
type example struct {
	Network, TaskID, Worker, ModuleHash, Function, InputHash string
	Limits                                                   exampleLimits
	MeteringHash, Seed, OutputRoot, FuelUsed, Nonce          string
	ClockMs, OutputBytes, StartedAtMs, FinishedAtMs          uint64
	WorkerSignature                                          exampleSignature
}

type exampleLimits struct {
	MemoryBytes, OutputBytes uint64
	Fuel                     string
	WallTimeMs               uint32
}

type exampleSignature struct {
	PublicKey, Nonce, Signature string
	ExpiresAtMs                 uint64
	TreeSize, LeafIndex         uint32
}

func bytesOf(t *testing.T, text string) []byte {
	t.Helper()
	bytes, err := hex.DecodeString(text)
	if err != nil {
		t.Fatal(err)
	}
	return bytes
}

func numberOf(t *testing.T, text string) uint64 {
	t.Helper()
	number, err := strconv.ParseUint(text, 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return number
}

func readExample(t *testing.T) (*generated.Receipt, string) {
	t.Helper()
	page, err := os.ReadFile("../../../proto/SPEC.md")
	if err != nil {
		t.Fatal(err)
	}
	_, after, _ := strings.Cut(string(page), "### Worked example")
	_, after, _ = strings.Cut(after, "```json\n")
	text, after, _ := strings.Cut(after, "```")
	var e example
	if err := json.Unmarshal([]byte(text), &e); err != nil {
		t.Fatal(err)
	}
	s := e.WorkerSignature
	return &generated.Receipt{
		Version: 1, Network: e.Network, TaskId: bytesOf(t, e.TaskID), Worker: e.Worker,
		ModuleHash: bytesOf(t, e.ModuleHash), Function: e.Function, InputHash: bytesOf(t, e.InputHash),
		Limits: &generated.Limits{
			MemoryBytes: e.Limits.MemoryBytes, Fuel: numberOf(t, e.Limits.Fuel),
			WallTimeMs: e.Limits.WallTimeMs, OutputBytes: e.Limits.OutputBytes,
		},
		MeteringHash: bytesOf(t, e.MeteringHash), Seed: bytesOf(t, e.Seed), ClockMs: e.ClockMs,
		OutputRoot: bytesOf(t, e.OutputRoot), OutputBytes: e.OutputBytes, FuelUsed: numberOf(t, e.FuelUsed),
		Code: generated.ResultCode_SUCCESS, StartedAtMs: e.StartedAtMs, FinishedAtMs: e.FinishedAtMs,
		Nonce: bytesOf(t, e.Nonce),
		WorkerSignature: &generated.Signature{
			PublicKey: bytesOf(t, s.PublicKey), Nonce: bytesOf(t, s.Nonce), ExpiresAtMs: s.ExpiresAtMs,
			Signature: bytesOf(t, s.Signature), TreeSize: s.TreeSize, LeafIndex: s.LeafIndex,
		},
	}, after
}

func TestWorkedExample(t *testing.T) {
	receipt, table := readExample(t)
	hash := executionHash(receipt)
	if !strings.Contains(table, "`"+hex.EncodeToString(hash)+"`") {
		t.Errorf("execution hash %x is not the page's", hash)
	}
	if commitment := commitmentOf(hash, make([]byte, 32)); !strings.Contains(table, hex.EncodeToString(commitment)) {
		t.Errorf("commitment %x is not the page's", commitment)
	}
	s := receipt.WorkerSignature
	leaf := leafOf("receipt", receipt.Network, s.Nonce, s.ExpiresAtMs, hash)
	if !strings.Contains(table, "`"+hex.EncodeToString(leaf)+"`") {
		t.Errorf("leaf %x is not the page's", leaf)
	}
	if err := checkShape(s); err != nil || !isGood(s, "receipt", receipt.Network, hash) {
		t.Errorf("the worker's signature is refused: %v", err)
	}
	if isGood(s, "verdict", receipt.Network, hash) {
		t.Error("a signature of another domain is taken")
	}
	if root := outputRoot([]byte("Hello, Alice!\n")); string(root) != string(receipt.OutputRoot) {
		t.Errorf("output root %x is not the page's", root)
	}
	if root := outputRoot(nil); !strings.Contains(table, hex.EncodeToString(root)) {
		t.Errorf("output root of nothing %x is not the page's", root)
	}
}

func TestPathsOfEveryShape(t *testing.T) {
	for size := 1; size <= 33; size++ {
		leaves := make([][]byte, size)
		for i := range leaves {
			leaves[i] = sha3Of([]byte{0, byte(i)})
		}
		root := merkleRoot(leaves)
		for i := range leaves {
			path := pathTo(leaves, i)
			if string(rootOfPath(leaves[i], uint32(i), uint32(size), path)) != string(root) {
				t.Errorf("leaf %d of %d does not lead to the root", i, size)
			}
			if rootOfPath(leaves[i], uint32(i), uint32(size), append(path, root)) != nil {
				t.Errorf("leaf %d of %d takes a path that is too long", i, size)
			}
		}
	}
}

// pathTo is RFC 6962's PATH, by its recursive definition.
func pathTo(leaves [][]byte, index int) [][]byte {
	if len(leaves) == 1 {
		return nil
	}
	split := 1
	for split*2 < len(leaves) {
		split *= 2
	}
	if index < split {
		return append(pathTo(leaves[:split], index), merkleRoot(leaves[split:]))
	}
	return append(pathTo(leaves[split:], index-split), merkleRoot(leaves[:split]))
}

// With a key of small order, no private key is needed for a signature that Go's own Verify takes for some message.
func TestKeysOfSmallOrderAreRefused(t *testing.T) {
	forged := append([]byte{1}, make([]byte, 63)...)
	for encoded := range smallOrder {
		key := bytesOf(t, encoded)
		taken := false
		for message := byte(0); message < 255 && !taken; message++ {
			taken = ed25519.Verify(key, []byte{message}, forged)
		}
		if !taken {
			t.Errorf("%s is not of small order", encoded)
		}
		if isStrictKey(key) {
			t.Errorf("%s is taken", encoded)
		}
	}
	public, _, _ := ed25519.GenerateKey(nil)
	if !isStrictKey(public) {
		t.Error("a fresh key is refused")
	}
}

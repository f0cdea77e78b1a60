package main

import (
	"crypto/sha3"
	"encoding/binary"
)

// lp joins fields, each after its length as 4 bytes (SPEC section 6).
func lp(fields ...[]byte) []byte {
	var joined []byte
	for _, field := range fields {
		joined = append(binary.BigEndian.AppendUint32(joined, uint32(len(field))), field...)
	}
	return joined
}

func u32(value uint32) []byte { return binary.BigEndian.AppendUint32(nil, value) }
func u64(value uint64) []byte { return binary.BigEndian.AppendUint64(nil, value) }

func sha3Of(parts ...[]byte) []byte {
	hash := sha3.New256()
	for _, part := range parts {
		hash.Write(part)
	}
	return hash.Sum(nil)
}

// outputRoot is the Merkle root over the leaves of 1 KiB of an output (MUST-033, MUST-086).
func outputRoot(output []byte) []byte {
	if len(output) == 0 {
		return sha3Of()
	}
	var leaves [][]byte
	for start := 0; start < len(output); start += 1024 {
		leaves = append(leaves, sha3Of([]byte{0}, output[start:min(start+1024, len(output))]))
	}
	return merkleRoot(leaves)
}

func merkleRoot(leaves [][]byte) []byte {
	if len(leaves) == 1 {
		return leaves[0]
	}
	split := 1
	for split*2 < len(leaves) {
		split *= 2
	}
	return sha3Of([]byte{1}, merkleRoot(leaves[:split]), merkleRoot(leaves[split:]))
}

// rootOfPath walks from a leaf to the root, or gives nil if the path does not fit its place (SPEC section 6).
func rootOfPath(leaf []byte, index, size uint32, path [][]byte) []byte {
	if size == 0 || index >= size {
		return nil
	}
	node, last, hash := index, size-1, leaf
	for _, sibling := range path {
		if last == 0 {
			return nil
		}
		if node%2 == 1 || node == last {
			hash = sha3Of([]byte{1}, sibling, hash)
			for node%2 == 0 && node != 0 {
				node >>= 1
				last >>= 1
			}
		} else {
			hash = sha3Of([]byte{1}, hash, sibling)
		}
		node >>= 1
		last >>= 1
	}
	if last != 0 {
		return nil
	}
	return hash
}

package main

import (
	"bufio"
	"io"

	"google.golang.org/protobuf/encoding/protowire"
)

// Longest messages by stream and direction, SPEC section 3.
const (
	maxFromOpener     = 512 << 10
	maxToOpener       = 4 << 10
	maxBlobFromOpener = 512
	maxBlobToOpener   = 65 << 10
)

// readFrame reads one message, and knows its length before it keeps anything of it (MUST-006, MUST-007).
func readFrame(reader *bufio.Reader, limit int) ([]byte, error) {
	length := 0
	for position := 0; ; position++ {
		b, err := reader.ReadByte()
		if err != nil {
			if position > 0 && err == io.EOF {
				return nil, io.ErrUnexpectedEOF
			}
			return nil, err
		}
		if position == 3 && b >= 0x80 {
			return nil, faultOf("WIRE_MALFORMED", "a length of more than 4 bytes")
		}
		length |= int(b&0x7f) << (7 * position)
		if b < 0x80 {
			break
		}
	}
	if length > limit {
		return nil, faultOf("WIRE_TOO_LARGE", "a message past the limit of its stream")
	}
	message := make([]byte, length)
	if _, err := io.ReadFull(reader, message); err != nil {
		return nil, err
	}
	return message, nil
}

func frame(message []byte) []byte {
	return append(protowire.AppendVarint(nil, uint64(len(message))), message...)
}

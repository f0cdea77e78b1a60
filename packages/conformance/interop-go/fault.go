package main

import (
	"errors"
	"regexp"
)

// fault is a failure with one of the codes of SPEC section 16.
type fault struct{ code, message string }

func (f *fault) Error() string { return f.code + ": " + f.message }

func faultOf(code, message string) *fault { return &fault{code, message} }

// codeOf names the code of a failure; what has none is told as INTERNAL, without its text (MUST-025).
func codeOf(err error) (string, string) {
	var coded *fault
	if errors.As(err, &coded) {
		return coded.code, coded.message
	}
	return "INTERNAL", ""
}

var codePattern = regexp.MustCompile(`^[A-Z][A-Z0-9_]{0,63}$`)

// printable drops what a peer's text could do to a terminal or a log.
func printable(text string) string {
	const longest = 200
	kept := make([]rune, 0, longest)
	for _, r := range text {
		if len(kept) == longest {
			break
		}
		if r >= 0x20 && r != 0x7f && !(r >= 0x80 && r < 0xa0) {
			kept = append(kept, r)
		}
	}
	return string(kept)
}

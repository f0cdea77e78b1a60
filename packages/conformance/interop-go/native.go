package main

import (
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"

	"interop-go/generated"
)

// native stands in for a module: the same output for the same input. It is told whether the task calls a function.
type native func(function string, input *generated.Input) ([]byte, error)

var natives = map[string]native{"greeting": greeting, "primes": primes}

var errOtherInput = faultOf("WORKER_TASK_UNSUPPORTED", "the native function does not take this call")

// greeting does what examples/modules/hello.wasm does.
func greeting(function string, input *generated.Input) ([]byte, error) {
	if function != "" {
		return nil, errOtherInput
	}
	name, words := "world", "Hello"
	if len(input.Args) > 0 {
		name = input.Args[0]
	}
	for _, entry := range input.Env {
		if value, found := strings.CutPrefix(entry, "GREETING="); found {
			words = value
			break
		}
	}
	return []byte(words + ", " + name + "!\n"), nil
}

const maxPrimes = 10_000_000

// primes does what `countPrimes` of examples/modules/primes.wasm does.
func primes(function string, input *generated.Input) ([]byte, error) {
	if function != "countPrimes" || len(input.Args) != 1 {
		return nil, errOtherInput
	}
	limit, err := strconv.Atoi(input.Args[0])
	if err != nil || limit < 0 || limit > maxPrimes {
		return nil, errOtherInput
	}
	composite, count := make([]bool, limit+1), 0
	for candidate := 2; candidate <= limit; candidate++ {
		if composite[candidate] {
			continue
		}
		count++
		for multiple := candidate * candidate; multiple <= limit; multiple += candidate {
			composite[multiple] = true
		}
	}
	return []byte(strconv.Itoa(count) + "\n"), nil
}

// measured is a call whose fuel somebody has measured by running the module: a native function has no fuel of its own.
type measured struct {
	run  native
	fuel uint64
}

// catalogue is what this worker can do: by module hash, then by input hash, both in hex.
type catalogue map[string]map[string]measured

func (c catalogue) String() string { return fmt.Sprintf("%d modules", len(c)) }

// Set takes `<native>:<module hash>:<input hash>:<fuel>`.
func (c catalogue) Set(text string) error {
	parts := strings.Split(text, ":")
	if len(parts) != 4 {
		return fmt.Errorf("not <native>:<module hash>:<input hash>:<fuel>")
	}
	run, known := natives[parts[0]]
	if !known {
		return fmt.Errorf("no native function %q", parts[0])
	}
	for _, hash := range parts[1:3] {
		if bytes, err := hex.DecodeString(hash); err != nil || len(bytes) != 32 {
			return fmt.Errorf("%q is no hash", hash)
		}
	}
	fuel, err := strconv.ParseUint(parts[3], 10, 62)
	if err != nil {
		return err
	}
	module := strings.ToLower(parts[1])
	if c[module] == nil {
		c[module] = map[string]measured{}
	}
	c[module][strings.ToLower(parts[2])] = measured{run, fuel}
	return nil
}

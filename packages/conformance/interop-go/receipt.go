package main

import (
	"interop-go/generated"
)

// commitmentOf is what a worker binds itself by before it shows a result (MUST-175).
func commitmentOf(executionHash, salt []byte) []byte {
	return sha3Of(lp([]byte("ailee/v1/result-commitment"), executionHash, salt))
}

// executionHash is `execution_hash_v1`, which the worker signs (MUST-087).
func executionHash(r *generated.Receipt) []byte {
	return sha3Of(lp(
		[]byte("ailee/execution_hash_v1"),
		u32(r.Version),
		[]byte(r.Network),
		r.TaskId,
		[]byte(r.Worker),
		r.ModuleHash,
		[]byte(r.Function),
		r.InputHash,
		u64(r.Limits.MemoryBytes), u64(r.Limits.Fuel),
		u64(uint64(r.Limits.WallTimeMs)), u64(r.Limits.OutputBytes),
		r.MeteringHash,
		r.Seed,
		u64(r.ClockMs),
		r.OutputRoot,
		u64(r.OutputBytes),
		u64(r.FuelUsed),
		u32(uint32(r.Code)),
		[]byte(r.Trap),
		u32(r.ExitCode),
		r.MemoryHash,
		u64(r.StartedAtMs), u64(r.FinishedAtMs),
		r.Nonce,
	))
}

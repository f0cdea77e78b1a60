package main

import (
	"strings"

	"google.golang.org/protobuf/proto"

	"interop-go/generated"
)

// Limits of SPEC section 10, as far as a worker meets them.
const (
	maxModule     = 4 << 20
	maxInput      = 16 << 20
	maxOutput     = 16 << 20
	maxInline     = 64 << 10
	maxFunction   = 256
	maxRegion     = 64
	maxRegions    = 16
	maxList       = 1024
	maxPathBytes  = 256
	maxPathNames  = 16
	maxMemory     = 4096 << 20
	maxWallTimeMs = 24 * 3600 * 1000
	hashBytes     = 32
	nonceBytes    = 16
)

// decode reads a message, and refuses it as a whole where one field breaks its rule (MUST-009).
func decode(payload []byte, message proto.Message, inRange func() bool) error {
	if err := proto.Unmarshal(payload, message); err != nil {
		return faultOf("WIRE_MALFORMED", "not a message of its type")
	}
	if !inRange() {
		return faultOf("WIRE_FIELD_INVALID", "a field is missing or out of range")
	}
	return nil
}

func goodLimits(l *generated.Limits) bool {
	return l != nil && l.MemoryBytes >= 1 && l.MemoryBytes <= maxMemory && l.WallTimeMs >= 1 && l.WallTimeMs <= maxWallTimeMs &&
		l.OutputBytes <= maxOutput
}

func goodRequirements(r *generated.Requirements) bool {
	if r == nil {
		return true // every field has its default
	}
	for _, region := range r.Regions {
		if len(region) < 1 || len(region) > maxRegion {
			return false
		}
	}
	return len(r.Regions) <= maxRegions && r.MinReputationPermille <= 1000 &&
		(r.Isolation == "" || r.Isolation == "reduced" || r.Isolation == "full")
}

func offerOf(payload []byte) (*generated.TaskOffer, error) {
	var o generated.TaskOffer
	return &o, decode(payload, &o, func() bool {
		return len(o.TaskId) == hashBytes && len(o.ModuleHash) == hashBytes && o.ModuleBytes >= 1 && o.ModuleBytes <= maxModule &&
			o.InputBytes <= maxInput && goodLimits(o.Limits) && goodRequirements(o.Requirements) && o.ClosesAtMs <= maxInteger
	})
}

func assignmentOf(payload []byte) (*generated.AssignTask, error) {
	var a generated.AssignTask
	return &a, decode(payload, &a, func() bool {
		s := a.Spec
		return len(a.TaskId) == hashBytes && a.LeaseMs >= 100 && a.LeaseMs <= 3_600_000 && len(a.Nonce) == nonceBytes &&
			s != nil && len(s.ModuleHash) == hashBytes && s.ModuleBytes >= 1 && s.ModuleBytes <= maxModule &&
			len(s.InputHash) == hashBytes && s.InputBytes <= maxInput && len(s.Function) <= maxFunction &&
			goodLimits(s.Limits) && len(s.Seed) == hashBytes && s.ClockMs <= maxInteger
	})
}

func revocationOf(payload []byte) (*generated.RevokeLease, error) {
	var r generated.RevokeLease
	return &r, decode(payload, &r, func() bool { return codePattern.MatchString(r.Code) })
}

func revealOf(payload []byte) (*generated.RevealResult, error) {
	var r generated.RevealResult
	return &r, decode(payload, &r, func() bool { return true })
}

// inputOf reads the blob that a task's input hash names (MUST-054, MUST-125).
func inputOf(blob []byte) (*generated.Input, error) {
	var input generated.Input
	return &input, decode(blob, &input, func() bool {
		if len(input.Args) > maxList || len(input.Env) > maxList || len(input.Files) > maxList {
			return false
		}
		taken, folders := map[string]bool{}, map[string]bool{}
		for _, file := range input.Files {
			names := strings.Split(file.Path, "/")
			if len(file.Path) < 1 || len(file.Path) > maxPathBytes || len(names) > maxPathNames || taken[file.Path] {
				return false
			}
			taken[file.Path] = true
			for i, name := range names {
				if name == "" || name == "." || name == ".." || strings.ContainsRune(name, 0) {
					return false
				}
				if i > 0 {
					folders[strings.Join(names[:i], "/")] = true
				}
			}
		}
		for path := range taken {
			if folders[path] {
				return false
			}
		}
		return true
	})
}

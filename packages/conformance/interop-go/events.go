package main

import (
	"encoding/json"
	"io"
	"sync"
)

// events writes what happens, one JSON object a line.
type events struct {
	mutex sync.Mutex
	to    io.Writer
}

// say takes the event's name and then pairs of key and value.
func (e *events) say(event string, pairs ...any) {
	line := map[string]any{"event": event}
	for i := 0; i+1 < len(pairs); i += 2 {
		line[pairs[i].(string)] = pairs[i+1]
	}
	bytes, err := json.Marshal(line)
	if err != nil {
		return
	}
	e.mutex.Lock()
	defer e.mutex.Unlock()
	e.to.Write(append(bytes, '\n'))
}

package postlink

import "fmt"

// Version changes when Shrink makes another program of the same one.
const Version = "2"

// Shrink returns the program, a WebAssembly module that Go has linked, made
// smaller.
func Shrink(program []byte) ([]byte, error) {
	m, err := parse(program)
	if err != nil {
		return nil, fmt.Errorf("reading the linked program: %w", err)
	}
	if err := dropTraces(m.memory); err != nil {
		return nil, fmt.Errorf("dropping what only stack traces need from the linked program: %w; "+
			"compare runtime/symtab.go of this Go with internal/build/postlink/functions.go", err)
	}
	return m.bytes(), nil
}

package postlink

import "fmt"

// Version changes when Shrink makes another program of the same one.
const Version = "1"

// Shrink returns the program, a WebAssembly module that Go has linked, made
// smaller. With lines, its stack traces keep their files and lines.
func Shrink(program []byte, lines bool) ([]byte, error) {
	m, err := parse(program)
	if err != nil {
		return nil, fmt.Errorf("reading the linked program: %w", err)
	}
	if !lines {
		if err := dropLines(m.memory); err != nil {
			return nil, fmt.Errorf("dropping line numbers from the linked program: %w; "+
				"compare runtime/symtab.go of this Go with internal/build/postlink/lines.go", err)
		}
	}
	return m.bytes(), nil
}

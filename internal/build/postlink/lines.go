package postlink

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
)

// pclntab is what the runtime knows of functions; see runtime/symtab.go,
// runtime/runtime2.go (_func) and cmd/link/internal/ld/pcln.go.
type pclntab struct {
	files     []byte // cutab and filetab: the names of sources
	sequences []byte // pctab: a value for each range of a function's instructions
	functions []byte // an index, then a record of each function
	count     int
}

// header is how the table begins: its form, the least size of an instruction and
// that of a pointer.
const header = "\xf1\xff\xff\xff\x00\x00\x01\x08"

// Offsets within a function's record.
const (
	stackSequence = 16
	fileSequence  = 20
	lineSequence  = 24
	dataCount     = 28 // of sequences with other data, which follow the record
	startLine     = 36
	pointerCount  = 43 // of pointers, which follow those
	recordSize    = 44
)

func findTable(memory []byte) (pclntab, error) {
	at := bytes.Index(memory, []byte(header))
	if at < 0 || bytes.Contains(memory[at+1:], []byte(header)) {
		return pclntab{}, errors.New("its table of functions is not to be told from other data")
	}
	table := memory[at:]
	word := func(i int) int { return int(binary.LittleEndian.Uint64(table[8+8*i:])) }
	if len(table) < 72 {
		return pclntab{}, errShort
	}
	count, files, sequences, functions := word(0), word(4), word(6), word(7)
	if count <= 0 || files < 72 || sequences < files || functions < sequences || functions > len(table) || count > (len(table)-functions)/8 {
		return pclntab{}, fmt.Errorf("its table of %d functions has files at %d, sequences at %d and functions at %d", count, files, sequences, functions)
	}
	return pclntab{table[files:sequences], table[sequences:functions], table[functions:], count}, nil
}

// mark marks the bytes of a sequence: pairs of how much the value and the place
// change, the first pair whatever it is, until a value that does not change.
func (t pclntab) mark(sequence uint32, marked []bool) error {
	if sequence == 0 {
		return nil
	}
	r := reader{t.sequences, int(sequence)}
	for first := true; ; first = false {
		if r.unsigned() == 0 && !first {
			break
		}
		r.unsigned()
	}
	if r.at > len(t.sequences) {
		return fmt.Errorf("its sequence at %d has no end", sequence)
	}
	for i := int(sequence); i < r.at; i++ {
		marked[i] = true
	}
	return nil
}

// dropLines clears what tells files and lines. A function whose record names no
// sequence of them is one whose place is not known.
func dropLines(memory []byte) error {
	t, err := findTable(memory)
	if err != nil {
		return err
	}
	kept, dropped := make([]bool, len(t.sequences)), make([]bool, len(t.sequences))
	next := -1
	for k := range t.count {
		place := int(binary.LittleEndian.Uint32(t.functions[8*k+4:]))
		// Records follow each other, at multiples of a pointer's size.
		if next >= 0 && place != next {
			return fmt.Errorf("the record of function %d lies at %d and not at %d", k, place, next)
		}
		if place > len(t.functions)-recordSize {
			return errShort
		}
		record := t.functions[place:]
		field := func(offset int) uint32 { return binary.LittleEndian.Uint32(record[offset:]) }
		more := int(field(dataCount))
		size := recordSize + 4*more + 4*int(record[pointerCount])
		if more > len(record) || size > len(record) {
			return errShort
		}
		next = (place + size + 7) &^ 7

		err := errors.Join(t.mark(field(stackSequence), kept), t.mark(field(fileSequence), dropped), t.mark(field(lineSequence), dropped))
		for i := range more {
			err = errors.Join(err, t.mark(field(recordSize+4*i), kept))
		}
		if err != nil {
			return fmt.Errorf("function %d: %w", k, err)
		}
		clear(record[fileSequence : lineSequence+4])
		clear(record[startLine : startLine+4])
	}
	for i := range t.sequences {
		if dropped[i] && !kept[i] {
			t.sequences[i] = 0
		}
	}
	clear(t.files)
	return nil
}

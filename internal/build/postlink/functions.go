package postlink

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// pclntab is what the runtime knows of functions; see runtime/symtab.go,
// runtime/runtime2.go (_func) and cmd/link/internal/ld/pcln.go.
type pclntab struct {
	names     []byte // each ends with a zero
	files     []byte // cutab and filetab: the names of sources
	sequences []byte // pctab: a value for each range of a function's instructions
	functions []byte // an index, a record of each function, then more data of them
	records   []record
	data      int // where in functions the data lie that records point to
}

// header is how the table begins: its form, the least size of an instruction and
// that of a pointer.
const header = "\xf1\xff\xff\xff\x00\x00\x01\x08"

// record is what the table says of a function: numbers of four bytes at these
// places, then the places of sequences and of data.
type record []byte

const (
	nameField     = 4
	stackField    = 16 // the sequence of the stack's height
	fileField     = 20
	lineField     = 24
	sequenceCount = 28
	unitField     = 32
	startField    = 36 // the first line
	dataCount     = 43 // in one byte
	recordSize    = 44
)

// The sequences and data that are dropped, by the numbers that internal/abi gives
// them. Points where a signal may not interrupt matter only where signals are.
const (
	unsafePoint   = 0
	inlined       = 2 // which of the inlined functions is at work
	liveArguments = 3

	inlinedFunctions = 3
	arguments        = 5
	liveArgumentData = 6

	none        = 0xFFFFFFFF
	inlinedSize = 16 // of what is told of an inlined function
	inlinedName = 4  // within that
)

func (r record) at(place int) uint32     { return binary.LittleEndian.Uint32(r[place:]) }
func (r record) put(place int, v uint32) { binary.LittleEndian.PutUint32(r[place:], v) }
func (r record) sequences() int          { return int(r.at(sequenceCount)) }
func (r record) sequencePlace(i int) int { return recordSize + 4*i }
func (r record) dataPlace(i int) int     { return recordSize + 4*r.sequences() + 4*i }
func (r record) hasData(i int) bool      { return i < int(r[dataCount]) && r.at(r.dataPlace(i)) != none }
func (r record) size() int               { return r.dataPlace(int(r[dataCount])) }
func (t *pclntab) name(place uint32) bool {
	return int(place) < len(t.names) && (place == 0 || t.names[place-1] == 0)
}

func findTable(memory []byte) (*pclntab, error) {
	at := bytes.Index(memory, []byte(header))
	if at < 0 || bytes.Contains(memory[at+1:], []byte(header)) {
		return nil, errors.New("its table of functions is not to be told from other data")
	}
	table := memory[at:]
	const size = 72
	if len(table) < size {
		return nil, errShort
	}
	word := func(i int) int { return int(binary.LittleEndian.Uint64(table[8+8*i:])) }
	count, names, files, sequences, functions := word(0), word(3), word(4), word(6), word(7)
	if !slices.IsSorted([]int{size, names, files, sequences, functions, len(table)}) || count <= 0 || count > (len(table)-functions)/8 {
		return nil, fmt.Errorf("its table of %d functions has names at %d, files at %d, sequences at %d and functions at %d", count, names, files, sequences, functions)
	}
	t := &pclntab{names: table[names:files], files: table[files:sequences], sequences: table[sequences:functions], functions: table[functions:]}
	return t, t.read(count)
}

// read finds the records. They follow each other, at multiples of a pointer's size.
func (t *pclntab) read(count int) error {
	for k := range count {
		place := int(binary.LittleEndian.Uint32(t.functions[8*k+4:]))
		if k > 0 && place != t.data {
			return fmt.Errorf("the record of function %d lies at %d and not at %d", k, place, t.data)
		}
		if place > len(t.functions)-recordSize {
			return errShort
		}
		r := record(t.functions[place:])
		if r.sequences() > len(r) || r.size() > len(r) {
			return errShort
		}
		if !t.name(r.at(nameField)) {
			return fmt.Errorf("function %d has no name", k)
		}
		t.records = append(t.records, r[:r.size()])
		t.data = (place + r.size() + 7) &^ 7
	}
	return nil
}

// mark marks the bytes of a sequence and returns its highest value. A sequence is
// of pairs: how much the value and the place change, until a value that does not.
func (t *pclntab) mark(place uint32, marked []bool) (highest int, err error) {
	highest = -1
	if place == 0 {
		return highest, nil
	}
	r := reader{t.sequences, int(place)}
	for value, first := -1, true; ; first = false {
		change := r.unsigned()
		if change == 0 && !first {
			break
		}
		// The sign is in the lowest bit.
		value += change>>1 ^ -(change & 1)
		highest = max(highest, value)
		r.unsigned()
	}
	if r.at > len(t.sequences) {
		return 0, fmt.Errorf("the sequence at %d has no end", place)
	}
	for i := int(place); i < r.at; i++ {
		marked[i] = true
	}
	return highest, nil
}

// dropTraces clears what the runtime reads only where it tells what the stack looks
// like: a record that names no such data is one of which they are not known.
func dropTraces(memory []byte) error {
	t, err := findTable(memory)
	if err != nil {
		return err
	}
	kept, dropped := make([]bool, len(t.sequences)), make([]bool, len(t.sequences))
	named := make([]bool, len(t.names))
	for k, r := range t.records {
		if err := t.strip(r, kept, dropped); err != nil {
			return fmt.Errorf("function %d: %w", k, err)
		}
		for i := int(r.at(nameField)); i < len(named) && t.names[i] != 0; i++ {
			named[i] = true
		}
	}
	for i := range t.sequences {
		if dropped[i] && !kept[i] {
			t.sequences[i] = 0
		}
	}
	// The names of functions that are inlined wherever they are called.
	for i := range t.names {
		if !named[i] {
			t.names[i] = 0
		}
	}
	clear(t.files)
	return nil
}

// strip makes a record forget what is dropped, and marks which sequences it had.
func (t *pclntab) strip(r record, kept, dropped []bool) error {
	mark := func(place int, marked []bool) int {
		highest, err := t.mark(r.at(place), marked)
		if err != nil {
			highest = -2
		}
		return highest
	}
	worst := min(mark(stackField, kept), mark(fileField, dropped), mark(lineField, dropped))
	for i := range r.sequences() {
		place := r.sequencePlace(i)
		switch i {
		case unsafePoint, inlined, liveArguments:
			highest := mark(place, dropped)
			worst = min(worst, highest)
			if i == inlined && r.hasData(inlinedFunctions) {
				if err := t.forgetInlined(int(r.at(r.dataPlace(inlinedFunctions))), highest+1); err != nil {
					return err
				}
			}
			r.put(place, 0)
		default:
			worst = min(worst, mark(place, kept))
		}
	}
	if worst < -1 {
		return errors.New("a sequence has no end")
	}
	for _, place := range []int{fileField, lineField, unitField, startField} {
		r.put(place, 0)
	}
	for _, i := range []int{inlinedFunctions, arguments, liveArgumentData} {
		if r.hasData(i) {
			r.put(r.dataPlace(i), none)
		}
	}
	return nil
}

// forgetInlined clears what is told of the functions inlined in another one.
func (t *pclntab) forgetInlined(place, count int) error {
	from := t.data + place
	if to := from + inlinedSize*count; to > len(t.functions) {
		return errShort
	}
	for i := range count {
		told := record(t.functions[from+inlinedSize*i:][:inlinedSize])
		if !t.name(told.at(inlinedName)) {
			return fmt.Errorf("what is inlined as its number %d has no name", i)
		}
		clear(told)
	}
	return nil
}

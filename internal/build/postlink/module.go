package postlink

import (
	"bytes"
	"errors"
	"fmt"
	"math"
)

// module is a WebAssembly module whose data are laid out as they are in memory.
type module struct {
	before, after []byte // of the section of data
	memory        []byte
	base          int // the address where memory begins
}

const (
	dataSection = 11
	i32Const    = 0x41
	end         = 0x0b
)

var errShort = errors.New("it ends early")

func parse(program []byte) (*module, error) {
	if !bytes.HasPrefix(program, []byte("\x00asm\x01\x00\x00\x00")) {
		return nil, errors.New("it is no WebAssembly module")
	}
	for r := (reader{program, 8}); r.at < len(program); {
		start := r.at
		id := r.byte()
		size := r.unsigned()
		body := r.at
		if r.at += size; r.at > len(program) || size < 0 {
			return nil, errShort
		}
		if id == dataSection {
			m := &module{before: program[:start], after: program[r.at:]}
			return m, m.load(program[body:r.at])
		}
	}
	return nil, errors.New("it has no data")
}

// load puts the pieces of the data, in whatever order they come, where they belong.
func (m *module) load(section []byte) error {
	type piece struct {
		at   int
		data []byte
	}
	var pieces []piece
	first, last := math.MaxInt, 0
	r := reader{section, 0}
	for k := range r.unsigned() {
		if mode, op := r.byte(), r.byte(); mode != 0 || op != i32Const {
			return fmt.Errorf("piece %d of the data has no constant place", k)
		}
		at := r.signed()
		if r.byte() != end {
			return fmt.Errorf("piece %d of the data has no constant place", k)
		}
		size := r.unsigned()
		if at < 0 || size < 0 || size > len(section)-r.at {
			return fmt.Errorf("piece %d of the data lies at %d with %d bytes", k, at, size)
		}
		pieces = append(pieces, piece{at, section[r.at : r.at+size]})
		first, last = min(first, at), max(last, at+size)
		r.at += size
	}
	if r.at != len(section) || pieces == nil {
		return errShort
	}
	if last-first > most {
		return fmt.Errorf("the data take %d bytes", last-first)
	}
	m.base, m.memory = first, make([]byte, last-first)
	for _, p := range pieces {
		copy(m.memory[p.at-first:], p.data)
	}
	return nil
}

// most is how far apart data may lie: far more than a player has.
const most = 1 << 28

// fewest is the shortest run of zeros that is left out. An address in the midst of
// the data costs a compressor more than zeros do.
const fewest = 64

// bytes is the module with as few pieces of data as are worth it.
func (m *module) bytes() []byte {
	var pieces []byte
	count := 0
	for at := 0; at < len(m.memory); {
		if m.memory[at] == 0 {
			at++
			continue
		}
		from, to := at, at+1
		for at < len(m.memory) && at-to < fewest {
			if at++; m.memory[at-1] != 0 {
				to = at
			}
		}
		pieces = append(pieces, 0, i32Const)
		pieces = appendSigned(pieces, m.base+from)
		pieces = append(pieces, end)
		pieces = appendUnsigned(pieces, to-from)
		pieces = append(pieces, m.memory[from:to]...)
		count++
	}
	head := appendUnsigned(nil, count)
	out := append(bytes.Clone(m.before), dataSection)
	out = appendUnsigned(out, len(head)+len(pieces))
	out = append(append(out, head...), pieces...)
	return append(out, m.after...)
}

// reader reads numbers as WebAssembly writes them. Beyond the end it reads zeros;
// at then lies there too.
type reader struct {
	src []byte
	at  int
}

func (r *reader) byte() byte {
	r.at++
	if r.at > len(r.src) {
		return 0
	}
	return r.src[r.at-1]
}

func (r *reader) unsigned() int {
	n := 0
	for shift := 0; ; shift += 7 {
		b := r.byte()
		n |= int(b&0x7F) << shift
		if b < 0x80 || shift > 56 {
			return n
		}
	}
}

func (r *reader) signed() int {
	n := 0
	for shift := 0; ; {
		b := r.byte()
		n |= int(b&0x7F) << shift
		if shift += 7; b < 0x80 || shift > 56 {
			if b&0x40 != 0 {
				n -= 1 << shift
			}
			return n
		}
	}
}

func appendUnsigned(b []byte, n int) []byte {
	for n >= 0x80 {
		b = append(b, byte(n)|0x80)
		n >>= 7
	}
	return append(b, byte(n))
}

func appendSigned(b []byte, n int) []byte {
	for n < -0x40 || n >= 0x40 {
		b = append(b, byte(n)|0x80)
		n >>= 7
	}
	return append(b, byte(n)&0x7F)
}

package packs

import (
	"errors"
	"hash/crc32"
	"math"
	"unicode/utf8"

	"lianhua/internal/varint"
)

// A hall's pack as a file:
//
//	magic    "LIANHALL\n"
//	format   1 byte
//	checksum 4 bytes, little endian: CRC-32 (IEEE) of all that follows
//	head     version, name, the story's format, how many scenes and their names
//	lengths  of the story and the three fonts
//	parts    their bytes, one after the other
//
// Numbers are as varint writes them; a name is its length and its UTF-8 bytes. The
// checksum tells of disks and sticks that fail; who made a pack is for signatures to
// say (package repository).
const (
	magic  = "LIANHALL\n"
	format = 1
	header = len(magic) + 1 + 4
)

// What a pack may hold at most.
const (
	mostName   = 200      // bytes of a name
	mostScenes = 256      // scenes
	mostStory  = 4 << 20  // bytes: as the player reads of a story's file
	mostFont   = 16 << 20 // bytes of one font

	// MostSize is how many bytes a pack has at most.
	MostSize = header + 1024 + mostScenes*(mostName+2) + mostStory + 3*mostFont
)

// ErrCorrupt is wrapped by what [Read] says of a damaged file.
var ErrCorrupt = errors.New("the pack is damaged")

type corrupt struct{ why string }

func (c *corrupt) Error() string {
	return ErrCorrupt.Error() + ": " + c.why + "; copy or download it again"
}
func (c *corrupt) Unwrap() error { return ErrCorrupt }

// Encode is the pack's file. [Read] refuses what [Pack.Valid] does.
func (p *Pack) Encode() []byte {
	out := append([]byte(magic), format, 0, 0, 0, 0)
	out = varint.Append(out, p.Version)
	out = text(out, p.Name)
	out = varint.Append(out, uint64(p.Requires.StoryFormat))
	out = varint.Append(out, uint64(len(p.Requires.Scenes)))
	for _, name := range p.Requires.Scenes {
		out = text(out, name)
	}
	for _, part := range p.parts() {
		out = varint.Append(out, uint64(len(*part.data)))
	}
	for _, part := range p.parts() {
		out = append(out, *part.data...)
	}
	sum := checksum(out[header:])
	copy(out[header-len(sum):], sum[:])
	return out
}

func text(dst []byte, s string) []byte { return append(varint.Append(dst, uint64(len(s))), s...) }

// checksum is the CRC-32 (IEEE), little endian.
func checksum(data []byte) [4]byte {
	n := crc32.ChecksumIEEE(data)
	return [4]byte{byte(n), byte(n >> 8), byte(n >> 16), byte(n >> 24)}
}

// part is one of the files in a pack.
type part struct {
	name string
	data *[]byte
	most uint64
}

// parts are in the order of the file.
func (p *Pack) parts() [4]part {
	return [4]part{
		{"story", &p.Story, mostStory},
		{"sans font", &p.Sans, mostFont},
		{"bold font", &p.Bold, mostFont},
		{"serif font", &p.Serif, mostFont},
	}
}

// Valid reports what a maker must mend before the pack is a file.
func (p *Pack) Valid() error {
	switch {
	case p.Version == 0:
		return errors.New("the pack has no version: give it one from 1 up, higher than the last")
	case len(p.Name) > mostName || !utf8.ValidString(p.Name):
		return errors.New("the pack's name is no text of 200 bytes at most")
	case p.Requires.StoryFormat < 1:
		return errors.New("the pack does not say of which format its story is")
	case len(p.Requires.Scenes) > mostScenes:
		return errors.New("the pack tells more than 256 scenes")
	}
	for _, name := range p.Requires.Scenes {
		if name == "" || len(name) > mostName || !utf8.ValidString(name) {
			return errors.New("a scene's name is no text of 1 to 200 bytes")
		}
	}
	for _, part := range p.parts() {
		if len(*part.data) == 0 {
			return errors.New("the pack has no " + part.name)
		}
		if uint64(len(*part.data)) > part.most {
			return errors.New("the pack's " + part.name + " is larger than any")
		}
	}
	return nil
}

// Read reads a pack's file, whose bytes it keeps. Its error wraps [ErrCorrupt], or
// [ErrNewer] where the file is of a format that is not known yet.
func Read(data []byte) (*Pack, error) {
	if len(data) < header || string(data[:len(magic)]) != magic {
		return nil, &corrupt{"it does not begin as a hall's pack"}
	}
	if f := data[len(magic)]; f > format {
		return nil, &newer{"is of a format that this player does not know"}
	} else if f < format {
		return nil, &corrupt{"it has no format"}
	}
	if [4]byte(data[header-4:header]) != checksum(data[header:]) {
		return nil, &corrupt{"its checksum does not match"}
	}
	r := reader{rest: data[header:]}
	p := &Pack{Version: r.uint(math.MaxUint64), Name: r.text()}
	p.Requires.StoryFormat = int(r.uint(math.MaxInt16))
	for range r.uint(mostScenes) {
		p.Requires.Scenes = append(p.Requires.Scenes, r.text())
	}
	var lengths [4]uint64
	for i, part := range p.parts() {
		lengths[i] = r.uint(part.most)
	}
	for i, part := range p.parts() {
		*part.data = r.bytes(lengths[i])
	}
	if r.why == "" && len(r.rest) > 0 {
		r.fail("bytes follow its end")
	}
	if r.why != "" {
		return nil, &corrupt{r.why}
	}
	if err := p.Valid(); err != nil {
		return nil, &corrupt{err.Error()}
	}
	return p, nil
}

// reader reads what Encode wrote; after what is wrong first it reads nothing.
type reader struct {
	rest []byte
	why  string
}

func (r *reader) fail(why string) {
	if r.why == "" {
		r.why = why
	}
	r.rest = nil
}

func (r *reader) uint(limit uint64) uint64 {
	n, size := varint.Read(r.rest)
	if size == 0 {
		r.fail("it ends early")
		return 0
	}
	if n > limit {
		r.fail("a number is out of range")
		return 0
	}
	r.rest = r.rest[size:]
	return n
}

func (r *reader) bytes(n uint64) []byte {
	if n > uint64(len(r.rest)) {
		r.fail("it ends early")
		return nil
	}
	b := r.rest[:n:n]
	r.rest = r.rest[n:]
	return b
}

func (r *reader) text() string { return string(r.bytes(r.uint(mostName))) }

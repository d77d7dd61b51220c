package history

import (
	"bytes"
	"crypto/sha256"
)

// digest tells two states of a file apart; the zero one is that of no file.
type digest [sha256.Size]byte

func digestOf(content []byte) digest {
	if content == nil {
		return digest{}
	}
	return sha256.Sum256(content)
}

// patch is what parts two states of a file, by which each is made of the other.
type patch struct {
	before, after digest
	at            int
	old, new      []byte
	made          bool // there was no file before
	gone          bool // there is none after
}

// patchOf parts two states; nil is that of no file.
func patchOf(before, after []byte) patch {
	p := patch{before: digestOf(before), after: digestOf(after), made: before == nil, gone: after == nil}
	for p.at < len(before) && p.at < len(after) && before[p.at] == after[p.at] {
		p.at++
	}
	end := 0
	for end < len(before)-p.at && end < len(after)-p.at && before[len(before)-1-end] == after[len(after)-1-end] {
		end++
	}
	p.old, p.new = bytes.Clone(before[p.at:len(before)-end]), bytes.Clone(after[p.at:len(after)-end])
	return p
}

// fits reports whether the file is in the state after the patch.
func (p *patch) fits(now []byte) bool { return digestOf(now) == p.after }

// back gives the state before the patch, from that after it; nil where there was none.
func (p *patch) back(now []byte) []byte {
	if p.made {
		return nil
	}
	out := make([]byte, 0, len(now)-len(p.new)+len(p.old)) // an empty file is one, too
	out = append(out, now[:p.at]...)
	out = append(out, p.old...)
	return append(out, now[p.at+len(p.new):]...)
}

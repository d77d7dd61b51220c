package store

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
)

// disk is a folder that can be cut off at any operation. It keeps what was synced; of
// what was not, a power cut decides.
type disk struct {
	names map[string]*content // as programs see them
	kept  map[string]*content // as they were when the folder was last synced
	since []turn              // of the names, since then

	done, cut int   // operations, and the one that is not reached; 0: none
	fails     error // in place of the cut, once; nil: everything stops
	off       bool
}

// content is a file's.
type content struct{ now, kept []byte }

// turn is a change of names: from goes, to is given the content, nil for none.
type turn struct {
	from, to string
	content  *content
}

// errCut is what is told to a program that no longer runs.
var errCut = errors.New("the power is cut")

func newDisk() *disk { return &disk{names: map[string]*content{}, kept: map[string]*content{}} }

// step counts an operation; half tells to do a part of it.
func (d *disk) step() (half bool, err error) {
	if d.off {
		return false, errCut
	}
	d.done++
	if d.done != d.cut {
		return false, nil
	}
	if d.fails != nil {
		return true, d.fails
	}
	d.off = true
	return true, errCut
}

func (d *disk) Read(name string) ([]byte, error) {
	if _, err := d.step(); err != nil {
		return nil, err
	}
	c := d.names[name]
	if c == nil {
		return nil, fs.ErrNotExist
	}
	return slices.Clone(c.now), nil
}

func (d *disk) turn(t turn) {
	t.apply(d.names)
	d.since = append(d.since, t)
}

func (t turn) apply(names map[string]*content) {
	if t.from != "" {
		delete(names, t.from)
	}
	if t.to != "" {
		names[t.to] = t.content
	}
}

func (d *disk) Create(name string) (File, error) {
	if _, err := d.step(); err != nil {
		return nil, err
	}
	c := &content{}
	d.turn(turn{to: name, content: c})
	return &open{d, c}, nil
}

func (d *disk) Rename(from, to string) error {
	if _, err := d.step(); err != nil {
		return err
	}
	if d.names[from] == nil {
		return fs.ErrNotExist
	}
	d.turn(turn{from: from, to: to, content: d.names[from]})
	return nil
}

func (d *disk) Remove(name string) error {
	if _, err := d.step(); err != nil {
		return err
	}
	if d.names[name] == nil {
		return fs.ErrNotExist
	}
	d.turn(turn{from: name})
	return nil
}

func (d *disk) Names() ([]string, error) {
	if _, err := d.step(); err != nil {
		return nil, err
	}
	return slices.Sorted(maps.Keys(d.names)), nil
}

func (d *disk) Sync() error {
	if _, err := d.step(); err != nil {
		return err
	}
	d.kept, d.since = maps.Clone(d.names), nil
	return nil
}

type open struct {
	*disk
	*content
}

func (o *open) Write(data []byte) (int, error) {
	half, err := o.step()
	if err != nil && !half {
		return 0, err
	}
	if half {
		data = data[:len(data)/2]
	}
	o.now = append(o.now, data...)
	return len(data), err
}

func (o *open) Sync() error {
	if _, err := o.step(); err != nil {
		return err
	}
	o.content.kept = slices.Clone(o.now)
	return nil
}

func (o *open) Close() error { _, err := o.step(); return err }

// after are the disks that may be found after a cut: that of a process that was killed,
// which lost nothing; and those of a power cut, with each choice of the names that were
// not synced, and of files' contents what was synced or, of what was not, a part.
func (d *disk) after() (all []*disk) {
	seen := map[string]bool{}
	all = append(all, d.clone())
	add := func(names map[string]*content, whole func(*content) []byte) {
		n := d.found(names, whole)
		var text strings.Builder
		for _, name := range slices.Sorted(maps.Keys(n.names)) {
			fmt.Fprintf(&text, "%q %q ", name, n.names[name].now)
		}
		if !seen[text.String()] {
			seen[text.String()] = true
			all = append(all, n)
		}
	}
	for choice := range 1 << len(d.since) {
		names := maps.Clone(d.kept)
		for i, t := range d.since {
			if choice>>i&1 == 1 {
				t.apply(names)
			}
		}
		add(names, func(c *content) []byte { return c.kept })
		add(names, func(c *content) []byte {
			if slices.Equal(c.kept, c.now) {
				return c.kept
			}
			return append(slices.Clone(c.now[:len(c.now)/2]), strings.Repeat("\x00", len(c.now)-len(c.now)/2)...)
		})
	}
	return all
}

// found is a disk that is found so, with all that it has on it.
func (d *disk) found(names map[string]*content, whole func(*content) []byte) *disk {
	n := newDisk()
	for name, c := range names {
		data := slices.Clone(whole(c))
		n.names[name] = &content{data, data}
	}
	n.kept = maps.Clone(n.names)
	return n
}

// clone is the same disk once more, with what is not yet synced.
func (d *disk) clone() *disk {
	n, same := newDisk(), map[*content]*content{nil: nil}
	of := func(c *content) *content {
		if _, known := same[c]; !known {
			same[c] = &content{slices.Clone(c.now), slices.Clone(c.kept)}
		}
		return same[c]
	}
	for name, c := range d.names {
		n.names[name] = of(c)
	}
	for name, c := range d.kept {
		n.kept[name] = of(c)
	}
	for _, t := range d.since {
		n.since = append(n.since, turn{t.from, t.to, of(t.content)})
	}
	return n
}

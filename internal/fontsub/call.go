package fontsub

import (
	"context"
	"errors"
	"fmt"

	"github.com/tetratelabs/wazero/api"
)

// caller calls the module's C functions; after the first error it does nothing
// more.
type caller struct {
	ctx    context.Context
	module api.Module
	err    error
}

func (c *caller) call(name string, args ...uint64) uint64 {
	if c.err != nil {
		return 0
	}
	f := c.module.ExportedFunction(name)
	if f == nil {
		c.err = fmt.Errorf("the subsetter has no function %s", name)
		return 0
	}
	res, err := f.Call(c.ctx, args...)
	if err != nil {
		c.err = fmt.Errorf("%s: %w", name, err)
		return 0
	}
	if len(res) == 0 {
		return 0
	}
	return res[0]
}

// object is call for a function that returns a pointer, which is never null.
func (c *caller) object(name string, args ...uint64) uint64 {
	p := c.call(name, args...)
	if p == 0 && c.err == nil {
		c.err = fmt.Errorf("%s failed: the font is damaged or memory ran out", name)
	}
	return p
}

const writable = 2 // HB_MEMORY_MODE_WRITABLE

func (c *caller) subset(font []byte, runes []rune) []byte {
	p := c.object("malloc", uint64(len(font)))
	if c.err == nil && !c.module.Memory().Write(uint32(p), font) {
		c.err = errors.New("the font does not fit the subsetter's memory")
	}
	blob := c.object("hb_blob_create", p, uint64(len(font)), writable, 0, 0)
	face := c.object("hb_face_create", blob, 0)
	input := c.object("hb_subset_input_create_or_fail")
	c.configure(input, runes)
	sub := c.object("hb_subset_or_fail", face, input)
	res := c.object("hb_face_reference_blob", sub)
	size := c.call("hb_blob_get_length", res)
	data := c.object("hb_blob_get_data", res, 0)
	var out []byte
	if c.err == nil {
		view, ok := c.module.Memory().Read(uint32(data), uint32(size))
		if !ok {
			c.err = errors.New("the subset lies outside the subsetter's memory")
		}
		out = append(out, view...)
	}
	c.call("hb_blob_destroy", res)
	c.call("hb_face_destroy", sub)
	c.call("hb_subset_input_destroy", input)
	c.call("hb_face_destroy", face)
	c.call("hb_blob_destroy", blob)
	c.call("free", p)
	return out
}

func (c *caller) configure(input uint64, runes []rune) {
	c.call("hb_subset_input_set_flags", input, flagNoHinting|flagNotdefOutline)
	fill(c, c.object("hb_subset_input_unicode_set", input), runes)
	only := func(kind uint64, values []uint32) {
		set := c.object("hb_subset_input_set", input, kind)
		c.call("hb_set_clear", set)
		fill(c, set, values)
	}
	only(setFeatures, tags(features()))
	only(setScripts, tags(scripts()))
	only(setNameIDs, names())
	only(setNameLangs, []uint32{english})
	fill(c, c.object("hb_subset_input_set", input, setDropTables), tags(dropped()))
}

func tags(names []string) []uint32 {
	var out []uint32
	for _, t := range names {
		out = append(out, uint32(t[0])<<24|uint32(t[1])<<16|uint32(t[2])<<8|uint32(t[3]))
	}
	return out
}

func fill[T rune | uint32](c *caller, set uint64, values []T) {
	for _, v := range values {
		c.call("hb_set_add", set, uint64(v))
	}
}

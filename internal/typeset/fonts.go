package typeset

import (
	"bytes"
	"errors"
	"sync/atomic"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"

	"lianhua/internal/geom"
)

// faceCount is the number of faces.
const faceCount = 3

// Faces are the faces in the order of their numbers.
func Faces() [faceCount]Face { return [faceCount]Face{Sans, SansBold, Serif} }

// String is the name of the face's font file, without its suffix.
func (f Face) String() string {
	switch f {
	case Sans:
		return "sans"
	case SansBold:
		return "bold"
	case Serif:
		return "serif"
	}
	return "unknown"
}

// The em box of Noto's Chinese fonts: the share of it above the baseline and
// the share below. Han fill this box; hhea's metrics are wider by half.
const (
	emAscent  = 0.88
	emDescent = 0.12
)

// Fonts are the three parsed fonts. They are safe for concurrent use.
type Fonts struct {
	faces    [faceCount]*font.Font
	outlines [faceCount][]atomic.Pointer[geom.Path]
}

// Load parses the three fonts, TrueType files.
func Load(sans, bold, serif []byte) (*Fonts, error) {
	f := &Fonts{}
	for i, data := range [faceCount][]byte{sans, bold, serif} {
		face, glyphs, err := parse(data)
		if err != nil {
			return nil, errors.New("typeset: the " + Face(i).String() + " font: " + err.Error())
		}
		f.faces[i] = face
		f.outlines[i] = make([]atomic.Pointer[geom.Path], glyphs)
	}
	return f, nil
}

// parse returns the font and the number of its glyphs, which maxp holds.
func parse(data []byte) (*font.Font, int, error) {
	ld, err := opentype.NewLoader(bytes.NewReader(data))
	if err != nil {
		return nil, 0, err
	}
	face, err := font.NewFont(ld)
	if err != nil {
		return nil, 0, err
	}
	maxp, err := ld.RawTable(opentype.NewTag('m', 'a', 'x', 'p'))
	if err != nil {
		return nil, 0, err
	}
	if len(maxp) < 6 || face.Upem() == 0 {
		return nil, 0, errors.New("a table is too short")
	}
	return face, int(maxp[4])<<8 | int(maxp[5]), nil
}

// Has reports whether any face can show r.
func (f *Fonts) Has(r rune) bool {
	for _, face := range Faces() {
		if f.FaceHas(face, r) {
			return true
		}
	}
	return false
}

// FaceHas reports whether that face can show r.
func (f *Fonts) FaceHas(face Face, r rune) bool {
	_, ok := f.faces[face].Cmap.Lookup(r)
	return ok
}

// Outline returns a glyph's outline: one em is 1.0, y grows downwards, the
// origin is on the baseline. Callers must not change it. It is false for a
// glyph that the face lacks; a space has an empty outline.
func (f *Fonts) Outline(g GlyphRef) (geom.Path, bool) {
	if int(g.Face) >= faceCount || int(g.GID) >= len(f.outlines[g.Face]) {
		return geom.Path{}, false
	}
	slot := &f.outlines[g.Face][g.GID]
	if p := slot.Load(); p != nil {
		return *p, true
	}
	p, ok := f.trace(g)
	if ok {
		// Two goroutines at once trace equal paths: either may stay.
		slot.Store(&p)
	}
	return p, ok
}

func (f *Fonts) trace(g GlyphRef) (geom.Path, bool) {
	face := f.faces[g.Face]
	data, ok := (&font.Face{Font: face}).GlyphDataOutline(font.GID(g.GID))
	if !ok {
		return geom.Path{}, false
	}
	k := 1 / float64(face.Upem())
	at := func(p opentype.SegmentPoint) (x, y float64) { return float64(p.X) * k, -float64(p.Y) * k }
	var path geom.Path
	open := false
	for i := range data.Segments {
		s := &data.Segments[i]
		x0, y0 := at(s.Args[0])
		x1, y1 := at(s.Args[1])
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			if open {
				path.Close()
			}
			path.Move(x0, y0)
			open = true
		case opentype.SegmentOpLineTo:
			path.Line(x0, y0)
		case opentype.SegmentOpQuadTo:
			path.Quad(x0, y0, x1, y1)
		case opentype.SegmentOpCubeTo:
			x2, y2 := at(s.Args[2])
			path.Cube(x0, y0, x1, y1, x2, y2)
		}
	}
	if open {
		path.Close()
	}
	return path, true
}

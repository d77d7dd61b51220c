package typeset

import (
	"errors"
	"sync/atomic"

	"lianhua/internal/geom"
	"lianhua/internal/typeset/otf"
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
	faces    [faceCount]*otf.Font
	outlines [faceCount][]atomic.Pointer[geom.Path]
}

// Load parses the three fonts, TrueType files made by "studio fonts". It keeps
// the files, which must not be changed.
func Load(sans, bold, serif []byte) (*Fonts, error) {
	f := &Fonts{}
	for i, data := range [faceCount][]byte{sans, bold, serif} {
		face, err := otf.Parse(data)
		if err != nil {
			return nil, errors.New("typeset: the " + Face(i).String() + " font: " + err.Error())
		}
		f.faces[i] = face
		f.outlines[i] = make([]atomic.Pointer[geom.Path], face.Glyphs())
	}
	return f, nil
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

// Lacks reports whether r is to be seen and no face can show it: a crossed box
// would stand in its place.
func (f *Fonts) Lacks(r rune) bool { return r >= ' ' && !joins(r) && !f.Has(r) }

// FaceHas reports whether that face can show r.
func (f *Fonts) FaceHas(face Face, r rune) bool {
	_, ok := f.faces[face].Glyph(substitute(r))
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
	p := trace(f.faces[g.Face], otf.GID(g.GID))
	// Two goroutines at once trace equal paths: either may stay.
	slot.Store(&p)
	return p, true
}

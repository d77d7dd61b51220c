package draw

import (
	"errors"
	"math"

	"lianhua/internal/geom"
)

// Sheet is a picture that never changes and means nothing by itself: the shapes of
// a drawing's layer in one theme, or a whole picture that is shown small. Lists only point to it, so that a sheet of
// thousands of shapes costs a frame no more than one mark, and backends may keep
// what it looks like.
//
// As one mark it fades as a whole: where its opacity is below 1 its shapes are laid
// over each other first, as the group opacity of SVG has it, and it is clipped by
// paths as a whole.
type Sheet struct {
	// Marks are shapes without meaning, in the sheet's coordinates, clipped by paths
	// alone: a rectangle would not turn with the sheet.
	Marks []Mark
	// Picture is a list that is shown small, on its ground and within its area, in
	// place of Marks; nil: none. It may not change while the sheet lives.
	Picture *List
	// Bounds is the extent of the marks, the tips of their strokes included.
	Bounds geom.Rect
	// Apart is whether no two of the marks can show in the same place: then the sheet
	// fades as a whole where each mark fades by itself.
	Apart bool
	// Key tells what the sheet looks like from all others; see Seal.
	Key uint64
}

// Sheet draws a sheet as one mark. The sheet may not change while the list lives.
//
//go:noinline
func (l *List) Sheet(id ID, s *Sheet) { l.add(KindSheet, id, Paint{}, Decor()).Sheet = s }

// fewApart is how many marks a sheet may have for each to be held against all others.
const fewApart = 32

// Miniature is a picture as a sheet; the key tells what it looks like from all other
// sheets. What the marks of the list mean is not told.
func Miniature(l *List, key uint64) *Sheet {
	return &Sheet{Picture: l, Bounds: l.Area, Key: max(key, 1)}
}

// Len is how many marks the sheet has.
func (s *Sheet) Len() int {
	if s.Picture != nil {
		return len(s.Picture.Marks)
	}
	return len(s.Marks)
}

// Seal works out the extent of a sheet whose marks are complete, whether they lie
// apart, and the key: a digest of all that they look like.
func (s *Sheet) Seal() {
	sum := digestStart
	s.Bounds = geom.Rect{}
	var seen []geom.Rect
	s.Apart = len(s.Marks) <= fewApart
	for i := range s.Marks {
		m := &s.Marks[i]
		sum.shape(m)
		b := m.Path.Bounds()
		if m.Pen.Width > 0 {
			b = b.Inset(-reach(m.Pen))
		}
		b = m.clipped(m.M.Bounds(b))
		s.Bounds = s.Bounds.Union(b)
		if s.Apart {
			for _, c := range seen {
				s.Apart = s.Apart && !c.Overlaps(b)
			}
			seen = append(seen, b)
		}
	}
	s.Key = max(uint64(sum), 1) // 0: not sealed
}

// reach is how far from its path a stroke may lie.
func reach(p geom.Pen) float64 {
	switch {
	case p.Join == geom.JoinMiter:
		return 2 * p.Width // where the ratio is 4
	case p.Cap == geom.CapSquare:
		return p.Width * math.Sqrt2 / 2
	}
	return p.Width / 2
}

// check reports the first breach of what a sheet promises.
func (s *Sheet) check() error {
	if s.Key == 0 {
		return errors.New("is not sealed")
	}
	if s.Picture != nil {
		if len(s.Marks) > 0 {
			return errors.New("is a picture, and has shapes of its own")
		}
		return s.Picture.Check()
	}
	for i := range s.Marks {
		m := &s.Marks[i]
		if m.Kind != KindShape || m.Sem.Role != RoleNone || !m.Clip.Empty() {
			return errors.New("holds more than shapes without meaning that are clipped by paths")
		}
		if err := m.check(); err != nil {
			return err
		}
	}
	return nil
}

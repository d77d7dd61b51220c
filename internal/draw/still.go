package draw

// Still is a stretch of a list's marks that does not change from one frame to the next:
// shapes, and the groups that they stand in. A backend may keep what it looks like.
type Still struct {
	First, End int  // of the marks: from First, a shape, to before End
	Mark       Mark // a sheet that looks as they do, as it would stand in their place
}

// Repeat appends the marks of another list, which may not change while this one lives:
// marks that nothing of their own clips, and groups. sheet is what Sheeted gave for them;
// nil: nothing is told of them.
func (l *List) Repeat(from *List, sheet *Sheet) {
	first, s := len(l.Marks), *l.top()
	parent := -1
	if n := len(l.open); n > 0 {
		parent = l.open[n-1]
	}
	l.Marks = append(l.Marks, from.Marks...)
	for i := first; i < len(l.Marks); i++ {
		m := &l.Marks[i]
		m.M, m.Clip = m.M.Then(s.m), s.clip
		m.Alpha *= s.alpha
		if m.Within == nil {
			m.Within = s.within
		}
		if m.Parent < 0 {
			m.Parent = parent
		} else {
			m.Parent += first
		}
		if m.Pair >= 0 {
			m.Pair += first
		}
		if l.Added != nil {
			l.Added(m)
		}
	}
	for first < len(l.Marks) && l.Marks[first].Kind != KindShape {
		first++ // a group draws nothing
	}
	if sheet == nil || len(l.Marks) == first {
		return
	}
	l.Stills = append(l.Stills, Still{first, len(l.Marks), Mark{
		Kind: KindSheet, ID: l.Marks[first].ID, M: s.m, Alpha: s.alpha, Clip: s.clip, Within: s.within, Sheet: sheet, Parent: parent, Pair: -1,
	}})
}

// Sheeted is a sheet that looks like the list; nil where the list holds more than shapes.
func (l *List) Sheeted() *Sheet {
	sheet := &Sheet{}
	for i := range l.Marks {
		m := l.Marks[i]
		switch {
		case m.Kind == KindOpen || m.Kind == KindClose:
			continue
		case m.Kind != KindShape || !m.Clip.Empty() || m.Within != nil:
			return nil
		}
		m.Sem, m.Parent = Decor(), -1
		sheet.Marks = append(sheet.Marks, m)
	}
	sheet.Seal()
	return sheet
}

package dom

import "lianhua/internal/draw"

// AppendOps writes ops as a JSON array of objects, in their order:
//
//	{"op":"remove","id":"stage.2"}
//	{"op":"insert","id":"stage.2","in":"chain","after":"stage.1","role":"button","text":"轧制", …}
//	{"op":"move","id":"stage.2","in":"chain","after":""}
//	{"op":"set","id":"stage.2","text":"…"}
//
// Besides role and text, objects carry detail, figures (an array of ids),
// target, value, level, on, range ([now, min, max, step]) and at ([x, y, width,
// height], of a control, null for none). An insert leaves out what is empty, a
// set holds what has changed. "in":"" is the top, "after":"" the first place.
func AppendOps(dst []byte, ops []Op) []byte {
	dst = append(dst, '[')
	for i := range ops {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = appendOp(dst, &ops[i])
	}
	return append(dst, ']')
}

var opNames = [...]string{"remove", "insert", "move", "set"}

func appendOp(dst []byte, o *Op) []byte {
	dst = append(dst, `{"op":"`...)
	dst = append(dst, opNames[o.Kind]...)
	dst = append(dst, `","id":`...)
	dst = appendID(dst, o.ID)
	if o.Kind == Insert || o.Kind == Move {
		dst = append(dst, `,"in":`...)
		dst = appendID(dst, o.Parent)
		dst = append(dst, `,"after":`...)
		dst = appendID(dst, o.After)
	}
	if o.Node != nil {
		c := o.Changed
		if o.Kind == Insert {
			c = o.Node.filled()
		}
		dst = appendNode(dst, o.Node, c)
	}
	return append(dst, '}')
}

// filled is what an insert has to say of a node.
func (n *Node) filled() Change {
	var none Node
	return changes(&none, n) | ChangedRole
}

func appendNode(dst []byte, n *Node, c Change) []byte {
	str := func(bit Change, key, v string) {
		if c&bit != 0 {
			dst = draw.AppendQuoted(append(dst, key...), v)
		}
	}
	str(ChangedRole, `,"role":`, n.Role.String())
	str(ChangedText, `,"text":`, n.Text)
	str(ChangedDetail, `,"detail":`, n.Detail)
	if c&ChangedFigures != 0 {
		dst = append(dst, `,"figures":[`...)
		if n.Figure != "" {
			dst = draw.AppendQuoted(dst, n.Figure)
		}
		for i, f := range n.Figures {
			if i > 0 || n.Figure != "" {
				dst = append(dst, ',')
			}
			dst = draw.AppendQuoted(dst, f)
		}
		dst = append(dst, ']')
	}
	str(ChangedTarget, `,"target":`, n.Target)
	str(ChangedValue, `,"value":`, n.Value)
	if c&ChangedLevel != 0 {
		dst = appendNumber(append(dst, `,"level":`...), float64(n.Level))
	}
	if c&ChangedOn != 0 {
		dst = append(dst, `,"on":`...)
		if n.On {
			dst = append(dst, "true"...)
		} else {
			dst = append(dst, "false"...)
		}
	}
	if c&ChangedRange != 0 {
		dst = appendFour(append(dst, `,"range":`...), n.Now, n.Min, n.Max, n.Step)
	}
	if c&ChangedBounds != 0 {
		dst = append(dst, `,"at":`...)
		if n.Bounds.Empty() {
			dst = append(dst, "null"...)
		} else {
			dst = appendFour(dst, n.Bounds.X, n.Bounds.Y, n.Bounds.W, n.Bounds.H)
		}
	}
	return dst
}

func appendFour(dst []byte, vs ...float64) []byte {
	for i, v := range vs {
		if i == 0 {
			dst = append(dst, '[')
		} else {
			dst = append(dst, ',')
		}
		dst = appendNumber(dst, v)
	}
	return append(dst, ']')
}

// appendNumber writes v to thousandths; JSON knows no infinity, so that and NaN
// are 0.
func appendNumber(dst []byte, v float64) []byte {
	if v-v != 0 {
		return append(dst, '0')
	}
	return draw.AppendThousandths(dst, v)
}

func appendID(dst []byte, id draw.ID) []byte { return draw.AppendQuoted(dst, id.String()) }

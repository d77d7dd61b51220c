package bidi

import "context"

// Keys of WebDriver that are no characters.
const (
	Enter     = "\uE007"
	Escape    = "\uE00C"
	Tabulator = "\uE004"
	Shift     = "\uE008"
	PageUp    = "\uE00E"
	PageDown  = "\uE00F"
	End       = "\uE010"
	Home      = "\uE011"
	Left      = "\uE012"
	Up        = "\uE013"
	Right     = "\uE014"
	Down      = "\uE015"
)

type action = map[string]any

// Press strikes keys one after the other.
func (t *Tab) Press(ctx context.Context, keys ...string) error {
	var all []action
	for _, key := range keys {
		all = append(all, action{"type": "keyDown", "value": key}, action{"type": "keyUp", "value": key})
	}
	return t.perform(ctx, action{"type": "key", "id": "keys", "actions": all})
}

// Chord holds a key down while it strikes another.
func (t *Tab) Chord(ctx context.Context, held, key string) error {
	return t.perform(ctx, action{"type": "key", "id": "keys", "actions": []action{
		{"type": "keyDown", "value": held},
		{"type": "keyDown", "value": key},
		{"type": "keyUp", "value": key},
		{"type": "keyUp", "value": held},
	}})
}

// Point is a place in a page, in CSS pixels of the viewport.
type Point struct{ X, Y float64 }

// Click presses the mouse's first button and lets go at the last of the points,
// moving over the others.
func (t *Tab) Click(ctx context.Context, path ...Point) error {
	return t.stroke(ctx, "mouse", path)
}

// Touch puts a finger down and lifts it at the last of the points, moving over
// the others.
func (t *Tab) Touch(ctx context.Context, path ...Point) error {
	return t.stroke(ctx, "touch", path)
}

func (t *Tab) stroke(ctx context.Context, kind string, path []Point) error {
	var all []action
	for i, p := range path {
		all = append(all, action{"type": "pointerMove", "x": int(p.X), "y": int(p.Y), "duration": 16})
		if i == 0 {
			all = append(all, action{"type": "pointerDown", "button": 0})
		}
	}
	all = append(all, action{"type": "pointerUp", "button": 0})
	return t.perform(ctx, action{"type": "pointer", "id": kind, "parameters": action{"pointerType": kind}, "actions": all})
}

// Wheel turns the mouse's wheel over a point, by CSS pixels to the right and down.
func (t *Tab) Wheel(ctx context.Context, at Point, dx, dy int) error {
	return t.perform(ctx, action{"type": "wheel", "id": "wheel", "actions": []action{
		{"type": "scroll", "x": int(at.X), "y": int(at.Y), "deltaX": dx, "deltaY": dy},
	}})
}

func (t *Tab) perform(ctx context.Context, source action) error {
	return t.call(ctx, "input.performActions", map[string]any{"actions": []action{source}}, nil)
}

package bidi

import "context"

// Down is the key of an arrow, which is no character.
const Down = "\uE015"

type action = map[string]any

// Press strikes keys one after the other.
func (t *Tab) Press(ctx context.Context, keys ...string) error {
	var all []action
	for _, key := range keys {
		all = append(all, action{"type": "keyDown", "value": key}, action{"type": "keyUp", "value": key})
	}
	return t.call(ctx, "input.performActions", map[string]any{"actions": []action{{"type": "key", "id": "keys", "actions": all}}}, nil)
}

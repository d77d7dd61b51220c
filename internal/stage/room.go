package stage

import (
	"strconv"

	"lianhua/internal/story"
)

// Counting scenes draw a mark for each thing that a figure counts, and say for
// how many there is room: beyond, marks could not be told apart.
type Counting interface{ Rooms() []Room }

// Room is how many marks of a figure a scene has room for.
type Room struct {
	Figure string
	Most   int
}

// Excess is a count that a scene has no room for.
type Excess struct {
	Room
	Scene string
	Count int
}

func (e *Excess) Error() string {
	return e.Figure + " counts " + strconv.Itoa(e.Count) + ", and the scene " + e.Scene + " draws one mark for each, " +
		strconv.Itoa(e.Most) + " at the most"
}

// Excesses are the counts of a story that its scenes have no room for. A player
// shows no story that has any.
func Excesses(b *story.Bundle, scenes []Scene) []*Excess {
	var found []*Excess
	s := b.In(story.ZH)
	for _, scene := range scenes {
		c, ok := scene.(Counting)
		if !ok {
			continue
		}
		for _, room := range c.Rooms() {
			f, _ := s.Figure(room.Figure)
			if n := f.Count(); n < 0 || n > room.Most {
				found = append(found, &Excess{room, scene.Name(), n})
			}
		}
	}
	return found
}

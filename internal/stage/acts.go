package stage

// Act is a part of the story, as its table of contents has it: scenes that stand
// together. Its words are act.<name> in the copy.
type Act struct {
	Name   string
	Scenes []Member
}

// Member is a scene of an act. Scenes that the story does not have yet are passed over.
type Member struct {
	Scene  string
	Weight Weight
}

// Weight is how large a scene is beside others.
type Weight uint8

const (
	Big Weight = iota
	Medium
	Small
)

// Divided scenes know the acts that the story is divided into: its cover does.
type Divided interface{ Acts() []Act }

// Run is scenes that follow on one another and are of one act, or of none.
type Run struct {
	Act      string // empty: none
	From, To int    // the first, and the one after the last
	First    string // the first scene's name
}

// divide tells the scenes their acts, and gathers them.
func (d *Deck) divide() {
	for i := range d.Slots {
		c, ok := d.Slots[i].Scene.(Divided)
		if !ok {
			continue
		}
		for _, act := range c.Acts() {
			for _, member := range act.Scenes {
				if k, ok := d.Index(member.Scene); ok {
					d.Slots[k].Act, d.Slots[k].Weight = act.Name, member.Weight
				}
			}
		}
	}
	for i := range d.Slots {
		act := d.Slots[i].Act
		if n := len(d.Runs); n > 0 && act != "" && d.Runs[n-1].Act == act {
			d.Runs[n-1].To++
			continue
		}
		d.Runs = append(d.Runs, Run{Act: act, From: i, To: i + 1, First: d.Slots[i].Scene.Name()})
	}
}

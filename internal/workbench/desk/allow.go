package desk

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"lianhua/internal/authoring"
	"lianhua/internal/decimal"
	"lianhua/internal/workbench/edit"
	"lianhua/internal/workbench/history"
)

// allow refuses a change of what is not to be changed here. It says where a new value
// belongs, and gives what else has to change with it.
func (d *Desk) allow(c *history.Change, why *reason) ([]history.Change, error) {
	folder, base := path.Split(c.File)
	switch {
	case c.File == authoring.TimingFile:
		return nil, d.allowTime(c)
	case folder == authoring.KnobsDir+"/" && path.Ext(base) == ".toml":
		return nil, d.allowKnob(strings.TrimSuffix(base, ".toml"), c)
	case folder == authoring.CopyDir+"/" && path.Ext(base) == ".toml":
		return nil, allowWords(c)
	case c.File == authoring.ThemeFile:
		return nil, allowColor(c)
	case c.File == authoring.FiguresFile:
		return d.allowFigure(c, why)
	case folder == "art/" && path.Ext(base) == ".svg":
		return nil, allowSlot(c)
	}
	return nil, &misuse{"the workbench changes no values of " + strconv.Quote(c.File)}
}

// The keys of a beat's times.
const (
	moveKey = "duration"
	holdKey = "hold"
)

func (d *Desk) allowTime(c *history.Change) error {
	if len(c.Path) != 3 || c.Path[2] != moveKey && c.Path[2] != holdKey {
		return &misuse{"a beat has a duration and a hold, and no " + c.Path.String()}
	}
	scene, err := d.scene(c.Path[0])
	if err != nil {
		return err
	}
	for _, s := range d.opt.Scenes {
		for _, beat := range s.Beats() {
			c.Order = append(c.Order, edit.Path{s.Name(), beat.Name})
		}
	}
	known := false
	for _, beat := range scene.Beats() {
		known = known || beat.Name == c.Path[1]
	}
	if !known {
		return &misuse{"the scene " + c.Path[0] + " has no beat " + strconv.Quote(c.Path[1])}
	}
	c.Order = append(c.Order, edit.Path{c.Path[0], c.Path[1], moveKey}, edit.Path{c.Path[0], c.Path[1], holdKey})
	if c.Text != nil && !c.Raw {
		if _, err := decimal.Parse(*c.Text); err != nil {
			return &misuse{strconv.Quote(*c.Text) + " is no number of seconds, as 1.5"}
		}
	}
	return nil
}

func allowWords(c *history.Change) error {
	last := c.Path[max(0, len(c.Path)-1):]
	if len(c.Path) < 2 || last[0] != "zh" && last[0] != "en" {
		return &misuse{"words stand in zh and in en, and not in " + c.Path.String()}
	}
	if c.Text == nil || c.Old == nil && !c.Any {
		return &misuse{"a text is neither added nor taken out here: the scene names it"}
	}
	return nil
}

func allowColor(c *history.Change) error {
	color := len(c.Path) == 3 && c.Path[2] != "tones"
	tone := len(c.Path) == 5 && c.Path[2] == "tones"
	if len(c.Path) == 0 || c.Path[0] != "themes" || !color && !tone {
		return &misuse{"the colours of themes are changed here, and not " + c.Path.String()}
	}
	if c.Text == nil || c.Old == nil && !c.Any {
		return &misuse{"a colour is neither added nor taken out here: scenes and drawings name it"}
	}
	return nil
}

// correctionsFile tells which figures were corrected, when, from what to what and why.
const correctionsFile = authoring.CorrectionsFile

// allowFigure lets a figure be changed with a reason, which goes to the corrections.
func (d *Desk) allowFigure(c *history.Change, why *reason) ([]history.Change, error) {
	if len(c.Path) != 3 || c.Path[0] != "figure" || c.Path[2] != "value" {
		return nil, &misuse{"of a figure the value is changed here, and not " + c.Path.String()}
	}
	if c.Text == nil || c.Old == nil {
		return nil, &misuse{"a figure's value is neither added nor taken out here"}
	}
	if c.Raw {
		return nil, &misuse{"a figure is not reset by itself: undo takes its correction back, too"}
	}
	if why == nil || strings.TrimSpace(why.ZH) == "" || strings.TrimSpace(why.EN) == "" {
		return nil, &misuse{"a figure is corrected with a reason, in Chinese and in English: readers are told of it"}
	}
	content, err := d.history.Read(c.File)
	if err != nil {
		return nil, err
	}
	f, err := edit.Open(c.File, content)
	if err != nil {
		return nil, err
	}
	id, stands := f.Find(edit.Path{c.Path[0], c.Path[1], "id"})
	if !stands {
		return nil, &misuse{"there is no figure at " + c.Path.String()}
	}
	if content, err = d.history.Read(correctionsFile); err != nil {
		return nil, err
	}
	if f, err = edit.Open(correctionsFile, content); err != nil {
		return nil, err
	}
	at := edit.Path{d.opt.Now().UTC().Format("2006-01-02"), id.Text}
	was := *c.Old
	if first, stands := f.Find(append(slices.Clone(at), "old")); stands { // corrected once more that day
		was = first.Text
	}
	var out []history.Change
	for _, pair := range [][2]string{{"old", was}, {"new", *c.Text}, {"zh", why.ZH}, {"en", why.EN}} {
		out = append(out, history.Change{File: correctionsFile, Path: append(slices.Clone(at), pair[0]), Text: &pair[1], Any: true})
	}
	return out, nil
}

// slotPlaces and slotWays are the attributes of a slot: where it is, and how what
// stands in it is set, which may be left out.
var (
	slotPlaces = []string{"x", "y", "width", "height", "cx", "cy", "x1", "y1", "x2", "y2"}
	slotWays   = []string{"data-lh-size", "data-lh-align", "data-lh-lines", "data-lh-least", "data-lh-drop", "data-lh-anchor"}
)

func allowSlot(c *history.Change) error {
	if len(c.Path) != 2 {
		return &misuse{"a slot's value is named by its id and an attribute"}
	}
	place, way := slices.Contains(slotPlaces, c.Path[1]), slices.Contains(slotWays, c.Path[1])
	switch {
	case !place && !way:
		return &misuse{"of a slot, " + strings.Join(append(slices.Clone(slotPlaces), slotWays...), ", ") + " are changed here, and not " + c.Path[1]}
	case place && c.Text == nil:
		return &misuse{"a slot's " + c.Path[1] + " cannot be taken out"}
	}
	return nil
}

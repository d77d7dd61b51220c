package desk

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"lianhua/internal/anim"
	"lianhua/internal/authoring"
	"lianhua/internal/decimal"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/workbench/edit"
	"lianhua/internal/workbench/history"
)

// knob is what of a scene can be tuned, in all forms and in each.
type knob struct {
	Name  string       `json:"name"`
	Unit  string       `json:"unit"`
	Own   string       `json:"own"` // as the scene declares it
	Forms []knobInForm `json:"forms"`
	// Courses are those of the eases that there are to choose from, from 0 to 1 in equal
	// steps.
	Courses [][]float64 `json:"courses,omitempty"`
}

type knobInForm struct {
	Form  string `json:"form"` // empty: all that have no value of their own
	Value value  `json:"value"`
}

// tunedForms are the forms that a knob may differ in; the empty one is all of them.
func tunedForms() []string {
	all := []string{""}
	for _, form := range []stage.Form{stage.Phone, stage.Laptop, stage.Kiosk, stage.Wall} {
		all = append(all, form.String())
	}
	return all
}

func knobPath(form, name string) edit.Path {
	if form == "" {
		return edit.Path{name}
	}
	return edit.Path{form, name}
}

func knobsOf(scene stage.Scene) []*story.Knob {
	if t, ok := scene.(stage.Tunable); ok {
		return t.Knobs()
	}
	return nil
}

func (r *reading) knobs(scene stage.Scene) []knob {
	out := []knob{}
	s := r.sheet(authoring.KnobsFile(scene.Name()))
	if s == nil {
		return out
	}
	for _, k := range knobsOf(scene) {
		own := strconv.FormatFloat(k.Own, 'f', -1, 64)
		if k.Unit == story.Ease {
			own = anim.Curve(k.Own).String()
		}
		one := knob{Name: k.Name, Unit: k.Unit.String(), Own: own}
		if k.Unit == story.Ease {
			one.Courses = courses()
		}
		for _, form := range tunedForms() {
			v := s.value("knob", knobPath(form, k.Name)).within(k.Min, k.Max, k.Step)
			if k.Unit == story.Ease {
				v.Min, v.Max, v.Step, v.Of = nil, nil, nil, anim.CurveNames()
			}
			v.Own = own
			if all := one.Forms; len(all) > 0 && all[0].Value.Text != nil {
				v.Own = *all[0].Value.Text
			}
			one.Forms = append(one.Forms, knobInForm{form, v})
		}
		out = append(out, one)
	}
	return out
}

// courses are the curves as they are drawn, by their numbers.
func courses() (all [][]float64) {
	const steps = 24
	for c := anim.Curve(0); c <= anim.LastCurve; c++ {
		var course []float64
		for i := range steps + 1 {
			course = append(course, math.Round(1000*c.Ease()(float64(i)/steps))/1000)
		}
		all = append(all, course)
	}
	return all
}

// allowKnob lets a knob that the scene offers be turned, or given back its own value:
// a file in which nothing is tuned any more goes.
func (d *Desk) allowKnob(scene string, c *history.Change) error {
	of, err := d.scene(scene)
	if err != nil {
		return err
	}
	var turned *story.Knob
	for _, form := range tunedForms() {
		if form != "" && len(c.Path) > 1 {
			c.Order = append(c.Order, edit.Path{form})
		}
		for _, k := range knobsOf(of) {
			p := knobPath(form, k.Name)
			if slices.Equal(p, c.Path) {
				turned = k
			}
			if len(p) == len(c.Path) && slices.Equal(p[:len(p)-1], c.Path[:len(p)-1]) {
				c.Order = append(c.Order, p)
			}
		}
	}
	if turned == nil {
		return &misuse{"the scene " + scene + " has no knob " + c.Path.String() + "; what counts is a figure, and no knob"}
	}
	c.Goes = true
	if c.Text == nil || c.Raw {
		return nil
	}
	if turned.Unit == story.Ease {
		if names := anim.CurveNames(); !slices.Contains(names, *c.Text) {
			return &misuse{strconv.Quote(*c.Text) + " is no ease: there are " + strings.Join(names, ", ")}
		}
		return nil
	}
	if _, err := decimal.Parse(*c.Text); err != nil {
		return &misuse{strconv.Quote(*c.Text) + " is no number, as 1.2"}
	}
	content, err := d.history.Read(c.File)
	if err != nil {
		return err
	}
	f, err := edit.Open(c.File, content)
	if err != nil {
		return err
	}
	_, stands := f.Find(c.Path)
	c.Raw = !stands // numbers are written without quotes
	return nil
}

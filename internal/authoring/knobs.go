package authoring

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"math"
	"path"
	"slices"
	"strconv"
	"strings"

	"lianhua/internal/anim"
	"lianhua/internal/decimal"
	"lianhua/internal/story"
)

// KnobsDir holds what of the scenes is tuned: one file a scene, with the knobs that are
// off their own values. A story may do without it.
const KnobsDir = "knobs"

// KnobsFile is where a scene's knobs are turned.
func KnobsFile(scene string) string { return KnobsDir + "/" + scene + ".toml" }

// forms are those of which a knob may have a value of their own, as the stage has them.
var forms = []string{"phone", "laptop", "kiosk", "wall"}

// tuning is a knob's value with the place where it is written.
type tuning struct {
	record story.TuningRecord
	table  Table
	named  bool // it is written as the name of an ease
}

// readTunings reads every file of the knobs: ring = 1.1 for all forms, and [phone] above
// it for one.
func readTunings(fsys fs.FS, rep *report) (all []tuning) {
	files, err := fs.Glob(fsys, KnobsDir+"/*.toml")
	if err != nil {
		rep.add(Problem{File: KnobsDir, Message: "cannot be read: " + err.Error()})
	}
	for _, name := range files {
		t, ok := readTable(fsys, name, rep)
		if !ok {
			continue
		}
		scene := strings.TrimSuffix(path.Base(name), ".toml")
		add := func(form string, in Table, key string) {
			if value, named, ok := in.turned(key); ok {
				all = append(all, tuning{story.TuningRecord{Scene: scene, Form: form, Name: key, Value: value}, in, named})
			}
		}
		for _, key := range t.keys() {
			if _, table := t.values[key].(map[string]any); !table {
				add("", t, key)
				continue
			}
			sub, _ := t.Sub(key)
			if !slices.Contains(forms, key) {
				sub.Fail("", "there is no form "+strconv.Quote(key), Suggest(key, forms))
				continue
			}
			for _, name := range sub.keys() {
				add(key, sub, name)
			}
		}
	}
	return all
}

// turned is a number, in quotes or not, as it is written, or that of an ease which is
// named.
func (t Table) turned(key string) (d decimal.Decimal, named, ok bool) {
	text := ""
	switch v := t.values[key].(type) {
	case int64:
		text = strconv.FormatInt(v, 10)
	case float64:
		text = strconv.FormatFloat(v, 'f', -1, 64)
	case string:
		text = v
	}
	if i := slices.Index(anim.CurveNames(), text); i >= 0 {
		return decimal.FromInt(int64(i)), true, true
	}
	d, err := decimal.Parse(text)
	if err == nil {
		return d, false, true
	}
	if letters := strings.Trim(text, "abcdefghijklmnopqrstuvwxyz-") == "" && text != ""; letters {
		t.Fail(key, key+" is neither a number nor the name of an ease: "+strconv.Quote(text), "write "+key+" = 1.2, or an ease by its name: "+strings.Join(anim.CurveNames(), ", "))
		return decimal.Decimal{}, false, false
	}
	t.Fail(key, key+" is not a number", "write "+key+" = 1.2")
	return decimal.Decimal{}, false, false
}

// checkKnobs holds what is tuned to what the scenes offer.
func (p *Project) checkKnobs(offered map[string][]*story.Knob, rep *report) {
	for _, t := range p.tunings {
		r, in := &t.record, t.table
		in.report = rep
		knobs, known := offered[r.Scene]
		if !known {
			in.Fail(r.Name, "there is no scene "+strconv.Quote(r.Scene), Suggest(r.Scene, slices.Collect(maps.Keys(offered))))
			continue
		}
		i := slices.IndexFunc(knobs, func(k *story.Knob) bool { return k.Name == r.Name })
		if i < 0 {
			hint := "what counts is a figure, and is tuned by nobody"
			if len(knobs) > 0 {
				var names []string
				for _, k := range knobs {
					names = append(names, k.Name)
				}
				hint = Suggest(r.Name, names)
			}
			in.Fail(r.Name, "the scene "+r.Scene+" has no knob "+strconv.Quote(r.Name), hint)
			continue
		}
		if k := knobs[i]; t.named != (k.Unit == story.Ease) {
			wrong := k.Name + " is measured in " + k.Unit.String() + ", and no ease"
			if k.Unit == story.Ease {
				wrong = k.Name + " is an ease, and written by its name"
			}
			in.Fail(r.Name, wrong, "write "+k.Name+" = "+Turned(k, k.Own)+", its own value")
			continue
		}
		if wrong, hint := Untuned(knobs[i], r.Value); wrong != "" {
			in.Fail(r.Name, wrong, hint)
		}
	}
}

// Turned is how a knob's value is written: a number, or in quotes an ease by its name.
func Turned(k *story.Knob, value float64) string {
	if k.Unit == story.Ease {
		return strconv.Quote(anim.Curve(value).String())
	}
	return strconv.FormatFloat(value, 'f', -1, 64)
}

// Untuned says why a knob cannot have a value, and what to write; empty where it can.
func Untuned(k *story.Knob, value decimal.Decimal) (message, hint string) {
	v := value.Float64()
	switch number := func(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }; {
	case v < k.Min || v > k.Max:
		return fmt.Sprintf("%s is %s, and goes from %s to %s %s", k.Name, value, number(k.Min), number(k.Max), k.Unit),
			"write " + k.Name + " = " + number(k.Own) + ", its own value, or one of that range"
	case k.Unit == story.Motes && v != math.Trunc(v):
		return k.Name + " counts, and " + value.String() + " is not whole", "write " + k.Name + " = " + number(math.Round(v))
	}
	return "", ""
}

// sortTunings puts the values in an order that is not that of the files.
func sortTunings(all []story.TuningRecord) {
	slices.SortFunc(all, func(a, b story.TuningRecord) int {
		return cmp.Or(cmp.Compare(a.Scene, b.Scene), cmp.Compare(a.Form, b.Form), cmp.Compare(a.Name, b.Name))
	})
}

package setfile_test

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"lianhua/internal/art"
	"lianhua/internal/art/setfile"
	"lianhua/internal/authoring"
	"lianhua/internal/geom"
)

// desk is an assets folder whose drawings are one word each: the name of their one
// layer. A drawing that says "broken" has an error in its first line.
type desk struct {
	fstest.MapFS
	saves int64
	read  []string // what was read since somebody looked
}

func (d *desk) save(name, text string) {
	d.saves++
	d.MapFS[name] = &fstest.MapFile{Data: []byte(text), ModTime: time.Unix(d.saves, 0)}
}

func (d *desk) compiler() *setfile.Compiler {
	return &setfile.Compiler{Read: func(assets fs.FS, name string) (*art.Drawing, []authoring.Problem) {
		d.read = append(d.read, name)
		text, err := fs.ReadFile(assets, name)
		if err != nil || string(text) == "broken" {
			return nil, []authoring.Problem{{File: name, Line: 1, Message: "it is broken"}}
		}
		shape := art.Shape{M: geom.Identity(), Clip: -1, Paint: art.Paint{Opacity: 1}}
		shape.Path.Rect(geom.Rect{W: 10, H: 10})
		return &art.Drawing{
			Name: strings.TrimSuffix(strings.TrimPrefix(name, "art/"), ".svg"), Colors: []string{"ink"},
			Layers: []art.Layer{{Name: string(text), Parent: -1, Clip: -1, Items: []art.Item{{Layer: -1, Shape: shape}}}},
		}, nil
	}}
}

// content is that of a file.
func (d *desk) content(name string) []byte { return d.MapFS[name].Data }

func (d *desk) looked() []string {
	read := slices.Sorted(slices.Values(d.read))
	d.read = nil
	return read
}

func newDesk() *desk {
	d := &desk{MapFS: fstest.MapFS{}}
	d.save("theme.toml", "[themes.day]\nink = \"#1C1B1A\"\n")
	d.save(setfile.SymbolsFile, "trees")
	return d
}

func TestWithoutDrawingsThereAreNoPacks(t *testing.T) {
	d := newDesk()
	if made, problems := d.compiler().Compile(d); len(made)+len(problems) > 0 {
		t.Errorf("%v, %v", made, problems)
	}
	delete(d.MapFS, setfile.SymbolsFile)
	if made, problems := d.compiler().Compile(d); len(made)+len(problems) > 0 {
		t.Errorf("%v, %v", made, problems)
	}
}

// The order of forms is that of stage: phone, laptop, kiosk, wall.
func TestFormsStandOnTheDrawingsThatThereAre(t *testing.T) {
	for _, c := range []struct {
		files []string
		want  [4]string
	}{
		{[]string{"a.svg"}, [4]string{"a", "a", "a", "a"}},
		{[]string{"a.svg", "a.phone.svg"}, [4]string{"a.phone", "a", "a.phone", "a"}},
		{[]string{"a.svg", "a.wall.svg", "a.kiosk.svg"}, [4]string{"a", "a", "a.kiosk", "a.wall"}},
		{[]string{"a.svg", "a.phone.svg", "a.wall.svg", "a.kiosk.svg"}, [4]string{"a.phone", "a", "a.kiosk", "a.wall"}},
	} {
		d := newDesk()
		for _, name := range c.files {
			d.save("art/"+name, name)
		}
		made, problems := d.compiler().Compile(d)
		if len(problems) > 0 || len(made) != 1 {
			t.Fatalf("%v: %v, %v", c.files, made, problems)
		}
		set, err := art.Decode(made[0].Pack)
		if err != nil {
			t.Fatal(err)
		}
		for form, i := range set.Forms {
			if got := set.Drawings[i].Name; got != c.want[form] {
				t.Errorf("%v: form %d stands on %s, not on %s", c.files, form, got, c.want[form])
			}
		}
	}
}

func TestOnlyWhatWasSavedIsReadAgain(t *testing.T) {
	d := newDesk()
	d.save("art/a.svg", "one")
	d.save("art/a.phone.svg", "two")
	d.save("art/b.svg", "three")
	c := d.compiler()
	before, _ := c.Compile(d)
	if got := d.looked(); len(got) != 3 {
		t.Errorf("at first it reads %v", got)
	}
	d.save("art/a.svg", "another")
	after, _ := c.Compile(d)
	if got := d.looked(); !slices.Equal(got, []string{"art/a.svg"}) {
		t.Errorf("for one saved file it reads %v", got)
	}
	if string(before[0].Pack) == string(after[0].Pack) || before[1].Set != after[1].Set {
		t.Error("the scene that changed has the same pack, or the other one was made anew")
	}
	d.save("theme.toml", "[themes.day]\nink = \"#2C1B1A\"\n")
	made, _ := c.Compile(d)
	if got := d.looked(); len(got) != 0 || len(made) == 0 {
		t.Errorf("for the same names of colours it reads %v", got)
	}
	d.save("theme.toml", "[themes.day]\nink = \"#1C1B1A\"\ngold = \"#C0A000\"\n")
	c.Compile(d)
	if got := d.looked(); len(got) != 3 {
		t.Errorf("for other colours it reads %v", got)
	}
	d.save(setfile.SymbolsFile, "other trees")
	c.Compile(d)
	if got := d.looked(); len(got) != 3 {
		t.Errorf("for other symbols it reads %v", got)
	}
	delete(d.MapFS, "art/a.phone.svg")
	if made, _ := c.Compile(d); len(made[0].Set.Drawings) != 1 {
		t.Error("a form whose drawing is gone is still there")
	}
}

func TestABrokenDrawingIsToldAndLeftOut(t *testing.T) {
	d := newDesk()
	d.save("art/a.svg", "broken")
	d.save("art/b.svg", "well")
	d.save("art/c.phone.svg", "narrow")
	d.save("art/b.tablet.svg", "odd")
	c := d.compiler()
	for range 2 { // what is remembered is told again
		made, problems := c.Compile(d)
		if len(made) != 1 || made[0].Scene != "b" {
			t.Errorf("it makes %v", made)
		}
		var where []string
		for _, p := range problems {
			where = append(where, p.File)
		}
		if want := []string{"art/a.svg", "art/b.tablet.svg", "art/c.phone.svg"}; !slices.Equal(where, want) {
			t.Errorf("problems are told of %v, not of %v", where, want)
		}
	}
}

func TestStalePacks(t *testing.T) {
	d := newDesk()
	for _, scene := range []string{"a", "b", "c"} {
		d.save("art/"+scene+".svg", scene)
	}
	made, _ := d.compiler().Compile(d)
	for _, one := range made[:2] {
		d.save(setfile.PackFile(one.Scene), string(one.Pack))
	}
	d.save("art/gone.art", "of a scene that is gone")
	d.save("art/a.art", "old")
	if got, want := setfile.Stale(d, made), []string{"art/a.art", "art/c.art", "art/gone.art", setfile.SumsFile}; !slices.Equal(got, want) {
		t.Errorf("stale are %v, not %v", got, want)
	}
	d.save(setfile.SumsFile, string(setfile.Sums(made)))
	if got := setfile.Stale(d, made); slices.Contains(got, setfile.SumsFile) {
		t.Errorf("stale are %v", got)
	}
}

// What is wrong with the symbols, each drawing that is read tells.
func TestAProblemIsToldOnce(t *testing.T) {
	d := newDesk()
	d.save("art/a.svg", "one")
	d.save("art/b.svg", "two")
	c := d.compiler()
	c.Read = func(fs.FS, string) (*art.Drawing, []authoring.Problem) {
		return nil, []authoring.Problem{{File: setfile.SymbolsFile, Line: 1, Message: "two"}, {File: setfile.SymbolsFile, Line: 1, Message: "one"}}
	}
	if _, problems := c.Compile(d); len(problems) != 2 {
		t.Errorf("it tells %v", problems)
	}
}

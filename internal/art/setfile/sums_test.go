package setfile_test

import (
	"bytes"
	"testing"

	"lianhua/internal/art/setfile"
)

// hung is a desk whose packs and sums are those of its drawings.
func hung(t *testing.T) (*desk, []byte) {
	t.Helper()
	d := newDesk()
	d.save("art/a.svg", "first")
	d.save("art/b.svg", "second")
	made, problems := d.compiler().Compile(d)
	if len(made) != 2 || len(problems) > 0 {
		t.Fatalf("%v, %v", made, problems)
	}
	for _, one := range made {
		d.save(setfile.PackFile(one.Scene), string(one.Pack))
	}
	d.save(setfile.SumsFile, string(setfile.Sums(made)))
	return d, made[0].Pack
}

func packOf(t *testing.T, c *setfile.Compiler, d *desk, scene string) []byte {
	t.Helper()
	made, problems := c.Compile(d)
	for _, p := range problems {
		t.Error(p)
	}
	return setfile.Packs(made)(scene)
}

// A pack with the right sums is taken as it is, which is seen by one that is not what
// its drawing compiles to.
func TestAPackWithItsSumsIsReliedOn(t *testing.T) {
	d, own := hung(t)
	other := d.content("art/b.art")
	sums := setfile.Sums([]setfile.Compiled{{Scene: "a", Pack: own}, {Scene: "a", Pack: other}})
	lines := bytes.Fields(sums) // a line of two digests here has one: of the pack
	forged := bytes.ReplaceAll(d.content(setfile.SumsFile), lines[1], lines[3])
	d.save("art/a.art", string(other))
	d.save(setfile.SumsFile, string(forged))
	if !bytes.Equal(packOf(t, d.compiler(), d, "a"), other) {
		t.Error("a pack with its sums is made anew")
	}
	c := d.compiler()
	c.Afresh = true
	if !bytes.Equal(packOf(t, c, d, "a"), own) {
		t.Error("a compiler that is to begin afresh relies on a pack")
	}
	d.save("art/a.svg", "changed")
	if got := packOf(t, d.compiler(), d, "a"); bytes.Equal(got, other) || bytes.Equal(got, own) {
		t.Error("the pack of an older drawing is relied on")
	}
}

func TestAPackWithoutItsSumsIsMadeAnew(t *testing.T) {
	for name, spoil := range map[string]func(d *desk){
		"another pack":   func(d *desk) { d.save("art/a.art", string(d.content("art/b.art"))) },
		"a damaged pack": func(d *desk) { d.save("art/a.art", string(d.content("art/a.art")[:20])) },
		"no pack":        func(d *desk) { delete(d.MapFS, "art/a.art") },
		"no sums":        func(d *desk) { delete(d.MapFS, setfile.SumsFile) },
		"broken sums":    func(d *desk) { d.save(setfile.SumsFile, "a\n<<<<<<< b c d\n") },
	} {
		d, own := hung(t)
		spoil(d)
		if !bytes.Equal(packOf(t, d.compiler(), d, "a"), own) {
			t.Errorf("%s: it is not made anew", name)
		}
	}
}

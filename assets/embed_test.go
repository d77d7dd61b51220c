package assets_test

import (
	"bytes"
	"os"
	"testing"

	"lianhua/assets"
	"lianhua/internal/art/setfile"
	"lianhua/internal/authoring"
	"lianhua/internal/overlap"
	"lianhua/internal/story"
)

// TestStoryIsCompiled fails when the TOML files changed after the story file.
func TestStoryIsCompiled(t *testing.T) {
	project, problems := authoring.Load(os.DirFS("."))
	for _, p := range problems {
		t.Log(p)
	}
	if project.Bundle == nil {
		t.Fatal("the story has errors")
	}
	if !bytes.Equal(story.Encode(project.Bundle), assets.Story) {
		t.Error("story.lh is not what the TOML files compile to: run go generate ./assets")
	}
}

// TestDrawingsAreCompiled fails when drawings changed after their packs, or what makes
// packs did. It relies on none.
func TestDrawingsAreCompiled(t *testing.T) {
	c := setfile.New()
	c.Afresh = true
	made, problems := c.Compile(os.DirFS("."))
	for _, p := range problems {
		t.Log(p)
	}
	if authoring.Errors(problems) > 0 {
		t.Fatal("drawings have errors")
	}
	for _, name := range setfile.Stale(os.DirFS("."), made) {
		t.Errorf("%s is not what the drawings compile to: run go generate ./assets; where simplify makes others of them, count its Version up before", name)
	}
	for _, one := range made {
		if !bytes.Equal(assets.Pack(one.Scene), one.Pack) {
			t.Errorf("the drawings of %s are not built in", one.Scene)
		}
	}
	if assets.Pack("none") != nil {
		t.Error("a scene without drawings has some")
	}
}

// The page's sentences are found by a digest of them: without it, nothing is.
func TestThePagesDigestIsThere(t *testing.T) {
	file, err := os.ReadFile(authoring.DigestFile)
	if err != nil {
		t.Fatal(err)
	}
	if d, err := overlap.Parse(file); err != nil || len(d) < 3000 {
		t.Errorf("the digest has %d runs: %v; make it anew: studio digest -from FILE", len(d), err)
	}
}

// TestFiguresKeepTheirMeaning pins what a careless edit would make dishonest.
func TestFiguresKeepTheirMeaning(t *testing.T) {
	b, err := story.Decode(assets.Story)
	if err != nil {
		t.Fatal(err)
	}
	s := b.In(story.ZH)
	for _, c := range []struct {
		id, text  string
		precision story.Precision
		target    bool
	}{
		{"innovation.firms", "3063家", story.Exact, false},
		{"aluminium.firms", "约100家", story.About, false},
		{"aluminium.lines", "67条", story.Exact, false},
		{"output.total", "1360亿元", story.Exact, false},
		{"cultivation.target.micro", "1万家", story.Exact, true},
		{"platforms.tenants", "1000余家", story.MoreThan, false},
		{"cultivation.problems-solved", "600余个", story.MoreThan, false},
		{"finance.loan.average", "约172.1万元/家", story.About, false},
		{"tasks.funds", "10亿余元", story.MoreThan, false},
		{"households.rebuilt", "67,623户", story.Exact, false},
		{"households.coverage", "86.36%", story.Exact, false},
		{"water.sewers", "169.128公里", story.Exact, false},
		{"models.households", "4万余户", story.MoreThan, false},
		{"cleanup.sweepers", "111,616人", story.Exact, false},
		{"cleanup.contestants", "46,162人", story.Exact, false},
		{"inspection.towns", "30个", story.Exact, false},
	} {
		f, ok := s.Figure(c.id)
		if !ok || f.Text != c.text || f.Precision != c.precision || f.Target != c.target {
			t.Errorf("%s = %q, %v, target %v; want %q, %v, %v", c.id, f.Text, f.Precision, f.Target, c.text, c.precision, c.target)
		}
	}
	// The page states one part of a whole; every other pair stands for itself.
	for _, f := range s.Figures() {
		if f.PartOf != "" && f.ID != "cultivation.approved" {
			t.Errorf("%s is called a part of %s, which the page does not say", f.ID, f.PartOf)
		}
	}
	if p, ok := s.BreaksOff(); !ok || p.ID != "V13" {
		t.Error("the story does not say where the page breaks off")
	}
}

package fontsub

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"lianhua/internal/typeset"
)

func source(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "..", "assets", "fonts", "source", name))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// cache keeps the compiled subsetter for all tests of a run.
var cache string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "fontsub")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	cache = dir
	code := m.Run()
	os.RemoveAll(dir)
	os.Exit(code)
}

func subsetter(t testing.TB) *Subsetter {
	t.Helper()
	s, err := New(context.Background(), cache)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close(context.Background()) })
	return s
}

func ExampleCollect() {
	project := fstest.MapFS{
		"assets/copy/cover.toml": {Data: []byte("[title]\nzh = \"铝\" # 注\n\n[deck]\nzh = \"氢\"\n\n[seal-roots]\nzh = \"根\"\n")},
		"assets/figures.toml":    {Data: []byte("unit = '锭'\n")},
		"assets/sources.toml":    {},
		"scenes/a/a.go":          {Data: []byte("package a\n\nconst arrow = \"⇒\" // ⇐\n")},
	}
	need, err := Collect(project, "assets", "scenes")
	if err != nil {
		fmt.Println(err)
		return
	}
	title := need.Title()
	for _, u := range need.Text() {
		if u.File != "" {
			fmt.Println(u, slices.Contains(title, u))
		}
	}
	// Output:
	// scenes/a/a.go:3: "⇒" (U+21D2) false
	// assets/copy/cover.toml:8: "根" (U+6839) true
	// assets/copy/cover.toml:5: "氢" (U+6C22) false
	// assets/copy/cover.toml:2: "铝" (U+94DD) true
	// assets/figures.toml:1: "锭" (U+952D) false
}

func TestSubsetIsDeterministic(t *testing.T) {
	ctx := context.Background()
	s := subsetter(t)
	font := source(t, "sans.ttf")
	one, err := s.Subset(ctx, font, []rune("链画 0123——fi，AV"))
	if err != nil {
		t.Fatal(err)
	}
	two, err := s.Subset(ctx, font, []rune("VA，if——32100 画链链"))
	if err != nil {
		t.Fatal(err)
	}
	three, err := subsetter(t).Subset(ctx, font, []rune("链画 0123——fi，AV"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(one, two) || !bytes.Equal(one, three) {
		t.Error("the same characters gave different fonts")
	}
	if len(one) > 12_000 {
		t.Errorf("a dozen characters take %d bytes", len(one))
	}
	again, err := s.Subset(ctx, one, []rune("链画 0123——fi，AV"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(one, again) {
		t.Error("cutting a subset down to itself changes it")
	}
}

func TestSubsetSetsLikeItsSource(t *testing.T) {
	const text = "链画——AVATo 0123，（约）fi “是”"
	s := subsetter(t)
	var cut, whole [3][]byte
	for i, name := range []string{"sans.ttf", "bold.ttf", "serif.ttf"} {
		whole[i] = source(t, name)
		var err error
		if cut[i], err = s.Subset(context.Background(), whole[i], []rune(text)); err != nil {
			t.Fatal(err)
		}
	}
	a, err := typeset.Load(whole[0], whole[1], whole[2])
	if err != nil {
		t.Fatal(err)
	}
	b, err := typeset.Load(cut[0], cut[1], cut[2])
	if err != nil {
		t.Fatal(err)
	}
	for _, face := range typeset.Faces() {
		st := typeset.Style{Face: face, Size: 100}
		x, y := typeset.NewSetter(a, "zh").Line(text, st), typeset.NewSetter(b, "zh").Line(text, st)
		if len(x.Glyphs) != len(y.Glyphs) {
			t.Fatalf("%v: %d glyphs, %d in the subset", face, len(x.Glyphs), len(y.Glyphs))
		}
		for i := range x.Glyphs {
			p, _ := a.Outline(x.Glyphs[i].Ref)
			q, _ := b.Outline(y.Glyphs[i].Ref)
			if x.Glyphs[i].X != y.Glyphs[i].X || !slices.Equal(p.Pts, q.Pts) {
				t.Errorf("%v: glyph %d differs", face, i)
			}
		}
		if b.Has('铝') {
			t.Error("the subset has a character that was not asked for")
		}
	}
}

func TestMissingCharactersAreNamed(t *testing.T) {
	_, err := subsetter(t).Subset(context.Background(), source(t, "sans.ttf"), []rune("链𠮷鰊"))
	var missing *MissingError
	if !errors.As(err, &missing) || string(missing.Runes) != "𠮷鰊" && string(missing.Runes) != "鰊𠮷" {
		t.Fatalf("error %v", err)
	}
	if !strings.Contains(err.Error(), "U+20BB7") {
		t.Errorf("the error does not name it: %v", err)
	}
}

func TestDamagedFontIsAnError(t *testing.T) {
	s := subsetter(t)
	font := source(t, "serif.ttf")
	for _, bad := range [][]byte{nil, font[:100], []byte(strings.Repeat("x", 5000))} {
		if _, err := s.Subset(context.Background(), bad, []rune("链")); err == nil {
			t.Errorf("%d bytes: no error", len(bad))
		}
	}
	if _, err := s.Subset(context.Background(), font, []rune("链")); err != nil {
		t.Errorf("after damaged fonts a good one fails: %v", err)
	}
}

func TestCommentsEscapesAndStrings(t *testing.T) {
	need, err := Collect(fstest.MapFS{
		"assets/copy/a.toml":  {Data: []byte("a = \"甲#乙\" # 丙\nb = \"\"\"\n丁 # 戊\n\"\"\" # 己\nc = '庚' # '辛'\nd = \"\\\"壬\" # 癸\ne = \"\\u5B50\u00a0\u2011\u200b\"\n[x.title-long]\nen = \"丑\"\n[y]\ntitle.zh = '寅'\n")},
		"assets/figures.toml": {Data: []byte("[units]\n\"锭\" = {}\n")}, "assets/sources.toml": {},
	}, "assets")
	if err != nil {
		t.Fatal(err)
	}
	show := func(uses []Use) string {
		var b strings.Builder
		for _, u := range uses {
			if u.File != "" {
				b.WriteRune(u.Rune)
			}
		}
		return b.String()
	}
	order := func(s string) string { r := []rune(s); slices.Sort(r); return string(r) }
	if got, want := show(need.Text()), order("甲乙丁戊庚壬子丑寅锭"); got != want {
		t.Errorf("text %q, want %q", got, want)
	}
	if got, want := show(need.Title()), order("丑寅锭"); got != want {
		t.Errorf("titles %q, want %q", got, want)
	}
	if _, err := Collect(fstest.MapFS{}, "assets"); err == nil {
		t.Error("missing files are no error")
	}
}

// TestCommittedFontsAreCurrent fails after new words: run studio fonts.
func TestCommittedFontsAreCurrent(t *testing.T) {
	root := os.DirFS(filepath.Join("..", ".."))
	need, err := Collect(root, "assets", "scenes", "internal/chart", "internal/scale")
	if err != nil {
		t.Fatal(err)
	}
	for name, uses := range map[string][]Use{"sans.ttf": need.Text(), "bold.ttf": need.Text(), "serif.ttf": need.Title()} {
		font, err := os.ReadFile(filepath.Join("..", "..", "assets", "fonts", name))
		if err != nil {
			t.Fatal(err)
		}
		missing, err := Missing(font, Runes(uses))
		if err != nil {
			t.Fatal(err)
		}
		if len(missing) > 0 {
			t.Errorf("%s lacks %q: run studio fonts", name, string(missing))
		}
	}
}

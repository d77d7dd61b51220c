package typeset

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var regen = flag.Bool("regen", false, "write the goldens anew")

func loadSubsets() (*Fonts, error) {
	var files [faceCount][]byte
	for _, f := range Faces() {
		b, err := os.ReadFile(filepath.Join("..", "..", "assets", "fonts", f.String()+".ttf"))
		if err != nil {
			return nil, err
		}
		files[f] = b
	}
	return Load(files[Sans], files[SansBold], files[Serif])
}

// TestParagraphs sets paragraphs in several widths and compares lines and
// widths with testdata/paragraphs.golden; -regen writes it.
func TestParagraphs(t *testing.T) {
	var b strings.Builder
	for _, p := range []struct {
		lang, text string
		st         Style
	}{
		{"zh", "园区里约有 100 家铝企业，今年有 75 家完成改造（另建成 3 个智能工厂、67 条产线）；从「电解」到“应用”，一环接一环——缺的环节还在补……", Style{Size: 16}},
		{"zh", "园区里约有 100 家铝企业，今年有 75 家完成改造（另建成 3 个智能工厂、67 条产线）；从「电解」到“应用”，一环接一环——缺的环节还在补……", Style{Size: 16, Align: Justify}},
		{"zh", "2018年以来改好67,623户厕所，普及率86.36%；铺管169.128公里，投入10亿余元。", Style{Size: 18, Face: SansBold}},
		{"en", "About 100 aluminium firms stand along the chain; 75 were refitted this year, and 67 lines now run by themselves — “smart” ones, as it’s put.", Style{Size: 16}},
		{"en", "About 100 aluminium firms stand along the chain; 75 were refitted this year, and 67 lines now run by themselves — “smart” ones, as it’s put.", Style{Size: 16, Align: Justify}},
		{"en", "One pour of metal becomes a chain", Style{Size: 40, Face: Serif, Balance: true}},
		{"zh", "一炉铝水，\n流成一条产业链", Style{Size: 40, Face: Serif, Balance: true}},
	} {
		s := setter(t, p.lang)
		for _, width := range []float64{120, 200, 328} {
			block := s.Block(p.text, p.st, width)
			fmt.Fprintf(&b, "%s %v %v align %d, width %v: %.3f x %.3f\n", p.lang, p.st.Face, p.st.Size, p.st.Align, width, block.Width, block.Height)
			for _, l := range block.Lines {
				fmt.Fprintf(&b, "  %7.3f %8.3f %8.3f  %s\n", l.X, l.Y, l.Run.Width, l.Run.Text)
			}
		}
	}
	name := filepath.Join("testdata", "paragraphs.golden")
	if *regen {
		if err := os.WriteFile(name, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	got, old := strings.Split(b.String(), "\n"), strings.Split(string(want), "\n")
	for i := range max(len(got), len(old)) {
		if i >= len(got) || i >= len(old) || got[i] != old[i] {
			t.Fatalf("line %d of %s differs; if that is meant, go test ./internal/typeset -regen\n got %s\nwant %s",
				i+1, name, at(got, i), at(old, i))
		}
	}
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "nothing"
}

func TestSubsetsSetLikeTheirSources(t *testing.T) {
	cut, err := loadSubsets()
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range []string{"zh", "en"} {
		wide, small := setter(t, lang), NewSetter(cut, lang)
		for _, f := range Faces() {
			st := Style{Face: f, Size: 100}
			for _, text := range []string{"0123456789", "AVATAR Wolf fine", "“0”（1）——2……", "100% ¥5·×"} {
				a, b := wide.Line(text, st), small.Line(text, st)
				if a.Width != b.Width || a.Bounds != b.Bounds {
					t.Errorf("%v %q: %v wide in the source, %v in the subset", f, text, a.Width, b.Width)
				}
			}
		}
	}
}

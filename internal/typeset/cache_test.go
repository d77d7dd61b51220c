package typeset

import (
	"strconv"
	"strings"
	"testing"
)

func TestSecondAnswerDoesNotAllocate(t *testing.T) {
	zh := setter(t, "zh")
	st := Style{Size: 16}
	counter := []byte("111,616")
	ask := func() {
		zh.Line("高端铝材", st)
		zh.LineBytes(counter, Style{Face: Serif, Size: 60, Tabular: true})
		zh.Block("从电解到应用，一环接一环", st, 100)
		zh.Fit("一炉铝水，\n流成一条产业链", Style{Face: Serif, Size: 60}, 300, 20)
		zh.Fonts().Outline(GlyphRef{Sans, 40})
	}
	ask()
	if n := testing.AllocsPerRun(100, ask); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestCacheIsBoundedAndKeepsWhatIsUsed(t *testing.T) {
	zh := setter(t, "zh")
	st := Style{Size: 10}
	kept := zh.Line("常用", st)
	for i := range 3*generationSize + 7 {
		zh.Line(strconv.Itoa(i), st)
		if i%1000 == 0 && zh.Line("常用", st) != kept {
			t.Fatalf("forgotten after %d others", i)
		}
	}
	if n := zh.young.n + zh.old.n; n > 2*generationSize {
		t.Errorf("%d entries", n)
	}
	if len(zh.old.lines[st])+len(zh.young.lines[st]) > 2*generationSize {
		t.Error("the maps outgrow their count")
	}
}

func TestSetLangSetsAnew(t *testing.T) {
	s := setter(t, "zh")
	zh := s.Line("it “is”", Style{Size: 10})
	s.SetLang("en")
	en := s.Line("it “is”", Style{Size: 10})
	if zh.Width <= en.Width {
		t.Errorf("quotation marks: %v in Chinese, %v in English", zh.Width, en.Width)
	}
}

// paragraph is 225 hanzi with their marks.
var paragraph = strings.Repeat("从电解槽到机翼、车身与家居，九龙坡把链条一环环补齐；人群走过梯田，杂物退去。每一片屋顶都是一个改好厕所的家，", 5)

func BenchmarkFirstShape(b *testing.B) {
	zh := setter(b, "zh")
	zh.Block(paragraph, Style{Size: 16}, 320)
	b.ReportAllocs()
	for b.Loop() {
		zh.shaper.block(&zh.wrap, paragraph, Style{Size: 16}, 320)
	}
}

func BenchmarkCached(b *testing.B) {
	zh := setter(b, "zh")
	b.ReportAllocs()
	for b.Loop() {
		zh.Block(paragraph, Style{Size: 16}, 320)
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := loadSubsets(); err != nil {
			b.Fatal(err)
		}
	}
}

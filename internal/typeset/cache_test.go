package typeset

import (
	"strconv"
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

const han200 = "九龙坡把链条一环环补齐从电解槽到机翼车身与家居每一片屋顶都是一个改好厕所的家人群走过梯田杂物退去月初定名单末前走完户从满分起发现问题就扣研发制储装备应用氢每步放在条上" +
	"铝水流成产业一炉打开座山谷报纸版面两区边炼出新扫净老村庄点是人干净串气泡推动辆车顶铺满坡个数字有出处篇名栏目段落可查算来的写明算法橙色凝锭轧板卷锻大环再分向飞列和夜色里光汇由左右扫过身后田野前方还散着" +
	"只造立画中央心展开层层与屋檐"

func BenchmarkFirstShape(b *testing.B) {
	zh := setter(b, "zh")
	text := string([]rune(han200)[:200])
	zh.Block(text, Style{Size: 16}, 320)
	b.ReportAllocs()
	for b.Loop() {
		zh.shaper.block(&zh.wrap, text, Style{Size: 16}, 320)
	}
}

func BenchmarkCached(b *testing.B) {
	zh := setter(b, "zh")
	text := string([]rune(han200)[:200])
	b.ReportAllocs()
	for b.Loop() {
		zh.Block(text, Style{Size: 16}, 320)
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := loadSubsets(); err != nil {
			b.Fatal(err)
		}
	}
}

package typeset

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// mix writes a random text of Chinese, Latin, numbers and marks.
func mix(rng *rand.Rand, words int) string {
	pieces := []string{
		"铝", "产业", "新能源", "链", "村庄", "高端", "园区", "农村人居环境", "的", "和", "a", "forge", "wings", "alloy", "R&D",
		"，", "。", "、", "：", "；", "！", "？", "（", "）", "《", "》", "「", "」", "“", "”", "‘", "’", "……", "——", "·", " ", " ", "-",
		"67 条", "10 亿元", "86.36%", "111,616 人", "约 100 家", "1360亿元", "2021年", "¥500", "30 万平方米", "600余个", "67 lines", "1,500+ courtyards",
		"10 million yuan", "（）", "」。", "）（", "100%",
	}
	var b strings.Builder
	for range words {
		b.WriteString(pieces[rng.IntN(len(pieces))])
		if rng.IntN(60) == 0 {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func TestWrappingKeepsTheRules(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for _, lang := range []string{"zh", "en"} {
		s := setter(t, lang)
		for n := range 1500 {
			text := mix(rng, 1+rng.IntN(60))
			width := 20 + rng.Float64()*300
			st := Style{Face: Face(n % faceCount), Size: 16, Align: Align(n / 3 % 4), Balance: n%5 == 0, Tracking: float64(n%2) * 0.05, Tabular: n%7 == 0}
			checkBlock(t, s, text, st, width)
			if t.Failed() {
				t.Fatalf("%s, width %v, style %+v:\n%s\n%q", lang, width, st, strings.Join(lines(s.Block(text, st, width)), "|\n"), text)
			}
		}
	}
}

func checkBlock(t *testing.T, s *Setter, text string, st Style, width float64) {
	t.Helper()
	b := s.Block(text, st, width)
	at := 0
	for i, l := range b.Lines {
		if l.Start != at {
			t.Errorf("line %d starts at %d, the one before ends at %d", i, l.Start, at)
		}
		at = l.End
		whole := text[l.Start:l.End]
		if !strings.HasPrefix(whole, l.Run.Text) || strings.Trim(whole[len(l.Run.Text):], " \n\t") != "" {
			t.Errorf("line %d shows %q of %q", i, l.Run.Text, whole)
		}
		checkGlyphs(t, l.Run)
		if l.Run.Width > width+1e-6 && breakable(s, l.Run.Text) {
			t.Errorf("line %d is %v wide", i, l.Run.Width)
		}
		if i == 0 || strings.HasSuffix(text[:l.Start], "\n") {
			continue
		}
		first, _ := utf8.DecodeRuneInString(l.Run.Text)
		before := strings.TrimRight(text[:l.Start], " ")
		last, _ := utf8.DecodeLastRuneInString(before)
		if strings.ContainsRune("。，、；：！？）》」』”’…—·%", first) {
			t.Errorf("line %d starts with %q", i, first)
		}
		if strings.ContainsRune("（《「『“‘¥", last) {
			t.Errorf("the line before %d ends with %q", i, last)
		}
	}
	if at != len(text) {
		t.Errorf("the lines hold %d of %d bytes", at, len(text))
	}
}

// checkGlyphs reports a character that no glyph or more than one cluster shows.
func checkGlyphs(t *testing.T, run *Run) {
	t.Helper()
	last := -1
	for _, g := range run.Glyphs {
		if g.Cluster < last {
			t.Errorf("%q: glyphs out of order", run.Text)
		}
		last = g.Cluster
	}
	clusters := map[int]bool{}
	for _, g := range run.Glyphs {
		clusters[g.Cluster] = true
	}
	prev := rune(0)
	for i, r := range run.Text {
		ligature := prev == r && r == '—' || prev == 'f'
		if !clusters[i] && !ligature {
			t.Errorf("%q: no glyph shows %q at %d", run.Text, r, i)
		}
		prev = r
	}
}

// breakable reports whether the rules would let the text break anywhere.
func breakable(s *Setter, text string) bool {
	s.shaper.shape(text, Style{Size: 1})
	for i := 1; i < len(s.shaper.clusters); i++ {
		if s.shaper.clusters[i].begin != never {
			return true
		}
	}
	return false
}

func TestNumbersStayWithTheirUnits(t *testing.T) {
	for _, c := range []struct{ lang, text, whole string }{
		{"zh", "建成了智能化的生产线 67 条和别的", "67 条"},
		{"zh", "建成了智能化的生产线67条和别的", "67条"},
		{"zh", "投入的钱一共有 10 亿元之多啊啊啊", "10 亿元"},
		{"zh", "已经普及到了 86.36% 的程度了呢", "86.36%"},
		{"zh", "一共有多达 111,616 人来参加了扫除", "111,616 人"},
		{"zh", "链条上的企业约 100 家都在这里了", "约 100 家"},
		{"zh", "帮助企业解决了难题600余个之多呢", "600余个"},
		{"zh", "孵化面积有30万平方米那么大的地方", "30万平方米"},
		{"zh", "评选出了清洁农户4万余户那么多呢", "4万余户"},
		{"zh", "污水管网建成了 169.128 公里那么长", "169.128 公里"},
		{"en", "They built and now run 67 lines by themselves", "67 lines"},
		{"en", "In that campaign 111,616 people swept the roads", "111,616 people"},
		{"en", "The park has by now about 100 firms along it", "about 100 firms"},
		{"en", "They lent a further 611 million yuan to firms", "611 million yuan"},
		{"en", "The prize is set at ¥50,000 each for them", "¥50,000"},
		{"en", "There are more than 1,500+ courtyards in all", "1,500+ courtyards"},
	} {
		s := setter(t, c.lang)
		least := s.Line(c.whole, Style{Size: 16}).Width + 20
		for w := least; w < 400; w += 3.5 {
			found := false
			for _, l := range lines(s.Block(c.text, Style{Size: 16}, w)) {
				found = found || strings.Contains(l, c.whole)
			}
			if !found {
				t.Errorf("width %v parts %q: %q", w, c.whole, lines(s.Block(c.text, Style{Size: 16}, w)))
				break
			}
		}
	}
}

func TestDashesAndEllipsesStayWhole(t *testing.T) {
	zh := setter(t, "zh")
	for w := 40.0; w < 300; w += 1.7 {
		for _, l := range lines(zh.Block("从铝到氢——再到村庄……这里的每一步——都有出处……才算数", Style{Size: 16}, w)) {
			if strings.Count(l, "—")%2 != 0 || strings.Count(l, "…")%2 != 0 {
				t.Fatalf("width %v: %q", w, l)
			}
		}
	}
}

func TestBalancedTitlesHaveNoWidows(t *testing.T) {
	en := setter(t, "en")
	st := Style{Face: Serif, Size: 30, Balance: true}
	for w := 200.0; w < 420; w += 10 {
		b := en.Block("One pour of metal becomes a chain of firms", st, w)
		if n := len(b.Lines); n > 1 {
			if short := b.Lines[n-1].Run.Width / b.Width; short < 0.45 {
				t.Errorf("width %v: the last line of %q is %.2f of the widest", w, lines(b), short)
			}
		}
	}
}

func TestOrderOfQuestionsDoesNotMatter(t *testing.T) {
	a, b := setter(t, "zh"), setter(t, "zh")
	rng := rand.New(rand.NewPCG(3, 4))
	texts := make([]string, 50)
	for i := range texts {
		texts[i] = mix(rng, 30)
	}
	for i := range texts {
		b.Block(texts[len(texts)-1-i], Style{Size: 12}, 200)
	}
	for _, text := range texts {
		x, y := a.Block(text, Style{Size: 12}, 200), b.Block(text, Style{Size: 12}, 200)
		if len(x.Lines) != len(y.Lines) || x.Width != y.Width {
			t.Fatalf("%q: %q, %q", text, lines(x), lines(y))
		}
	}
}

func FuzzBlock(f *testing.F) {
	f.Add("从铝到氢——67 条（约）a\n", 90.0)
	f.Add("\xff\u0301f\u200d——", 1.0)
	s := setter(f, "zh")
	f.Fuzz(func(t *testing.T, text string, width float64) {
		b := s.Block(text, Style{Size: 16, Align: Justify}, width)
		at := 0
		for _, l := range b.Lines {
			if l.Start != at || l.End < l.Start {
				t.Fatalf("%q: line from %d, expected %d", text, l.Start, at)
			}
			at = l.End
		}
		if at != len(text) {
			t.Fatalf("%q: lines end at %d", text, at)
		}
	})
}

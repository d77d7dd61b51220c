package story_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"reflect"
	"strings"
	"testing"

	"lianhua/internal/decimal"
	"lianhua/internal/scale"
	"lianhua/internal/story"
)

func number(s string) decimal.Decimal {
	d, err := decimal.Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

// words are those that figures and their places are written with.
func words() []story.CopyRecord {
	return []story.CopyRecord{
		{Key: "cite.place", Text: story.Both{ZH: "<article>·<section>", EN: "<article>, <section>"}},
		{Key: "cite.paragraph", Text: story.Both{ZH: "<section>，第<number>段", EN: "<section>, paragraph <number>"}},
		{Key: "number.about", Text: story.Both{ZH: "约", EN: "about"}},
		{Key: "number.more-than", Text: story.Both{ZH: "余", EN: "more than"}},
	}
}

// records is a small story that uses every field.
func records() story.Records {
	lines := story.UnitForm{One: "line", Many: "lines"}
	return story.Records{
		Places: []story.Place{
			{ID: "J08", Article: story.Both{ZH: "九龙坡", EN: "Jiulongpo"}, Section: story.Both{ZH: "产业", EN: "industry"}, Paragraph: 4},
			{ID: "V13", Article: story.Both{ZH: "江津", EN: "Jiangjin"}, Section: story.Both{ZH: "示范", EN: "models"}},
		},
		BreaksOff: "V13",
		Figures: []story.FigureRecord{
			{ID: "aluminium.lines", Value: number("67"), ValueEN: number("67"), Base: number("67"), UnitZH: story.UnitForm{One: "条", Many: "条"}, UnitEN: lines,
				Period: story.Both{ZH: "2022年", EN: "2022"}, Label: story.Both{ZH: "智能化生产线", EN: "smart production lines"}},
			{ID: "loan.average", Value: number("172.1"), ValueEN: number("1721000"), Base: number("1721000"),
				UnitZH: story.UnitForm{One: "万元/家", Many: "万元/家"}, UnitEN: story.UnitForm{One: "yuan per firm", Many: "yuan per firm"},
				Precision: story.About, Kind: story.Money, Derived: true, Expr: "loan.total / loan.firms", Rounding: "half-even",
				Period: story.Both{ZH: "2022年", EN: "2022"}, Label: story.Both{ZH: "户均贷款", EN: "average loan"}},
			{ID: "target", Value: number("10000"), ValueEN: number("10000"), Base: number("10000"), UnitZH: story.UnitForm{One: "家", Many: "家"},
				UnitEN: story.UnitForm{One: "firm", Many: "firms"}, Target: true, PartOf: "aluminium.lines", Place: 1},
		},
		Copy: append(words(), []story.CopyRecord{
			{Key: "aluminium.title", Text: story.Both{ZH: "一炉铝水，\n流成一条产业链", EN: "One pour of metal"}},
			{Key: "aluminium.note", Text: story.Both{ZH: "共{aluminium.lines}，逐条点亮", EN: "All {aluminium.lines|number} light up"}},
		}...),
		Themes: []story.ThemeRecord{
			{Name: "day", Colors: []story.ColorRecord{{Name: "ink", RGBA: 0x1C1B1AFF}, {Name: "ground", RGBA: 0xF6F1E7FF}}},
			{Name: "night", Colors: []story.ColorRecord{{Name: "ground", RGBA: 0x14201BFF}}},
		},
		Tunings: []story.TuningRecord{
			{Scene: "aluminium", Name: "ring", Value: number("1.1")}, {Scene: "aluminium", Form: "phone", Name: "ring", Value: number("1.2")},
		},
		Timings: []story.TimingRecord{{Scene: "aluminium", Beat: "lines", Duration: 4500, Hold: -1}},
	}
}

func bundle(t testing.TB) *story.Bundle {
	t.Helper()
	b, err := story.New(records())
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func Example() {
	b, err := story.New(records())
	if err != nil {
		fmt.Println(err)
		return
	}
	b, err = story.Decode(story.Encode(b)) // as the player gets it
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, l := range story.Langs() {
		s := b.In(l)
		f, _ := s.Figure("loan.average")
		fmt.Printf("%s: %s [%s|%s|%s] %s\n", f.Label, f.Text, f.Lead, f.Number, f.Tail, f.Source.Cite)
		fmt.Println(s.Words("aluminium.note"))
		fmt.Println(s.Words("aluminium.missing"))
	}
	// Output:
	// 户均贷款: 约172.1万元/家 [约|172.1|万元/家] 九龙坡·产业，第4段
	// 共67条，逐条点亮
	// ⟨aluminium.missing⟩
	// average loan: about 1,721,000 yuan per firm [about|1,721,000|yuan per firm] Jiulongpo, industry, paragraph 4
	// All 67 light up
	// ⟨aluminium.missing⟩
}

func TestRoundTrip(t *testing.T) {
	b := bundle(t)
	data := story.Encode(b)
	back, err := story.Decode(data)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(back.Records(), b.Records()) {
		t.Errorf("decoded records differ:\n%+v\n%+v", back.Records(), b.Records())
	}
	if again := story.Encode(back); !bytes.Equal(data, again) {
		t.Error("encoding the decoded story gives other bytes")
	}
}

// TestEveryDamageIsFound flips each bit and cuts at each length; the checksum
// or the version must refuse them all.
func TestEveryDamageIsFound(t *testing.T) {
	data := story.Encode(bundle(t))
	for i := range data {
		for bit := range 8 {
			bad := bytes.Clone(data)
			bad[i] ^= 1 << bit
			if _, err := story.Decode(bad); !errors.Is(err, story.ErrCorrupt) && !errors.Is(err, story.ErrVersion) {
				t.Fatalf("bit %d of byte %d: %v", bit, i, err)
			}
		}
		if _, err := story.Decode(data[:i]); !errors.Is(err, story.ErrCorrupt) {
			t.Fatalf("cut at %d: %v", i, err)
		}
	}
	if _, err := story.Decode(append(bytes.Clone(data), 0)); !errors.Is(err, story.ErrCorrupt) {
		t.Error("a byte too many was accepted")
	}
}

// forge corrects the checksum, so that the reader behind it is reached.
func forge(data []byte) []byte {
	const header = 13
	if len(data) < header {
		return data
	}
	binary.LittleEndian.PutUint32(data[header-4:], crc32.ChecksumIEEE(data[header:]))
	return data
}

func FuzzDecode(f *testing.F) {
	data := story.Encode(bundle(f))
	f.Add(data)
	f.Add([]byte("LIANHUA\n"))
	f.Add(append([]byte("LIANHUA\n\x01\x00\x00\x00\x00"), 0xFF, 0xFF, 0xFF, 0xFF, 0x7F))
	for i := 13; i < len(data); i += 7 {
		bad := bytes.Clone(data)
		bad[i] ^= 0xFF
		f.Add(bad)
		f.Add(bytes.Clone(data[:i]))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := story.Decode(forge(bytes.Clone(data)))
		if err != nil {
			if !errors.Is(err, story.ErrCorrupt) && !errors.Is(err, story.ErrVersion) {
				t.Errorf("an error of another kind: %v", err)
			}
			return
		}
		again, err := story.Decode(story.Encode(b))
		if err != nil || !reflect.DeepEqual(again.Records(), b.Records()) {
			t.Errorf("a story that was read cannot be written and read again: %v", err)
		}
	})
}

func TestForgedFilesAreRefused(t *testing.T) {
	refused := 0
	data := story.Encode(bundle(t))
	for i := 13; i < len(data); i++ {
		bad := bytes.Clone(data)
		bad[i] = 0xFF
		if _, err := story.Decode(forge(bad)); err != nil {
			refused++
			if !errors.Is(err, story.ErrCorrupt) {
				t.Errorf("byte %d: %v", i, err)
			}
		}
	}
	if refused == 0 {
		t.Error("no forged file was refused")
	}
}

func TestNewRefuses(t *testing.T) {
	for want, change := range map[string]func(*story.Records){
		"two figures are called aluminium.lines": func(r *story.Records) { r.Figures[1].ID = "aluminium.lines" },
		"two copies are called aluminium.title":  func(r *story.Records) { r.Copy[0].Key = "aluminium.title" },
		"shows the unknown figure nothing":       func(r *story.Records) { r.Copy[0].Text.EN = "{nothing}" },
		"has no place on the page":               func(r *story.Records) { r.Figures[0].Place = 2 },
		"unmatched brace":                        func(r *story.Records) { r.Copy[0].Text.ZH = "{aluminium.lines" },
	} {
		r := records()
		change(&r)
		if _, err := story.New(r); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("want %q, got %v", want, err)
		}
	}
}

func TestWrittenForms(t *testing.T) {
	form := func(many string) story.UnitForm { return story.UnitForm{One: many, Many: many} }
	for _, c := range []struct {
		name           string
		value, english string
		zh, en         story.UnitForm
		precision      story.Precision
		kind           story.Kind
		wantZH, wantEN string
		numberZH       string
	}{
		{"about", "100", "100", form("家"), form("firms"), story.About, story.Count, "约100家", "about 100 firms", "100"},
		{"more than, counted in 万", "40000", "40000", form("户"), form("households"), story.MoreThan, story.Count, "4万余户", "more than 40,000 households", "4"},
		{"more than, unit in 亿", "10", "1", form("亿元"), form("billion yuan"), story.MoreThan, story.Money, "10亿余元", "more than 1 billion yuan", "10"},
		{"money as stated", "1360", "136", form("亿元"), form("billion yuan"), story.Exact, story.Money, "1360亿元", "136 billion yuan", "1360"},
		{"large count", "111616", "111616", form("人"), form("people"), story.Exact, story.Count, "111,616人", "111,616 people", "111,616"},
		{"singular", "1", "1", form("个"), story.UnitForm{One: "incubator", Many: "incubators"}, story.Exact, story.Count, "1个", "1 incubator", "1"},
		{"per cent", "86.36", "86.36", form("%"), story.UnitForm{One: "%", Many: "%", Joined: true}, story.Exact, story.Share, "86.36%", "86.36%", "86.36"},
		{"a year is never grouped", "2018", "2018", form("年"), form(""), story.Exact, story.Year, "2018年", "2018", "2018"},
		{"a day", "5", "5", form("日"), story.UnitForm{Ordinal: true}, story.Exact, story.Day, "5日", "5th", "5"},
		{"a batch", "1", "1", story.UnitForm{Lead: "第", One: "批", Many: "批"}, story.UnitForm{One: "batch", Many: "batches", Ordinal: true}, story.Exact, story.Ordinal, "第1批", "1st batch", "1"},
	} {
		r := records()
		r.Copy = words()
		r.Figures = []story.FigureRecord{{ID: "x", Value: number(c.value), ValueEN: number(c.english), Base: number(c.value),
			UnitZH: c.zh, UnitEN: c.en, Precision: c.precision, Kind: c.kind}}
		b, err := story.New(r)
		if err != nil {
			t.Fatal(err)
		}
		zh, _ := b.In(story.ZH).Figure("x")
		en, _ := b.In(story.EN).Figure("x")
		if zh.Text != c.wantZH || en.Text != c.wantEN || zh.Number != c.numberZH {
			t.Errorf("%s: %q (%q), %q; want %q (%q), %q", c.name, zh.Text, zh.Number, en.Text, c.wantZH, c.numberZH, c.wantEN)
		}
		for _, f := range []story.Figure{zh, en} {
			// A counter that runs to Shown must end on Number.
			if got := string(scale.Append(nil, f.Shown, f.Style)); got != f.Number {
				t.Errorf("%s: the counter ends on %q, not on %q", c.name, got, f.Number)
			}
		}
	}
}

func TestSplitCopy(t *testing.T) {
	elements, err := story.SplitCopy("a{x.y}b{z|number}")
	want := []story.Element{{Text: "a"}, {Figure: "x.y"}, {Text: "b"}, {Figure: "z", Bare: true}}
	if err != nil || !reflect.DeepEqual(elements, want) {
		t.Errorf("SplitCopy = %+v, %v", elements, err)
	}
	for raw, want := range map[string]error{"{": story.ErrBrace, "}": story.ErrBrace, "{}": story.ErrBrace, "{a{b}}": story.ErrBrace, "{a|words}": story.ErrForm} {
		if _, err := story.SplitCopy(raw); !errors.Is(err, want) {
			t.Errorf("SplitCopy(%q): %v, want %v", raw, err, want)
		}
	}
}

func TestLookups(t *testing.T) {
	b := bundle(t)
	s := b.In(story.EN)
	if f, ok := s.Figure("loan.average"); !ok || f.Float64() != 1721000 || f.Count() != 1721000 || !f.Derived {
		t.Errorf("Figure = %+v, %v", f, ok)
	}
	if _, ok := s.Figure("nothing"); ok {
		t.Error("an unknown figure was found")
	}
	if c := s.Copy("aluminium.note"); !c.OK || len(c.Elements) != 3 || c.Elements[1].Text != "67" {
		t.Errorf("Copy = %+v", c)
	}
	if c := s.Copy("nothing"); c.OK || c.Text() != "⟨nothing⟩" {
		t.Errorf("missing copy = %+v", c)
	}
	if p, ok := b.Theme("day"); !ok || p.Name() != "day" {
		t.Errorf("Theme = %+v, %v", p, ok)
	} else if c, ok := p.Color("ink"); !ok || c != 0x1C1B1AFF {
		t.Errorf("Color = %08X, %v", c, ok)
	} else if _, ok := p.Color("nothing"); ok {
		t.Error("an unknown colour was found")
	}
	if _, ok := b.Theme("dusk"); ok {
		t.Error("an unknown theme was found")
	}
	if tm, ok := b.Timing("aluminium", "lines"); !ok || tm.Duration != 4.5 || tm.Hold != -1 {
		t.Errorf("Timing = %+v, %v", tm, ok)
	}
	if _, ok := b.Timing("aluminium", "other"); ok {
		t.Error("an unknown beat was retimed")
	}
	if got := b.Tunings("aluminium", "phone"); len(got) != 2 || got[0] != (story.Tuning{Name: "ring", Value: 1.2}) || got[1].Value != 1.1 {
		t.Errorf("on phones the knobs are %v", got)
	}
	if got := b.Tunings("aluminium", "wall"); len(got) != 1 || b.Tunings("hydrogen", "phone") != nil {
		t.Errorf("on walls the knobs are %v", got)
	}
	if p, ok := s.BreaksOff(); !ok || p.ID != "V13" || p.Cite != "Jiangjin, models" {
		t.Errorf("BreaksOff = %+v, %v", p, ok)
	}
	if l, ok := story.ParseLang("en"); !ok || l != story.EN || l.String() != "en" {
		t.Error("en is not read as English")
	}
	if _, ok := story.ParseLang("fr"); ok {
		t.Error("an unknown language was read")
	}
}

func TestLookupsAllocateNothing(t *testing.T) {
	s := bundle(t).In(story.ZH)
	n := testing.AllocsPerRun(100, func() {
		f, _ := s.Figure("aluminium.lines")
		if len(f.Text) == 0 || len(s.Copy("aluminium.note").Text()) == 0 || len(s.Words("aluminium.title")) == 0 {
			t.Error("empty")
		}
	})
	if n != 0 {
		t.Errorf("lookups allocate %v times", n)
	}
}

func BenchmarkFigure(b *testing.B) {
	s := bundle(b).In(story.ZH)
	b.ReportAllocs()
	for b.Loop() {
		if _, ok := s.Figure("aluminium.lines"); !ok {
			b.Fatal("not found")
		}
	}
}

func BenchmarkDecode(b *testing.B) {
	data := story.Encode(bundle(b))
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := story.Decode(data); err != nil {
			b.Fatal(err)
		}
	}
}

func TestFilledTexts(t *testing.T) {
	r := records()
	r.Copy = append(r.Copy, story.CopyRecord{Key: "a", Text: story.Both{ZH: "<one>，<two><none><", EN: "<two>, <one>"}})
	b, err := story.New(r)
	if err != nil {
		t.Fatal(err)
	}
	for lang, want := range map[story.Lang]string{story.ZH: "<two>，2<none><", story.EN: "2, <two>"} {
		if got := b.In(lang).Filled("a", "one", "<two>", "two", "2"); got != want {
			t.Errorf("%v: %q, want %q", lang, got, want)
		}
	}
	var buf [64]byte
	if n := testing.AllocsPerRun(50, func() { story.AppendFilled(buf[:0], "<one>, <two>", "one", "1", "two", "2") }); n > 0 {
		t.Errorf("filling allocates %v times", n)
	}
}

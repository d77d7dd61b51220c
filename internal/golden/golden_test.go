package golden

import (
	"image"
	"image/color"
	"strings"
	"testing"
)

const first = `picture at=0,0 360x640
group stages role=list label="环"
  shape stage.1/bath m=1,0,0,1,164,450 #f08a3cff d=M0,0L1,1Z
  text title.1 size=38s "一炉铝水，" role=heading
shape drop #000000ff
shape drop #111111ff
`

func TestOutlineKeepsWhatDiffers(t *testing.T) {
	var o Outline
	a := o.Add("melt", first)
	second := strings.Replace(first, "#f08a3cff", "#c3cfd8ff", 1)
	second = strings.Replace(second, "shape drop #111111ff\n", "", 1)
	o.Add("roll", second, a)
	got := string(o.Bytes())
	_, roll, _ := strings.Cut(got, "# roll")
	for _, want := range []string{"text title.1 ", `"一炉铝水，"`, `group stages `, "shape drop×2 "} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	if lines := strings.Count(roll, "\n"); lines != 3 || !strings.Contains(roll, "\nshape stage.1/bath ") || !strings.Contains(roll, "\n- shape drop×2\n") {
		t.Errorf("the second picture is kept as\n%s", roll)
	}
	if strings.Contains(got, "d=M0,0") {
		t.Error("paths are kept in full")
	}
}

func outlineOf(pictures ...string) *Outline {
	var o Outline
	var last []Picture
	for i, p := range pictures {
		last = []Picture{o.Add(strings.Repeat("i", i+1), p, last...)}
	}
	return &o
}

func TestChangesShowsTheMarksInFull(t *testing.T) {
	swap := func(s, a, b string) string { return strings.Replace(s, a, b, 1) }
	kept := outlineOf(first, first).Bytes()
	for _, c := range []struct {
		name     string
		pictures []string
		want     []string
		not      string
	}{
		{"equal", []string{first, first}, nil, ""},
		{"a mark is not as before", []string{swap(first, "L1,1", "L1,2"), swap(first, "L1,1", "L1,2")},
			[]string{"i\n- shape stage.1/bath ", "+ shape stage.1/bath m=1,0,0,1,164,450 #f08a3cff d=M0,0L1,2Z"}, "another order"},
		{"words are not as before", []string{swap(first, "铝水", "铁水"), swap(first, "铝水", "铁水")}, []string{`"一炉铝水，"`, `size=38s "一炉铁水，"`}, ""},
		{"a mark has gone later", []string{first, swap(first, "shape drop #111111ff\n", "")}, []string{"ii\n+ shape drop×2 is gone"}, ""},
		{"a mark has come", []string{first + "shape new #ffffffff\n", first + "shape new #ffffffff\n"}, []string{"+ shape new #ffffffff"}, ""},
		{"marks changed places", []string{swap(swap(first, "shape drop #000000ff\n", ""), "group", "shape drop #000000ff\ngroup"), first}, []string{"another order"}, ""},
		{"a picture has come", []string{first, first, first}, []string{"+ iii: 6 marks"}, ""},
		{"a picture has gone", []string{first}, []string{"- ii: 6 marks"}, ""},
	} {
		got := outlineOf(c.pictures...).Changes(kept, 20)
		if (got == "") != (len(c.want) == 0) {
			t.Errorf("%s: told %q", c.name, got)
		}
		for _, want := range c.want {
			if !strings.Contains(got, want) {
				t.Errorf("%s: no %q in\n%s", c.name, want, got)
			}
		}
		if c.not != "" && strings.Contains(got, c.not) {
			t.Errorf("%s: tells of %s:\n%s", c.name, c.not, got)
		}
	}
	other := swap(first, "环", "链")
	twice := outlineOf(first, other, first, other)
	if got := strings.Count(twice.Changes(outlineOf(first, first, first, first).Bytes(), 20), "链"); got != 1 {
		t.Errorf("a change that comes twice is told %d times", got)
	}
	if got := outlineOf("shape a\nshape b\nshape c\n").Changes(nil, 2); !strings.HasSuffix(got, "and 2 lines more") {
		t.Errorf("of many lines it shows\n%s", got)
	}
}

func TestCompareCountsAndMarksPixels(t *testing.T) {
	a := image.NewRGBA(image.Rect(0, 0, 4, 3))
	b := image.NewRGBA(a.Bounds())
	b.SetRGBA(2, 1, color.RGBA{0, 0, 1, 255})
	n, diff := Compare(a, b)
	if n != 1 || diff.RGBAAt(2, 1) != (color.RGBA{220, 0, 60, 255}) || diff.RGBAAt(0, 0).R < 200 {
		t.Errorf("%d pixels, the mark is %v", n, diff.RGBAAt(2, 1))
	}
	if n, _ := Compare(image.NewRGBA(image.Rect(0, 0, 3, 4)), b); n != 12 {
		t.Errorf("%d of 12 pixels differ in a picture of another size", n)
	}
}

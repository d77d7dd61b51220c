package bench

import (
	"bytes"
	"math"
	"strings"
	"testing"
)

func TestBlockingTakesWhatIsBeyondFiftyMilliseconds(t *testing.T) {
	for _, c := range []struct {
		name     string
		tasks    []task
		from, to float64
		want     float64
	}{
		{"none", nil, 100, 1000, 0},
		{"a short one", []task{{200, 49}}, 100, 1000, 0},
		{"just long", []task{{200, 50}}, 100, 1000, 0},
		{"two", []task{{200, 80}, {400, 150}}, 100, 1000, 30 + 100},
		{"before the first paint", []task{{0, 90}}, 100, 1000, 0},
		{"after the answer", []task{{1000, 300}}, 100, 1000, 0},
		{"begun before the first paint", []task{{50, 200}}, 100, 1000, 150 - 50},
		{"begun before, little within", []task{{50, 90}}, 100, 1000, 0},
		{"over the answer", []task{{900, 400}}, 100, 1000, 100 - 50},
		{"all of it", []task{{0, 2000}}, 100, 1000, 900 - 50},
	} {
		if got := Blocking(c.tasks, c.from, c.to); !near(got, c.want) {
			t.Errorf("%s: blocked for %g ms, want %g", c.name, got, c.want)
		}
	}
}

func TestParseVisit(t *testing.T) {
	v, err := parseVisit(`{"first":100,"largest":120,"shift":0.25,"tasks":[[90,100],[300,20]],"answered":400,"sent":5000}`)
	if err != nil {
		t.Fatal(err)
	}
	if v.First != 100 || v.Largest != 120 || v.Shift != 0.25 || v.Answered != 400 || v.Sent != 5000 || v.Blocked != 40 {
		t.Errorf("read %+v", v)
	}
	if !math.IsNaN(v.Played) || !math.IsNaN(v.Held) {
		t.Errorf("without a player it has one: %+v", v)
	}
	if v, err = parseVisit(`{"first":100,"largest":120,"tasks":[[90,100],[500,100]],"answered":400,"sent":1,"played":700}`); err != nil || v.Played != 700 || v.Blocked != 40 || v.Held != 90 {
		t.Errorf("with a player: %+v, %v", v, err)
	}
	for _, text := range []string{"", "[]", `{"first":0,"largest":120,"answered":400}`, `{"first":100,"largest":0,"answered":400}`, `{"first":100,"largest":120,"answered":0}`, `{"tasks":[["x"]]}`} {
		if v, err := parseVisit(text); err == nil {
			t.Errorf("%q was read as %+v", text, v)
		}
	}
}

func TestPagesStandSideBySide(t *testing.T) {
	visit := func(first, total float64) Visit {
		return Visit{First: first, Largest: first + 10, Answered: 900, Blocked: 0, Shift: 0.125, Sent: 1e6, Total: total}
	}
	own := visits{list: []Visit{visit(100, bytesTarget()+1), visit(300, math.NaN()), visit(200, math.NaN())}}
	peer := visits{list: []Visit{visit(400, 200_000), visit(600, math.NaN())}}
	s := Section{Name: "start", Title: "a visit", Rows: compared(Condition{Name: "cold"}, []visits{own, peer})}
	for _, name := range []string{"Lianhua", "least", "most", "ECharts", "least", "most"} {
		s.Columns = append(s.Columns, Column{Name: name})
	}
	s.Columns = append(s.Columns, Column{"ratio", "", 2})
	var out bytes.Buffer
	if err := s.WriteText(&out); err != nil {
		t.Fatal(err)
	}
	text := strings.Join(strings.Fields(out.String()), " ")
	for _, want := range []string{
		"first paint, ms 200 100 300 500 400 600 0.40 target met: ahead",
		"layout shift 0.1250 0.1250 0.1250 0.1250 0.1250 0.1250 ",
		"bytes in all 5,420,001 5,420,001 5,420,001 200,000 200,000 200,000 27.10 target NOT met: at most 5.4 MB",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the table lacks %q:\n%s", want, &out)
		}
	}
	if heading := strings.Split(out.String(), "\n")[4]; strings.TrimSpace(heading) != "cold" {
		t.Errorf("the condition's row is %q", heading)
	}
	// Behind, and without a peer.
	rows := compared(Condition{}, []visits{peer, own})
	if got := rows[1].Remark; got != "target NOT met: ahead" {
		t.Errorf("a slower page is judged %q", got)
	}
	rows = compared(Condition{}, []visits{own})
	if rows[1].Remark != "" || len(rows[1].Values) != 3 {
		t.Errorf("alone: %+v", rows[1])
	}
	// What no visit has shown has no row.
	for _, row := range compared(Condition{}, []visits{{}, peer}) {
		if len(row.Values) > 0 {
			t.Errorf("nothing was measured, but there is %+v", row)
		}
	}
}

func TestBundleTellsWhatToPreload(t *testing.T) {
	var b bundled
	b.Outputs = map[string]output{
		"main.A.js":   {EntryPoint: "../page/main.js", Imports: []imported{{"chunk.B.js", "import-statement"}, {"other.D.js", "dynamic-import"}}},
		"chunk.B.js":  {Imports: []imported{{"chunk.C.js", "import-statement"}}},
		"chunk.C.js":  {},
		"other.D.js":  {EntryPoint: "../page/other.js", Imports: []imported{{"chunk.B.js", "import-statement"}}},
		"unused.E.js": {},
	}
	script, preloads, err := b.entry()
	if err != nil || script != "main.A.js" || strings.Join(preloads, " ") != "chunk.B.js chunk.C.js" {
		t.Errorf("%s with %v, %v", script, preloads, err)
	}
	if _, _, err := (bundled{}).entry(); err == nil {
		t.Error("a bundle without an entry was taken")
	}
}

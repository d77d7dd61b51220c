package authoring_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"lianhua/internal/authoring"
	"lianhua/internal/overlap"
	"lianhua/internal/story"
)

const figures = `[periods]
now = { zh = "2022年", en = "2022" }
[units]
"家" = {}
"亿元" = { base = "元", factor = "100000000" }
"万元/家" = { base = "元", factor = "10000" }
"公里" = { base = "米", factor = "1000" }
[english]
firm = { many = "firms" }
yuan = { base = "元" }
metre = { many = "metres", base = "米" }

[[figure]]
id = "loan.total"
value = "6.11"
unit = "亿元"
english = "yuan"
kind = "money"
period = "now"
source = "J29"
label = { zh = "贷款", en = "loans" }

[[figure]]
id = "loan.firms"
value = "355"
unit = "家"
english = "firm"
period = "now"
source = "J29"
label = { zh = "企业", en = "firms" }

[[figure]]
id = "loan.average"
expr = "loan.total / loan.firms"
rounding = "half-even"
decimals = 1
unit = "万元/家"
english = "yuan"
kind = "money"
period = "now"
source = "J29"
label = { zh = "户均", en = "average" }
`

const theme = `[roles]
ground = "ground"
ink = "text"
leaf = "mark"
[themes.day]
ground = "#F6F1E7"
ink = "#1C1B1A"
leaf = "#4F7F46"
`

const sources = `[[article]]
name = { zh = "九龙坡", en = "Jiulongpo" }
[[article.section]]
name = { zh = "生态", en = "support" }
outside = ["J25"]
paragraphs = ["J27", "J28", "J29"]
`

// assets is a small sound story; change replaces or adds files.
func assets(change map[string]string) fs.FS {
	files := map[string]string{
		"figures.toml":      figures,
		"theme.toml":        theme,
		"copy/finance.toml": "[title]\nzh = \"一笔贷款\"\nen = \"A loan of {loan.total}\"\n",
		"sources.toml":      sources,
	}
	files["copy/number.toml"] = "[about]\nzh = \"约\"\nen = \"about\"\n"
	files["copy/finance.toml"] = "[title]\nzh = \"贷款{loan.total}\"\nen = \"A loan of {loan.total}\"\n"
	maps.Copy(files, change)
	out := fstest.MapFS{}
	for name, text := range files {
		out[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return out
}

func Example() {
	project, problems := authoring.Load(assets(nil))
	fmt.Println(len(problems))
	f, _ := project.Bundle.In(story.ZH).Figure("loan.average")
	fmt.Println(f.Label, f.Text, f.Expr, f.Precision)

	_, problems = authoring.Load(assets(map[string]string{"copy/finance.toml": "[title]\nzh = \"355家\"\nen = \"Loans\"\n"}))
	for _, p := range problems {
		fmt.Println(p)
	}
	// Output:
	// 0
	// 户均 约172.1万元/家 loan.total / loan.firms about
	// copy/finance.toml:2: copy finance.title holds the typed digit '3'
	// 	hint: show the figure instead: {figure.id}; figures.toml lists them
}

// TestRefusals changes one thing in a sound story; the report must name the
// place and the cause.
func TestRefusals(t *testing.T) {
	with := func(old, new string) string {
		if !strings.Contains(figures, old) {
			t.Fatalf("the story does not hold %q", old)
		}
		return strings.Replace(figures, old, new, 1)
	}
	copyFile := func(text string) map[string]string { return map[string]string{"copy/finance.toml": text} }
	figureFile := func(old, new string) map[string]string { return map[string]string{"figures.toml": with(old, new)} }
	themeFile := func(old, new string) map[string]string {
		return map[string]string{"theme.toml": strings.Replace(theme, old, new, 1)}
	}
	for _, c := range []struct {
		name  string
		files map[string]string
		want  string // a part of the report
	}{
		{"full-width quotes", figureFile(`value = "355"`, `value = “355”`), "figures.toml:25: the full-width sign “ stands where TOML has \"\n\thint: type \" with the input method off"},
		{"a quote that never ends", figureFile(`value = "355"`, `value = "355”`), "figures.toml:25: the full-width sign ” stands where TOML has \""},
		{"full-width equals sign", figureFile(`value = "355"`, `value＝"355"`), "figures.toml:25: the full-width sign ＝ stands where TOML has ="},
		{"UTF-16", map[string]string{"theme.toml": "\xff\xfe[\x00"}, "theme.toml:1: the file is in UTF-16\n\thint: save it as UTF-8"},
		{"Latin-1", themeFile(`"text"`, "\"text\" # \xe9"), "theme.toml:3: the file is not in UTF-8"},
		{"duplicate id", figureFile(`id = "loan.firms"`, `id = "loan.total"`), `figures.toml:24: duplicate id loan.total`},
		{"bad id", figureFile(`id = "loan.firms"`, `id = "Loan firms"`), `figures.toml:24: bad id "Loan firms"`},
		{"missing id", figureFile("id = \"loan.firms\"\n", ""), `figures.toml:23: missing id`},
		{"bad decimal", figureFile(`value = "355"`, `value = "3,55"`), `figures.toml:25: bad decimal "3,55"`},
		{"full-width decimal", figureFile(`value = "355"`, `value = "３５５"`), `figures.toml:25: bad decimal`},
		{"bare number", figureFile(`value = "355"`, `value = 355`), `figures.toml:25: value is not written in quotes`},
		{"missing value", figureFile("value = \"355\"\n", ""), `figures.toml:23: missing value`},
		{"value and expr", figureFile(`value = "355"`, "value = \"355\"\nexpr = \"loan.total\""), `figures.toml:26: a figure has either a value or an expr`},
		{"missing label", figureFile("label = { zh = \"企业\", en = \"firms\" }\n", ""), `figures.toml:23: missing label`},
		{"missing translation", figureFile(`label = { zh = "企业", en = "firms" }`, `label = { zh = "企业" }`), `figures.toml:30: missing en`},
		{"empty translation", figureFile(`label = { zh = "企业", en = "firms" }`, `label = { zh = "企业", en = " " }`), `figures.toml:30: en is empty`},
		{"digit in a label", figureFile(`zh = "企业"`, `zh = "2类企业"`), `figures.toml:30: label holds the typed digit '2'`},
		{"unknown paragraph", figureFile(`source = "J29"`, `source = "J290"`), `figures.toml:20: source "J290" is not a paragraph of the page` + "\n\thint: did you mean J29?"},
		{"unknown period", figureFile(`period = "now"`, `period = "then"`), `figures.toml:19: unknown period "then"`},
		{"unknown unit", figureFile(`unit = "家"`, `unit = "间"`), `figures.toml:26: unknown unit "间"`},
		{"unknown English unit", figureFile(`english = "firm"`, `english = "frim"`), `unknown english "frim"` + "\n\thint: did you mean firm?"},
		{"units of two kinds", figureFile(`english = "firm"`, `english = "metre"`), `figures.toml:27: the units differ in kind`},
		{"kind against unit", figureFile(`kind = "money"`, `kind = "length"`), `figures.toml:16: kind length does not fit the unit 亿元`},
		{"unknown kind", figureFile(`kind = "money"`, `kind = "weight"`), `figures.toml:18: unknown kind "weight"`},
		{"unknown precision", figureFile(`kind = "money"`, "kind = \"money\"\nprecision = \"roughly\""), `figures.toml:19: unknown precision "roughly"`},
		{"unknown key", figureFile(`kind = "money"`, "kind = \"money\"\nlable = \"x\""), `figures.toml:19: unknown key "lable"` + "\n\thint: did you mean label?"},
		{"unknown whole", figureFile(`kind = "money"`, "kind = \"money\"\npart_of = \"all\""), `figures.toml:19: unknown figure "all"`},
		{"unknown operand", figureFile("loan.total / loan.firms", "loan.total / loan.firm"), `figures.toml:34: expr: unknown figure "loan.firm"` + "\n\thint: did you mean loan.firms?"},
		{"division by zero", figureFile(`value = "355"`, `value = "0"`), `figures.toml:34: expr: division by zero`},
		{"cycle", figureFile(`value = "355"`, `expr = "loan.average"`), `derived in a cycle: loan.firms → loan.average → loan.firms`},
		{"cycle with itself", figureFile("loan.total / loan.firms", "loan.average + 1"), `figures.toml:34: derived in a cycle: loan.average → loan.average`},
		{"bad expression", figureFile("loan.total / loan.firms", "loan.total / (loan.firms"), `figures.toml:34: expr: misses a closing parenthesis`},
		{"unfinished expression", figureFile("loan.total / loan.firms", "loan.total /"), `figures.toml:34: expr: ends where a figure's id is expected`},
		{"two operands", figureFile("loan.total / loan.firms", "loan.total loan.firms"), `figures.toml:34: expr: unexpected "loan.firms"`},
		{"mixed units", figureFile("loan.total / loan.firms", "loan.total + loan.firms"), `figures.toml:34: expr: adds or subtracts amounts of different units`},
		{"wrong unit", figureFile("loan.total / loan.firms", "loan.firms / loan.firms"), `figures.toml:37: the expr's unit is not 万元/家`},
		{"unrounded", figureFile("rounding = \"half-even\"\ndecimals = 1\n", ""), `figures.toml:34: the result is no finite decimal`},
		{"rounding alone", figureFile("decimals = 1\n", ""), `figures.toml:32: rounding and decimals go together`},
		{"misses the stated figure", figureFile(`decimals = 1`, "decimals = 1\nequals = \"loan.firms\""), `figures.toml:37: loan.total / loan.firms gives 172.1万元/家, but loan.firms states 355家`},
		{"syntax", figureFile(`value = "355"`, `value = "355`), `figures.toml:25: `},
		{"typed digit", copyFile("[title]\nzh = \"贷款\"\nen = \"355 firms\"\n"), `copy/finance.toml:3: copy finance.title holds the typed digit '3'`},
		{"full-width digit", copyFile("[title]\nzh = \"３家\"\nen = \"firms\"\n"), `copy/finance.toml:2: copy finance.title holds the typed digit '３'`},
		{"superscript", copyFile("[title]\nzh = \"米\"\nen = \"m²\"\n"), `copy/finance.toml:3: copy finance.title holds the typed digit '²'`},
		{"missing language", copyFile("[title]\nzh = \"贷款\"\n"), `copy/finance.toml:1: missing en`},
		{"figure in copy", copyFile("[title]\nzh = \"{loan.totl}\"\nen = \"x\"\n"), `copy/finance.toml:2: copy finance.title shows the unknown figure "loan.totl"` + "\n\thint: did you mean loan.total?"},
		{"brace in copy", copyFile("[title]\nzh = \"贷款\"\nen = \"{loan.total\"\n"), `copy/finance.toml:3: copy finance.title: unmatched brace`},
		{"figures differ", copyFile("[title]\nzh = \"贷款{loan.total}\"\nen = \"Loans\"\n"), `copy/finance.toml:1: warning: copy finance.title shows other figures`},
		{"half-width mark", copyFile("[title]\nzh = \"贷款,企业\"\nen = \"Loans\"\n"), `copy/finance.toml:2: copy finance.title has the half-width mark ","`},
		{"wide space in English", copyFile("[title]\nzh = \"贷款　企业\"\nen = \"Loans\u3000firms\"\n"), `copy/finance.toml:3: copy finance.title has the wide space U+3000 in English`},
		{"double space in English", copyFile("[title]\nzh = \"贷款\"\nen = \"Loans  here\"\n"), `copy/finance.toml:3: copy finance.title has a double space in English`},
		{"double space in a label", figureFile(`en = "firms" }`, `en = "firms  here" }`), `figures.toml:30: label has a double space in English`},
		{"period until now", figureFile(`zh = "2022年", en = "2022"`, `zh = "2022年以来", en = "2022"`), `figures.toml:2: period now means until now: "以来"`},
		{"period until now in English", figureFile(`zh = "2022年", en = "2022"`, `zh = "2022年", en = "Since 2022"`), `figures.toml:2: period now means until now: "Since"`},
		{"this year", copyFile("[title]\nzh = \"今年的贷款\"\nen = \"Loans\"\n"), `copy/finance.toml:2: copy finance.title means the reader’s own time: "今年"`},
		{"this year in English", copyFile("[title]\nzh = \"贷款\"\nen = \"This year’s loans\"\n"), `copy/finance.toml:3: copy finance.title means the reader’s own time: "This year"`},
		{"so far", figureFile(`en = "firms" }`, `en = "firms so far" }`), `figures.toml:30: label means the reader’s own time: "so far"`},
		{"damaged digest", map[string]string{"page.digest": "x"}, `page.digest: the file is no digest of runs of words`},
		{"nested copy", copyFile("[step.one]\nzh = \"一\"\nen = \"1\"\n"), `copy/finance.toml:3: copy finance.step.one holds the typed digit '1'`},
		{"copy without words", copyFile("[title]\n"), `copy/finance.toml:1: copy finance.title has no words`},
		{"copy that is no table", copyFile("title = \"x\"\n"), `copy/finance.toml:1: title is not a table`},
		{"faint text", themeFile("#1C1B1A", "#9A9488"), `theme.toml:7: ink on ground has a contrast of`},
		{"faint mark", themeFile("#4F7F46", "#B7D3A8"), `theme.toml:8: leaf on ground has a contrast of`},
		{"bad colour", themeFile("#1C1B1A", "black"), `theme.toml:7: bad colour "black"`},
		{"missing colour", themeFile("leaf = \"#4F7F46\"\n", ""), `theme.toml:5: theme day has no colour leaf`},
		{"unknown colour", themeFile("leaf = \"#4F7F46\"", "leaf = \"#4F7F46\"\nlaef = \"#4F7F46\""), `theme.toml:9: unknown key "laef"`},
		{"one tone", themeFile("leaf = \"#4F7F46\"\n", "leaf = \"#4F7F46\"\n[themes.day.tones]\nsteel = [\"#101010\"]\n"), `theme.toml:10: tones steel are no list of two to seven colours`},
		{"bad tone", themeFile("leaf = \"#4F7F46\"\n", "leaf = \"#4F7F46\"\n[themes.day.tones]\nsteel = [\"#101010\", \"grey\"]\n"), `theme.toml:10: bad colour "grey" in the tones steel`},
		{"bad name of tones", themeFile("leaf = \"#4F7F46\"\n", "leaf = \"#4F7F46\"\n[themes.day.tones]\nsteel-4 = [\"#101010\", \"#202020\"]\n"), `theme.toml:10: bad name of tones "steel-4"`},
		{"tones of one theme", themeFile("leaf = \"#4F7F46\"\n", "leaf = \"#4F7F46\"\n[themes.day.tones]\nsteel = [\"#101010\", \"#202020\"]\n[themes.night]\nground = \"#F6F1E7\"\nink = \"#1C1B1A\"\nleaf = \"#4F7F46\"\n"), `theme.toml:11: theme night has no tones steel`},
		{"unknown role", themeFile(`"mark"`, `"line"`), `theme.toml:4: unknown role "line"`},
		{"role on nothing", themeFile(`"mark"`, `"mark on sky"`), `theme.toml:4: unknown colour "sky"`},
		{"no theme", map[string]string{"theme.toml": "[roles]\nink = \"text\"\n"}, `theme.toml:1: no theme`},
		{"bad time", map[string]string{"timing.toml": "[finance.rise]\nhold = \"soon\"\n"}, `timing.toml:2: bad decimal "soon"`},
		{"long time", map[string]string{"timing.toml": "[finance.rise]\nduration = \"601\"\n"}, `timing.toml:2: duration is not a time`},
		{"unknown time", map[string]string{"timing.toml": "[finance.rise]\nholds = \"1\"\n"}, `timing.toml:2: unknown key "holds"`},
		{"duplicate paragraph", map[string]string{"sources.toml": "[[article]]\nname = { zh = \"一\", en = \"a\" }\n[[article.section]]\nname = { zh = \"一\", en = \"a\" }\nparagraphs = [\"J29\", \"J29\"]\n"}, `sources.toml:5: duplicate paragraph "J29"`},
		{"paragraph that breaks off", map[string]string{"sources.toml": "breaks_off = \"X\"\n"}, `sources.toml:1: unknown paragraph "X"`},
	} {
		_, problems := authoring.Load(assets(c.files))
		var report strings.Builder
		for _, p := range problems {
			fmt.Fprintln(&report, p)
			if p.Hint == "" {
				t.Errorf("%s: no hint: %v", c.name, p)
			}
		}
		if !strings.Contains(report.String(), c.want) {
			t.Errorf("%s: want %q in\n%s", c.name, c.want, report.String())
		}
	}
}

// What the page calls this year may be quoted, and a period may end at the report.
func TestWordsThatAreRightWheneverTheyAreRead(t *testing.T) {
	files := map[string]string{
		"figures.toml": strings.Replace(strings.Replace(figures, `zh = "2022年", en = "2022"`, `zh = "2022年初至报道时", en = "2022, up to the report"`, 1),
			`zh = "企业", en = "firms"`, `zh = "“今年”的企业", en = "firms of “this year”"`, 1),
		"copy/finance.toml": "[title]\nzh = \"贷款\"\nen = \"Found: \"\n",
	}
	if _, problems := authoring.Load(assets(files)); len(problems) > 0 {
		t.Error(problems)
	}
}

// Ten letters in a row that the page has too are refused where they stand, also
// where a figure stands among them; names are free.
func TestWordsOfThePage(t *testing.T) {
	digest := overlap.Of("河边的小镇一共有355家会唱歌的企业，还有石桥村第一造纸作坊")
	load := func(zh, names string) string {
		files := map[string]string{
			"page.digest":       string(digest.Append(nil)),
			"copy/finance.toml": "[title]\nzh = \"" + zh + "\"\nen = \"x {loan.firms}\"\n",
		}
		if names != "" {
			files["sources.toml"] = "names = [\"" + names + "\"]\n" + sources
		}
		project, problems := authoring.Load(assets(files))
		var b strings.Builder
		for _, p := range problems {
			fmt.Fprintln(&b, p)
		}
		if (project.Bundle == nil) != (b.Len() > 0) {
			t.Errorf("%s: bundle %v with %s", zh, project.Bundle, b.String())
		}
		return b.String()
	}
	if got := load("一共有{loan.firms}会唱歌的", ""); !strings.Contains(got, `copy/finance.toml:1: these words are the page’s: "一共有355家会唱歌的"`) {
		t.Errorf("copied words are told as %q", got)
	}
	if got := load("会唱歌的有{loan.firms}", ""); got != "" {
		t.Errorf("our own words are refused: %s", got)
	}
	if got := load("石桥村第一造纸作坊，还有{loan.firms}", ""); got != "" {
		t.Errorf("nine letters are refused: %s", got)
	}
	if got := load("还有石桥村第一造纸作坊，{loan.firms}", ""); !strings.Contains(got, "还有石桥村第一造纸作坊") {
		t.Errorf("a name that is not listed is told as %q", got)
	}
	if got := load("还有石桥村第一造纸作坊，{loan.firms}", "石桥村第一造纸作坊"); got != "" {
		t.Errorf("a name that is listed is refused: %s", got)
	}
}

func TestMissingFile(t *testing.T) {
	_, problems := authoring.Load(fstest.MapFS{})
	if authoring.Errors(problems) < 4 {
		t.Errorf("an empty directory gives %v", problems)
	}
}

func TestChecksAgainstScenesAndFonts(t *testing.T) {
	project, problems := authoring.Load(assets(nil))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	against := authoring.Against{
		Drawn:  map[string][]string{"loan.total": {"finance"}, "loan.frims": {"finance"}, "loan.average": {"sources"}},
		Scenes: fstest.MapFS{"finance/scene.go": &fstest.MapFile{Data: []byte("package finance\n\nconst id = \"loan.frims\"\n")}},
		Covers: func(r rune) bool { return r != '贷' },
	}
	report := func() string {
		var b strings.Builder
		for _, p := range project.Check(against) {
			fmt.Fprintln(&b, p)
		}
		return b.String()
	}
	got := report()
	for _, want := range []string{
		`scenes/finance/scene.go:3: scene finance draws the unknown figure "loan.frims"` + "\n\thint: did you mean loan.firms?",
		`figures.toml:23: warning: no scene draws loan.firms`,
		`figures.toml:32: warning: no scene draws loan.average`,
		`no font has '贷' (U+8D37)`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("want %q in\n%s", want, got)
		}
	}
	if strings.Contains(got, "no scene draws loan.total") {
		t.Error("a drawn figure is reported")
	}
	against.AllScenes = true
	if got := report(); !strings.Contains(got, "figures.toml:23: no scene draws loan.firms") {
		t.Errorf("with all scenes, an undrawn figure is no error:\n%s", got)
	}
}

func TestStaleWaiver(t *testing.T) {
	files := map[string]string{"figures.toml": strings.Replace(figures, `value = "355"`, "value = \"355\"\nwaived = \"no scene\"", 1)}
	project, problems := authoring.Load(assets(files))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for _, p := range project.Check(authoring.Against{Drawn: map[string][]string{"loan.firms": {"finance"}}}) {
		if p.Line == 26 && strings.Contains(p.Message, "loan.firms is waived, but drawn by finance") {
			return
		}
	}
	t.Error("a waiver of a drawn figure is not reported")
}

func TestLoadIsDeterministic(t *testing.T) {
	var first []byte
	for range 5 {
		project, problems := authoring.Load(os.DirFS("../../assets"))
		if project.Bundle == nil {
			t.Fatal(problems)
		}
		data := story.Encode(project.Bundle)
		if first == nil {
			first = data
		}
		if !bytes.Equal(first, data) {
			t.Fatal("the same assets compile to different bytes")
		}
	}
}

func FuzzLoad(f *testing.F) {
	f.Add(figures, theme)
	f.Add("", "")
	f.Add("[[figure]]\nid = 1\n[units]\n\"家\" = 3\n[periods]\nx = []\n", "[themes]\nday = 1\n")
	f.Add("figure = [1, 2]\nunits = \"x\"\n", "roles = 1\n")
	f.Add("[[figure]]\nexpr = \"((((\"\n[[figure]]\nexpr = \"a - -\"\n", "[roles]\nink = \"text on\"\n[themes.day]\nink = 1\n")
	f.Add("[[figure.x]]\n[figure]\n", "'''")
	f.Add("a = \"\"\"\n\\\n\"\"\"\n\"b\\\"c\".d = '''x''' # y\n", "x = { y = [ { z = 1 } ] }")
	f.Fuzz(func(t *testing.T, figures, other string) {
		project, problems := authoring.Load(assets(map[string]string{
			"figures.toml": figures, "theme.toml": other, "copy/finance.toml": other, "timing.toml": other, "sources.toml": other, "knobs/finance.toml": other,
		}))
		if (project.Bundle == nil) != (authoring.Errors(problems) > 0) {
			t.Errorf("bundle %v with %v", project.Bundle, problems)
		}
		project.Check(authoring.Against{Knobs: map[string][]*story.Knob{}, Drawn: map[string][]string{"x": {"y"}}, Covers: func(rune) bool { return false }})
	})
}

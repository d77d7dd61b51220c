package edit

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const drawing = `<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">
<g inkscape:label="slots">
 <rect id="title" x="1" y='2' width="3" height="4" fill="none"/>
 <rect
    id="deck"
    x = "1"
    class="fill-ink stroke-leaf" />
 <circle id="dot" cx="5"></circle>
</g>
</svg>`

func TestAnAttributesBytesChange(t *testing.T) {
	for _, c := range []struct{ at, text, old, new string }{
		{"title/x", "12.5", `x="1" y`, `x="12.5" y`},
		{"title/y", "it's <1>", `y='2'`, `y='it&#39;s &lt;1>'`},
		{"deck/x", "7", `x = "1"`, `x = "7"`},
		{"deck/class", "fill-clay stroke-leaf", `fill-ink stroke`, `fill-clay stroke`},
		{"title/data-lh-size", "19", `fill="none"/>`, `fill="none" data-lh-size="19"/>`},
		{"deck/data-lh-size", "19", `leaf" />`, "leaf\"\n    data-lh-size=\"19\" />"},
		{"dot/data-lh-size", "19", `cx="5">`, `cx="5" data-lh-size="19">`},
	} {
		for _, eol := range []string{"\n", "\r\n"} {
			file := strings.ReplaceAll(drawing, "\n", eol)
			want := strings.Replace(file, strings.ReplaceAll(c.old, "\n", eol), strings.ReplaceAll(c.new, "\n", eol), 1)
			f := open(t, "a.svg", file)
			got, err := f.Set(keys(c.at), c.text)
			if err != nil || string(got) != want {
				t.Errorf("%s: got %q, %v, want %q", c.at, got, err, want)
				continue
			}
			again := open(t, "a.svg", string(got))
			var back []byte
			if was, stood := f.Find(keys(c.at)); stood {
				back, err = again.Put(keys(c.at), was.Raw)
			} else {
				back, err = again.Remove(keys(c.at))
			}
			if err != nil || string(back) != file {
				t.Errorf("%s: undone it is %q, %v", c.at, back, err)
			}
		}
	}
}

func TestADrawingIsRefused(t *testing.T) {
	for _, c := range []struct{ file, at, want string }{
		{drawing, "nobody/x", "a.svg: the drawing has no element with the id nobody"},
		{strings.Replace(drawing, "deck", "title", 1), "title/x", "a.svg:4: the id title is given twice"},
		{drawing, "title/id", "a.svg:4: the attribute id cannot be changed here"},
		{drawing, `title/x="1" y`, "a.svg:4: the attribute x=\"1\" y cannot be changed here"},
		{"\ufeff" + drawing, "title/x", "a.svg:1: the file begins with a byte order mark (BOM)"},
		{strings.Replace(drawing, "</g>", "<g", 1), "title/x", "a.svg:"},
	} {
		f, err := Open("a.svg", []byte(c.file))
		if err == nil {
			_, err = f.Set(keys(c.at), "1")
		}
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %s", c.at, err, c.want)
		}
	}
}

func TestEveryDrawingOfTheStoryIsRead(t *testing.T) {
	names, err := filepath.Glob("../../../assets/art/*.svg")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		f := open(t, name, string(content)).(*svgFile)
		for i := range f.elements {
			e := &f.elements[i]
			for _, a := range e.attributes {
				if raw := string(content[a.start:a.end]); raw != a.text && !strings.Contains(raw, "&") {
					t.Fatalf("%s: %s of %s is %q, read as %q", name, a.name, e.id, raw, a.text)
				}
			}
		}
	}
}

func FuzzSetAttribute(f *testing.F) {
	f.Add(drawing, "title/x", "3")
	f.Add(drawing, "deck/data-lh-size", "<&\"'\n")
	f.Fuzz(func(t *testing.T, content, at, text string) {
		f, err := Open("a.svg", []byte(content))
		if err != nil {
			return
		}
		was, stood := f.Find(keys(at))
		got, err := f.Set(keys(at), text)
		if err != nil {
			return
		}
		again := open(t, "a.svg", string(got))
		if now, ok := again.Find(keys(at)); !ok || now.Text != text {
			t.Fatalf("%q at %s is %q", text, at, now.Text)
		}
		back, err := again.Remove(keys(at))
		if stood {
			back, err = again.Put(keys(at), was.Raw)
		}
		if err != nil || string(back) != content {
			t.Fatalf("undone it is %q, %v, not %q", back, err, content)
		}
	})
}

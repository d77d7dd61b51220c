package edit

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// open fails the test where the file is refused.
func open(t testing.TB, name, content string) File {
	t.Helper()
	f, err := Open(name, []byte(content))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func keys(of string) Path { return strings.Split(of, "/") }

func TestOnlyTheValuesBytesChange(t *testing.T) {
	for _, c := range []struct{ name, file, at, text, want string }{
		{"basic", "# a\na = \"b\" # c\n", "a", "x", "# a\na = \"x\" # c\n"},
		{"escaped", `a = "b"`, "a", "say \"yes\"\n\\o", `a = "say \"yes\"\n\\o"`},
		{"literal", `a = 'b'`, "a", "c", `a = 'c'`},
		{"literal that cannot hold it", `a = 'b'`, "a", "it's", `a = "it's"`},
		{"several lines", "a = \"\"\"\nb\n\"\"\"\n", "a", "c\nd\"\"\"e", "a = \"\"\"\nc\nd\"\"\\\"e\"\"\"\n"},
		{"several literal lines", "a = '''\r\nb'''\r\n", "a", "c\nd", "a = '''\r\nc\r\nd'''\r\n"},
		{"ends with a quote", `a = """b"""`, "a", `c"`, `a = """c\""""`},
		{"lines end as Windows has it", "[t]\r\na = \"b\"\r\nc = \"d\"\r\n", "t/a", "é", "[t]\r\na = \"é\"\r\nc = \"d\"\r\n"},
		{"no end of the last line", "a = \"b\"", "a", "c", "a = \"c\""},
		{"within braces", `t = { zh = "甲", en = "a" } # x`, "t/en", "b", `t = { zh = "甲", en = "b" } # x`},
		{"in a list", `t = ["#FFF", '#000'] # x`, "t/1", "#111", `t = ["#FFF", '#111'] # x`},
		{"in a list of tables", "[[f]]\nid = \"a\"\nv = \"1\"\n[[f]]\nid = \"b\"\nv = \"2\"\n", "f/1/v", "3", "[[f]]\nid = \"a\"\nv = \"1\"\n[[f]]\nid = \"b\"\nv = \"3\"\n"},
		{"below a list of tables", "[[f]]\n[f.l]\nzh = \"a\"\n[[f]]\n[f.l]\nzh = \"b\"\n", "f/1/l/zh", "c", "[[f]]\n[f.l]\nzh = \"a\"\n[[f]]\n[f.l]\nzh = \"c\"\n"},
		{"dotted", "[t]\na.b = \"c\"\n", "t/a/b", "d", "[t]\na.b = \"d\"\n"},
		{"quoted keys", "[\"a b\".'c']\n\"d=e\" = \"f\"\n", "a b/c/d=e", "g", "[\"a b\".'c']\n\"d=e\" = \"g\"\n"},
		{"number", "a =  1_000 # x\n", "a", "1.5", "a =  1.5 # x\n"},
		{"truth", "a = true", "a", "false", "a = false"},
		{"the same", "a = \"\\u00e9\"\n", "a", "é", "a = \"\\u00e9\"\n"},
	} {
		f := open(t, "a.toml", c.file)
		got, err := f.Set(keys(c.at), c.text)
		if err != nil || string(got) != c.want {
			t.Errorf("%s: got %q, %v, want %q", c.name, got, err, c.want)
			continue
		}
		was, _ := f.Find(keys(c.at))
		if back, err := open(t, "a.toml", string(got)).Put(keys(c.at), was.Raw); err != nil || string(back) != c.file {
			t.Errorf("%s: undone it is %q, %v, not %q", c.name, back, err, c.file)
		}
	}
}

func TestWhatStoodNowhereIsWrittenWhereItBelongs(t *testing.T) {
	beats := []Path{keys("s/one"), keys("s/two"), keys("s/three"), keys("t/one")}
	pair := []Path{keys("s/two/duration"), keys("s/two/hold")}
	for _, c := range []struct {
		name, file, at, want string
		order                []Path
	}{
		{"an empty file", "", "s/two/hold", "[s.two]\nhold = \"1\"\n", nil},
		{"comments only", "# how\n#  [s.x]\n", "s/two/hold", "# how\n#  [s.x]\n\n[s.two]\nhold = \"1\"\n", nil},
		{"no end of the last line", "# how", "s/two/hold", "# how\n\n[s.two]\nhold = \"1\"", nil},
		{"as Windows has it", "# how\r\n", "s/two/hold", "# how\r\n\r\n[s.two]\r\nhold = \"1\"\r\n", nil},
		{"a table stands", "[s.two]\nduration = \"2\" # long\n\n# next\n[s.three]\n", "s/two/hold", "[s.two]\nduration = \"2\" # long\nhold = \"1\"\n\n# next\n[s.three]\n", nil},
		{"before its sibling", "[s.two]\nhold = \"2\"\n", "s/two/duration", "[s.two]\nduration = \"1\"\nhold = \"2\"\n", pair},
		{"an empty table", "[s.two] # here\n[s.three]\na=\"b\"\n", "s/two/hold", "[s.two] # here\nhold = \"1\"\n[s.three]\na=\"b\"\n", nil},
		{"between its neighbours", "[s.one]\nhold = \"2\"\n\n[s.three]\nhold = \"2\"\n", "s/two/hold", "[s.one]\nhold = \"2\"\n\n[s.two]\nhold = \"1\"\n\n[s.three]\nhold = \"2\"\n", beats},
		{"before all", "# about three\n[s.three]\nhold = \"2\"\n", "s/two/hold", "[s.two]\nhold = \"1\"\n\n# about three\n[s.three]\nhold = \"2\"\n", beats},
		{"beside its relatives", "[s.one]\na = \"b\"\n\n[t.one]\na = \"b\"\n", "s/five/hold", "[s.one]\na = \"b\"\n\n[s.five]\nhold = \"1\"\n\n[t.one]\na = \"b\"\n", nil},
		{"aligned", "[c]\nground = \"a\"\nink    = \"b\"\n", "c/red", "[c]\nground = \"a\"\nink    = \"b\"\nred    = \"1\"\n", nil},
		{"indented, without spaces", "[c]\n\tink=\"b\"\n", "c/red", "[c]\n\tink=\"b\"\n\tred=\"1\"\n", nil},
		{"dotted", "[c]\na.ink = \"b\"\n", "c/a/red", "[c]\na.ink = \"b\"\na.red = \"1\"\n", nil},
		{"within braces", "l = { zh = \"b\" }\n", "l/en", "l = { zh = \"b\", en = \"1\" }\n", nil},
		{"at the top", "# x\na = \"b\"\n\n[t]\n", "c", "# x\na = \"b\"\nc = \"1\"\n\n[t]\n", nil},
		{"a name with a space", "", "a b/c", "[\"a b\"]\nc = \"1\"\n", nil},
	} {
		got, err := open(t, "a.toml", c.file).Set(keys(c.at), "1", c.order...)
		if err != nil || string(got) != c.want {
			t.Errorf("%s: got %q, %v, want %q", c.name, got, err, c.want)
			continue
		}
		if back, err := open(t, "a.toml", string(got)).Remove(keys(c.at)); err != nil || string(back) != c.file {
			t.Errorf("%s: taken out it is %q, %v, not %q", c.name, back, err, c.file)
		}
	}
}

func TestWhatCannotBeChangedIsNamed(t *testing.T) {
	for _, c := range []struct{ name, file, at, text, want string }{
		{"bom", "\ufeffa = \"b\"\n", "a", "c", "a.toml:1: the file begins with a byte order mark (BOM)"},
		{"utf-16", "\xff\xfea\x00", "a", "c", "a.toml:1: the file is in UTF-16"},
		{"latin", "a = \"b\"\nc = \"\xe9\"\n", "a", "c", "a.toml:2: the file is not in UTF-8"},
		{"full-width quotes", "a = \"b\"\nc = “d”\n", "a", "c", "a.toml:2: the full-width sign “ stands where TOML has \""},
		{"a full-width end", "a = \"b”\n", "a", "c", "a.toml:1: the full-width sign ” stands where TOML has \""},
		{"twice", "a = \"b\"\na = \"c\"\n", "a", "c", "a.toml:2: the key a is given twice"},
		{"a table", "[a]\nb = \"c\"\n", "a", "c", "a.toml:1: a holds other values"},
		{"no table", "a = \"b\"\n", "a/c", "c", "a.toml:1: a is no table"},
		{"no number", "a = 1\n", "a", "x", "a.toml:1: \"x\" is neither a number nor true or false"},
	} {
		f, err := Open("a.toml", []byte(c.file))
		if err == nil {
			_, err = f.Set(keys(c.at), c.text)
		}
		var refusal *Refusal
		if !errors.As(err, &refusal) || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %s", c.name, err, c.want)
		}
	}
}

// TestAnySeriesUndoneLeavesTheFiles changes values of the story's own files by chance
// and takes all back.
func TestAnySeriesUndoneLeavesTheFiles(t *testing.T) {
	names, err := filepath.Glob("../../../assets/copy/*.toml")
	if err != nil {
		t.Fatal(err)
	}
	names = append(names, "../../../assets/theme.toml", "../../../assets/figures.toml", "../../../assets/timing.toml")
	chance := rand.New(rand.NewPCG(1, 2))
	for _, name := range names {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		type done struct {
			at  Path
			raw *string
		}
		var undo []done
		now := content
		for range 12 {
			f := open(t, name, string(now)).(*tomlFile)
			at := Path{"new", fmt.Sprint(chance.IntN(3)), fmt.Sprint(chance.IntN(3))}
			if chance.IntN(4) > 0 && len(f.at) > 0 {
				for e := &f.entries[chance.IntN(len(f.entries))]; ; e = &f.entries[chance.IntN(len(f.entries))] {
					if e.scalar && e.kind == Text {
						at = e.path
						break
					}
				}
			}
			was, stood := f.Find(at)
			next, err := f.Set(at, texts[chance.IntN(len(texts))])
			if err != nil {
				t.Fatalf("%s, %v: %v", name, at, err)
			}
			one := done{at: at}
			if stood {
				one.raw = &was.Raw
			}
			undo, now = append(undo, one), next
		}
		for i := len(undo) - 1; i >= 0; i-- {
			f, err := open(t, name, string(now)), error(nil)
			if undo[i].raw == nil {
				now, err = f.Remove(undo[i].at)
			} else {
				now, err = f.Put(undo[i].at, *undo[i].raw)
			}
			if err != nil {
				t.Fatalf("%s, %v: %v", name, undo[i].at, err)
			}
		}
		if !bytes.Equal(now, content) {
			t.Errorf("%s is not what it was", name)
		}
	}
}

var texts = []string{"", "短", "long — and \"quoted\"", "it's", "two\nlines", "a\\b", "tab\there", "#00FF00", "{figure.id}", "\x01"}

func FuzzSet(f *testing.F) {
	f.Add("a = \"b\"\n[t.u]\nc = '''d'''\n", "t/u/c", "e\nf")
	f.Add("[[l]]\na = { b = [1, \"2\"] }\r\n", "l/0/a/b/1", "x")
	f.Add("", "a/b/c", "\"")
	f.Add("[s.one]\nhold = \"2\"\n", "s/two/hold", "1")
	f.Fuzz(func(t *testing.T, content, at, text string) {
		f, err := Open("a.toml", []byte(content))
		if err != nil {
			return
		}
		was, stood := f.Find(keys(at))
		got, err := f.Set(keys(at), text)
		if err != nil {
			return
		}
		again := open(t, "a.toml", string(got))
		if now, ok := again.Find(keys(at)); !ok || now.Text != strings.ReplaceAll(text, "\r\n", "\n") && now.Kind == Text {
			t.Fatalf("%q at %s is %q", text, at, now.Text)
		}
		if stood {
			if back, err := again.Put(keys(at), was.Raw); err != nil || string(back) != content {
				t.Fatalf("undone it is %q, %v, not %q", back, err, content)
			}
		} else if _, err := again.Remove(keys(at)); err != nil {
			t.Fatalf("it cannot be taken out: %v", err)
		}
	})
}

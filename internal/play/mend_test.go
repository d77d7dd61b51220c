package play

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"
)

func ExampleMendLink() {
	l, _ := MendLink("#Aluminium/2?LANG=EN&amp;from=timeline&theme=night），看这里")
	fmt.Println(l)
	_, ok := MendLink("#。")
	fmt.Println(ok)
	// Output:
	// #aluminium/2?lang=en&theme=night
	// false
}

// chewed are links as chats, mail and people have left them, with what they mean;
// the page's own reader is tried on the same.
type chewed struct{ Text, Means string }

func readChewed(t testing.TB) []chewed {
	t.Helper()
	data, err := os.ReadFile("testdata/chewed.json")
	if err != nil {
		t.Fatal(err)
	}
	var all []chewed
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	return all
}

func TestWhatCanBeReadOfALinkIsRead(t *testing.T) {
	for _, c := range readChewed(t) {
		l, ok := MendLink(c.Text)
		if !ok || l.String() != c.Means {
			t.Errorf("%q is read as %q (%t), want %q", c.Text, l, ok, c.Means)
		}
	}
}

// TestChewedLinksLeadWhereTheyMeant opens links to a story whose scenes are first,
// second and third.
func TestChewedLinksLeadWhereTheyMeant(t *testing.T) {
	for text, want := range map[string]string{
		"#second/2。": "#second/2", "#Second/2": "#second/2", "#second/99": "#second/2", "#second/0": "#second/1", "#second/x": "#second/1",
		"#second/2/1": "#second/2", "#second%2F2%3Flang%3Den": "#second/2?lang=en", "#second?lang=EN": "#second/1?lang=en", "#second/2?lang=fr": "#second/2",
		"#second/2?theme=pink": "#second/2", "#second/2?play=yes": "#second/2", "#second/2?speed=9": "#second/2", "#second/2?zoom=0,0,0": "#second/2",
		"#second/2?in=a:NaN&t=1e99": "#second/2", "#second/2?pick=plate.2)": "#second/2?pick=plate.2", "#second/2?unknown=1": "#second/2", "#second/99999999999999999999": "#second/2",
	} {
		a, b := newPlayer(t, Options{}), newPlayer(t, Options{})
		if !a.Open(text) || !b.Open(want) {
			t.Errorf("%s leads nowhere", text)
			continue
		}
		if got := a.Link().String(); got != b.Link().String() || a.Notice() != "" {
			t.Errorf("%s leads to %s, %s to %s", text, got, want, b.Link())
		}
	}
}

func FuzzMendLink(f *testing.F) {
	for _, c := range readChewed(f) {
		f.Add(c.Text)
	}
	f.Add("#%2525%25%")
	f.Add("#second/2?in=a.1:-3,b/c:2,&zoom=2,1,&t=1.")
	f.Fuzz(func(t *testing.T, text string) {
		l, ok := MendLink(text)
		if !ok {
			return
		}
		// What was read is a link as any, and reading it again changes nothing.
		written := l.String()
		parsed, err := ParseLink(written)
		if err != nil || parsed.String() != written {
			t.Fatalf("%q is mended to %q, which is read as %q (%v)", text, written, parsed, err)
		}
		if again, ok := MendLink(written); written != "#" && (!ok || again.String() != written) {
			t.Fatalf("%q is mended to %q and that to %q", text, written, again)
		}
		// Signs after it change nothing, nor do escapes, but in what ends in neither.
		if !strings.HasSuffix(written, "#") {
			for _, with := range []string{written + "。", written + "），后面的话", written + ".", strings.NewReplacer("%", "%25", "/", "%2F", "?", "%3F", "&", "%26", "=", "%3D").Replace(written)} {
				if again, ok := MendLink(with); !ok || again.String() != written {
					t.Fatalf("%q is mended to %q, want %q", with, again, written)
				}
			}
		}
	})
}

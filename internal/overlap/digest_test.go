package overlap

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// page is no sentence of any newspaper.
const page = "X01\t春天的河水慢慢流过石桥，鸭子们排着队上岸，第12只最小。\nX02\t石桥另一头住着石桥村第一造纸作坊的老板。\n"

func ExampleDigest_Shared() {
	d := Of(page)
	fmt.Printf("%q\n", d.Shared("听说春天的河水，慢慢流过石桥去了。", nil))
	fmt.Printf("%q\n", d.Shared("春天，河水慢慢流过一座石桥。", nil))
	// Output:
	// ["春天的河水，慢慢流过石桥"]
	// []
}

func TestShared(t *testing.T) {
	d := Of(page)
	names := []string{"石桥村第一造纸作坊"}
	for _, c := range []struct {
		name, text string
		names      []string
		want       []string
	}{
		{"one letter short of a run", "慢慢流过石桥鸭子们，别的", nil, nil},
		{"over marks and spaces", "春天的河水慢慢流过石桥……鸭子们排着队上岸第１２只", nil, []string{"春天的河水慢慢流过石桥……鸭子们排着队上岸第１２只"}},
		{"apart", "慢慢流过石桥鸭子们排着；风来了；排着队上岸第12只最小", nil, []string{"慢慢流过石桥鸭子们排着", "排着队上岸第12只最小"}},
		{"across lines", "第12只最小。石桥另一头住", nil, nil},
		{"a name alone", "那就是石桥村第一造纸作坊。", names, nil},
		{"a name that is not listed", "那就是石桥村第一造纸作坊的老。", nil, []string{"石桥村第一造纸作坊的老"}},
		{"beside a name", "另一头住着石桥村第一造纸作坊的老板", names, nil},
	} {
		if got := d.Shared(c.text, c.names); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestADigestReadsBackAndTellsNothing(t *testing.T) {
	d := Of(page)
	file := d.Append(nil)
	back, err := Parse(file)
	if err != nil || !slices.Equal(back, d) || len(d) == 0 {
		t.Errorf("%d runs come back as %d: %v", len(d), len(back), err)
	}
	for _, word := range []string{"春天", "石桥", "鸭子"} {
		if strings.Contains(string(file), word) {
			t.Errorf("the digest holds %s", word)
		}
	}
	for _, bad := range []string{"", "春天的河水", head + "abc", head + "\xff\xff\xff\xff\x00\x00\x00\x00"} {
		if _, err := Parse([]byte(bad)); err == nil {
			t.Errorf("%q is read as a digest", bad)
		}
	}
}

func FuzzShared(f *testing.F) {
	f.Add(page, "春天的河水慢慢流过石桥")
	f.Fuzz(func(t *testing.T, page, text string) {
		for _, run := range Of(page).Shared(text, []string{"石桥"}) {
			if n := len(letters(run, nil)); n < Run {
				t.Errorf("%q has %d letters", run, n)
			}
		}
		if text != "" && len(runsOf(letters(strings.ReplaceAll(text, "\n", ""), nil))) > 0 && Of(strings.ReplaceAll(text, "\n", "")).Shared(text, nil) == nil {
			t.Errorf("%q shares nothing with itself", text)
		}
	})
}

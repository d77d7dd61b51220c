package packs_test

import (
	"bytes"
	"errors"
	"hash/crc32"
	"reflect"
	"strings"
	"testing"

	"lianhua/assets"
	"lianhua/assets/fonts"
	"lianhua/internal/hall/packs"
	"lianhua/internal/story"
)

func small() *packs.Pack {
	return &packs.Pack{
		Version: 7, Name: "春 2027", Requires: packs.Requires{StoryFormat: 2, Scenes: []string{"cover", "hydrogen"}},
		Story: []byte("a story"), Sans: []byte("sans"), Bold: []byte("b"), Serif: []byte("serif"),
	}
}

func real() *packs.Pack {
	return &packs.Pack{
		Version: 1, Requires: packs.Requires{StoryFormat: story.Format, Scenes: []string{"cover"}},
		Story: assets.Story, Sans: fonts.Sans, Bold: fonts.Bold, Serif: fonts.Serif,
	}
}

func player() packs.Player {
	return packs.Player{StoryFormat: story.Format, Scenes: []string{"cover", "hydrogen"}}
}

func TestPacksComeBackAsTheyWere(t *testing.T) {
	for _, p := range []*packs.Pack{small(), real()} {
		data := p.Encode()
		got, err := packs.Read(data)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, p) {
			t.Errorf("version %d comes back otherwise", p.Version)
		}
		if len(data) > packs.MostSize {
			t.Errorf("%d bytes are more than the most", len(data))
		}
	}
}

func TestEveryCutAndEveryFlippedBitIsRefused(t *testing.T) {
	data := small().Encode()
	for n := range data {
		if _, err := packs.Read(data[:n]); !errors.Is(err, packs.ErrCorrupt) {
			t.Errorf("cut after %d bytes: %v", n, err)
		}
		for bit := range 8 {
			flipped := bytes.Clone(data)
			flipped[n] ^= 1 << bit
			if _, err := packs.Read(flipped); err == nil {
				t.Errorf("bit %d of byte %d flipped: it is taken", bit, n)
			}
		}
	}
	if _, err := packs.Read(append(data, 0)); err == nil {
		t.Error("a byte more is taken")
	}
}

func TestWhatIsWrongIsSaid(t *testing.T) {
	next := small().Encode()
	next[len("LIANHALL\n")]++
	endless := sealed([]byte{1, 0, 2, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 1, 1, 1})
	none := sealed([]byte{0, 0, 2, 0, 1, 1, 1, 1, 'a', 'b', 'c', 'd'})
	for _, c := range []struct {
		name string
		data []byte
		want error
		says string
	}{
		{"a newer format", next, packs.ErrNewer, "install the current one"},
		{"another file", []byte("LIANHUA\n and more of it"), packs.ErrCorrupt, "does not begin as a hall's pack"},
		{"a forged length", endless, packs.ErrCorrupt, "out of range"},
		{"no version", none, packs.ErrCorrupt, "from 1 up"},
	} {
		_, err := packs.Read(c.data)
		if !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// sealed is a body with a header that fits it.
func sealed(body []byte) []byte {
	n := crc32.ChecksumIEEE(body)
	return append(append([]byte("LIANHALL\n\x01"), byte(n), byte(n>>8), byte(n>>16), byte(n>>24)), body...)
}

func TestPlayersRefuseWhatTheyCannotShow(t *testing.T) {
	if err := real().Suits(player()); err != nil {
		t.Errorf("the project's own story: %v", err)
	}
	older := real()
	older.Requires.StoryFormat = story.OldestFormat
	reads := player()
	if reads.OldestStory = story.OldestFormat; older.Suits(reads) != nil {
		t.Errorf("a story as players read it before corrections: %v", older.Suits(reads))
	}
	for _, c := range []struct {
		name   string
		change func(*packs.Pack)
		want   error
		says   string
	}{
		{"a newer story", func(p *packs.Pack) { p.Requires.StoryFormat++ }, packs.ErrNewer, "format"},
		{"an older story", func(p *packs.Pack) { p.Requires.StoryFormat-- }, nil, "make it anew"},
		{"an unknown scene", func(p *packs.Pack) { p.Requires.Scenes = []string{"cover", "moon"} }, packs.ErrNewer, `"moon"`},
		{"a damaged story", func(p *packs.Pack) { p.Story = p.Story[:100] }, story.ErrCorrupt, "damaged"},
		{"no font", func(p *packs.Pack) { p.Serif = []byte("none") }, nil, "serif font"},
		{"a missing character", func(p *packs.Pack) { p.Story = renamed(t) }, nil, "U+9F98"},
	} {
		p := real()
		c.change(p)
		err := p.Suits(player())
		if err == nil || c.want != nil && !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

// renamed is a story with a character that no font of ours has.
func renamed(t *testing.T) []byte {
	t.Helper()
	b, err := story.New(story.Records{Copy: []story.CopyRecord{{Key: "cover.title", Text: story.Both{ZH: "龘", EN: "dragons"}}}})
	if err != nil {
		t.Fatal(err)
	}
	return story.Encode(b)
}

func FuzzRead(f *testing.F) {
	f.Add(small().Encode()[14:])
	f.Add([]byte{1, 0, 2, 0, 1, 1, 1, 1, 'a', 'b', 'c', 'd'})
	f.Fuzz(func(t *testing.T, body []byte) {
		p, err := packs.Read(sealed(body))
		if err != nil {
			if !errors.Is(err, packs.ErrCorrupt) {
				t.Errorf("%v", err)
			}
			return
		}
		again, err := packs.Read(p.Encode())
		if err != nil || !reflect.DeepEqual(p, again) {
			t.Errorf("what is read is not written so: %v", err)
		}
	})
}

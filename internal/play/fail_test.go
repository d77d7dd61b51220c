package play

import (
	"slices"
	"strings"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

// fragile is a scene whose drawing fails where the story says so.
type fragile struct {
	page
	name string
}

func (f fragile) Name() string { return f.name }
func (f fragile) Draw(l *draw.List, v stage.View) {
	l.Open(draw.Name(f.name), draw.Sem{})
	if c := v.Story.Copy("test.breaks"); c.OK && strings.Contains(c.Text(), f.name) {
		panic(f.name)
	}
	f.page.Draw(l, v)
	l.Close()
}

// with is the story with one text more.
func with(t *testing.T, key, words string) *story.Bundle {
	t.Helper()
	r := bundle(t).Records()
	r.Copy = append(slices.Clone(r.Copy), story.CopyRecord{Key: key, Text: story.Both{ZH: words, EN: words}})
	b, err := story.New(r)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// stageUnseen puts a story on the stage that nothing has looked at.
func (p *player) stageUnseen(t *testing.T, b *story.Bundle) {
	t.Helper()
	show, err := stage.Produce(b, p.scenes)
	if err != nil {
		t.Fatal(err)
	}
	p.perform(show)
}

// host draws as a host does.
func (p *player) host(t *testing.T) (done string, goesOn bool) {
	t.Helper()
	goesOn = true
	for p.fails() {
		if done, goesOn = p.Fail(); !goesOn {
			break
		}
	}
	return done, goesOn
}

func (p *player) fails() (failed bool) {
	defer func() { failed = recover() != nil }()
	p.draw()
	return false
}

func fragilePlayer(t *testing.T, o Options) *player {
	return newPlayerOf(t, o, fragile{name: "a"}, fragile{name: "b"}, fragile{name: "c"})
}

func TestStoryThatCannotBeDrawnGivesWayToTheLast(t *testing.T) {
	p := fragilePlayer(t, Options{})
	p.GoTo(1, 0)
	p.settle(t)
	if err := p.SetStory(with(t, "test.breaks", "b")); err != nil {
		t.Fatal(err)
	}
	if done, ok := p.host(t); !ok || !strings.Contains(done, "last good story") {
		t.Errorf("%q, %v", done, ok)
	}
	if p.SceneName() != "b" || p.Notice() != StoryKept || p.Story().Copy("test.breaks").OK {
		t.Errorf("in %s, notice %q", p.SceneName(), p.Notice())
	}
	if err := p.SetStory(with(t, "test.more", "x")); err != nil || !p.Story().Copy("test.more").OK {
		t.Errorf("the next story is not taken: %v", err)
	}
}

// Where the only story fails, the story goes on without the scene: by itself, by
// keys, and by links.
func TestSceneThatCannotBeDrawnIsLeftOut(t *testing.T) {
	p := fragilePlayer(t, Options{Playing: true, Hall: &Hall{}})
	p.stageUnseen(t, with(t, "test.breaks", "a c"))
	done, ok := p.host(t)
	if !ok || !strings.Contains(done, "scene a") || p.SceneName() != "b" || p.Notice() != LeftOut {
		t.Fatalf("%q, %v, in %s, notice %q", done, ok, p.SceneName(), p.Notice())
	}
	seen := map[string]bool{}
	for range 60 * 30 {
		if p.Tick(frame) {
			if _, ok := p.host(t); !ok {
				t.Fatal("the story ends")
			}
		}
		seen[p.SceneName()] = true
	}
	if !p.Playing() || p.omitted[1] || !p.omitted[2] {
		t.Errorf("left out: %v, playing %v", p.omitted, p.Playing())
	}
	p.Home()
	if p.SceneName() != "b" || p.MoveStep(-1) && p.SceneName() != "b" {
		t.Errorf("home leads to %s", p.SceneName())
	}
	p.Open("c/2")
	p.Seek(2, 1)
	p.ScrollTo(5)
	p.settle(t)
	if p.SceneName() != "b" {
		t.Errorf("links lead to %s", p.SceneName())
	}
	if err := p.SetStory(bundle(t)); err != nil {
		t.Fatal(err)
	}
	p.Open("c/2")
	p.settle(t)
	if p.SceneName() != "c" {
		t.Error("a good story does not bring the scene back")
	}
}

// Nor is it tried again each time that nobody is there.
func TestGoingHomePassesByWhatIsLeftOut(t *testing.T) {
	p := fragilePlayer(t, Options{Playing: true, Hall: &Hall{Quiet: 60}})
	p.stageUnseen(t, with(t, "test.breaks", "a"))
	p.host(t)
	p.Open("c/1?lang=en")
	for range 70 * 10 {
		if p.Tick(0.1) {
			if done, _ := p.host(t); done != "" {
				t.Fatalf("again: %s", done)
			}
		}
	}
	if p.touched {
		t.Error("the reader is still there")
	}
}

func TestNothingLeftToDraw(t *testing.T) {
	p := fragilePlayer(t, Options{})
	p.stageUnseen(t, with(t, "test.breaks", "a b c"))
	if done, ok := p.host(t); ok {
		t.Errorf("goes on: %s", done)
	}
}

func TestStoriesBeyondThePlayerAreRefused(t *testing.T) {
	p := storyPlayer(t, Options{})
	for words, want := range map[string]string{"龘": "copy test.sign needs the character \"龘\" (U+9F98)", "Ō": "U+014C", "🙂": "(U+1F642)"} {
		b := with(t, "test.sign", words)
		if err := p.SetStory(b); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", words, err)
		}
		if _, err := New(b, p.Fonts(), p.scenes, Options{}); err == nil {
			t.Errorf("%s: begins", words)
		}
	}
	r := bundle(t).Records()
	r.Figures = slices.Clone(r.Figures)
	for i := range r.Figures {
		if f := &r.Figures[i]; f.ID == "cleanup.sweepers" {
			f.Base.Unscaled *= 1000
		}
	}
	b, err := story.New(r)
	if err != nil {
		t.Fatal(err)
	}
	if err := p.SetStory(b); err == nil || !strings.Contains(err.Error(), "cleanup.sweepers counts 111616000") {
		t.Error(err)
	}
}

package still

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"lianhua/internal/anim"
	"lianhua/internal/geom"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/vision"
)

// form is a screen that pictures are drawn for.
type form struct {
	name  string
	area  geom.Rect
	scale float64 // pixels to a device-independent one
	thumb float64 // width on a sheet, in pixels
}

func forms() []form {
	return []form{
		{"phone", geom.R(0, 0, 360, 640), 2, 320},
		{"laptop", geom.R(0, 0, 1440, 900), 1, 720},
		{"kiosk", geom.R(0, 0, 1080, 1920), 1, 400},
		{"wall", geom.R(0, 0, 3840, 2160), 1, 800},
	}
}

// moments of a beat, by the share of its move that has passed.
func moments() []moment {
	return []moment{{"start", 0}, {"middle", 0.5}, {"settled", 1}}
}

type moment struct {
	name string
	at   float64
}

// takes are the pictures that were chosen.
type takes struct {
	book    *Book
	scenes  []int
	forms   []form
	langs   []story.Lang
	themes  []*stage.Theme
	moments []moment
	sight   vision.Kind
}

// Choice is what to draw: names joined by commas. An empty one takes all, of the
// themes the first; these have "all", too.
type Choice struct {
	Scenes, Forms, Langs, Themes, Moments string
	Sight                                 vision.Kind // with whose eyes it is seen
	Sheets                                bool        // contact sheets in place of single pictures
}

// DrawAll draws what is chosen into the folder dir, on all cores, and tells how many
// files it has made. How far it is, progress is told.
func (b *Book) DrawAll(ctx context.Context, c Choice, dir string, progress io.Writer) (files int, err error) {
	t, err := b.choose(c)
	if err != nil {
		return 0, err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return 0, fmt.Errorf("making the folder: %w", err)
	}
	jobs := t.singles(dir)
	if c.Sheets {
		jobs = t.sheets(dir)
	}
	return len(jobs), work(ctx, b, jobs, progress)
}

func (b *Book) choose(c Choice) (*takes, error) {
	t := &takes{book: b, sight: c.Sight}
	for i := range b.Deck.Slots {
		t.scenes = append(t.scenes, i)
	}
	if c.Scenes != "" {
		t.scenes = nil
		for name := range strings.SplitSeq(c.Scenes, ",") {
			i, err := b.scene(name)
			if err != nil {
				return nil, err
			}
			t.scenes = append(t.scenes, i)
		}
	}
	switch c.Themes {
	case "":
		t.themes = b.Themes[:1]
	case "all":
		t.themes = b.Themes
	default:
		for name := range strings.SplitSeq(c.Themes, ",") {
			th, err := b.theme(name)
			if err != nil {
				return nil, err
			}
			t.themes = append(t.themes, th)
		}
	}
	l := story.Langs()
	var err1, err2, err3 error
	t.langs, err1 = pick("language", c.Langs, l[:], story.Lang.String)
	t.forms, err2 = pick("form", c.Forms, forms(), func(f form) string { return f.name })
	t.moments, err3 = pick("moment", c.Moments, moments(), func(m moment) string { return m.name })
	return t, errors.Join(err1, err2, err3)
}

// pick takes from all what the list joined by commas names, all of it where the
// list is empty.
func pick[T any](what, list string, all []T, name func(T) string) ([]T, error) {
	if list == "" {
		return all, nil
	}
	var names []string
	for _, v := range all {
		names = append(names, name(v))
	}
	var out []T
	for want := range strings.SplitSeq(list, ",") {
		i := slices.Index(names, want)
		if i < 0 {
			return nil, fmt.Errorf("there is no %s %q; choose from %s", what, want, strings.Join(names, ", "))
		}
		out = append(out, all[i])
	}
	return out, nil
}

// shot is the picture of a beat at a moment.
func (t *takes) shot(scene, beat int, f form, lang story.Lang, th *stage.Theme, m moment) shot {
	s := t.book.settled(scene, beat)
	time := &t.book.Deck.Slots[scene].Time
	s.at = anim.Lerp(time.Start(beat), time.End(beat), m.at)
	s.area, s.lang, s.theme = f.area, lang, th
	return s
}

// job is one file to be drawn by an artist.
type job struct {
	file string
	draw func(a *Artist, file string) error
}

// work does the jobs on all cores and shows how far it is.
func work(ctx context.Context, b *Book, jobs []job, progress io.Writer) error {
	queue := make(chan job)
	var mu sync.Mutex
	var wg sync.WaitGroup
	var failed error
	done, shown := 0, time.Time{}
	for range min(runtime.GOMAXPROCS(0), len(jobs)) {
		wg.Go(func() {
			a := NewArtist(b)
			for j := range queue {
				err := ctx.Err()
				if err == nil {
					err = j.draw(a, j.file)
				}
				mu.Lock()
				failed = errors.Join(failed, err)
				done++
				if now := time.Now(); now.Sub(shown) > 500*time.Millisecond || done == len(jobs) {
					shown = now
					fmt.Fprintf(progress, "%d of %d: %s\n", done, len(jobs), j.file)
				}
				mu.Unlock()
			}
		})
	}
	for _, j := range jobs {
		queue <- j
	}
	close(queue)
	wg.Wait()
	return failed
}

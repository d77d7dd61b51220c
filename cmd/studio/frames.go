package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
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

func framesCommand() command {
	return command{
		name:    "frames",
		summary: "draw every scene, beat, size and language, or sheets of them",
		usage: `studio frames [-o DIR] [-sheet] [-scene NAME,…] [-form F,…] [-lang L,…] [-theme T,…] [-moment M,…] [-vision V]

Draws the story's pictures as PNG files, on all cores: each scene and beat at
its start, in its middle and settled, for each form and language.

  -o DIR       where to write (out/frames)
  -sheet       contact sheets in place of single pictures: one for each scene,
               form and theme, a row for each beat and language
  -scene NAME  scenes, joined by commas (all)
  -form F      phone 360x640 (at 2 pixels to one), laptop 1440x900, kiosk
               1080x1920, wall 3840x2160 (all)
  -lang L      zh, en (both)
  -theme T     themes, or all (the story's first)
  -moment M    start, middle, settled (all)
  -vision V    as readers see it who lack a colour: protanopia, deuteranopia,
               tritanopia

Examples:
  studio frames -sheet                           look through the whole story
  studio frames -sheet -scene cleanup -theme all
  studio frames -form phone -moment settled      the settled pictures of phones`,
		run: runFrames,
	}
}

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

// takes is the choice of pictures to draw.
type takes struct {
	book    *book
	scenes  []int
	forms   []form
	langs   []story.Lang
	themes  []*stage.Theme
	moments []moment
	sight   vision.Kind
}

func runFrames(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	flags := newFlags("frames")
	out := flags.String("o", filepath.Join("out", "frames"), "")
	sheet := flags.Bool("sheet", false, "")
	sight := visionFlag(flags)
	var choice [5]*string
	for i, name := range [...]string{"scene", "form", "lang", "theme", "moment"} {
		choice[i] = flags.String(name, "", "")
	}
	if err := parse(flags, framesCommand(), args); err != nil {
		return err
	}
	began := time.Now()
	b, err := openBook()
	if err != nil {
		return err
	}
	t, err := choose(b, *choice[0], *choice[1], *choice[2], *choice[3], *choice[4])
	if err != nil {
		return err
	}
	if err := os.MkdirAll(*out, 0o755); err != nil {
		return fmt.Errorf("making the folder: %w", err)
	}
	t.sight = *sight
	jobs := t.singles(*out)
	if *sheet {
		jobs = t.sheets(*out)
	}
	if err := work(ctx, b, jobs, stderr); err != nil {
		return err
	}
	fmt.Fprintf(stdout, "%s: %d files in %.1f s\n", *out, len(jobs), time.Since(began).Seconds())
	return nil
}

// choose reads the choices of the command line; an empty one takes all, of the
// themes the first.
func choose(b *book, scene, formNames, langs, theme, momentNames string) (*takes, error) {
	t := &takes{book: b}
	for i := range b.Deck.Slots {
		t.scenes = append(t.scenes, i)
	}
	if scene != "" {
		t.scenes = nil
		for name := range strings.SplitSeq(scene, ",") {
			i, err := b.scene(name)
			if err != nil {
				return nil, err
			}
			t.scenes = append(t.scenes, i)
		}
	}
	switch theme {
	case "":
		t.themes = b.Themes[:1]
	case "all":
		t.themes = b.Themes
	default:
		for name := range strings.SplitSeq(theme, ",") {
			th, err := b.theme(name)
			if err != nil {
				return nil, err
			}
			t.themes = append(t.themes, th)
		}
	}
	l := story.Langs()
	var err1, err2, err3 error
	t.langs, err1 = pick("language", langs, l[:], story.Lang.String)
	t.forms, err2 = pick("form", formNames, forms(), func(f form) string { return f.name })
	t.moments, err3 = pick("moment", momentNames, moments(), func(m moment) string { return m.name })
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
	draw func(a *artist, file string) error
}

// work does the jobs on all cores and shows how far it is.
func work(ctx context.Context, b *book, jobs []job, progress io.Writer) error {
	queue := make(chan job)
	var mu sync.Mutex
	var wg sync.WaitGroup
	var failed error
	done, shown := 0, time.Time{}
	for range min(runtime.GOMAXPROCS(0), len(jobs)) {
		wg.Go(func() {
			a := newArtist(b)
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

package workbench

import (
	"archive/tar"
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"

	"lianhua/internal/golden"
	"lianhua/internal/site"
	"lianhua/internal/still"
)

// commits gives the story as it was at the last commit: its words, figures,
// colours, times, drawings and fonts, drawn by the scenes of this program.
type commits struct {
	root string

	mu     sync.Mutex
	commit string
	made   *edition
	wrong  error
}

// past is the last commit.
type past struct {
	Commit  string `json:"commit"`
	Subject string `json:"subject"` // the first line of its message
	Code    bool   `json:"code"`    // scenes were changed since, and both pictures are drawn by the new ones
	Differs bool   `json:"differs"` // the moment is not as it was
}

// at is the story of the last commit.
func (c *commits) at(ctx context.Context) (*edition, string, error) {
	head, err := git(ctx, c.root, "rev-parse", "HEAD")
	if err != nil {
		return nil, "", err
	}
	commit := strings.TrimSpace(string(head))
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.commit != commit {
		made, err := c.open(ctx, commit)
		if ctx.Err() != nil {
			return nil, "", ctx.Err()
		}
		c.commit, c.made, c.wrong = commit, made, err
	}
	return c.made, commit, c.wrong
}

// open compiles the assets of a commit, in a folder that is gone afterwards.
func (c *commits) open(ctx context.Context, commit string) (*edition, error) {
	files, err := git(ctx, c.root, "archive", "--format=tar", commit, "--", "assets", ":(exclude)assets/fonts/source")
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "lianhua-before-")
	if err != nil {
		return nil, fmt.Errorf("making room for the last commit: %w", err)
	}
	defer os.RemoveAll(dir)
	if err := unpack(files, dir); err != nil {
		return nil, fmt.Errorf("unpacking the last commit: %w", err)
	}
	m := site.Module{Root: dir}
	story, err := m.Story()
	if err != nil {
		return nil, fmt.Errorf("compiling the last commit: %w", err)
	}
	faces, err := m.Fonts()
	if err != nil {
		return nil, err
	}
	packs, err := m.Packs()
	if err != nil {
		return nil, fmt.Errorf("compiling the last commit: %w", err)
	}
	return newEdition(story, faces, packs, nil)
}

// unpack writes the files of an archive below a folder.
func unpack(archive []byte, dir string) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	for r := tar.NewReader(bytes.NewReader(archive)); ; {
		head, err := r.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		if head.Typeflag != tar.TypeReg {
			continue
		}
		if err := root.MkdirAll(filepath.Dir(head.Name), 0o755); err != nil {
			return err
		}
		content, err := io.ReadAll(r)
		if err != nil {
			return err
		}
		if err := root.WriteFile(head.Name, content, 0o644); err != nil {
			return err
		}
	}
}

// drawing is where the code stands that pictures are drawn by.
var drawing = strings.Fields("scenes internal/anim internal/art internal/chart internal/decimal internal/draw internal/geom internal/preview internal/raster internal/scale internal/stage internal/story internal/storyboard internal/typeset internal/vision")

// codeChanged reports whether what draws differs from the last commit.
func (c *commits) codeChanged(ctx context.Context) (bool, error) {
	out, err := git(ctx, c.root, append([]string{"status", "--porcelain", "--"}, drawing...)...)
	if err != nil {
		return false, err
	}
	for line := range strings.Lines(string(out)) {
		name := strings.TrimSpace(line)
		if strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") {
			return true, nil
		}
	}
	return false, nil
}

func git(ctx context.Context, root string, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "git", args...)
	cmd.Dir = root
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("there is no last commit to compare with: git %s: %w: %s", args[0], err, strings.TrimSpace(said.String()))
	}
	return out, nil
}

// then is the moment in the story of the last commit, whose beats may have had
// other times: the same share of the same beat. The error says that it had none.
func then(now *edition, m moment, before *edition) (moment, error) {
	slot := &now.book.Deck.Slots[m.Scene]
	scene, ok := before.book.Deck.Index(slot.Scene.Name())
	if !ok || before.book.Deck.Slots[scene].Time.Len() != slot.Time.Len() {
		return m, fmt.Errorf("the scene %s was another at the last commit", slot.Scene.Name())
	}
	theme, ok := before.book.Theme(m.Theme.Name)
	if !ok {
		return m, fmt.Errorf("the last commit has no theme %s", m.Theme.Name)
	}
	was := before.book.Deck.Slots[scene].Time
	share := 1.0
	if length := slot.Time.End(m.beat) - slot.Time.Start(m.beat); length > 0 {
		share = (m.Now - slot.Time.Start(m.beat)) / length
	}
	m.Scene, m.Theme = scene, before.book.Themes[theme]
	m.Now = was.Start(m.beat) + share*(was.End(m.beat)-was.Start(m.beat))
	return m, nil
}

func (b *Bench) before(w http.ResponseWriter, r *http.Request, e *edition, m moment) error {
	ctx := r.Context()
	before, commit, err := b.past.at(ctx)
	if err != nil {
		return err
	}
	subject, err := git(ctx, b.module.Root, "log", "-1", "--format=%s", commit)
	if err != nil {
		return err
	}
	var out past
	out.Commit, out.Subject = commit, strings.TrimSpace(string(subject))
	if out.Code, err = b.past.codeChanged(ctx); err != nil {
		return err
	}
	old, err := then(e, m, before)
	if err != nil {
		return err
	}
	var hashes [2]uint64
	for i, one := range []struct {
		*edition
		moment
	}{{e, m}, {before, old}} {
		err := one.draw(ctx, func(a *still.Artist) error {
			l, _ := a.Moment(one.Moment)
			hashes[i] = l.Hash()
			return nil
		})
		if err != nil {
			return err
		}
	}
	out.Differs = hashes[0] != hashes[1]
	sendJSON(w, out)
	return nil
}

func (b *Bench) beforePicture(w http.ResponseWriter, r *http.Request, e *edition, m moment) error {
	_, img, commit, err := b.both(r.Context(), e, m, false)
	if err != nil {
		return err
	}
	return b.send(w, r, e.revision+"-"+commit, img)
}

// differenceHeader tells how many pixels of the two pictures differ.
const differenceHeader = "Lianhua-Differs"

func (b *Bench) difference(w http.ResponseWriter, r *http.Request, e *edition, m moment) error {
	now, was, commit, err := b.both(r.Context(), e, m, true)
	if err != nil {
		return err
	}
	n, marked := golden.Compare(was, now)
	w.Header().Set(differenceHeader, strconv.Itoa(n))
	return b.send(w, r, e.revision+"-"+commit, marked)
}

// both are the moment now, if it is wanted, and at the last commit.
func (b *Bench) both(ctx context.Context, e *edition, m moment, wanted bool) (now, was *image.RGBA, commit string, err error) {
	before, commit, err := b.past.at(ctx)
	if err != nil {
		return nil, nil, "", err
	}
	old, err := then(e, m, before)
	if err != nil {
		return nil, nil, "", err
	}
	err = before.draw(ctx, func(a *still.Artist) error { was = picture(a, old); return nil })
	if err == nil && wanted {
		err = e.draw(ctx, func(a *still.Artist) error { now = picture(a, m); return nil })
	}
	return now, was, commit, err
}

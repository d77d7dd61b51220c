package workbench

import (
	"bytes"
	"fmt"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"lianhua/internal/art/svgfile"
	"lianhua/internal/draw"
	"lianhua/internal/stage"
	"lianhua/internal/still"
	"lianhua/internal/storyboard"
)

// origin is where a mark of a moment comes from: places as file:line, below the module.
type origin struct {
	Revision string   `json:"revision"`
	Mark     string   `json:"mark"`
	Drawn    []string `json:"drawn"`             // the Go that appended it: the scene's line, and the shared one that it called
	Named    []string `json:"named,omitempty"`   // the scene's lines that name it, where a storyboard drew it
	Drawing  string   `json:"drawing,omitempty"` // the layer or the slot of the drawing
}

// deepest is how many calls a mark is followed back.
const deepest = 48

func (b *Bench) origin(w http.ResponseWriter, r *http.Request, e *edition, m moment) error {
	name := r.URL.Query().Get("mark")
	out := origin{Revision: e.revision, Mark: name, Drawn: []string{}}
	asked := draw.ParseID(name)
	var mark *draw.Mark
	var art *stage.Art
	err := e.draw(r.Context(), func(a *still.Artist) error {
		var stack [deepest]uintptr
		n := 0
		l := a.Watched(m.Moment, func(v *stage.View) { m.slot.in(v); art = v.Art }, func(one *draw.Mark) {
			if n == 0 && one.ID == asked {
				n = runtime.Callers(2, stack[:])
			}
		})
		out.Drawn = append(out.Drawn, places(stack[:n])...)
		if i := slices.IndexFunc(l.Marks, func(one draw.Mark) bool { return one.ID == asked }); i >= 0 {
			copied := l.Marks[i]
			mark = &copied
		}
		return nil
	})
	if err != nil {
		return err
	}
	if mark == nil {
		refuse(w, http.StatusNotFound, fmt.Errorf("no mark %q stands in this moment", name))
		return nil
	}
	part := ""
	if art != nil {
		if part, out.Drawing, err = b.drawn(art, mark, m); err != nil {
			return err
		}
	}
	if len(out.Drawn) > 0 && !strings.HasPrefix(out.Drawn[0], "scenes/") && part != "" {
		if out.Named, err = b.named(e.book.Deck.Slots[m.Scene].Scene.Name(), part); err != nil {
			return err
		}
	}
	sendJSON(w, out)
	return nil
}

// places are the first line of a scene on a stack, and before it the first of what scenes
// share; the list's own are left out.
func places(stack []uintptr) (all []string) {
	frames := runtime.CallersFrames(stack)
	shared := ""
	for {
		f, more := frames.Next()
		switch at := placed(f); {
		case strings.HasPrefix(at, "scenes/"):
			all = append(all, at)
		case shared == "" && strings.HasPrefix(at, "internal/") && !strings.HasPrefix(at, "internal/draw/"):
			shared = at
		}
		if len(all) > 0 || !more {
			break
		}
	}
	if shared != "" && !strings.HasPrefix(shared, "internal/preview/") {
		all = append(all, shared)
	}
	return all
}

// placed is a call as file:line below the module: a program that is built without paths
// knows its packages all the same.
func placed(f runtime.Frame) string {
	slash := strings.LastIndexByte(f.Function, '/')
	dot := strings.IndexByte(f.Function[slash+1:], '.')
	pkg, ours := strings.CutPrefix(f.Function[:max(slash+1+dot, 0)], module+"/")
	if !ours {
		return ""
	}
	return fmt.Sprintf("%s/%s:%d", pkg, path.Base(filepath.ToSlash(f.File)), f.Line)
}

// module is what the packages of the project begin with.
const module = "lianhua"

// drawn is the layer or the slot that a mark shows, and its place in the drawing's file;
// none where it is of neither. A file that does not hold together is told without a line.
func (b *Bench) drawn(a *stage.Art, mark *draw.Mark, m moment) (part, place string, err error) {
	layer := layerOf(a, mark)
	slot, isSlot := a.Drawing.Slot(mark.ID.Name, m.Lang.String())
	if whole := (draw.ID{Name: mark.ID.Name, N: mark.ID.N}).String(); layer < 0 && whole != mark.ID.Name {
		slot, isSlot = a.Drawing.Slot(whole, m.Lang.String())
	}
	if layer < 0 && !isSlot {
		return "", "", nil
	}
	name := svgfile.Folder + "/" + a.Drawing.Name + ".svg"
	place = "assets/" + name
	file, _ := svgfile.ReadFile(os.DirFS(filepath.Join(b.module.Root, "assets")), name) // its faults are told where they are
	line := 0
	if layer >= 0 {
		part = a.Drawing.Layers[layer].Name
		if file != nil {
			if i, ok := file.Layer(part); ok {
				line = file.Layers[i].Line
			}
		}
	} else {
		part = a.Drawing.Slots[slot].Name
		if file != nil {
			if i, ok := file.Slot(part, m.Lang.String()); ok {
				line = file.Slots[i].Line
			}
		}
	}
	if line > 0 {
		place = fmt.Sprintf("%s:%d", place, line)
	}
	return part, place, nil
}

// layerOf is the layer whose shapes a mark shows, or that it is the group of; -1: none.
func layerOf(a *stage.Art, mark *draw.Mark) int {
	for i := range a.Layers {
		for _, piece := range a.Layers[i].Pieces {
			if piece.Sheet == nil {
				continue
			}
			if piece.Sheet == mark.Sheet {
				return i
			}
			for k := range piece.Sheet.Marks {
				if mark.Path != nil && piece.Sheet.Marks[k].Path == mark.Path {
					return i
				}
			}
		}
	}
	for i := range a.Drawing.Layers {
		if storyboard.OfLayer(mark, a.Drawing.Layers[i].Name) {
			return i
		}
	}
	return -1
}

// mostNamed is how many lines are told that name a layer or a slot.
const mostNamed = 3

// named are the lines of a scene's own code that name a layer or a slot.
func (b *Bench) named(scene, part string) (all []string, err error) {
	files, err := filepath.Glob(filepath.Join(b.module.Root, "scenes", scene, "*.go"))
	if err != nil {
		return nil, fmt.Errorf("the code of %s: %w", scene, err)
	}
	sought := fmt.Appendf(nil, "%q", part)
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		code, err := os.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("the code of %s: %w", scene, err)
		}
		line := 0
		for text := range bytes.Lines(code) {
			if line++; bytes.Contains(text, sought) && len(all) < mostNamed {
				all = append(all, fmt.Sprintf("scenes/%s/%s:%d", scene, filepath.Base(name), line))
			}
		}
	}
	return all, nil
}

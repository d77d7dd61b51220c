package history

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"sync"
)

// Check says why the files do not hold together as they would be after a step, of
// which it is told the names; nil where they do.
type Check func(assets fs.FS, changed []string) error

// mostSteps is how many steps are kept.
const mostSteps = 1000

// step is what one gesture changed.
type step struct {
	gesture string
	files   []changed
}

// changed is what a step did to one file.
type changed struct {
	name  string
	turns []turn
	patch patch
}

// History changes the files of a folder. Any number of goroutines may use it.
type History struct {
	folder folder
	check  Check

	mu           sync.Mutex
	past, future []step
}

// Open is a history of a folder, without steps yet. Nil check lets all pass.
func Open(dir string, check Check) (*History, error) {
	f, err := openFolder(dir)
	if err != nil {
		return nil, err
	}
	if check == nil {
		check = func(fs.FS, []string) error { return nil }
	}
	return &History{folder: f, check: check}, nil
}

// Close gives the folder back.
func (h *History) Close() error { return h.folder.root.Close() }

// Read gives a file's content; nil where there is no such file.
func (h *History) Read(name string) ([]byte, error) { return h.folder.read(name) }

// Files are those of the folder, as they are on the disk.
func (h *History) Files() fs.FS { return h.folder.root.FS() }

// Steps are how many can be taken back, and how many made again.
func (h *History) Steps() (undo, redo int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return len(h.past), len(h.future)
}

// Do makes all changes, or none. With the gesture of the last step, which is not
// empty, they belong to that step.
func (h *History) Do(gesture string, changes []Change) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.trying(func() error { return h.do(gesture, changes) })
}

// trying does something once more where a file was saved meanwhile.
func (h *History) trying(do func() error) error {
	err := do()
	for i := 0; i < 3 && errors.Is(err, errMoved); i++ {
		err = do()
	}
	return err
}

func (h *History) do(gesture string, changes []Change) error {
	before, after := state{}, state{}
	turns := map[string][]turn{}
	var order []string
	for i := range changes {
		c := &changes[i]
		if _, seen := after[c.File]; !seen {
			content, err := h.folder.read(c.File)
			if err != nil {
				return err
			}
			before[c.File], after[c.File] = content, content
			order = append(order, c.File)
		}
		content, t, err := c.make(after[c.File])
		if err != nil {
			return err
		}
		after[c.File] = content
		turns[c.File] = append(turns[c.File], t)
	}
	next := step{gesture: gesture}
	for _, name := range order {
		if digestOf(before[name]) != digestOf(after[name]) {
			next.files = append(next.files, changed{name, turns[name], patchOf(before[name], after[name])})
		}
	}
	if len(next.files) == 0 {
		return nil
	}
	if err := h.write(before, after); err != nil {
		return err
	}
	h.future = nil
	if last := len(h.past) - 1; last >= 0 && gesture != "" && h.past[last].gesture == gesture {
		if joined, ok := join(h.past[last], next, before, after); ok {
			h.past = h.past[:last]
			if next = joined; len(next.files) == 0 {
				return nil
			}
		}
	}
	h.past = append(h.past, next)
	if len(h.past) > mostSteps {
		h.past = slices.Delete(h.past, 0, len(h.past)-mostSteps)
	}
	return nil
}

// write writes what differs, if the check lets it pass.
func (h *History) write(before, after state) error {
	var names []string
	for name := range after {
		names = append(names, name)
	}
	slices.Sort(names)
	if err := h.check(proposed{h.Files(), after}, names); err != nil {
		return err
	}
	return h.folder.replace(before, after)
}

// join makes one step of two, where nobody else saved a file between them.
func join(first, second step, before, after state) (step, bool) {
	out := step{gesture: first.gesture, files: slices.Clone(first.files)}
	for _, f := range second.files {
		i := slices.IndexFunc(out.files, func(o changed) bool { return o.name == f.name })
		if i < 0 {
			out.files = append(out.files, f)
			continue
		}
		had := out.files[i]
		if !had.patch.fits(before[f.name]) {
			return step{}, false
		}
		had.patch = patchOf(had.patch.back(before[f.name]), after[f.name])
		had.turns = joinTurns(had.turns, f.turns)
		out.files[i] = had
	}
	out.files = slices.DeleteFunc(out.files, func(f changed) bool { return f.patch.before == f.patch.after })
	return out, true
}

func joinTurns(first, second []turn) []turn {
	out := slices.Clone(first)
	for _, t := range second {
		i := slices.IndexFunc(out, func(o turn) bool { return slices.Equal(o.path, t.path) })
		if i < 0 {
			out = append(out, t)
			continue
		}
		out[i].to = t.to
	}
	return out
}

// Undo takes the last step back and says what it changed; nothing where there is none.
func (h *History) Undo() ([]Place, error) { return h.turnBack(&h.past, &h.future) }

// Redo makes again what was last taken back.
func (h *History) Redo() ([]Place, error) { return h.turnBack(&h.future, &h.past) }

// Skip leaves the last step as it is on the disk, so that those before it can be taken
// back: what it changed was changed by others since.
func (h *History) Skip() {
	h.mu.Lock()
	defer h.mu.Unlock()
	if n := len(h.past); n > 0 {
		h.past, h.future = h.past[:n-1], nil
	}
}

// turnBack takes the last step of one list back and puts what makes it again on the
// other. A step that cannot be taken back stays.
func (h *History) turnBack(from, to *[]step) (places []Place, err error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	err = h.trying(func() error {
		if len(*from) == 0 {
			places = nil
			return nil
		}
		last := (*from)[len(*from)-1]
		before, after := state{}, state{}
		back := step{gesture: last.gesture}
		places = nil
		for _, f := range last.files {
			now, err := h.folder.read(f.name)
			if err != nil {
				return err
			}
			was, err := f.back(now)
			if err != nil {
				return err
			}
			before[f.name], after[f.name] = now, was
			reversed := changed{name: f.name, patch: patchOf(now, was)}
			for _, t := range slices.Backward(f.turns) {
				places = append(places, Place{f.name, t.path})
				reversed.turns = append(reversed.turns, turn{t.path, t.to, t.from, t.order})
			}
			back.files = append(back.files, reversed)
		}
		if err := h.write(before, after); err != nil {
			return err
		}
		*from = (*from)[:len(*from)-1]
		*to = append(*to, back)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return places, nil
}

// back gives the file as it was before a step: its bytes, where nobody saved it since,
// and else as it is now with the step's values as they were.
func (f *changed) back(now []byte) ([]byte, error) {
	if f.patch.fits(now) {
		return f.patch.back(now), nil
	}
	if now == nil {
		return nil, &fs.PathError{Op: "open", Path: f.name, Err: os.ErrNotExist}
	}
	var err error
	for _, t := range slices.Backward(f.turns) {
		if now, err = t.back(f.name, now); err != nil {
			return nil, err
		}
	}
	return now, nil
}

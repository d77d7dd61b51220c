package setfile

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"sync"
	"time"

	"lianhua/internal/art"
	"lianhua/internal/art/simplify"
	"lianhua/internal/art/svgfile"
	"lianhua/internal/authoring"
	"lianhua/internal/stage"
)

// The places of drawings and packs in the assets.
const (
	Folder      = svgfile.Folder
	SymbolsFile = Folder + "/" + svgfile.SymbolsFile
	ending      = ".svg"
	packEnding  = ".art"
)

// PackFile is where the pack of a scene stands in the assets.
func PackFile(scene string) string { return Folder + "/" + scene + packEnding }

// Reader reads one drawing, by its name in the assets. It returns nil where there
// are errors.
type Reader func(assets fs.FS, name string) (*art.Drawing, []authoring.Problem)

// Compiled is the set of one scene.
type Compiled struct {
	Scene string
	Set   *art.Set // as players have it: what the pack gives back
	Pack  []byte

	of string // the digest of what it was made of
}

// Compiler makes packs. It remembers what it has made, so that only what was saved
// since is made again, and relies on packs in the assets whose sums are right; it may be
// used by several goroutines.
type Compiler struct {
	Read Reader
	// Afresh makes packs that stand in the assets, too.
	Afresh bool

	mu    sync.Mutex
	drawn map[string]drawn            // by file
	made  map[string]Compiled         // by scene
	paths map[string]*simplify.Memory // by scene
}

// New is a compiler of SVG files.
func New() *Compiler { return &Compiler{Read: svgfile.ReadFile} }

// drawn is a drawing as it was read, and of which files.
type drawn struct {
	of       []stamp
	names    string // of the colours that drawings may have
	drawing  *art.Drawing
	problems []authoring.Problem
}

// stamp tells two states of a file apart; the zero one is that of none.
type stamp struct {
	saved time.Time
	size  int64
}

func stampOf(assets fs.FS, name string) stamp {
	info, err := fs.Stat(assets, name)
	if err != nil {
		return stamp{}
	}
	return stamp{info.ModTime(), info.Size()}
}

// Compile makes the packs of all scenes that have drawings, sorted by scene. A
// scene whose drawings have errors is left out, and all problems are told.
func (c *Compiler) Compile(assets fs.FS) ([]Compiled, []authoring.Problem) {
	c.mu.Lock()
	defer c.mu.Unlock()
	entries, err := fs.ReadDir(assets, Folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, []authoring.Problem{{File: Folder, Message: "cannot be read: " + err.Error()}}
	}
	var problems []authoring.Problem
	files := map[string]map[stage.Form]string{}
	for _, entry := range entries {
		name := Folder + "/" + entry.Name()
		if entry.IsDir() || path.Ext(name) != ending || name == SymbolsFile || strings.HasPrefix(entry.Name(), ".") {
			continue
		}
		scene, form, ok := formOf(entry.Name())
		if !ok {
			problems = append(problems, authoring.Problem{File: name, Message: "there is no form of that name", Hint: "drawings are SCENE.svg, SCENE.phone.svg, SCENE.kiosk.svg and SCENE.wall.svg"})
			continue
		}
		if files[scene] == nil {
			files[scene] = map[stage.Form]string{}
		}
		files[scene][form] = name
	}
	names := namesOf(assets)
	var sums map[string]sum
	if !c.Afresh {
		sums = sumsOf(assets)
	}
	old, kept := c.drawn, c.made
	c.drawn, c.made = map[string]drawn{}, map[string]Compiled{}
	var out []Compiled
	for scene, forms := range files {
		one, wrong := c.scene(assets, scene, forms, names, old, kept, sums[scene])
		problems = append(problems, wrong...)
		if one.Set != nil {
			out = append(out, one)
			c.made[scene] = one
		}
	}
	slices.SortFunc(out, func(a, b Compiled) int { return strings.Compare(a.Scene, b.Scene) })
	slices.SortStableFunc(problems, func(a, b authoring.Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Message, b.Message))
	})
	return out, slices.Compact(problems) // of the symbols, every drawing tells
}

// formOf takes a drawing's name apart.
func formOf(file string) (scene string, form stage.Form, ok bool) {
	scene, name, composed := strings.Cut(strings.TrimSuffix(file, ending), ".")
	if !composed {
		return scene, stage.Laptop, true
	}
	for _, form := range []stage.Form{stage.Phone, stage.Kiosk, stage.Wall} {
		if name == form.String() {
			return scene, form, true
		}
	}
	return "", 0, false
}

// scene makes the set of one scene.
func (c *Compiler) scene(assets fs.FS, scene string, files map[stage.Form]string, names string, old map[string]drawn, kept map[string]Compiled, stands sum) (Compiled, []authoring.Problem) {
	var problems []authoring.Problem
	set := &art.Set{}
	fresh, failed := false, false
	// A form stands on its own drawing, or on that of one before it here.
	for _, form := range []stage.Form{stage.Laptop, stage.Phone, stage.Kiosk, stage.Wall} {
		name, ok := files[form]
		if !ok {
			switch form {
			case stage.Laptop:
				failed = true
				for _, name := range files {
					problems = append(problems, authoring.Problem{File: name, Message: "the scene has no drawing for wide windows", Hint: "draw " + Folder + "/" + scene + ending})
				}
			case stage.Kiosk:
				set.Forms[form] = set.Forms[stage.Phone]
			}
			continue
		}
		d, again := c.drawing(assets, name, names, old)
		problems = append(problems, d.problems...)
		fresh = fresh || again
		if d.drawing == nil {
			failed = true
			continue
		}
		set.Forms[form] = len(set.Drawings)
		set.Drawings = append(set.Drawings, *d.drawing)
	}
	if failed {
		return Compiled{}, problems
	}
	if had, ok := kept[scene]; ok && !fresh && len(had.Set.Drawings) == len(set.Drawings) && had.Set.Forms == set.Forms {
		return had, problems
	}
	of, err := digestOf(set)
	if err != nil {
		return Compiled{}, append(problems, authoring.Problem{File: files[stage.Laptop], Message: err.Error()})
	}
	if read, pack, ok := stands.kept(assets, scene, of); ok {
		return Compiled{scene, read, pack, of}, problems
	}
	if c.paths == nil {
		c.paths = map[string]*simplify.Memory{}
	}
	if c.paths[scene] == nil {
		c.paths[scene] = new(simplify.Memory)
	}
	pack := art.Encode(c.paths[scene].Set(set))
	read, err := art.Decode(pack)
	if err != nil {
		return Compiled{}, append(problems, authoring.Problem{File: files[stage.Laptop], Message: "its drawings cannot be packed: " + err.Error(), Hint: "draw less: simplify paths, and use symbols"})
	}
	return Compiled{scene, read, pack, of}, problems
}

// drawing reads a drawing, where it or what it stands on was saved since: again
// says whether it did. Of the theme's colours it has the names alone.
func (c *Compiler) drawing(assets fs.FS, name, names string, old map[string]drawn) (d drawn, again bool) {
	of := []stamp{stampOf(assets, name), stampOf(assets, SymbolsFile)}
	d, ok := old[name]
	if again = !ok || !slices.Equal(d.of, of) || d.names != names; again {
		d = drawn{of: of, names: names}
		if d.drawing, d.problems = c.Read(assets, name); authoring.Errors(d.problems) > 0 {
			d.drawing = nil
		}
	}
	c.drawn[name] = d
	return d, again
}

// namesOf are the names of the colours and tones that drawings may have, one a line;
// of a theme that cannot be read, what is wrong with it.
func namesOf(assets fs.FS) string {
	opt, problems := svgfile.OptionsOf(assets)
	if len(problems) > 0 {
		return problems[0].String()
	}
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(opt.Palette.Colors)) {
		fmt.Fprintln(&b, name)
	}
	for _, name := range slices.Sorted(maps.Keys(opt.Palette.Tones)) {
		fmt.Fprintln(&b, name, len(opt.Palette.Tones[name]))
	}
	return b.String()
}

// Packs gives each scene's pack of those made; nil where there is none.
func Packs(made []Compiled) func(scene string) []byte {
	return func(scene string) []byte {
		for _, one := range made {
			if one.Scene == scene {
				return one.Pack
			}
		}
		return nil
	}
}

// Stale are the packs in the assets that are others than those of the drawings, and
// their sums: changed, missing or left over. Their names are sorted.
func Stale(assets fs.FS, made []Compiled) []string {
	var names []string
	now := map[string]bool{}
	for _, one := range made {
		name := PackFile(one.Scene)
		now[name] = true
		if had, err := fs.ReadFile(assets, name); err != nil || !bytes.Equal(had, one.Pack) {
			names = append(names, name)
		}
	}
	for _, name := range packs(assets) {
		if !now[name] {
			names = append(names, name)
		}
	}
	if had, err := fs.ReadFile(assets, SumsFile); !bytes.Equal(had, Sums(made)) || err != nil && len(made) > 0 {
		names = append(names, SumsFile)
	}
	slices.Sort(names)
	return names
}

// packs are the packs in the assets.
func packs(assets fs.FS) []string {
	names, err := fs.Glob(assets, Folder+"/[^.]*"+packEnding)
	if err != nil {
		return nil
	}
	return names
}

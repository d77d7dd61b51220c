package site

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"lianhua/internal/art/setfile"
	"lianhua/internal/authoring"
	"lianhua/internal/build"
	"lianhua/internal/build/publish"
	"lianhua/internal/dataset"
	"lianhua/internal/stage"
	"lianhua/internal/typeset"
	"lianhua/scenes"
)

// Module is the project whose site is made.
type Module struct {
	Root string            // its folder, see Root
	At   dataset.Site      // where the site will be; the zero one is not known
	Note func(text string) // is told of each step that takes time; nil: nobody is
	// Memory is what is remembered of the story's sources between one compilation and the
	// next, also by others who read them; nil: each Site remembers by itself.
	Memory *authoring.Memory
}

// Root finds the project's folder: the working folder or one above it.
func Root() (string, error) {
	start, err := os.Getwd()
	if err != nil {
		return "", fmt.Errorf("finding the project: %w", err)
	}
	for dir := start; ; dir = filepath.Dir(dir) {
		content, err := os.ReadFile(filepath.Join(dir, "go.mod"))
		if err == nil && strings.HasPrefix(string(content), "module lianhua\n") {
			return dir, nil
		}
		if dir == filepath.Dir(dir) {
			return "", fmt.Errorf("%s is not inside the project: change to its folder, the one with go.mod", start)
		}
	}
}

// Remembering is the module with a memory of the story's sources: whoever checks a change
// of them and whoever compiles it then read them once.
func (m Module) Remembering() Module {
	m.Memory = new(authoring.Memory)
	return m
}

// Site says where the module keeps what its site is made from.
func (m Module) Site() build.Site {
	memory := m.Memory
	if memory == nil {
		memory = new(authoring.Memory)
	}
	return build.Site{
		Root:   m.Root,
		Work:   filepath.Join(m.Root, "build"),
		Player: "./cmd/lianhua",
		Shell:  filepath.Join(m.Root, "web"),
		Fonts:  filepath.Join(m.Root, "assets", "fonts"),
		Story:  func() ([]byte, error) { return m.compile(memory) },
		Packs:  m.packs(setfile.New()),
		Bake:   m.bake,
		Note:   m.note,
	}
}

func (m Module) note(text string) {
	if m.Note != nil {
		m.Note(text)
	}
}

// Story compiles the story.
func (m Module) Story() ([]byte, error) { return m.compile(new(authoring.Memory)) }

// compile compiles the story with what is remembered of its words.
func (m Module) compile(memory *authoring.Memory) ([]byte, error) {
	return memory.Compile(os.DirFS(filepath.Join(m.Root, "assets")), authoring.Against{Knobs: stage.KnobsOf(scenes.All())})
}

// Packs compiles the drawings and gives each scene's pack; nil where it has none.
func (m Module) Packs() (func(scene string) []byte, error) {
	made, problems := setfile.New().Compile(os.DirFS(filepath.Join(m.Root, "assets")))
	if err := authoring.Failure("the drawings have errors", problems); err != nil {
		return nil, err
	}
	return setfile.Packs(made), nil
}

// packs compiles the drawings with a compiler that remembers what it has made, into files
// that stay where it made nothing anew: a digest of them all takes longer than a colour.
func (m Module) packs(c *setfile.Compiler) func() ([]build.File, error) {
	var mu sync.Mutex
	kept := map[string]build.File{} // by scene
	return func() ([]build.File, error) {
		made, problems := c.Compile(os.DirFS(filepath.Join(m.Root, "assets")))
		if err := authoring.Failure("the drawings have errors", problems); err != nil {
			return nil, err
		}
		mu.Lock()
		defer mu.Unlock()
		var out []build.File
		for _, one := range made {
			file, known := kept[one.Scene]
			if !known || !bytes.Equal(file.Content, one.Pack) {
				file = build.NewFile(build.PackName(one.Scene), one.Pack)
				kept[one.Scene] = file
			}
			out = append(out, file)
		}
		return out, nil
	}
}

// Plain are the parts as the studio serves them: every name as in the sources,
// nothing compressed.
func (m Module) Plain(ctx context.Context) ([]build.File, error) {
	return m.Site().Assemble(ctx)
}

// Published are the parts as a host gets them, but not compressed yet.
func (m Module) Published(ctx context.Context) ([]build.File, error) {
	parts, err := m.Plain(ctx)
	if err != nil {
		return nil, err
	}
	return forHosts(parts)
}

// Packed are the parts as a host gets them.
func (m Module) Packed(ctx context.Context) ([]build.File, error) {
	parts, err := m.Published(ctx)
	if err != nil {
		return nil, err
	}
	m.note("compressing what is new; a new player takes about a minute")
	return parts, build.Compress(ctx, m.Site().Work, parts)
}

// Pages are the plain parts without the player.
func (m Module) Pages() ([]build.File, error) {
	story, err := m.Story()
	if err != nil {
		return nil, err
	}
	from := m.Site()
	packs, err := from.PackFiles()
	if err != nil {
		return nil, err
	}
	parts, err := from.StaticFiles(story, packs)
	if err != nil {
		return nil, err
	}
	return build.WithManifest(parts)
}

// Fonts reads the house's fonts, cut down to the story's words.
func (m Module) Fonts() (files [3][]byte, err error) {
	for i, name := range fontNames() {
		if files[i], err = os.ReadFile(filepath.Join(m.Root, "assets", "fonts", name)); err != nil {
			return files, fmt.Errorf("reading the fonts; studio fonts makes them: %w", err)
		}
	}
	return files, nil
}

// fontNames are those of the files of the house's faces: sans, bold and serif.
func fontNames() [3]string { return [3]string{"sans.ttf", "bold.ttf", "serif.ttf"} }

// fontsOf reads the house's fonts among the parts.
func fontsOf(parts []build.File) (*typeset.Fonts, error) {
	var data [3][]byte
	for i, name := range fontNames() {
		data[i] = []byte(contentOf(parts, "fonts/"+name))
	}
	fonts, err := typeset.Load(data[0], data[1], data[2])
	if err != nil {
		return nil, fmt.Errorf("reading the fonts; studio fonts makes them: %w", err)
	}
	return fonts, nil
}

// forHosts adds the app and the cards to the parts and gives them their lasting
// form.
func forHosts(parts []build.File) ([]build.File, error) {
	i := slices.IndexFunc(parts, func(p build.File) bool { return p.Name == build.StoryName })
	if i < 0 {
		return nil, fmt.Errorf("the site has no %s", build.StoryName)
	}
	more, err := appFiles(parts[i].Content)
	if err != nil {
		return nil, fmt.Errorf("making the app: %w", err)
	}
	fonts, err := fontsOf(parts)
	if err != nil {
		return nil, err
	}
	cards, err := cardFiles(parts[i].Content, fonts, packsOf(parts))
	if err != nil {
		return nil, fmt.Errorf("drawing the cards: %w", err)
	}
	return publish.Files(slices.Concat(parts, more, cards))
}

package build

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// The names of the parts that the page asks for.
const (
	PlayerName   = "lianhua.wasm"
	RuntimeName  = "wasm_exec.js"
	AheadName    = "js/ahead.js" // a worker's script
	StoryName    = "story.lh"
	PageName     = "index.html"
	ManifestName = "manifest.json"
	// WorkerName is the service worker, IntegrityName the digest of each file;
	// only a published site uses them.
	WorkerName    = "sw.js"
	IntegrityName = "sri.json"
	// EmbedName is the script that other sites load to show the story in their
	// pages, GuideName the page that shows how; EmbedFolder has what only it uses.
	EmbedName   = "embed.js"
	GuideName   = "embed.html"
	EmbedFolder = "embed/"
)

// packFolder and packEnding are where the packs of the scenes' drawings lie, and
// what their names end in.
const (
	packFolder = "art/"
	packEnding = ".art"
)

// OpeningPack is the pack that a reader waits for: the cover's.
const OpeningPack = packFolder + "cover" + packEnding

// PackName is the name of the pack of a scene's drawings.
func PackName(scene string) string { return packFolder + scene + packEnding }

// PackOf is the scene whose pack has that name; ok is false where it is no pack's.
func PackOf(name string) (scene string, ok bool) {
	scene, in := strings.CutPrefix(name, packFolder)
	scene, ends := strings.CutSuffix(scene, packEnding)
	return scene, in && ends
}

// Site says what a site is made from.
type Site struct {
	Root   string // the module's folder
	Work   string // keeps results between builds
	Player string // the player's package, "./cmd/lianhua"
	Shell  string // the folder of index.html and what lies beside it
	Fonts  string // the folder whose .ttf files are shipped

	// Story compiles the story.
	Story func() ([]byte, error)
	// Packs compiles the drawings: one file for each scene that has any, see
	// PackName. Nil: there are none.
	Packs func() ([]File, error)
	// Bake makes the pages: it gets the shell's files, the fonts, the packs and the
	// story, and returns all that is to be served in their place.
	Bake func(static []File, story []byte) ([]File, error)
	// Note is told of each step that takes time.
	Note func(text string)
}

// Assemble builds every part, uncompressed, sorted by name.
func (s Site) Assemble(ctx context.Context) ([]File, error) {
	s.Note("compiling the story")
	story, err := s.Story()
	if err != nil {
		return nil, err
	}
	packs, err := s.PackFiles()
	if err != nil {
		return nil, err
	}
	player, err := s.PlayerFiles(ctx)
	if err != nil {
		return nil, err
	}
	static, err := s.StaticFiles(story, packs)
	if err != nil {
		return nil, err
	}
	return WithManifest(slices.Concat(player, static))
}

// PlayerFiles compiles the player and adds the script with which the toolchain
// starts it; the two must come from the same Go.
func (s Site) PlayerFiles(ctx context.Context) ([]File, error) {
	s.Note("compiling the player")
	path, _, err := WASM(ctx, s.Root, s.Work, s.Player)
	if err != nil {
		return nil, err
	}
	wasm, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("reading the player: %w", err)
	}
	goroot, err := goTool(ctx, s.Root, nil, "env", "GOROOT")
	if err != nil {
		return nil, fmt.Errorf("finding the toolchain: %w", err)
	}
	start, err := os.ReadFile(filepath.Join(strings.TrimSpace(goroot), "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return nil, fmt.Errorf("reading the toolchain's start script: %w", err)
	}
	return []File{NewFile(PlayerName, wasm), NewFile(RuntimeName, start)}, nil
}

// PackFiles are the packs of the drawings.
func (s Site) PackFiles() ([]File, error) {
	if s.Packs == nil {
		return nil, nil
	}
	return s.Packs()
}

// StaticFiles are the pages with the article baked in, what they use, the fonts,
// the packs and the story.
func (s Site) StaticFiles(story []byte, packs []File) ([]File, error) {
	parts := append([]File{NewFile(StoryName, story)}, packs...)
	hosting := filepath.Join(s.Shell, "hosting") + string(filepath.Separator)
	shell, err := readTree(s.Shell, func(name string) bool {
		return !strings.HasPrefix(name, hosting) && !strings.HasPrefix(filepath.Base(name), ".") && !strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, ".md")
	})
	if err != nil {
		return nil, fmt.Errorf("reading the page's shell: %w", err)
	}
	parts = append(parts, shell...)
	fonts, err := filepath.Glob(filepath.Join(s.Fonts, "*.ttf"))
	if err != nil {
		return nil, err
	}
	for _, path := range fonts {
		content, err := os.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("reading a font: %w", err)
		}
		parts = append(parts, NewFile("fonts/"+filepath.Base(path), content))
	}
	if s.Bake == nil {
		return parts, nil
	}
	baked, err := s.Bake(parts, story)
	if err != nil {
		return nil, fmt.Errorf("baking the article into the pages: %w", err)
	}
	return baked, nil
}

// manifestEntry is what the page must know of a file before it asks for it.
type manifestEntry struct {
	Bytes int    `json:"bytes"` // uncompressed: what a reading stream counts
	Hash  string `json:"hash"`
	// Integrity is the digest as pages check it, see File.Integrity.
	Integrity string `json:"integrity"`
	Path      string `json:"path,omitempty"` // where the file lies, if not under its own name
}

// Listing is the manifest of parts: by the name in the sources, the raw size of
// each file, because Content-Length is that of the compressed one, a hash with
// which an address can be made that changes with its content, the digest by which
// the page knows the file, and the file's place where its name bears a hash already.
func Listing(parts []File) ([]byte, error) {
	files := map[string]manifestEntry{}
	for _, p := range parts {
		if p.Name == ManifestName {
			continue
		}
		entry := manifestEntry{Bytes: len(p.Content), Hash: p.Hash, Integrity: p.Integrity()}
		if p.Source != "" {
			entry.Path = p.Name
		}
		files[p.Logical()] = entry
	}
	return json.MarshalIndent(map[string]any{"files": files}, "", " ")
}

// WithManifest sorts the parts and adds their Listing.
func WithManifest(parts []File) ([]File, error) {
	content, err := Listing(parts)
	if err != nil {
		return nil, err
	}
	parts = slices.DeleteFunc(slices.Clone(parts), func(p File) bool { return p.Name == ManifestName })
	parts = append(parts, NewFile(ManifestName, append(content, '\n')))
	slices.SortFunc(parts, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	return parts, nil
}

// readTree reads the files below dir that keep accepts.
func readTree(dir string, keep func(name string) bool) ([]File, error) {
	var parts []File
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() || !keep(path) {
			return nil
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		parts = append(parts, NewFile(filepath.ToSlash(rel), content))
		return nil
	})
	return parts, err
}

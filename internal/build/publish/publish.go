package publish

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"

	"lianhua/internal/build"
)

// site is the work under way: each part by its name in the sources.
type site struct {
	parts map[string]build.File
	names []string // of all, sorted
}

// Files renames, rewrites and completes the parts of a site. Compressed forms
// are dropped: compress what it returns.
func Files(parts []build.File) ([]build.File, error) {
	s := site{parts: map[string]build.File{}}
	for _, p := range parts {
		if p.Name == build.ManifestName || p.Name == build.IntegrityName {
			continue
		}
		if p.Source != "" {
			return nil, fmt.Errorf("publishing %s: it has been published already", p.Name)
		}
		s.parts[p.Name] = build.NewFile(p.Name, p.Content)
		s.names = append(s.names, p.Name)
	}
	slices.Sort(s.names)
	if err := s.bundle(); err != nil {
		return nil, err
	}
	if err := s.runtime(); err != nil {
		return nil, err
	}
	// In the order of who refers to whom.
	for _, step := range []func(string) error{s.renameLeaf, s.renameStyle, s.rewriteApp, s.rewritePage} {
		for _, name := range s.names {
			if err := step(name); err != nil {
				return nil, fmt.Errorf("publishing %s: %w", name, err)
			}
		}
	}
	if err := s.version(); err != nil {
		return nil, err
	}
	return s.complete()
}

// Hashed reports whether a file of that name in the sources is published under
// one that bears its hash.
func Hashed(name string) bool {
	switch path.Ext(name) {
	case ".js":
		// Browsers and publishers know these by name.
		return name != build.WorkerName && name != build.EmbedName
	case ".css", ".ttf", ".wasm", ".lh", ".art", ".svg", ".jpg":
		return true
	case ".png":
		return strings.HasPrefix(name, "icons/") // others are linked from outside
	}
	return false
}

func (s *site) set(name string, content []byte) {
	p := build.NewFile(name, content)
	if Hashed(name) {
		ext := path.Ext(name)
		p.Name, p.Source = strings.TrimSuffix(name, ext)+"."+p.Hash+ext, name
	}
	s.parts[name] = p
}

func (s *site) renameLeaf(name string) error {
	if path.Ext(name) != ".css" && Hashed(name) {
		s.set(name, s.parts[name].Content)
	}
	return nil
}

// version marks the pages with the build's hash and gives the worker its files.
func (s *site) version() error {
	sum := sha256.New()
	for _, name := range s.names {
		p := s.parts[name]
		fmt.Fprintf(sum, "%s %s %d\n", p.Name, p.Hash, len(p.Content))
	}
	version := hex.EncodeToString(sum.Sum(nil)[:8])
	type entry [3]any // see web/sw.js
	var kept []entry
	for _, name := range s.names {
		p := s.parts[name]
		if path.Ext(name) == ".html" {
			p = build.NewFile(name, bytes.Replace(p.Content, []byte("<html"), []byte(`<html data-build="`+version+`"`), 1))
			s.parts[name] = p
		}
		if Offline(name) {
			address := p.Name
			if path.Base(address) == build.PageName {
				address = strings.TrimSuffix(address, build.PageName)
			}
			kept = append(kept, entry{address, p.Integrity(), First(name)})
		}
	}
	worker, ok := s.parts[build.WorkerName]
	if !ok {
		return nil
	}
	list, err := json.Marshal(kept)
	if err != nil {
		return err
	}
	for _, mark := range []string{`"{{version}}"`, `'{{files}}'`} {
		if bytes.Count(worker.Content, []byte(mark)) != 1 {
			return fmt.Errorf("publishing %s: it must hold %s once", build.WorkerName, mark)
		}
	}
	text := strings.NewReplacer("{{version}}", version, "{{files}}", string(list)).Replace(string(worker.Content))
	s.set(build.WorkerName, []byte(text))
	return nil
}

// Offline reports whether the service worker keeps the file of that name in the
// sources: all that the pages and the player show, and no downloads.
func Offline(name string) bool {
	switch path.Ext(name) {
	case ".html":
		return path.Base(name) == build.PageName
	case ".webmanifest":
		return true
	}
	return Hashed(name) && !strings.HasPrefix(name, build.EmbedFolder)
}

// First reports whether the service worker keeps the file whatever its reader
// looks at: all pages. The player and the drawings follow as a page has started them,
// which some browsers never do, pictures in the reader's language and in the shape of
// the window; icons are the system's once it has installed the story.
func First(name string) bool {
	if name == build.RuntimeName {
		return false
	}
	switch path.Ext(name) {
	case ".wasm", ".lh", ".art":
		return false
	case ".svg", ".jpg", ".png":
		return Offline(name) && path.Dir(name) == "."
	}
	return Offline(name)
}

// complete adds the digests and the manifest.
func (s *site) complete() ([]build.File, error) {
	digests := map[string]string{}
	var out []build.File
	for _, name := range s.names {
		p := s.parts[name]
		out = append(out, p)
		digests[p.Name] = p.Integrity()
	}
	content, err := json.MarshalIndent(map[string]any{"files": digests}, "", " ")
	if err != nil {
		return nil, err
	}
	out = append(out, build.NewFile(build.IntegrityName, append(content, '\n')))
	return build.WithManifest(out)
}

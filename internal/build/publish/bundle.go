package publish

import (
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"

	esbuild "github.com/evanw/esbuild/pkg/api"

	"lianhua/internal/build"
)

// namespace marks the parts of the site among esbuild's files: the disk is not read.
const namespace = "site"

// oldest is the language that browsers with WebAssembly and WebGL 2 know at least.
const oldest = esbuild.ES2020

// bundle makes each page's script one file: what it imports becomes a part of it,
// so that a page has its script whole or not at all.
func (s *site) bundle() error {
	imported := map[string]bool{}
	entries := s.entries()
	for _, entry := range entries {
		if _, ok := s.parts[entry]; !ok {
			continue // whoever names it fails, and says so
		}
		text, from, err := s.bundled(entry)
		if err != nil {
			return fmt.Errorf("publishing %s: %w", entry, err)
		}
		s.parts[entry] = build.NewFile(entry, text)
		for _, name := range from {
			imported[name] = !slices.Contains(entries, name)
		}
	}
	s.names = slices.DeleteFunc(s.names, func(name string) bool { return imported[name] })
	for name, gone := range imported {
		if gone {
			delete(s.parts, name)
		}
	}
	return nil
}

// entries are the scripts that pages load as modules, and their worker's, sorted.
func (s *site) entries() []string {
	out := []string{build.AheadName}
	for _, name := range s.names {
		if path.Ext(name) != ".html" {
			continue
		}
		for _, m := range modules.FindAllStringSubmatch(string(s.parts[name].Content), -1) {
			out = append(out, path.Join(path.Dir(name), m[1]))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// bundled is a module with all that it imports, minified, and what that was.
func (s *site) bundled(entry string) (text []byte, from []string, err error) {
	var reading sync.Mutex // esbuild reads several at once
	result := esbuild.Build(esbuild.BuildOptions{
		EntryPoints:       []string{entry},
		Bundle:            true,
		Format:            esbuild.FormatESModule,
		Target:            oldest,
		MinifyWhitespace:  true,
		MinifyIdentifiers: true,
		MinifySyntax:      true,
		Charset:           esbuild.CharsetUTF8,
		LegalComments:     esbuild.LegalCommentsNone,
		LogLevel:          esbuild.LogLevelSilent,
		Plugins: []esbuild.Plugin{{Name: namespace, Setup: func(b esbuild.PluginBuild) {
			b.OnResolve(esbuild.OnResolveOptions{Filter: ".*"}, func(a esbuild.OnResolveArgs) (esbuild.OnResolveResult, error) {
				name := a.Path
				if a.Kind != esbuild.ResolveEntryPoint {
					name = path.Join(path.Dir(a.Importer), a.Path)
				}
				if _, ok := s.parts[name]; !ok {
					return esbuild.OnResolveResult{}, fmt.Errorf("it refers to %s, which the site lacks", name)
				}
				return esbuild.OnResolveResult{Path: name, Namespace: namespace}, nil
			})
			b.OnLoad(esbuild.OnLoadOptions{Filter: ".*", Namespace: namespace}, func(a esbuild.OnLoadArgs) (esbuild.OnLoadResult, error) {
				reading.Lock()
				from = append(from, a.Path)
				reading.Unlock()
				text := string(s.parts[a.Path].Content)
				return esbuild.OnLoadResult{Contents: &text, Loader: esbuild.LoaderJS}, nil
			})
		}}},
	})
	var wrong []error
	for _, m := range slices.Concat(result.Errors, result.Warnings) {
		where := entry
		if m.Location != nil {
			where = fmt.Sprintf("%s:%d", strings.TrimPrefix(m.Location.File, namespace+":"), m.Location.Line)
		}
		wrong = append(wrong, fmt.Errorf("%s: %s", where, m.Text))
	}
	if len(wrong) > 0 {
		return nil, nil, errors.Join(wrong...)
	}
	if len(result.OutputFiles) != 1 {
		return nil, nil, fmt.Errorf("it became %d files", len(result.OutputFiles))
	}
	return result.OutputFiles[0].Contents, from, nil
}

package bench

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"lianhua/internal/build"
	"lianhua/internal/preview"
)

// ErrNoNode says that the ECharts page cannot be bundled.
var ErrNoNode = errors.New("node is not installed: it bundles the ECharts page; install Node.js 20 or later")

// longestBundle is how long esbuild may take.
const longestBundle = time.Minute

// entryName is the page's own script among its sources.
const entryName = "main.js"

// EChartsPage builds the page that shows the data of the seven pictures with
// ECharts: its words in the markup, its scripts bundled, cut down to what they
// use and split by esbuild, names that bear hashes, everything compressed as the
// story's own files are. modules is a folder node_modules with echarts and
// esbuild; work keeps what lies between.
func EChartsPage(ctx context.Context, st *preview.Viewer, modules, work string) ([]build.File, error) {
	parts, err := echartsPage(ctx, st, modules, work)
	if err != nil {
		return nil, fmt.Errorf("building the ECharts page: %w", err)
	}
	return parts, nil
}

func echartsPage(ctx context.Context, st *preview.Viewer, modules, work string) ([]build.File, error) {
	sources, bundle := filepath.Join(work, "page"), filepath.Join(work, "bundle")
	if err := writePageSources(st, sources); err != nil {
		return nil, err
	}
	meta, err := runESBuild(ctx, modules, sources, bundle)
	if err != nil {
		return nil, err
	}
	a := articleOf(st)
	var parts []build.File
	for _, name := range slices.Sorted(maps.Keys(meta.Outputs)) {
		content, err := os.ReadFile(filepath.Join(bundle, name))
		if err != nil {
			return nil, err
		}
		parts = append(parts, lasting(name, content))
	}
	if a.Script, a.Preloads, err = meta.entry(); err != nil {
		return nil, err
	}
	style, err := styleFile(st)
	if err != nil {
		return nil, err
	}
	a.Style = style.Name
	page, err := renderPage(a)
	if err != nil {
		return nil, err
	}
	parts = append(parts, style, build.NewFile(build.PageName, page))
	return parts, build.Compress(ctx, work, parts)
}

// lasting is a part whose name bears a hash already.
func lasting(name string, content []byte) build.File {
	p := build.NewFile(name, content)
	p.Source = name
	return p
}

func writePageSources(st *preview.Viewer, dir string) error {
	if err := os.RemoveAll(dir); err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	list, err := peers.ReadDir("peers/page")
	if err != nil {
		return err
	}
	files := map[string][]byte{}
	for _, entry := range list {
		if path.Ext(entry.Name()) != ".js" {
			continue
		}
		if files[entry.Name()], err = peers.ReadFile("peers/page/" + entry.Name()); err != nil {
			return err
		}
	}
	if files["data.json"], err = dataOf(st); err != nil {
		return err
	}
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// bundled is what esbuild tells of its outputs, by their names.
type bundled struct {
	Outputs map[string]output `json:"outputs"`
}

type output struct {
	EntryPoint string     `json:"entryPoint"`
	Imports    []imported `json:"imports"`
}

type imported struct {
	Path string `json:"path"`
	Kind string `json:"kind"`
}

// entry is the page's script and the files that it imports at once, which the
// page's head names so that they are fetched beside it.
func (b bundled) entry() (script string, imports []string, err error) {
	for name, out := range b.Outputs {
		if path.Base(out.EntryPoint) == entryName {
			script = name
		}
	}
	if script == "" {
		return "", nil, fmt.Errorf("esbuild gave no %s", entryName)
	}
	seen := map[string]bool{script: true}
	var visit func(name string)
	visit = func(name string) {
		for _, i := range b.Outputs[name].Imports {
			if i.Kind == "import-statement" && !seen[i.Path] {
				seen[i.Path] = true
				imports = append(imports, i.Path)
				visit(i.Path)
			}
		}
	}
	visit(script)
	return script, imports, nil
}

func runESBuild(ctx context.Context, modules, sources, out string) (meta bundled, err error) {
	node, err := exec.LookPath("node")
	if err != nil {
		return meta, ErrNoNode
	}
	if err := os.RemoveAll(out); err != nil {
		return meta, err
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return meta, err
	}
	metafile := filepath.Join(filepath.Dir(out), "bundle.json")
	ctx, stop := context.WithTimeout(ctx, longestBundle)
	defer stop()
	cmd := exec.CommandContext(ctx, node, filepath.Join(modules, "esbuild", "bin", "esbuild"),
		filepath.Join(sources, entryName), "--bundle", "--splitting", "--format=esm", "--minify", "--target=es2022",
		"--define:process.env.NODE_ENV=\"production\"", "--legal-comments=none", "--log-level=warning",
		"--entry-names=[name].[hash]", "--chunk-names=[name].[hash]", "--outdir="+out, "--metafile="+metafile)
	// Paths in the metafile are relative to the working folder.
	cmd.Dir, cmd.WaitDelay = out, 5*time.Second
	var log bytes.Buffer
	cmd.Stdout, cmd.Stderr = &log, &log
	if err := cmd.Run(); err != nil {
		return meta, fmt.Errorf("bundling with esbuild: %w\n%s", err, bytes.TrimSpace(log.Bytes()))
	}
	text, err := os.ReadFile(metafile)
	if err != nil {
		return meta, err
	}
	if err := json.Unmarshal(text, &meta); err != nil {
		return meta, fmt.Errorf("reading what esbuild tells: %w", err)
	}
	return meta, nil
}

func styleFile(st *preview.Viewer) (build.File, error) {
	colours, err := coloursOf(st)
	if err != nil {
		return build.File{}, err
	}
	var text strings.Builder
	text.WriteString(":root{")
	for _, name := range slices.Sorted(maps.Keys(colours)) {
		text.WriteString("--" + name + ":" + colours[name] + ";")
	}
	text.WriteString("}\n")
	rules, err := peers.ReadFile("peers/page/style.css")
	if err != nil {
		return build.File{}, err
	}
	text.Write(rules)
	content := []byte(text.String())
	return lasting("style."+build.NewFile("", content).Hash+".css", content), nil
}

func renderPage(a article) ([]byte, error) {
	text, err := peers.ReadFile("peers/page/index.html")
	if err != nil {
		return nil, err
	}
	page, err := template.New("page").Parse(string(text))
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = page.Execute(&out, a)
	return out.Bytes(), err
}

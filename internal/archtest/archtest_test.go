package archtest

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis/analysistest"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"lianhua/internal/archtest/digits"

	"golang.org/x/tools/go/analysis"
)

const module = "lianhua/"

// layers is the policy: a package of ours may import those that are named for it
// and what those may import. Third-party modules are named by their host path.
// The order is that of ARCHITECTURE.md.
var layers = []struct {
	pkg  string
	may  []string
	more []string // beyond the pure part of the standard library
}{
	{"internal/geom", nil, nil},
	{"internal/decimal", nil, nil},
	{"internal/anim", nil, nil},
	{"internal/scale", []string{"internal/decimal"}, nil},
	{"internal/typeset", []string{"internal/geom", "internal/typeset"}, []string{"github.com/go-text/typesetting"}},
	{"internal/draw", []string{"internal/geom", "internal/typeset"}, nil},
	{"internal/vision", nil, []string{"image"}},
	{"internal/story", []string{"internal/decimal", "internal/scale"}, nil},
	{"internal/stage", []string{"internal/geom", "internal/anim", "internal/typeset", "internal/draw", "internal/story"}, nil},
	{"internal/chart", []string{"internal/geom", "internal/anim", "internal/decimal", "internal/scale", "internal/typeset", "internal/draw", "internal/story", "internal/stage"}, nil},
	{"scenes", []string{"internal/geom", "internal/anim", "internal/decimal", "internal/scale", "internal/typeset", "internal/draw", "internal/story", "internal/stage", "internal/chart", "scenes"}, nil},
	{"internal/play", []string{"internal/geom", "internal/anim", "internal/typeset", "internal/draw", "internal/story", "internal/stage", "internal/chart"}, nil},
	{"internal/preview", []string{"internal/geom", "internal/anim", "internal/typeset", "internal/draw", "internal/story", "internal/stage"}, nil},
	{"internal/coverage", []string{"internal/geom"}, nil},
	{"internal/gpu/kage", []string{"internal/geom", "internal/draw"}, nil},
	{"internal/raster", []string{"internal/geom", "internal/typeset", "internal/draw"}, []string{"golang.org/x/image", "image"}},
	{"internal/svg", []string{"internal/geom", "internal/typeset", "internal/draw"}, nil},
	{"internal/dom", []string{"internal/geom", "internal/typeset", "internal/draw"}, nil},
	{"internal/ledger", []string{"internal/geom", "internal/typeset", "internal/draw"}, nil},
}

// impure are packages of the standard library that read a clock, a disk, a
// network or chance, or that weigh too much for the player.
var impure = []string{
	"time", "os", "os/exec", "io/ioutil", "math/rand", "math/rand/v2", "crypto/rand", "syscall", "syscall/js",
	"net", "net/http", "encoding/json", "encoding/gob", "text/template", "html/template", "regexp", "log", "log/slog", "testing", "flag", "reflect", "fmt",
}

type pkg struct {
	ImportPath string
	Imports    []string
	Deps       []string
	Dir        string
}

func list(t *testing.T, env []string, args ...string) []pkg {
	t.Helper()
	cmd := exec.Command("go", append([]string{"list", "-json=ImportPath,Imports,Deps,Dir"}, args...)...)
	cmd.Dir = "../.."
	cmd.Env = append(os.Environ(), env...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list %v: %v\n%s", args, err, stderr.String())
	}
	var all []pkg
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p pkg
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

func TestImportsPointOneWay(t *testing.T) {
	for _, p := range list(t, nil, "./...") {
		own := strings.TrimPrefix(p.ImportPath, module)
		for _, layer := range layers {
			if own != layer.pkg && !(layer.pkg == "scenes" && strings.HasPrefix(own, "scenes/")) {
				continue
			}
			for _, imp := range p.Imports {
				if err := allowed(imp, layer.may, layer.more); err != "" {
					t.Errorf("%s imports %s: %s", own, imp, err)
				}
			}
		}
	}
}

func allowed(imp string, may, more []string) string {
	for _, m := range more {
		if imp == m || strings.HasPrefix(imp, m+"/") {
			return ""
		}
	}
	if ours, ok := strings.CutPrefix(imp, module); ok {
		for _, m := range may {
			if ours == m || strings.HasPrefix(ours, m+"/") {
				return ""
			}
		}
		return "the layers above may not be seen from below; see ARCHITECTURE.md"
	}
	if strings.Contains(strings.SplitN(imp, "/", 2)[0], ".") {
		return "this layer stands on no other module"
	}
	if slices.Contains(impure, imp) {
		return "pure layers read no clock, disk, network or chance, and stay light"
	}
	return ""
}

// Ebitengine's init panics without a display, so what imports it cannot be
// tested without one.
func TestEbitengineStaysInItsPlace(t *testing.T) {
	for _, p := range list(t, nil, "./...") {
		own := strings.TrimPrefix(p.ImportPath, module)
		if strings.HasPrefix(own, "internal/gpu") || strings.HasPrefix(own, "cmd/lianhua") || strings.Contains(own, "testdata") {
			continue
		}
		for _, imp := range p.Imports {
			if strings.HasPrefix(imp, "github.com/hajimehoshi/ebiten") {
				t.Errorf("%s imports %s: only internal/gpu and cmd/lianhua may", own, imp)
			}
		}
	}
}

func TestWASMPlayerLeavesTheHeavyOut(t *testing.T) {
	for _, p := range list(t, []string{"GOOS=js", "GOARCH=wasm"}, "./cmd/lianhua") {
		for _, dep := range p.Deps {
			switch {
			case dep == "net/http", strings.Contains(dep, "tetratelabs/wazero"), strings.Contains(dep, "BurntSushi/toml"), strings.Contains(dep, "chromedp"), strings.Contains(dep, "andybalholm/brotli"):
				t.Errorf("the player in the browser links %s", dep)
			}
		}
	}
}

// A file that has grown beyond this holds more than one concept.
const mostLines = 400

func TestFilesStaySmall(t *testing.T) {
	root := "../.."
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := d.Name()
		if d.IsDir() {
			if path != root && (strings.HasPrefix(name, ".") || slices.Contains([]string{"build", "dist", "out", "node_modules", "vendor"}, name) && filepath.Dir(path) == root) {
				return filepath.SkipDir
			}
			switch name {
			case "util", "utils", "common", "helpers", "misc":
				t.Errorf("%s: a folder is named for what it holds", path)
			}
			return nil
		}
		switch filepath.Ext(name) {
		case ".go", ".js", ".css":
		default:
			return nil
		}
		b, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if n := bytes.Count(b, []byte{'\n'}); n > mostLines && !strings.Contains(name, "_gen") && !strings.Contains(name, ".min.") {
			t.Errorf("%s has %d lines, more than %d", path, n, mostLines)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestDigitsAnalyzer(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), digits.Analyzer, "scenes/sample")
}

func TestNoSceneTypesANumber(t *testing.T) {
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadAllSyntax, Dir: "../.."}, "./scenes/...")
	if err != nil {
		t.Fatal(err)
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{digits.Analyzer}, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(graph.Roots) == 0 {
		t.Fatal("no scene was looked at")
	}
	for _, a := range graph.Roots {
		if a.Err != nil {
			t.Error(a.Err)
		}
		for _, d := range a.Diagnostics {
			t.Errorf("%s: %s", a.Package.Fset.Position(d.Pos), d.Message)
		}
	}
}

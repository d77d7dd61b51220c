package archtest

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// rule says what a package of ours may import: those of ours that are named, and
// modules by their host path. Pure packages have no part in the world outside.
type rule struct {
	pkg     string
	may     []string
	modules []string
	impure  bool // a clock, a disk, a network or chance, and whatever weighs much
}

// rules have a row for every package, each below what it stands on, in the order
// of ARCHITECTURE.md.
var rules = []rule{
	{pkg: "assets"},
	{pkg: "assets/fonts"},
	{pkg: "internal/decimal"},
	{pkg: "internal/scale", may: []string{"internal/decimal"}},
	{pkg: "internal/varint"},
	{pkg: "internal/geom"},
	{pkg: "internal/anim"},
	{pkg: "internal/typeset/otf"},
	{pkg: "internal/typeset", may: []string{"internal/geom", "internal/typeset/otf"}, modules: []string{"github.com/go-text/typesetting"}},
	{pkg: "internal/draw", may: []string{"internal/geom", "internal/typeset"}},
	{pkg: "internal/art", may: []string{"internal/varint", "internal/geom", "internal/draw"}},
	{pkg: "internal/vision", modules: []string{"image"}},
	{pkg: "internal/story", may: []string{"internal/decimal", "internal/scale", "internal/varint"}},
	{pkg: "internal/stage", may: []string{"internal/geom", "internal/anim", "internal/typeset", "internal/draw", "internal/art", "internal/story"}},
	{pkg: "internal/chart", may: []string{"internal/geom", "internal/anim", "internal/decimal", "internal/scale", "internal/typeset", "internal/draw", "internal/story", "internal/stage"}},
	{pkg: "internal/storyboard", may: []string{"internal/geom", "internal/anim", "internal/typeset", "internal/draw", "internal/art", "internal/story", "internal/stage", "internal/chart"}},
	{pkg: "scenes", may: []string{"internal/art", "internal/storyboard", "internal/geom", "internal/anim", "internal/decimal", "internal/scale", "internal/typeset", "internal/draw", "internal/story", "internal/stage", "internal/chart", "scenes/*"}},
	{pkg: "internal/play", may: []string{"internal/geom", "internal/art", "internal/anim", "internal/typeset", "internal/draw", "internal/story", "internal/stage"}},
	{pkg: "internal/chrome", may: []string{"internal/anim", "internal/geom", "internal/typeset", "internal/draw", "internal/story", "internal/stage", "internal/chart", "internal/play"}},
	{pkg: "internal/contents", may: []string{"internal/geom", "internal/anim", "internal/typeset", "internal/draw", "internal/story", "internal/stage", "internal/chart", "internal/play"}},
	{pkg: "internal/preview", may: []string{"internal/geom", "internal/anim", "internal/typeset", "internal/draw", "internal/story", "internal/stage"}},
	{pkg: "internal/preview/previewtest", may: []string{"assets", "assets/fonts", "internal/art", "internal/draw", "internal/geom", "internal/stage", "internal/story", "internal/preview"}, impure: true},
	{pkg: "internal/proof", may: []string{"internal/anim", "internal/draw", "internal/story", "internal/preview"}, impure: true},
	{pkg: "internal/coverage", may: []string{"internal/geom"}},
	{pkg: "internal/gpu/pack"},
	{pkg: "internal/gpu/recycle"},
	{pkg: "internal/gpu/kage", may: []string{"internal/geom", "internal/draw"}},
	{pkg: "internal/gpu", may: []string{"internal/geom", "internal/typeset", "internal/draw", "internal/coverage", "internal/gpu/pack", "internal/gpu/recycle", "internal/gpu/kage"}, modules: []string{"github.com/hajimehoshi/ebiten", "image"}},
	{pkg: "internal/raster", may: []string{"internal/geom", "internal/typeset", "internal/draw"}, modules: []string{"golang.org/x/image", "image"}},
	{pkg: "internal/flaw", may: []string{"internal/geom", "internal/typeset", "internal/draw", "internal/vision", "internal/stage", "internal/preview", "internal/raster"}, modules: []string{"image"}, impure: true},
	{pkg: "internal/svg", may: []string{"internal/geom", "internal/typeset", "internal/draw"}},
	{pkg: "internal/dom", may: []string{"internal/geom", "internal/typeset", "internal/draw"}},
	{pkg: "internal/ledger", may: []string{"internal/draw"}},
	{pkg: "internal/dataset", may: []string{"internal/story"}, impure: true},
	{pkg: "internal/article", may: []string{"internal/scale", "internal/geom", "internal/typeset", "internal/draw", "internal/story", "internal/stage", "internal/preview", "internal/raster", "internal/svg", "internal/dom", "internal/ledger", "internal/dataset"}, impure: true},
	{pkg: "internal/overlap"},
	{pkg: "internal/authoring", may: []string{"internal/anim", "internal/decimal", "internal/vision", "internal/story", "internal/overlap"}, modules: []string{"github.com/BurntSushi/toml"}, impure: true},
	{pkg: "internal/art/svgfile", may: []string{"internal/geom", "internal/draw", "internal/art", "internal/authoring"}, modules: []string{"github.com/BurntSushi/toml"}, impure: true},
	{pkg: "internal/art/simplify", may: []string{"internal/geom", "internal/art"}},
	{pkg: "internal/art/setfile", may: []string{"internal/art", "internal/art/simplify", "internal/stage", "internal/authoring", "internal/art/svgfile"}, impure: true},
	{pkg: "internal/proof/report", may: []string{"internal/typeset", "internal/art", "internal/story", "internal/storyboard", "internal/stage", "internal/preview", "internal/proof", "internal/authoring"}, impure: true},
	{pkg: "internal/durable", impure: true},
	{pkg: "internal/workbench/edit", may: []string{"internal/authoring"}, modules: []string{"github.com/pelletier/go-toml"}, impure: true},
	{pkg: "internal/workbench/history", may: []string{"internal/durable", "internal/workbench/edit"}, impure: true},
	{pkg: "internal/workbench/desk", may: []string{"internal/anim", "internal/decimal", "internal/vision", "internal/story", "internal/stage", "internal/authoring", "internal/art/svgfile", "internal/workbench/edit", "internal/workbench/history"}, modules: []string{"github.com/BurntSushi/toml"}, impure: true},
	{pkg: "internal/hall/visits", may: []string{"internal/story", "internal/play", "internal/durable"}, impure: true},
	{pkg: "internal/hall/preflight", impure: true},
	{pkg: "internal/hall/plan", may: []string{"internal/anim", "internal/story", "internal/play"}, impure: true},
	{pkg: "internal/hall", may: []string{"internal/anim", "internal/story", "internal/play", "internal/authoring", "internal/hall/plan"}, impure: true},
	{pkg: "internal/hall/supervise", impure: true},
	{pkg: "internal/hall/x11", modules: []string{"github.com/jezek/xgb"}, impure: true},
	{pkg: "internal/hall/monitors", may: []string{"internal/hall/x11"}, modules: []string{"github.com/jezek/xgb"}, impure: true},
	{pkg: "internal/hall/awake", may: []string{"internal/hall/x11"}, modules: []string{"github.com/jezek/xgb", "github.com/godbus/dbus"}, impure: true},
	{pkg: "internal/hall/health", modules: []string{"github.com/VictoriaMetrics/metrics"}, impure: true},
	{pkg: "internal/hall/packs", may: []string{"internal/varint", "internal/typeset", "internal/story", "internal/play"}},
	{pkg: "internal/hall/packs/repository", may: []string{"internal/durable", "internal/hall/packs"}, modules: []string{"github.com/theupdateframework/go-tuf", "github.com/sigstore/sigstore"}, impure: true},
	{pkg: "internal/hall/store", impure: true},
	{pkg: "internal/fontsub", modules: []string{"github.com/go-text/typesetting", "github.com/tetratelabs/wazero"}, impure: true},
	{pkg: "internal/fontsub/faces", may: []string{"internal/durable", "internal/fontsub"}, impure: true},
	{pkg: "internal/build/slim", impure: true},
	{pkg: "internal/build/postlink", impure: true},
	{pkg: "internal/build", may: []string{"internal/durable", "internal/story", "internal/build/slim", "internal/build/postlink"}, modules: []string{"github.com/andybalholm/brotli", "golang.org/x/mod", "golang.org/x/sync"}, impure: true},
	{pkg: "internal/build/publish", may: []string{"internal/build"}, modules: []string{"github.com/evanw/esbuild"}, impure: true},
	{pkg: "internal/build/installer", may: []string{"internal/durable", "internal/hall", "internal/build"}, impure: true},
	{pkg: "internal/build/live", may: []string{"internal/build"}, impure: true},
	{pkg: "internal/site", may: []string{
		"internal/geom", "internal/typeset", "internal/draw", "internal/story", "internal/stage", "scenes", "internal/raster", "internal/dataset", "internal/article",
		"internal/authoring", "internal/art/setfile", "internal/build", "internal/build/publish",
	}, modules: []string{"golang.org/x/sync"}, impure: true},
	{pkg: "internal/still", may: []string{
		"internal/geom", "internal/anim", "internal/typeset", "internal/draw", "internal/vision", "internal/story", "internal/stage", "scenes",
		"internal/play", "internal/preview", "internal/raster", "internal/svg", "internal/dom", "internal/durable", "internal/site",
	}, impure: true},
	{pkg: "internal/golden", modules: []string{"image"}, impure: true},
	{pkg: "internal/golden/kept", may: []string{"internal/anim", "internal/draw", "internal/story", "internal/stage", "internal/preview", "internal/raster", "internal/golden"}, modules: []string{"image"}, impure: true},
	{pkg: "internal/workbench", may: []string{
		"internal/geom", "internal/anim", "internal/typeset", "internal/draw", "internal/vision", "internal/story", "internal/art", "internal/art/svgfile", "internal/stage", "internal/storyboard", "internal/preview", "internal/raster", "internal/flaw", "internal/dom",
		"scenes", "internal/durable", "internal/build", "internal/site", "internal/still", "internal/golden", "internal/golden/kept",
	}, modules: []string{"github.com/BurntSushi/toml", "image"}, impure: true},
	{pkg: "internal/testenv", modules: []string{"github.com/chromedp"}, impure: true},
	{pkg: "internal/testenv/engines", modules: []string{"github.com/andybalholm/brotli"}, impure: true},
	{pkg: "internal/bench", may: []string{"assets", "internal/geom", "internal/typeset", "internal/draw", "internal/story", "internal/stage", "scenes", "internal/play", "internal/preview", "internal/raster", "internal/build", "internal/build/live", "internal/site", "internal/workbench", "internal/workbench/desk", "internal/testenv"}, modules: []string{"github.com/chromedp"}, impure: true},
	{pkg: "internal/soak", may: []string{"internal/hall/health", "internal/hall/x11"}, modules: []string{"github.com/jezek/xgb"}, impure: true},
	{pkg: "internal/browsertest/process", impure: true},
	{pkg: "internal/browsertest/bidi", may: []string{"internal/browsertest/process"}, modules: []string{"github.com/coder/websocket"}, impure: true},
	{pkg: "internal/browsertest/webdriver", may: []string{"internal/browsertest/process"}, impure: true},
	{pkg: "internal/browsertest"},
	{pkg: "internal/hosting"},
	{pkg: "internal/archtest/digits", modules: []string{"golang.org/x/tools"}, impure: true},
	{pkg: "internal/archtest/words", modules: []string{"golang.org/x/tools"}, impure: true},
	{pkg: "internal/archtest"},
	{pkg: "cmd/lianhua", may: []string{
		"assets", "assets/fonts", "internal/geom", "internal/typeset", "internal/draw", "internal/art", "internal/story", "internal/stage", "scenes",
		"internal/play", "internal/chrome", "internal/contents", "internal/preview", "internal/proof", "internal/gpu", "internal/raster", "internal/svg", "internal/dom", "internal/ledger", "internal/authoring", "internal/durable", "internal/hall", "internal/hall/plan", "internal/hall/visits", "internal/hall/preflight", "internal/hall/awake", "internal/hall/supervise", "internal/hall/monitors", "internal/hall/health", "internal/hall/store", "internal/hall/packs", "internal/hall/packs/repository",
	}, modules: []string{"github.com/coreos/go-systemd", "github.com/hajimehoshi/ebiten"}, impure: true},
	{pkg: "cmd/lianhua/shaders", may: []string{"internal/gpu/kage"}, impure: true},
	{pkg: "cmd/studio", may: []string{
		"assets", "assets/fonts", "internal/typeset", "internal/art/svgfile", "internal/art/setfile", "internal/proof/report", "internal/durable", "internal/vision", "internal/story", "internal/stage", "scenes", "internal/dataset", "internal/authoring", "internal/hall/packs", "internal/hall/packs/repository", "internal/fontsub/faces",
		"internal/build", "internal/build/installer", "internal/build/live", "internal/site", "internal/still", "internal/workbench", "internal/workbench/desk", "internal/testenv", "internal/testenv/engines", "internal/bench", "internal/soak",
	}, modules: []string{"github.com/go-text/typesetting"}, impure: true},
}

// impure are packages of the standard library that read a clock, a disk, a
// network or chance, or that weigh too much for the player.
var impure = []string{
	"time", "os", "os/exec", "io/ioutil", "math/rand", "math/rand/v2", "crypto/rand", "syscall", "syscall/js",
	"net", "net/http", "encoding/json", "encoding/gob", "text/template", "html/template", "regexp", "log", "log/slog", "testing", "flag", "reflect", "fmt",
}

// covers reports whether a pattern is for a package: scenes/* is for each scene.
func covers(pattern, pkg string) bool {
	if folder, all := strings.CutSuffix(pattern, "*"); all {
		return strings.HasPrefix(pkg, folder)
	}
	return pattern == pkg
}

// ruleOf is the rule of a package; every scene has that of the scenes.
func ruleOf(pkg string) (r rule, ok bool) {
	if strings.HasPrefix(pkg, "scenes/") {
		pkg = "scenes"
	}
	i := slices.IndexFunc(rules, func(r rule) bool { return r.pkg == pkg })
	if i < 0 {
		return rule{}, false
	}
	return rules[i], true
}

func TestImportsPointOneWay(t *testing.T) {
	all := list(t, nil, "./...")
	all = append(all, list(t, []string{"GOOS=js", "GOARCH=wasm"}, "./cmd/lianhua", "./internal/gpu")...)
	for _, p := range all {
		own := strings.TrimPrefix(p.ImportPath, module)
		r, ok := ruleOf(own)
		if !ok {
			continue // TestEveryPackageHasARule
		}
		for _, imp := range p.Imports {
			if err := r.refuses(imp); err != "" {
				t.Errorf("%s imports %s: %s", own, imp, err)
			}
		}
	}
}

// refuses says what an import breaks; it is empty where it breaks nothing.
func (r rule) refuses(imp string) string {
	for _, m := range r.modules {
		if imp == m || strings.HasPrefix(imp, m+"/") {
			return ""
		}
	}
	if ours, ok := strings.CutPrefix(imp, module); ok {
		if slices.ContainsFunc(r.may, func(m string) bool { return covers(m, ours) }) {
			return ""
		}
		return "the layers above may not be seen from below; see ARCHITECTURE.md"
	}
	if strings.Contains(strings.SplitN(imp, "/", 2)[0], ".") {
		return "this layer stands on no other module"
	}
	if !r.impure && slices.Contains(impure, imp) {
		return "pure layers read no clock, disk, network or chance, and stay light"
	}
	return ""
}

// TestEveryPackageHasARule fails where a package is new: it needs its rule here
// and its row in ARCHITECTURE.md.
func TestEveryPackageHasARule(t *testing.T) {
	page, err := os.ReadFile("../../ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	var table []string
	for _, line := range strings.Split(string(page), "\n") {
		if strings.HasPrefix(line, "|") {
			table = append(table, line)
		}
	}
	rows := strings.Join(table, "\n")
	found := map[string]bool{}
	for _, p := range list(t, nil, "./...") {
		own := strings.TrimPrefix(p.ImportPath, module)
		if strings.HasPrefix(own, "scenes/") {
			continue // scenes/* and scenes.All
		}
		found[own] = true
		if _, ok := ruleOf(own); !ok {
			t.Errorf("%s has no rule", own)
		}
		name := strings.TrimPrefix(own, "internal/")
		if own == "scenes" {
			name = "scenes/*"
		}
		if !strings.Contains(rows, "`"+name+"`") {
			t.Errorf("%s has no row in ARCHITECTURE.md", own)
		}
	}
	for i, r := range rules {
		if !found[r.pkg] {
			t.Errorf("the rule of %s is for no package", r.pkg)
		}
		for _, m := range r.may {
			if m != "scenes/*" && !slices.ContainsFunc(rules[:i], func(below rule) bool { return below.pkg == m }) {
				t.Errorf("%s stands on %s, which is not below it", r.pkg, m)
			}
		}
	}
}

// mostOfPage is how many lines one page holds.
const mostOfPage = 64

func TestArchitectureIsOnePage(t *testing.T) {
	page, err := os.ReadFile("../../ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(page), "\n"); n > mostOfPage {
		t.Errorf("ARCHITECTURE.md has %d lines, more than %d", n, mostOfPage)
	}
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
			case dep == "net/http", strings.Contains(dep, "tetratelabs/wazero"), strings.Contains(dep, "BurntSushi/toml"), strings.Contains(dep, "chromedp"), strings.Contains(dep, "andybalholm/brotli"), strings.Contains(dep, "VictoriaMetrics"), strings.Contains(dep, "theupdateframework"), strings.Contains(dep, "sigstore"):
				t.Errorf("the player in the browser links %s", dep)
			}
		}
	}
}

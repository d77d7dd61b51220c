package archtest

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/analysis/analysistest"
	"golang.org/x/tools/go/analysis/checker"
	"golang.org/x/tools/go/packages"

	"lianhua/internal/archtest/digits"
	"lianhua/internal/archtest/words"
)

func TestDigitsAnalyzer(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), digits.Analyzer, "scenes/sample")
}

func TestWordsAnalyzer(t *testing.T) {
	analysistest.Run(t, analysistest.TestData(), words.Analyzer, "internal/stage")
}

func TestNoSceneTypesANumber(t *testing.T) {
	holds(t, digits.Analyzer, "./scenes/...")
}

func TestNoWordsForReadersAreTypedInGo(t *testing.T) {
	var composing []string
	for _, name := range words.Packages() {
		composing = append(composing, "./internal/"+name)
	}
	holds(t, words.Analyzer, composing...)
}

// embed.js stands in somebody else's page before anything of ours has come.
var scriptsWithWords = []string{"web/embed.js"}

var comments = regexp.MustCompile(`(?m)/\*(?s:.*?)\*/|(?:^|\s)//.*$`)

// TestNoWordsForReadersAreTypedInScripts: the sign of multiplication between two
// numbers is no word.
func TestNoWordsForReadersAreTypedInScripts(t *testing.T) {
	looked := 0
	err := filepath.WalkDir("../../web", func(path string, d fs.DirEntry, err error) error {
		name := strings.TrimPrefix(filepath.ToSlash(path), "../../")
		if err != nil || filepath.Ext(name) != ".js" || slices.Contains(scriptsWithWords, name) {
			return err
		}
		looked++
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, line := range strings.Split(comments.ReplaceAllString(string(text), ""), "\n") {
			if at := strings.IndexFunc(line, func(r rune) bool { return r > unicode.MaxASCII && r != '×' }); at >= 0 {
				t.Errorf("%s: %s: words for readers belong in assets/copy", name, strings.TrimSpace(line))
			}
		}
		return nil
	})
	if err != nil || looked == 0 {
		t.Fatalf("%d scripts were looked at, %v", looked, err)
	}
}

// holds runs an analyzer over packages and fails with what it reports.
func holds(t *testing.T, a *analysis.Analyzer, patterns ...string) {
	t.Helper()
	pkgs, err := packages.Load(&packages.Config{Mode: packages.LoadSyntax, Dir: "../.."}, patterns...)
	if err != nil {
		t.Fatal(err)
	}
	graph, err := checker.Analyze([]*analysis.Analyzer{a}, pkgs, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(graph.Roots) < len(patterns) {
		t.Fatalf("%d packages were looked at", len(graph.Roots))
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

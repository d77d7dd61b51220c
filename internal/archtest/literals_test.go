package archtest

import (
	"testing"

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

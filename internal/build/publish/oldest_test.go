package publish

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"

	esbuild "github.com/evanw/esbuild/pkg/api"
)

// engine is the oldest in which the page is tried, see "studio engines".
var engine = []esbuild.Engine{{Name: esbuild.EngineChrome, Version: "92"}}

// TestUnbundledScriptsAreOfOldSyntax looks at what reaches browsers as it was written:
// what is newer than the oldest engine, esbuild would write otherwise.
func TestUnbundledScriptsAreOfOldSyntax(t *testing.T) {
	for _, name := range []string{"sw.js", "embed.js", "js/ahead.js"} {
		text, err := os.ReadFile(filepath.Join("../../../web", name))
		if err != nil {
			t.Fatal(err)
		}
		if !oldSyntax(t, string(text)) {
			t.Errorf("%s has syntax that Chromium %s does not know", name, engine[0].Version)
		}
	}
	for text, want := range map[string]bool{"a?.b ?? c": true, "{ using a = b; }": false} {
		if oldSyntax(t, text) != want {
			t.Errorf("%s: the syntax is old: %v", text, !want)
		}
	}
}

func oldSyntax(t *testing.T, text string) bool {
	t.Helper()
	as := func(o esbuild.TransformOptions) string {
		result := esbuild.Transform(text, o)
		if len(result.Errors) > 0 {
			t.Fatal(result.Errors[0].Text)
		}
		return string(result.Code)
	}
	return as(esbuild.TransformOptions{Engines: engine}) == as(esbuild.TransformOptions{Target: esbuild.ESNext})
}

// younger are names that browsers have learnt since: no syntax tells of them, and where
// one is missing a script ends in its middle.
var younger = regexp.MustCompile(`\b(?:structuredClone|reportError|EditContext|CloseWatcher)\b` +
	`|\.(?:findLast|findLastIndex|toSorted|toReversed|toSpliced|isWellFormed|toWellFormed|checkVisibility|showPopover|hidePopover|togglePopover|setHTMLUnsafe|moveBefore|isSubsetOf|isDisjointFrom|throwIfAborted|requestClose)\(` +
	`|\b(?:Object\.(?:hasOwn|groupBy)|Map\.groupBy|Array\.fromAsync|Promise\.(?:withResolvers|try)|AbortSignal\.(?:any|timeout|abort)|URL\.(?:canParse|parse)|Error\.isError|RegExp\.escape|Iterator\.from)\b` +
	`|\.inert\b|\.popover\b`)

var remark = regexp.MustCompile(`(?s)/\*.*?\*/|//[^\n]*`)

func TestScriptsCallNothingYounger(t *testing.T) {
	for _, pattern := range []string{"*.js", "*/*.js"} {
		files, err := filepath.Glob(filepath.Join("../../../web", pattern))
		if err != nil || len(files) == 0 {
			t.Fatal(err, files)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if found := younger.Find(remark.ReplaceAll(text, nil)); found != nil {
				t.Errorf("%s calls %s, which Chromium %s does not know", file, found, engine[0].Version)
			}
		}
	}
	for text, want := range map[string]bool{"structuredClone(a)": true, "list.at(-1)": false, "a.inert = true": true, `a.setAttribute("inert", "")`: false} {
		if younger.MatchString(text) != want {
			t.Errorf("%s: is younger: %v", text, !want)
		}
	}
}

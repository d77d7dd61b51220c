package report_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"lianhua/assets"
	"lianhua/internal/authoring"
	"lianhua/internal/preview/previewtest"
	"lianhua/internal/proof/report"
	"lianhua/scenes"
)

// project is the project's own story with the value of one figure replaced.
func project(t *testing.T, figure, value string) (*authoring.Project, int) {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../../../assets")); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, authoring.FiguresFile)
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	m := regexp.MustCompile(`id = "` + regexp.QuoteMeta(figure) + `"\nvalue = "([^"]*)"`).FindSubmatchIndex(text)
	if m == nil {
		t.Fatalf("no figure %s", figure)
	}
	line := 1 + strings.Count(string(text[:m[2]]), "\n")
	next := string(text[:m[2]]) + value + string(text[m[3]:])
	if err := os.WriteFile(name, []byte(next), 0o644); err != nil {
		t.Fatal(err)
	}
	p, problems := authoring.Load(os.DirFS(dir))
	if authoring.Errors(problems) > 0 {
		t.Fatal(problems)
	}
	return p, line
}

func TestCountsWithoutRoomAreRefusedAtTheirLine(t *testing.T) {
	faces := previewtest.Open(t, scenes.All()...).Fonts
	p, line := project(t, "cleanup.sweepers", "1116160")
	found := report.Problems(p, scenes.All(), faces, assets.Pack)
	if len(found) != 1 || found[0].File != authoring.FiguresFile || found[0].Line != line || !strings.Contains(found[0].Message, "115000") {
		t.Errorf("line %d: %v", line, found)
	}
	p, _ = project(t, "cleanup.sweepers", "112732")
	if found := report.Problems(p, scenes.All(), faces, assets.Pack); len(found) > 0 {
		t.Error(found)
	}
}

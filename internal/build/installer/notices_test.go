package installer

import (
	"context"
	"strings"
	"testing"

	"lianhua/internal/build"
)

// What the player links, and its fonts, are named with their licences.
func TestNoticesNameAllThatIsLinked(t *testing.T) {
	n, err := ReadNotices(context.Background(), "../../..", "./cmd/lianhua", build.Target{OS: "linux", Arch: "amd64"})
	if err != nil {
		t.Fatal(err)
	}
	text := string(n.text())
	for _, want := range []string{"\nGo", "Noto Sans SC", "SIL OPEN FONT LICENSE", "github.com/hajimehoshi/ebiten/v2 v2", "github.com/ebitengine/purego", "github.com/go-text/typesetting", "Attribution 4.0 International"} {
		if !strings.Contains(text, want) {
			t.Errorf("the notices lack %s", want)
		}
	}
	if strings.Contains(text, "staticcheck") || strings.Contains(text, "chromedp") {
		t.Error("the notices name what is not linked")
	}
	if short := n.debianCopyright(); strings.Contains(string(short), "Grant of Patent License") || len(short) >= len(text) {
		t.Error("Debian's copyright file repeats the Apache License")
	}
}

func TestNoLicenceIsMissing(t *testing.T) {
	if _, err := ReadNotices(context.Background(), t.TempDir(), "./cmd/lianhua", build.Target{OS: "linux", Arch: "amd64"}); err == nil || !strings.Contains(err.Error(), "licence of Lianhua") {
		t.Errorf("without the project's own licence: %v", err)
	}
}

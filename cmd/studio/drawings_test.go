package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// square is a drawing of one shape of a colour.
func square(color string) string {
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1440 900">
<g data-lh-layer="ground"><path class="fill-` + color + `" d="M0 0H1440V900H0Z"/></g></svg>`
}

// studio runs a command on a copy of the assets with more files, or others.
func studio(t *testing.T, dir string, args ...string) (code int, said, complained string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	code = dispatch(append(args, "-assets", dir), &stdout, &stderr)
	return code, stdout.String(), stderr.String()
}

// more is the drawing of a scene with a layer more.
func more(t *testing.T, scene, color string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(assetsDir, "art", scene+".svg"))
	if err != nil {
		t.Fatal(err)
	}
	whole, ended := strings.CutSuffix(strings.TrimSpace(string(text)), "</svg>")
	if !ended {
		t.Fatalf("the drawing of %s does not end as one", scene)
	}
	return whole + `<g data-lh-layer="more"><path class="fill-` + color + `" d="M0 0H9V9H0Z"/></g></svg>`
}

func TestDrawingsAreCompiledBesideThem(t *testing.T) {
	dir := t.TempDir()
	copyAssets(t, dir, map[string]string{"art/sources.svg": more(t, "sources", "ink"), "art/gone.art": "left over"})
	if code, _, said := studio(t, dir, "check"); code != 1 || !strings.Contains(said, "art/sources.art: it is not what the drawings compile to") || !strings.Contains(said, "art/gone.art") {
		t.Errorf("before they are compiled, check gives %d: %s", code, said)
	}
	if code, said, wrong := studio(t, dir, "compile"); code != 0 || !strings.Contains(said, "sources.art") {
		t.Fatalf("compile gives %d: %s%s", code, said, wrong)
	}
	pack, err := os.ReadFile(filepath.Join(dir, "art", "sources.art"))
	if err != nil || len(pack) == 0 {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "art", "gone.art")); err == nil {
		t.Error("the pack of a scene without drawings stays")
	}
	if code, _, said := studio(t, dir, "check"); code != 0 {
		t.Errorf("after that, check gives %d: %s", code, said)
	}
	if err := os.WriteFile(filepath.Join(dir, "art", "sources.svg"), []byte(more(t, "sources", "no-such-colour")), 0o644); err != nil {
		t.Fatal(err)
	}
	if code, _, said := studio(t, dir, "compile"); code != 1 || !strings.Contains(said, "art/sources.svg:") || !strings.Contains(said, "no-such-colour") {
		t.Errorf("with an unknown colour, compile gives %d: %s", code, said)
	}
	if now, _ := os.ReadFile(filepath.Join(dir, "art", "sources.art")); !bytes.Equal(now, pack) {
		t.Error("the last good pack is gone")
	}
}

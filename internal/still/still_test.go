package still

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lianhua/internal/site"
)

func open(t *testing.T) *Book {
	t.Helper()
	root, err := site.Root()
	if err != nil {
		t.Fatal(err)
	}
	b, err := Open(site.Module{Root: root})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestTheSameOrderGivesTheSameBytes(t *testing.T) {
	b, dir := open(t), t.TempDir()
	for _, format := range []string{"png", "svg"} {
		var files [2][]byte
		for i := range files {
			o := Order{Link: "#inspection/2?in=home.1:90&lang=en", At: -1, Size: "360x640", Scale: 1, Out: filepath.Join(dir, "picture."+format)}
			if err := o.Check(); err != nil {
				t.Fatal(err)
			}
			var told bytes.Buffer
			if err := b.Export(t.Context(), &o, &told); err != nil || strings.TrimSpace(told.String()) != o.Out {
				t.Fatalf("told %q, %v", &told, err)
			}
			var err error
			if files[i], err = os.ReadFile(o.Out); err != nil {
				t.Fatal(err)
			}
		}
		if len(files[0]) == 0 || !bytes.Equal(files[0], files[1]) {
			t.Errorf("%s: %d bytes, then %d others", format, len(files[0]), len(files[1]))
		}
	}
}

func TestChoicesThatNameNothing(t *testing.T) {
	b := open(t)
	for want, c := range map[string]Choice{
		"cover, aluminium": {Scenes: "cover,nowhere"},
		"phone, laptop":    {Forms: "watch"},
		"day, night":       {Themes: "pink"},
		"start, middle":    {Moments: "never"},
	} {
		dir := filepath.Join(t.TempDir(), "frames")
		if n, err := b.DrawAll(t.Context(), c, dir, os.Stderr); err == nil || n != 0 || !strings.Contains(err.Error(), want) {
			t.Errorf("%+v draws %d files: %v; want %q", c, n, err, want)
		}
		if _, err := os.Stat(dir); err == nil {
			t.Errorf("%+v makes a folder", c)
		}
	}
}

func TestAnInterruptEndsTheDrawing(t *testing.T) {
	b, dir := open(t), t.TempDir()
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := b.DrawAll(ctx, Choice{Scenes: "cover", Forms: "phone"}, dir, new(bytes.Buffer)); err == nil {
		t.Error("it is drawn all the same")
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("files are left: %v", left)
	}
}

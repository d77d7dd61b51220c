package main

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestExport(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "cover.png")
	var out, errs bytes.Buffer
	if code := dispatch([]string{"export", "-scene", "cover", "-beat", "1", "-lang", "en", "-theme", "night", "-size", "400x600", "-scale", "0.75", "-o", file}, &out, &errs); code != 0 {
		t.Fatalf("exit code %d: %s", code, &errs)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if size := img.Bounds().Size(); size.X != 300 || size.Y != 450 {
		t.Errorf("the picture is %v", size)
	}

	if code := dispatch([]string{"export", "-all", "-scene", "cover", "-format", "svg", "-outlines", "-size", "360x640", "-o", dir}, &out, &errs); code != 0 {
		t.Fatalf("exit code %d: %s", code, &errs)
	}
	docs, err := filepath.Glob(filepath.Join(dir, "cover-*.svg"))
	if err != nil || len(docs) < 2 {
		t.Fatalf("drew %q, %v", docs, err)
	}
	for _, name := range docs {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for d := xml.NewDecoder(bytes.NewReader(data)); ; {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
		}
	}
}

func TestExportSaysWhatIsWrong(t *testing.T) {
	for _, c := range []struct {
		args string
		code int
		want string
	}{
		{"-scene cover", 2, "-o"},
		{"-o x.png", 2, "-scene"},
		{"-scene cover -o x.gif", 2, "png nor svg"},
		{"-all -beat 2 -o x", 2, "-all"},
		{"-scene cover -scale 0 -o x.png", 2, "-scale"},
		{"-scene nowhere -o x.png", 1, "cover, aluminium"},
		{"-scene cover -beat 99 -o x.png", 1, "beats"},
		{"-scene cover -theme pink -o x.png", 1, "day"},
		{"-scene cover -size 9 -o x.png", 1, "1440x900"},
		{"-scene cover -size 500x300 -o x.png", 1, "article"},
		{"-link #nowhere/x -o x.png", 1, "#nowhere/x"},
	} {
		var out, errs bytes.Buffer
		if code := dispatch(append([]string{"export"}, strings.Fields(c.args)...), &out, &errs); code != c.code || !strings.Contains(errs.String(), c.want) {
			t.Errorf("export %s: exit code %d, %q; want %d, %q", c.args, code, &errs, c.code, c.want)
		}
	}
}

func TestFrames(t *testing.T) {
	dir := t.TempDir()
	var out, errs bytes.Buffer
	if code := dispatch(strings.Fields("frames -scene cover -form phone -lang zh -moment settled -o "+dir), &out, &errs); code != 0 {
		t.Fatalf("exit code %d: %s", code, &errs)
	}
	if code := dispatch(strings.Fields("frames -sheet -scene cover -form phone -lang en -moment start,settled -o "+dir), &out, &errs); code != 0 {
		t.Fatalf("exit code %d: %s", code, &errs)
	}
	for pattern, n := range map[string]int{"cover-*-settled-phone-zh-day.png": 3, "cover-phone-day.png": 1} {
		if got, err := filepath.Glob(filepath.Join(dir, pattern)); err != nil || len(got) != n {
			t.Errorf("%s: %q, %v", pattern, got, err)
		}
	}
	if !strings.Contains(errs.String(), "3 of 3") {
		t.Errorf("no progress in %q", &errs)
	}
	if code := dispatch(strings.Fields("frames -form watch -o "+dir), &out, &errs); code != 1 || !strings.Contains(errs.String(), "phone, laptop, kiosk, wall") {
		t.Errorf("exit code %d, %s", code, &errs)
	}
}

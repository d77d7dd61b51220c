package main

import (
	"bytes"
	"os"
	"path/filepath"

	"github.com/go-text/typesetting/font"
)

// fontCoverage reports which characters the story's source fonts can draw; the
// typesetter falls back from one to the other, so any of them will do. It is
// nil where there are no fonts to ask.
func fontCoverage(assets string) func(rune) bool {
	var faces []*font.Face
	for _, pattern := range []string{"*.ttf", "*.otf"} {
		names, err := filepath.Glob(filepath.Join(assets, "fonts", "source", pattern))
		if err != nil {
			continue
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				continue
			}
			if face, err := font.ParseTTF(bytes.NewReader(data)); err == nil {
				faces = append(faces, face)
			}
		}
	}
	if len(faces) == 0 {
		return nil
	}
	return func(r rune) bool {
		for _, f := range faces {
			if g, ok := f.NominalGlyph(r); ok && g != 0 {
				return true
			}
		}
		return false
	}
}

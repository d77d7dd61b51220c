package main

import (
	"bytes"
	"os"
	"path/filepath"

	"github.com/go-text/typesetting/font"

	"lianhua/assets/fonts"
	"lianhua/internal/authoring"
	"lianhua/internal/typeset"
)

// playerFonts are the fonts that the player is built with.
func playerFonts() (*typeset.Fonts, error) {
	return typeset.Load(fonts.Sans, fonts.Bold, fonts.Serif)
}

// missingFrom warns of the characters for which the player's fonts must be cut
// anew, and the player built with them.
func missingFrom(p *authoring.Project, faces *typeset.Fonts) []authoring.Problem {
	problems := p.Check(authoring.Against{Covers: func(r rune) bool { return !faces.Lacks(r) }})
	for i := range problems {
		problems[i].Severity = authoring.Warning
		problems[i].Message = "the player's own fonts lack a character: " + problems[i].Message
		problems[i].Hint = "a player that stands somewhere refuses this story: run studio fonts and build it anew, or choose another character"
	}
	return problems
}

// fontCoverage reports which characters the story's source fonts can draw; the
// typesetter falls back from one to the other, so any of them will do. Where a
// story has no source fonts, the player's are what it is shown in.
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
		if own, err := playerFonts(); err == nil {
			return func(r rune) bool { return !own.Lacks(r) }
		}
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

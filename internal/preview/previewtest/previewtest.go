// Package previewtest opens scenes for tests.
package previewtest

import (
	"testing"

	"lianhua/assets"
	"lianhua/assets/fonts"
	"lianhua/internal/preview"
	"lianhua/internal/stage"
)

// Open is a stage of the project's own story and fonts with the given scenes.
func Open(t testing.TB, scenes ...stage.Scene) *preview.Viewer {
	t.Helper()
	s, err := preview.Open(assets.Story, fonts.Sans, fonts.Bold, fonts.Serif, scenes, assets.Pack)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

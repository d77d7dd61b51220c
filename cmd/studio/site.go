package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"lianhua/internal/build"
	"lianhua/internal/dataset"
)

// moduleRoot finds the project's folder: the working folder or one above it.
func moduleRoot() (string, error) {
	start, err := os.Getwd()
	if err != nil {
		return "", fmt.Errorf("finding the project: %w", err)
	}
	for dir := start; ; dir = filepath.Dir(dir) {
		content, err := os.ReadFile(filepath.Join(dir, "go.mod"))
		if err == nil && strings.HasPrefix(string(content), "module lianhua\n") {
			return dir, nil
		}
		if dir == filepath.Dir(dir) {
			return "", fmt.Errorf("%s is not inside the project: change to its folder, the one with go.mod", start)
		}
	}
}

// projectSite is the site of the project at root, to be published as site tells.
// Its steps are told to log.
func projectSite(root string, site dataset.Site, log io.Writer) build.Site {
	return build.Site{
		Root:   root,
		Work:   filepath.Join(root, "build"),
		Player: "./cmd/lianhua",
		Shell:  filepath.Join(root, "web"),
		Fonts:  filepath.Join(root, "assets", "fonts"),
		Story:  func() ([]byte, error) { return compileStory(root) },
		Bake:   func(static []build.File, story []byte) ([]build.File, error) { return bake(root, site, static, story) },
		Note:   func(text string) { fmt.Fprintf(log, "studio: %s\n", text) },
	}
}

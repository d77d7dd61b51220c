package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// compileStory returns the story file of the module at root.
func compileStory(root string) ([]byte, error) {
	story, err := os.ReadFile(filepath.Join(root, "assets", "story.lh"))
	if err != nil {
		return nil, fmt.Errorf("reading the story: %w", err)
	}
	return story, nil
}

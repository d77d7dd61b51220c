package authoring_test

import (
	"os"
	"testing"

	"lianhua/internal/authoring"
	"lianhua/internal/story"
)

// BenchmarkCompile is what a saved word costs before the player sees it.
func BenchmarkCompile(b *testing.B) {
	dir := os.DirFS("../../assets")
	for b.Loop() {
		project, problems := authoring.Load(dir)
		if project.Bundle == nil {
			b.Fatal(problems)
		}
		if len(story.Encode(project.Bundle)) == 0 {
			b.Fatal("empty")
		}
	}
}

// BenchmarkCompileAgain is the same where the words before it are remembered.
func BenchmarkCompileAgain(b *testing.B) {
	dir := os.DirFS("../../assets")
	var m authoring.Memory
	for b.Loop() {
		project, problems := m.Load(dir)
		if project.Bundle == nil {
			b.Fatal(problems)
		}
		if len(story.Encode(project.Bundle)) == 0 {
			b.Fatal("empty")
		}
	}
}

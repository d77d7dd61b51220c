package publish

import (
	"fmt"
	"regexp"
	"strings"

	esbuild "github.com/evanw/esbuild/pkg/api"

	"lianhua/internal/build"
)

var (
	styleComment = regexp.MustCompile(`(?s)/\*.*?\*/`)
	indent       = regexp.MustCompile(`\n\s*`)
)

// plain is a style sheet without what only its authors read. No string in it has a
// comment's signs.
func plain(sheet string) string {
	return strings.TrimLeft(indent.ReplaceAllString(styleComment.ReplaceAllString(sheet, ""), "\n"), "\n")
}

// runtime takes out of the toolchain's script what only its authors read; whose it is
// stays at its head.
func (s *site) runtime() error {
	part, ok := s.parts[build.RuntimeName]
	if !ok {
		return nil
	}
	text := string(part.Content)
	head, _, found := strings.Cut(text, "\n\n")
	if !found || !strings.HasPrefix(head, "// Copyright") {
		head = ""
	}
	result := esbuild.Transform(text, esbuild.TransformOptions{
		MinifyWhitespace: true, Target: oldest, LegalComments: esbuild.LegalCommentsNone, LogLevel: esbuild.LogLevelSilent,
	})
	if len(result.Errors) > 0 {
		return fmt.Errorf("publishing %s: %s", build.RuntimeName, result.Errors[0].Text)
	}
	out := strings.TrimSpace(string(result.Code)) + "\n"
	if head != "" {
		out = head + "\n" + out
	}
	s.parts[build.RuntimeName] = build.NewFile(build.RuntimeName, []byte(out))
	return nil
}

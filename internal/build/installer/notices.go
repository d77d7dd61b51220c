package installer

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"lianhua/internal/build"
)

// A notice is one text of a licence, and all whose it is.
type notice struct {
	of   []string
	text string
}

// Notices are the licences of all that is linked into a player.
type Notices struct{ all []notice }

// ReadNotices finds the licences of the module at root, of its fonts and of every
// package that pkg links on the target. A module without one is an error.
func ReadNotices(ctx context.Context, root, pkg string, target build.Target) (Notices, error) {
	var n Notices
	for _, own := range []struct{ of, glob string }{
		{"Lianhua: the program", "LICENSE"},
		{"Lianhua: words, pictures and data", "LICENSE-CC-BY-4.0"},
		{"Noto Sans SC and Noto Serif SC", "assets/fonts/OFL-*.txt"},
	} {
		if found, err := n.add(own.of, root, own.glob); err != nil || !found {
			return n, fmt.Errorf("the licence of %s: %w", own.of, errors.Join(err, os.ErrNotExist))
		}
	}
	linked, err := build.Linked(ctx, root, pkg, target)
	if err != nil {
		return n, err
	}
	has := map[string]bool{}
	for _, l := range linked {
		// A package may have a licence of its own below its module's.
		for dir := l.Dir; ; dir = filepath.Dir(dir) {
			found, err := n.add(l.Module, dir, "LICEN[CS]E*", "COPYING*", "NOTICE*")
			if err != nil {
				return n, err
			}
			has[l.Module] = has[l.Module] || found
			if len(dir) <= len(l.Root) {
				break
			}
		}
	}
	for module, found := range has {
		if !found {
			return n, fmt.Errorf("%s is linked into the player and has no licence", module)
		}
	}
	return n, nil
}

// add takes the files of a folder that match.
func (n *Notices) add(of, dir string, globs ...string) (found bool, err error) {
	for _, glob := range globs {
		paths, err := filepath.Glob(filepath.Join(dir, glob))
		if err != nil {
			return false, err
		}
		for _, path := range paths {
			text, err := os.ReadFile(path)
			if err != nil {
				return false, fmt.Errorf("a licence: %w", err)
			}
			n.take(of, strings.TrimSpace(string(text)))
			found = true
		}
	}
	return found, nil
}

func (n *Notices) take(of, text string) {
	i := slices.IndexFunc(n.all, func(have notice) bool { return have.text == text })
	if i < 0 {
		n.all = append(n.all, notice{text: text})
		i = len(n.all) - 1
	}
	if !slices.Contains(n.all[i].of, of) {
		n.all[i].of = append(n.all[i].of, of)
	}
}

// write writes every text once, below whose it is. Texts that the system has at
// elsewhere are only named.
func (n Notices) write(w io.Writer, elsewhere func(text string) string) {
	for _, one := range n.all {
		fmt.Fprintf(w, "\n%s\n\n%s:\n\n", strings.Repeat("-", 72), strings.Join(one.of, ",\n"))
		if path := elsewhere(one.text); path != "" {
			fmt.Fprintf(w, "Apache License, version 2.0: see %s\n", path)
			continue
		}
		fmt.Fprintln(w, one.text)
	}
}

const overview = `Lianhua is free: its program by the Apache License 2.0, its words, pictures and data
by CC BY 4.0 (please name Lianhua). Below stand these licences and those of all that
is linked into it.

Copyright: the authors of Lianhua, and as each licence says.
`

// debianCopyright is the notices as Debian wants them: what it has itself is named.
func (n Notices) debianCopyright() []byte {
	var b bytes.Buffer
	b.WriteString(overview)
	n.write(&b, func(text string) string {
		if head := text[:min(len(text), 200)]; strings.Contains(head, "Apache License") && strings.Contains(head, "Version 2.0, January 2004") {
			return "/usr/share/common-licenses/Apache-2.0"
		}
		return ""
	})
	return b.Bytes()
}

// text is the notices whole.
func (n Notices) text() []byte {
	var b bytes.Buffer
	b.WriteString(overview)
	n.write(&b, func(string) string { return "" })
	return b.Bytes()
}

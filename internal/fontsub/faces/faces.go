package faces

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"lianhua/internal/durable"
	"lianhua/internal/fontsub"
)

// A fontFile is a face's file: its name in the full fonts, and which
// characters it needs.
type fontFile struct {
	name  string
	full  string
	needs func(fontsub.Need) []fontsub.Use
}

func fontFiles() []fontFile {
	return []fontFile{
		{"sans.ttf", "NotoSansSC_400Regular.ttf", fontsub.Need.Text},
		{"bold.ttf", "NotoSansSC_700Bold.ttf", fontsub.Need.Text},
		{"serif.ttf", "NotoSerifSC_900Black.ttf", fontsub.Need.Title},
	}
}

// codeWithText are the folders whose literals are shown as they are.
func codeWithText() []string {
	return []string{"scenes", "internal/chart", "internal/scale"}
}

// Make writes the subsets of the project at root, and before them the
// sources if from names a folder with the full fonts.
func Make(ctx context.Context, root, from string, check bool, out io.Writer) error {
	began := time.Now()
	need, err := storyNeeds(root)
	if err != nil {
		return err
	}
	sub, err := fontsub.New(ctx, filepath.Join(root, "build", "fontsub"))
	if err != nil {
		return err
	}
	defer sub.Close(ctx)
	folder := filepath.Join(root, "assets", "fonts")
	if from != "" {
		if err := makeSources(ctx, sub, need, from, filepath.Join(folder, "source"), out); err != nil {
			return err
		}
	}
	var stale []string
	for _, f := range fontFiles() {
		font, err := cut(ctx, sub, need, f, folder)
		if err != nil {
			return err
		}
		name := filepath.Join(folder, f.name)
		old, err := os.ReadFile(name)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		state := "unchanged"
		if !bytes.Equal(old, font) {
			state = "new"
			stale = append(stale, f.name)
			if !check {
				if err := durable.WriteFile(name, font); err != nil {
					return err
				}
			}
		}
		fmt.Fprintf(out, "%-9s %4d characters %7d bytes  %s\n", f.name, len(f.needs(need)), len(font), state)
	}
	if check && len(stale) > 0 {
		return fmt.Errorf("%s out of date: run studio fonts", strings.Join(stale, ", "))
	}
	fmt.Fprintf(out, "done in %v\n", time.Since(began).Round(10*time.Millisecond))
	return nil
}

func storyNeeds(root string) (fontsub.Need, error) {
	code := slices.DeleteFunc(codeWithText(), func(dir string) bool {
		_, err := os.Stat(filepath.Join(root, dir))
		return err != nil
	})
	return fontsub.Collect(os.DirFS(root), "assets", code...)
}

// cut makes one face's subset from its source font.
func cut(ctx context.Context, sub *fontsub.Subsetter, need fontsub.Need, f fontFile, folder string) ([]byte, error) {
	uses := f.needs(need)
	source, err := os.ReadFile(filepath.Join(folder, "source", f.name))
	if err != nil {
		return nil, fmt.Errorf("the source fonts are missing, see studio help fonts: %w", err)
	}
	font, err := sub.Subset(ctx, source, fontsub.Runes(uses))
	var missing *fontsub.MissingError
	if errors.As(err, &missing) {
		return nil, fmt.Errorf("%s has no glyph for\n%sadd the characters to assets/fonts/source/characters.txt and run studio fonts -from DIR, or choose other words",
			filepath.Join("assets", "fonts", "source", f.name), where(uses, missing.Runes))
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.name, err)
	}
	return font, nil
}

func where(uses []fontsub.Use, missing []rune) string {
	var b strings.Builder
	for _, u := range uses {
		if slices.Contains(missing, u.Rune) {
			fmt.Fprintf(&b, "  %v\n", u)
		}
	}
	return b.String()
}

// makeSources cuts the full fonts below from down to what a designer may need.
func makeSources(ctx context.Context, sub *fontsub.Subsetter, need fontsub.Need, from, folder string, out io.Writer) error {
	list, err := os.ReadFile(filepath.Join(folder, "characters.txt"))
	if err != nil {
		return err
	}
	wanted := fontsub.Runes(need.Text())
	for line := range strings.Lines(string(list)) {
		if !strings.HasPrefix(line, "# ") {
			wanted = append(wanted, []rune(strings.TrimRight(line, "\r\n"))...)
		}
	}
	slices.Sort(wanted)
	wanted = slices.Compact(wanted)
	for _, f := range fontFiles() {
		path, err := find(from, f.full)
		if err != nil {
			return err
		}
		full, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		missing, err := fontsub.Missing(full, wanted)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		has := slices.DeleteFunc(slices.Clone(wanted), func(r rune) bool { return slices.Contains(missing, r) })
		font, err := sub.Subset(ctx, full, has)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		if err := durable.WriteFile(filepath.Join(folder, f.name), font); err != nil {
			return err
		}
		fmt.Fprintf(out, "source/%-9s %d characters, %d bytes\n", f.name, len(has), len(font))
		if len(missing) > 0 {
			fmt.Fprintf(out, "  %s lacks %s\n", f.full, string(missing))
		}
	}
	return nil
}

// find returns the path of the file with that name below dir.
func find(dir, name string) (string, error) {
	var found string
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && entry.Name() == name {
			found = path
			return fs.SkipAll
		}
		return err
	})
	if err != nil {
		return "", err
	}
	if found == "" {
		return "", fmt.Errorf("%s is not in %s; studio help fonts says where it comes from", name, dir)
	}
	return found, nil
}

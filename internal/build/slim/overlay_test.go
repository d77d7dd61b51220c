package slim

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// printing is a program that prints as Ebitengine does, with either package fmt.
const printing = `package main

import (
	"errors"
	%s
	"os"
)

type side int

func (s side) String() string { return "left" }

func main() {
	cause := errors.New("lost")
	for _, text := range []string{
		fmt.Sprintf("U%%d", 12),
		fmt.Sprintf("[%%d]%%s", 4, "vec2"),
		fmt.Sprintf("%%v, %%v and %%t: %%d %%d %%d %%d", side(1), cause, true, int32(-7), int64(1)<<40, uint8(200), uint32(1)<<31),
		fmt.Sprintf("100 %%%% of %%s", "nothing"),
		fmt.Errorf("opengl: %%d images: %%w", 3, cause).Error(),
	} {
		fmt.Fprintln(os.Stdout, text, 7)
	}
	fmt.Fprintf(os.Stdout, "%%s %%v %%v\n", []byte("bytes"), 0.25, float32(1.5))
	fmt.Fprintln(os.Stdout, errors.Is(fmt.Errorf("outer: %%w", cause), cause))
}
`

// TestOverlaysFmtWritesTheSame compares it with the standard library's.
func TestOverlaysFmtWritesTheSame(t *testing.T) {
	var said [2]string
	for i, path := range []string{"fmt", Module + "/internal/fmt"} {
		tree := t.TempDir()
		if err := os.CopyFS(filepath.Join(tree, "internal", "fmt"), os.DirFS("_overlay/internal/fmt")); err != nil {
			t.Fatal(err)
		}
		err := errors.Join(
			writeFile(filepath.Join(tree, "go.mod"), []byte("module "+Module+"\n\ngo 1.25\n")),
			writeFile(filepath.Join(tree, "main.go"), fmt.Appendf(nil, printing, `"`+path+`"`)))
		if err != nil {
			t.Fatal(err)
		}
		out, err := runCompiler(t.Context(), tree, nil)
		if err != nil {
			t.Fatal(err)
		}
		said[i] = string(out)
	}
	if said[1] != said[0] || !strings.Contains(said[0], "opengl: 3 images: lost") {
		t.Errorf("the overlay's fmt writes\n%s\nthe standard library's\n%s", said[1], said[0])
	}
}

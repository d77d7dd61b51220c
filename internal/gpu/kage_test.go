package gpu

import (
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"lianhua/internal/gpu/kage"
)

func TestEveryShaderCompiles(t *testing.T) {
	named := make(map[string]bool)
	for _, src := range kage.All() {
		if named[src.Name] {
			t.Errorf("two shaders are called %s", src.Name)
		}
		named[src.Name] = true
		s, err := ebiten.NewShader([]byte(src.Text))
		if err != nil {
			t.Errorf("%s: %v", src.Name, err)
			continue
		}
		s.Deallocate()
	}
}

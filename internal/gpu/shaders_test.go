package gpu

import (
	"testing"

	"github.com/hajimehoshi/ebiten/v2"

	"lianhua/internal/draw"
)

func TestEveryFieldShaderCompiles(t *testing.T) {
	for _, symbol := range []draw.Symbol{draw.Disc, draw.Roof} {
		for _, alone := range []bool{false, true} {
			s, err := ebiten.NewShader(fieldSource(symbol, alone))
			if err != nil {
				t.Errorf("symbol %d, alone %v: %v", symbol, alone, err)
				continue
			}
			s.Deallocate()
		}
	}
}

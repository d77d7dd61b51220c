// Package legacyshader finds the shaders that were compiled when the player was
// built.
package legacyshader

import (
	"errors"

	"github.com/hajimehoshi/ebiten/v2/internal/shaderir"
)

// Unit is the coordinate unit a Kage shader is authored in.
type Unit int

const (
	Texels Unit = iota
	Pixels
)

// frozen is a program with the digest of its source.
type frozen struct {
	digest  uint64
	first   bool
	program shaderir.Program
}

// First returns the programs that a player draws with at once.
func First() (all []*shaderir.Program) {
	for i := range programs {
		if programs[i].first {
			all = append(all, &programs[i].program)
		}
	}
	return all
}

// CompileShader returns the program that was compiled from this source.
func CompileShader(src []byte) (*shaderir.Program, Unit, error) {
	digest := uint64(14695981039346656037) // FNV-1a
	for _, b := range src {
		digest = (digest ^ uint64(b)) * 1099511628211
	}
	for i := range programs {
		if programs[i].digest == digest {
			return &programs[i].program, Pixels, nil
		}
	}
	return nil, 0, errors.New("this player has no compiler of shaders, and none was listed for it with the source:\n" + string(src))
}

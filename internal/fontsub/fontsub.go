package fontsub

import (
	"bytes"
	"context"
	_ "embed"
	"errors"
	"fmt"
	"slices"

	"github.com/go-text/typesetting/font"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
)

//go:embed harfbuzz-subset.wasm
var module []byte

// MissingError says that a font lacks characters.
type MissingError struct{ Runes []rune }

func (e *MissingError) Error() string {
	s := "the font lacks"
	for _, r := range e.Runes {
		s += fmt.Sprintf(" %q (U+%04X)", string(r), r)
	}
	return s
}

// Subsetter holds the compiled subsetter. It is not safe for concurrent use.
type Subsetter struct {
	runtime wazero.Runtime
	module  api.Module
}

// New starts the subsetter. Compiling it takes about a second, unless cache
// names a folder that keeps what was compiled; "" keeps nothing. Close frees it.
func New(ctx context.Context, cache string) (*Subsetter, error) {
	config := wazero.NewRuntimeConfig()
	if cache != "" {
		kept, err := wazero.NewCompilationCacheWithDir(cache)
		if err != nil {
			return nil, fmt.Errorf("keeping the compiled font subsetter: %w", err)
		}
		config = config.WithCompilationCache(kept)
	}
	rt := wazero.NewRuntimeWithConfig(ctx, config)
	m, err := rt.InstantiateWithConfig(ctx, module, wazero.NewModuleConfig().WithStartFunctions("_initialize"))
	if err != nil {
		return nil, errors.Join(fmt.Errorf("starting the font subsetter: %w", err), rt.Close(ctx))
	}
	return &Subsetter{rt, m}, nil
}

// Close frees the subsetter's memory.
func (s *Subsetter) Close(ctx context.Context) error { return s.runtime.Close(ctx) }

// Missing returns those of the characters that the TrueType font lacks.
func Missing(ttf []byte, runes []rune) ([]rune, error) {
	f, err := font.ParseTTF(bytes.NewReader(ttf))
	if err != nil {
		return nil, fmt.Errorf("reading the font: %w", err)
	}
	var missing []rune
	for _, r := range runes {
		if g, ok := f.NominalGlyph(r); !ok || g == 0 {
			missing = append(missing, r)
		}
	}
	return missing, nil
}

// HarfBuzz's hb_subset_sets_t and hb_subset_flags_t.
const (
	setDropTables = 3
	setNameIDs    = 4
	setNameLangs  = 5
	setFeatures   = 6
	setScripts    = 7

	flagNoHinting     = 1
	flagNotdefOutline = 0x40
)

// What a subset keeps: kerning; joined —— (ccmp) and fi; the forms of simplified
// Chinese; half-width marks for browsers. Names 0 to 6 identify the font and
// its makers, 13 and 14 its licence.
func features() []string { return []string{"kern", "liga", "ccmp", "locl", "halt"} }
func scripts() []string  { return []string{"DFLT", "hani", "latn"} }
func dropped() []string {
	return []string{"vhea", "vmtx", "VORG", "BASE", "STAT", "meta", "DSIG", "gasp", "FFTM", "GDEF"}
}
func names() []uint32 { return []uint32{0, 1, 2, 3, 4, 5, 6, 13, 14} }

const english = 0x409

// Subset returns a font with the given characters, and the glyphs that they
// may become, of a TrueType font. It fails with a [MissingError] if the font
// lacks one of them.
func (s *Subsetter) Subset(ctx context.Context, ttf []byte, runes []rune) ([]byte, error) {
	missing, err := Missing(ttf, runes)
	if err != nil {
		return nil, err
	}
	if len(missing) > 0 {
		return nil, &MissingError{missing}
	}
	runes = slices.Compact(slices.Sorted(slices.Values(runes)))
	c := &caller{ctx: ctx, module: s.module}
	out := c.subset(ttf, runes)
	if c.err != nil {
		return nil, fmt.Errorf("subsetting the font: %w", c.err)
	}
	return out, nil
}

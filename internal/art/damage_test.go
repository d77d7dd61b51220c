package art_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"math/rand/v2"
	"reflect"
	"runtime"
	"testing"

	"lianhua/internal/art"
)

// TestEveryDamageIsFound flips each bit and cuts at each length; the checksum or
// the version must refuse them all.
func TestEveryDamageIsFound(t *testing.T) {
	data := art.Encode(random(3, 12))
	for i := range data {
		for bit := range 8 {
			bad := bytes.Clone(data)
			bad[i] ^= 1 << bit
			if _, err := art.Decode(bad); !errors.Is(err, art.ErrCorrupt) && !errors.Is(err, art.ErrVersion) {
				t.Fatalf("bit %d of byte %d: %v", bit, i, err)
			}
		}
		if _, err := art.Decode(data[:i]); !errors.Is(err, art.ErrCorrupt) {
			t.Fatalf("cut at %d: %v", i, err)
		}
	}
	if _, err := art.Decode(append(bytes.Clone(data), 0)); !errors.Is(err, art.ErrCorrupt) {
		t.Error("a byte too many was accepted")
	}
}

// forge corrects the checksum, so that the reader behind it is reached.
func forge(data []byte) []byte {
	const header = 13
	if len(data) >= header {
		binary.LittleEndian.PutUint32(data[header-4:], crc32.ChecksumIEEE(data[header:]))
	}
	return data
}

// Few bytes may not make the player reserve much, whatever they say.
func TestForgedPacksReserveLittle(t *testing.T) {
	whole := art.Encode(random(5, 300))
	r := rand.New(rand.NewPCG(7, 7))
	worst := uint64(0)
	for range 400 {
		bad := bytes.Clone(whole)
		for range 1 + r.IntN(4) {
			bad[13+r.IntN(len(bad)-13)] = byte(r.IntN(256))
		}
		forge(bad)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		art.Decode(bad)
		runtime.ReadMemStats(&after)
		worst = max(worst, after.TotalAlloc-before.TotalAlloc)
	}
	if most := uint64(2000 * len(whole)); worst > most {
		t.Errorf("%d bytes reserved %d", len(whole), worst)
	}
}

func FuzzDecode(f *testing.F) {
	data := art.Encode(random(9, 30))
	f.Add(data)
	f.Add([]byte("LIANART\n"))
	f.Add(append([]byte("LIANART\n\x01\x00\x00\x00\x00"), 0xFF, 0xFF, 0xFF, 0xFF, 0x7F))
	for i := 13; i < len(data); i += 5 {
		bad := bytes.Clone(data)
		bad[i] ^= 0xFF
		f.Add(bad)
		bad = bytes.Clone(data)
		bad[i]++
		f.Add(bad)
		f.Add(bytes.Clone(data[:i]))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		set, err := art.Decode(forge(bytes.Clone(data)))
		if err != nil {
			if !errors.Is(err, art.ErrCorrupt) && !errors.Is(err, art.ErrVersion) {
				t.Errorf("an error of another kind: %v", err)
			}
			return
		}
		again, err := art.Decode(art.Encode(set))
		if err != nil {
			t.Fatalf("what was read cannot be written: %v", err)
		}
		if !reflect.DeepEqual(art.Encode(again), art.Encode(set)) {
			t.Error("another round changes what is there")
		}
		for i := range set.Drawings {
			walk(t, &set.Drawings[i])
		}
	})
}

// walk follows everything that points somewhere.
func walk(t *testing.T, d *art.Drawing) {
	for i := range d.Layers {
		l := &d.Layers[i]
		if l.Parent >= i || l.Clip >= len(d.Clips) {
			t.Fatal("a layer points to what is not there")
		}
		for k := range l.Items {
			if n := l.Items[k].Layer; n >= 0 {
				if d.Layers[n].Parent != i {
					t.Fatal("a layer stands elsewhere")
				}
				continue
			}
			s := &l.Items[k].Shape
			s.Path.Bounds()
			for c := s.Clip; c >= 0; c = d.Clips[c].Outer {
				d.Clips[c].Path.Bounds()
			}
			colors := []int{s.Paint.Color}
			if len(s.Paint.Stops) > 0 {
				colors = nil
			}
			for _, stop := range s.Paint.Stops {
				colors = append(colors, stop.Color)
			}
			for _, c := range colors {
				if c < 0 || c >= len(d.Colors) {
					t.Fatal("a colour points to what is not there")
				}
			}
		}
	}
}

package vision_test

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"testing"

	"lianhua/internal/vision"
)

func ExampleKind_Color() {
	const clay, leaf = 0xB5533CFF, 0x5C8A4CFF
	for _, k := range vision.Kinds() {
		a, b := k.Color(clay), k.Color(leaf)
		fmt.Printf("%-12v %06X %06X, %.0f apart\n", k, a>>8, b>>8, vision.Difference(a, b))
	}
	// Output:
	// full         B5533C 5C8A4C, 66 apart
	// protanopia   6D6339 8E8147, 14 apart
	// deuteranopia 85793A 877D50, 10 apart
	// tritanopia   C6404E 5A867B, 75 apart
}

func TestContrast(t *testing.T) {
	for _, c := range []struct {
		front, back uint32
		want        float64
	}{
		{0x000000FF, 0xFFFFFFFF, 21}, {0xFFFFFFFF, 0xFFFFFFFF, 1},
		{0x777777FF, 0xFFFFFFFF, 4.48}, {0x00000080, 0xFFFFFFFF, 4.00},
	} {
		if got := vision.Contrast(c.front, c.back); math.Abs(got-c.want) > 0.01 {
			t.Errorf("Contrast(%08X, %08X) = %.3f, want %.2f", c.front, c.back, got, c.want)
		}
	}
}

// The values are those of Lindbloom's calculator (sRGB, D65).
func TestLab(t *testing.T) {
	for _, c := range []struct {
		rgba uint32
		want vision.Lab
	}{
		{0xFFFFFFFF, vision.Lab{L: 100}}, {0x000000FF, vision.Lab{}},
		{0xFF0000FF, vision.Lab{L: 53.24, A: 80.09, B: 67.20}},
		{0x0000FFFF, vision.Lab{L: 32.30, A: 79.19, B: -107.86}},
	} {
		if got := vision.LabOf(c.rgba); got.Distance(c.want) > 0.05 {
			t.Errorf("LabOf(%08X) = %.2f, want %.2f", c.rgba, got, c.want)
		}
	}
}

func TestGreysStayAndOpacityStays(t *testing.T) {
	for _, k := range vision.Kinds() {
		for _, grey := range []uint32{0x00000080, 0x808080FF, 0xFFFFFF00} {
			got := k.Color(grey)
			if vision.Difference(got, grey) > 0.5 || got&0xff != grey&0xff {
				t.Errorf("%v sees %08X as %08X", k, grey, got)
			}
		}
	}
}

func TestImage(t *testing.T) {
	whole := image.NewRGBA(image.Rect(0, 0, 4, 2))
	for i := range 8 {
		whole.Set(i%4, i/4, color.RGBA{uint8(30 * i), uint8(255 - 20*i), 90, 255})
	}
	part := whole.SubImage(image.Rect(1, 1, 3, 2)).(*image.RGBA)
	for _, k := range vision.Kinds() {
		got := k.Image(part)
		if got.Rect != part.Rect {
			t.Fatalf("%v: %v, want %v", k, got.Rect, part.Rect)
		}
		for x := 1; x < 3; x++ {
			p, q := part.RGBAAt(x, 1), got.RGBAAt(x, 1)
			want := k.Color(uint32(p.R)<<24 | uint32(p.G)<<16 | uint32(p.B)<<8 | 0xff)
			if have := uint32(q.R)<<24 | uint32(q.G)<<16 | uint32(q.B)<<8 | uint32(q.A); have != want {
				t.Errorf("%v: %08X, want %08X", k, have, want)
			}
		}
	}
}

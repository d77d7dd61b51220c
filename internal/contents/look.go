package contents

import (
	"lianhua/internal/draw"
	"lianhua/internal/stage"
)

// look is the contents' colours in a theme.
type look struct {
	plain bool // high contrast: planes and edges, no light
	dark  bool

	floor, skirting, glow draw.Color
	silk                  [2][3]draw.Color // of leaves that take the light, and of those that lose it; along the leaf
	dim                   float64          // how much of their light leaves lack on which no lamp stands
	lamp                  draw.Color       // its light on the leaf where the reader is
	leaf                  draw.Color       // edges of gold leaf
	lacquer               [3]draw.Color    // from light to dark
	rim                   draw.Color
	brass                 [3]draw.Color
	deep, light           [4]draw.Color // of the hills, from far to near
	haze, crest           draw.Color
	wall                  draw.Color // of houses, and birds
	mount, edge           draw.Color
	sign, stamp           draw.Color // of seals
	hot                   [3]draw.Color
	shade                 draw.Color
	here                  draw.Color // the name of the scene where the reader is
	warmth                float64    // of its mount
	brown                 draw.Color // of small type on silk
}

func lookOf(t *stage.Theme) look {
	tone := func(day, night string) draw.Color {
		if t.Dark() {
			day = night
		}
		c, _ := t.Color(day)
		return c
	}
	k := look{
		dark: t.Dark(), plain: t.Ground == draw.RGB(0xFFFFFF) && t.Ink == draw.RGB(0),
		floor: tone("stone-70", "timber-4"), skirting: tone("timber-84", "iron-4"),
		glow: tone("light-40", "room-14"),
		leaf: tone("brass-54", "brass-40"), rim: tone("brick-56", "brick-40"),
		haze: tone("room-66", "room-28"), crest: tone("lamp-50", "lamp-20"), wall: tone("room-92", "lamp-40"),
		mount: t.Panel, edge: tone("timber-75", "brass-50"),
		sign: tone("fire-24", "fire-24"), stamp: tone("lamp-84", "lamp-84"), shade: tone("timber-0", "iron-0"),
		brown: tone("earth-10", "lamp-40"),
	}
	k.silk = [2][3]draw.Color{
		{tone("room-92", "room-30"), tone("room-77", "room-26"), tone("room-62", "room-19")},
		{tone("room-58", "room-17"), tone("room-68", "room-22"), tone("room-82", "room-27")},
	}
	k.lacquer = [3]draw.Color{tone("brick-16", "brick-10"), tone("timber-14", "timber-6"), tone("timber-2", "timber-0")}
	k.brass = [3]draw.Color{tone("brass-86", "brass-80"), tone("brass-44", "brass-40"), tone("brass-8", "brass-4")}
	k.deep = [4]draw.Color{tone("water-26", "water-20"), tone("ridge-0", "ridge-0"), tone("glass-28", "leaf-20"), tone("leaf-34", "leaf-40")}
	k.light = [4]draw.Color{tone("ridge-40", "ridge-20"), tone("ridge-56", "ridge-24"), tone("leaf-76", "leaf-60"), tone("leaf-90", "leaf-70")}
	k.hot = [3]draw.Color{tone("fire-84", "fire-84"), tone("fire-52", "fire-56"), tone("fire-30", "fire-38")}
	k.here, k.warmth = draw.Mix(t.Accent, k.shade, 0.25), 0.32
	if k.dark {
		k.here, k.warmth = k.hot[0], 0.12
		k.dim, k.lamp = 0.34, tone("lamp-0", "lamp-0").Fade(0.42)
	}
	if k.plain {
		k.here = t.Accent
		k.floor, k.skirting, k.leaf, k.rim = t.Ground, t.Ground, t.Rule, t.Ink
		for i := range k.silk {
			k.silk[i] = [3]draw.Color{t.Panel, t.Panel, t.Panel}
		}
		k.lacquer = [3]draw.Color{t.Ink, t.Ink, t.Ink}
		k.edge, k.brown, k.sign = t.Ink, t.Text, t.Accent
		k.hot = [3]draw.Color{t.Accent, t.Accent, t.Accent}
		k.stamp = t.Ground
	}
	return k
}

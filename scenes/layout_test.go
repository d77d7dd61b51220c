package scenes_test

import (
	"image"
	"math"
	"strings"
	"testing"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/preview"
	"lianhua/internal/raster"
	"lianhua/internal/story"
	"lianhua/internal/vision"
)

// label is a text as it stands in a settled picture.
type label struct {
	mark *draw.Mark
	ink  geom.Rect
}

func labels(l *draw.List) []label {
	var out []label
	for i := range l.Marks {
		m := &l.Marks[i]
		if m.Kind == draw.KindText && m.Alpha > 0.3 {
			out = append(out, label{m, l.Bounds(i)})
		}
	}
	return out
}

// eachSettled draws every settled picture of a scene.
func eachSettled(s *preview.Viewer, scene int, sizes []preview.Size, visit func(l *draw.List, m preview.Moment, where string)) {
	var l draw.List
	for _, size := range sizes {
		for _, lang := range story.Langs() {
			for b := range s.Deck.Slots[scene].Time.Beats {
				m := s.Settled(scene, b, lang, s.Themes[0], size.Area)
				s.Draw(&l, m)
				visit(&l, m, describe(s, m, size.Name))
			}
		}
	}
}

func TestSettledLabelsStayInThePictureAndApart(t *testing.T) {
	eachScene(t, func(t *testing.T, s *preview.Viewer, scene int) {
		eachSettled(s, scene, screens(), func(l *draw.List, m preview.Moment, where string) {
			for _, a := range labels(l) {
				if strings.Contains(a.mark.Run.Text, "⟨") {
					t.Errorf("%s: %q is missing from the story", where, a.mark.Run.Text)
				}
			}
			for _, wrong := range heaped(l, m.Area) {
				t.Errorf("%s: %s", where, wrong)
			}
		})
	})
}

// The smallest type of each design, in its device-independent pixels.
func TestNoTypeIsTooSmall(t *testing.T) {
	least := map[string]float64{"phone": 10, "laptop": 12, "kiosk": 20, "wall": 28}
	eachScene(t, func(t *testing.T, s *preview.Viewer, scene int) {
		eachSettled(s, scene, preview.Sizes(), func(l *draw.List, m preview.Moment, where string) {
			name := preview.Sizes()[0].Name
			for _, z := range preview.Sizes() {
				if z.Area == m.Area {
					name = z.Name
				}
			}
			for _, a := range labels(l) {
				if size := a.mark.Run.Style.Size * a.mark.M.Scale(); size < least[name]-0.01 {
					t.Errorf("%s: %s %q is set in %.1f", where, a.mark.ID, a.mark.Run.Text, size)
				}
			}
		})
	})
}

// Text keeps WCAG 2.2's contrast of 4.5:1 to what is drawn behind it, 3:1 where
// it is large (24 px, or 18.7 px bold).
func TestTextKeepsItsContrast(t *testing.T) {
	eachScene(t, func(t *testing.T, s *preview.Viewer, scene int) {
		r := raster.New(s.Fonts)
		var l draw.List
		for _, theme := range s.Themes {
			for _, size := range preview.Sizes()[:2] {
				for b := range s.Deck.Slots[scene].Time.Beats {
					m := s.Settled(scene, b, story.ZH, theme, size.Area)
					s.Draw(&l, m)
					texts := append([]label(nil), labels(&l)...)
					colors := make([]draw.Color, len(texts))
					for i, a := range texts {
						colors[i] = a.mark.Paint.Color.Fade(a.mark.Alpha)
					}
					for i := range l.Marks {
						if l.Marks[i].Kind == draw.KindText {
							l.Marks[i].Alpha = 0
						}
					}
					ground := r.Render(&l, 1)
					for i, a := range texts {
						need := 4.5
						if st := a.mark.Run.Style; st.Size >= 24 || st.Size >= 18.66 && st.Face != 0 {
							need = 3
						}
						if a.mark.Alpha < 0.95 {
							continue // a part of the picture that stands back on purpose fades as a whole
						}
						if got := worstContrast(ground, a.ink, colors[i]); got < need-0.05 {
							t.Errorf("%s: %s %q has a contrast of %.2f, needs %.1f", describe(s, m, size.Name), a.mark.ID, a.mark.Run.Text, got, need)
						}
					}
				}
			}
		}
	})
}

// worstContrast is the contrast of a colour to the ground under a rectangle; the
// worst tenth of the pixels is left out, since a thin line may cross a label.
func worstContrast(ground *image.RGBA, r geom.Rect, c draw.Color) float64 {
	var all []float64
	b := ground.Bounds()
	for y := max(int(r.Y), b.Min.Y); y < min(int(math.Ceil(r.Bottom())), b.Max.Y); y++ {
		for x := max(int(r.X), b.Min.X); x < min(int(math.Ceil(r.Right())), b.Max.X); x++ {
			p := ground.RGBAAt(x, y)
			back := draw.Color(uint32(p.R)<<24 | uint32(p.G)<<16 | uint32(p.B)<<8 | 0xff)
			all = append(all, vision.Contrast(uint32(c), uint32(back)))
		}
	}
	if len(all) == 0 {
		return 21
	}
	return quantile(all, 0.1)
}

func quantile(v []float64, q float64) float64 {
	k := int(q * float64(len(v)-1))
	lo, hi := 0, len(v)-1
	for lo < hi { // Hoare's quickselect
		p := v[(lo+hi)/2]
		i, j := lo, hi
		for i <= j {
			for v[i] < p {
				i++
			}
			for v[j] > p {
				j--
			}
			if i <= j {
				v[i], v[j] = v[j], v[i]
				i++
				j--
			}
		}
		switch {
		case k <= j:
			hi = j
		case k >= i:
			lo = i
		default:
			return v[k]
		}
	}
	return v[k]
}

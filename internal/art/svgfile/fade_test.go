package svgfile_test

import (
	"strings"
	"testing"

	"lianhua/internal/art/svgfile"
	"lianhua/internal/authoring"
)

func TestFadesThatLookOtherwiseAreTold(t *testing.T) {
	for _, c := range []struct {
		from, to, opacity string
		told              bool
	}{
		{"ink", "silver-light", "0", true},
		{"ink", "silver-light", "1", false},
		{"ink", "ink", "0", false},
		{"leaf-40", "leaf-44", "0", false},
	} {
		gradient := `<radialGradient id="g"><stop class="stop-` + c.from + `"/>` + "\n" + `<stop offset="1" class="stop-` + c.to + `" stop-opacity="` + c.opacity + `"/></radialGradient><path d="M0 0h9v9z" fill="url(#g)"/>`
		d, problems := svgfile.Read("a.svg", []byte(layer(gradient)), options(t))
		if d == nil || len(problems) > 0 != c.told {
			t.Errorf("%+v: %v", c, problems)
		}
		for _, p := range problems {
			if p.Severity != authoring.Warning || p.Line != 3 || !strings.Contains(p.Message, "colour and opacity change at once") {
				t.Errorf("%+v: %v", c, p)
			}
		}
	}
}

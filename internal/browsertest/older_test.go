package browsertest

import (
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"lianhua/internal/build"
)

// unknown is what browsers of before 2022 know nothing of; a browser drops what
// it does not know, so what is misspelt is to this one as that is to those.
var unknown = regexp.MustCompile(`(\d)[sld]vh\b`)

// TestOlderBrowsersShowTheStory reads the story in a browser that knows the
// window's height only.
func TestOlderBrowsersShowTheStory(t *testing.T) {
	t.Parallel()
	var parts []build.File
	for _, p := range asBuilt(t) {
		if strings.HasSuffix(p.Name, ".css") {
			p = build.NewFile(p.Name, unknown.ReplaceAll(p.Content, []byte("${1}vhs")))
		}
		parts = append(parts, p)
	}
	h := hostOf(t, parts)
	h.fails("sw.js", always(status(http.StatusNotFound))...)
	p := open(t, visit{base: h.URL, path: "en/index.html#aluminium/2", width: 360, height: 640, media: calm})
	p.ready()
	if s := p.settled(); s.Scene != "aluminium" || s.Beat != 2 {
		t.Errorf("the link shows %s/%d", s.Scene, s.Beat)
	}
	for _, size := range [][2]int64{{360, 640}, {1280, 720}} {
		p.resize(size[0], size[1], 1)
		p.until(fmt.Sprintf("innerHeight === %d", size[1]), "innerHeight")
		got := eval[[]float64](p, `(() => {
			const scene = document.getElementById("aluminium"), canvas = document.querySelector("body > canvas").getBoundingClientRect();
			return [scene.offsetHeight / scene.dataset.steps / innerHeight, canvas.height / innerHeight, document.body.clientHeight / innerHeight];
		})()`)
		if fmt.Sprint(got) != "[0.75 1 1]" {
			t.Errorf("in %v a step, the canvas and the picture take %v of the window's height", size, got)
		}
		if bar := eval[float64](p, `document.getElementById("bar").getBoundingClientRect().top`); bar < 0 || bar > 40 {
			t.Errorf("in %v the bar stands at %v", size, bar)
		}
	}
	eval[bool](p, `(scrollTo({ top: scrollY + innerHeight * 0.75, behavior: "instant" }), true)`)
	p.until(`lianhua.state().beat === 3`, "[scrollY, lianhua.state()]")
}

package site

import (
	"strings"
	"testing"

	"lianhua/internal/build"
	"lianhua/internal/build/publish"
	"lianhua/internal/dataset"
	"lianhua/internal/story"
)

// TestPageThatShowsHowToEmbed holds it whole in each language, out of what search
// engines list, and out of what readers of the story load.
func TestPageThatShowsHowToEmbed(t *testing.T) {
	const address = "https://example.org/lianhua/"
	site := dataset.Site{Address: address}
	files, bundle := baked(t, site)
	for _, lang := range story.Langs() {
		name := site.Page(lang, "") + build.GuideName
		page := files[name]
		for _, want := range []string{
			`<html lang="` + lang.String() + `">`, `<meta name="robots" content="noindex">`,
			"<h1>" + bundle.In(lang).Words("embed.title") + "</h1>",
			`<span class="site">` + address + `</span>embed.js&quot; data-scene=&quot;aluminium&quot; data-lang=&quot;` + lang.String(),
			`<span class="site">` + address + `</span>` + site.Page(lang, "aluminium") + `&quot;`,
			`frame-src 'self'`,
		} {
			if !strings.Contains(page, want) {
				t.Errorf("%s lacks %s", name, want)
			}
		}
		if strings.Contains(page, "{{") || strings.Contains(page, "⟨") || strings.Contains(page, " style=\"") || strings.Contains(page, "<script>") {
			t.Errorf("%s is not filled in, or has code of its own", name)
		}
		if strings.Contains(files["sitemap.xml"], name) {
			t.Errorf("search engines are led to %s", name)
		}
	}
	for name := range files {
		own := name == build.EmbedName || strings.HasPrefix(name, build.EmbedFolder) || strings.HasSuffix(name, build.GuideName)
		if own && (publish.Offline(name) || build.NewFile(name, nil).Counted()) {
			t.Errorf("readers of the story load %s", name)
		}
	}
	if publish.Hashed(build.EmbedName) {
		t.Error("publishers would have to paste another line after each build")
	}
}

package site

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"net/url"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"lianhua/internal/build"
	"lianhua/internal/dataset"
	"lianhua/internal/story"
	"lianhua/scenes"
)

// module is the project that the test is part of.
func module(t *testing.T) Module {
	t.Helper()
	root, err := Root()
	if err != nil {
		t.Fatal(err)
	}
	return Module{Root: root}
}

// bakings are the sites that were made without their player; to make one takes
// seconds, and several tests read the same.
var bakings struct {
	sync.Mutex
	of map[dataset.Site]*baking
}

type baking struct {
	files  map[string]string // by name; only read
	bundle *story.Bundle
}

// baked is the site without its player, by its files' names.
func baked(t *testing.T, at dataset.Site) (files map[string]string, bundle *story.Bundle) {
	t.Helper()
	bakings.Lock()
	defer bakings.Unlock()
	if known := bakings.of[at]; known != nil {
		return known.files, known.bundle
	}
	m := module(t)
	m.At = at
	parts, err := m.Pages()
	if err != nil {
		t.Fatal(err)
	}
	files = map[string]string{}
	for _, p := range parts {
		files[p.Name] = string(p.Content)
	}
	if bundle, err = story.Decode([]byte(files[build.StoryName])); err != nil {
		t.Fatal(err)
	}
	if bakings.of == nil {
		bakings.of = map[dataset.Site]*baking{}
	}
	bakings.of[at] = &baking{files, bundle}
	return files, bundle
}

// one is the text between two marks in a page that has them once.
func one(t *testing.T, page, before, after string) string {
	t.Helper()
	if strings.Count(page, before) != 1 {
		t.Errorf("%q stands %d times", before, strings.Count(page, before))
	}
	_, rest, _ := strings.Cut(page, before)
	text, _, _ := strings.Cut(rest, after)
	return text
}

// TestEveryPageSaysWhatItIs holds each page's head to what search engines and
// those who share links read, with and without the site's address.
func TestEveryPageSaysWhatItIs(t *testing.T) {
	const address = "https://example.org/lianhua/"
	for _, at := range []string{address, ""} {
		site := dataset.Site{Address: at}
		files, bundle := baked(t, site)
		seen := map[string]bool{}
		for _, lang := range story.Langs() {
			for i, s := range scenes.All() {
				scene := s.Name()
				if i == 0 {
					scene = ""
				}
				folder := site.Page(lang, scene)
				page, here := files[folder+build.PageName], address+folder
				if page == "" {
					t.Fatalf("there is no page %s", folder)
				}
				// A relative address is read as a browser reads it.
				resolved := func(ref string) string {
					base, err := url.Parse(here)
					if err == nil {
						base, err = base.Parse(ref)
					}
					if err != nil {
						t.Fatal(err)
					}
					return base.String()
				}
				if got := resolved(one(t, page, `<link rel="canonical" href="`, `"`)); got != here {
					t.Errorf("%s says that it is %s", here, got)
				}
				for _, other := range story.Langs() {
					if got := resolved(one(t, page, `<link rel="alternate" hreflang="`+other.String()+`" href="`, `"`)); got != address+site.Page(other, scene) {
						t.Errorf("%s in %v is %s", here, other, got)
					}
				}
				if got := resolved(one(t, page, `hreflang="x-default" href="`, `"`)); got != address+site.Page(story.ZH, scene) {
					t.Errorf("%s for others is %s", here, got)
				}
				_, title, _ := strings.Cut(one(t, page, `<title data-name="`+bundle.In(lang).Words("shell.name")+`"`, "</title>"), ">")
				about := one(t, page, `<meta name="description" content="`, `"`)
				if seen[title] || seen[about] || utf8.RuneCountInString(about) < 20 || strings.Contains(page, "⟨") {
					t.Errorf("%s is called %q: %q", here, title, about)
				}
				seen[title], seen[about] = true, true
				if got := one(t, page, `<meta property="og:title" content="`, `"`); got == "" || scene != "" && !strings.HasPrefix(title, got+" · ") {
					t.Errorf("%s is shared as %q", here, got)
				}
				card := "cards/" + s.Name() + "." + lang.String() + ".png"
				if at == "" {
					if strings.Contains(page, "og:url") || strings.Contains(page, "og:image") || strings.Contains(page, "example.org") {
						t.Errorf("%s tells addresses that nobody knows", here)
					}
				} else {
					if got := one(t, page, `<meta property="og:image" content="`, `"`); got != address+card {
						t.Errorf("%s has the card %s", here, got)
					}
					if got := one(t, page, `<meta property="og:url" content="`, `"`); got != here {
						t.Errorf("%s is shared as %s", here, got)
					}
					if got := one(t, page, `<meta property="og:image:alt" content="`, `"`); got == "" {
						t.Errorf("the card of %s is not described", here)
					}
				}
				checkLinked(t, page, here, resolved, files, bundle.In(lang))
			}
		}
		checkGuides(t, at, files)
	}
}

// linkedData is what the test reads of a page's JSON-LD.
type linkedData struct {
	Context string `json:"@context"`
	Graph   []struct {
		Type             string `json:"@type"`
		ID               string `json:"@id"`
		Name             string
		Headline         string
		Description      string
		URL              string
		License          string
		Image            struct{ URL string }
		Distribution     []struct{ ContentURL, EncodingFormat string }
		VariableMeasured []struct {
			PropertyID, Name, UnitText string
			Value, MinValue            json.Number
		}
	} `json:"@graph"`
}

func checkLinked(t *testing.T, page, here string, resolved func(string) string, files map[string]string, s *story.Story) {
	t.Helper()
	var d linkedData
	text := one(t, page, `<script type="application/ld+json">`, "</script>")
	if err := json.Unmarshal([]byte(text), &d); err != nil || d.Context != "https://schema.org" || len(d.Graph) == 0 {
		t.Fatalf("%s describes itself as %s (%v)", here, text, err)
	}
	article := d.Graph[0]
	if article.Type != "Article" || resolved(article.URL) != here || resolved(article.ID) != here+"#article" || utf8.RuneCountInString(article.Headline) > 110 || article.Headline == "" || article.License != dataset.LicenceURL {
		t.Errorf("%s is the article %+v", here, article)
	}
	drawn := strings.Contains(page, "data-figure=") || strings.Contains(page, "data/figures.csv")
	if drawn != (len(d.Graph) == 2) {
		t.Errorf("%s has figures: %v, and %d things", here, drawn, len(d.Graph))
	}
	for _, data := range d.Graph[1:] {
		// Google asks for a name and a description of 50 to 5000 characters.
		if n := utf8.RuneCountInString(data.Description); data.Type != "Dataset" || data.Name == "" || n < 50 || n > 5000 || data.License != dataset.LicenceURL {
			t.Errorf("%s has the dataset %+v", here, data)
		}
		for _, file := range data.Distribution {
			name := strings.TrimPrefix(resolved(file.ContentURL), "https://example.org/lianhua/")
			if files[name] == "" {
				t.Errorf("%s offers %s, which is not there", here, name)
			}
			if got := build.NewFile(name, nil).Type(); !strings.HasPrefix(got, file.EncodingFormat) {
				t.Errorf("%s is %s, said to be %s", name, got, file.EncodingFormat)
			}
		}
		for _, v := range data.VariableMeasured {
			f, ok := s.Figure(v.PropertyID)
			want := f.Shown
			if s.Lang == story.ZH {
				want = f.Value
			}
			if got := v.Value + v.MinValue; !ok || got.String() != want.String() || v.UnitText != f.Unit || v.Name != f.Label || (v.MinValue != "") != (f.Precision == story.MoreThan) {
				t.Errorf("%s: %+v, want %s %s", here, v, want, f.Unit)
			}
		}
	}
}

func checkGuides(t *testing.T, address string, files map[string]string) {
	t.Helper()
	if address == "" {
		if files["sitemap.xml"] != "" || files["robots.txt"] != "" {
			t.Error("a site whose address is not known has a sitemap")
		}
		return
	}
	var m struct {
		URL []struct {
			Loc  string `xml:"loc"`
			Link []struct {
				Href string `xml:"href,attr"`
			} `xml:"link"`
		} `xml:"url"`
	}
	if err := xml.Unmarshal([]byte(files["sitemap.xml"]), &m); err != nil {
		t.Fatal(err)
	}
	var listed []string
	var langs []string
	for _, lang := range story.Langs() {
		langs = append(langs, lang.String())
	}
	for _, u := range m.URL {
		listed = append(listed, u.Loc)
		if len(u.Link) != len(langs)+1 {
			t.Errorf("%s has %d other languages", u.Loc, len(u.Link))
		}
	}
	var pages []string
	for name := range files {
		if path.Base(name) == build.PageName {
			pages = append(pages, address+strings.TrimSuffix(name, build.PageName))
		}
	}
	slices.Sort(listed)
	slices.Sort(pages)
	if !slices.Equal(listed, pages) {
		t.Errorf("the sitemap lists %q, want %q", listed, pages)
	}
	if !strings.Contains(files["robots.txt"], "Sitemap: "+address+"sitemap.xml") {
		t.Errorf("robots.txt says %q", files["robots.txt"])
	}
}

// TestFilesOfScenesMatchTheirPages compares the rows of each table with the
// article's own.
func TestFilesOfScenesMatchTheirPages(t *testing.T) {
	files, bundle := baked(t, dataset.Site{})
	for _, s := range scenes.All() {
		page := files[s.Name()+"/"+build.PageName]
		if page == "" {
			continue // the first, which has none of its own
		}
		var shown []string
		for i, rest := range strings.Split(page, `<tr data-figure="`) {
			if id, _, _ := strings.Cut(rest, `"`); i > 0 {
				shown = append(shown, id)
			}
		}
		table, ok := files["data/"+s.Name()+".csv"]
		if ok != (len(shown) > 0) {
			t.Errorf("%s shows %d figures, and its table exists: %v", s.Name(), len(shown), ok)
		}
		if !ok {
			continue
		}
		rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(table, "\ufeff"))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		var records struct{ Figures []dataset.Row }
		if err := json.Unmarshal([]byte(files["data/"+s.Name()+".json"]), &records); err != nil {
			t.Fatal(err)
		}
		if len(rows)-1 != len(shown) || len(records.Figures) != len(shown) {
			t.Errorf("%s shows %d figures, its table has %d and its records %d", s.Name(), len(shown), len(rows)-1, len(records.Figures))
			continue
		}
		for k, r := range records.Figures {
			f, ok := bundle.In(story.ZH).Figure(r.ID)
			if !ok || !slices.Contains(shown, r.ID) || rows[k+1][0] != r.ID || rows[k+1][1] != f.Value.String() || r.Value != f.Value.String() || !slices.Contains(r.Scenes, s.Name()) {
				t.Errorf("%s: %+v and %q, want %v", s.Name(), r, rows[k+1], f.Value)
			}
		}
	}
}

func TestAddressesOfSites(t *testing.T) {
	for address, want := range map[string]string{
		"": "", "https://example.org": "https://example.org/", "https://example.org/lianhua": "https://example.org/lianhua/", "http://127.0.0.1:8080/a/": "http://127.0.0.1:8080/a/",
	} {
		if site, err := ParseAddress(address); err != nil || site.Address != want {
			t.Errorf("%q is %q (%v), want %q", address, site.Address, err, want)
		}
	}
	for _, address := range []string{"example.org", "//example.org/", "ftp://example.org/", "https://", "https:///x/", "https://example.org/?a", "https://example.org/#a", "https://me@example.org/", "https://example.org/index.html", "https://exa mple.org/"} {
		if site, err := ParseAddress(address); err == nil {
			t.Errorf("%q is taken for %q", address, site.Address)
		}
	}
}

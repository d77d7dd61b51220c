package site

import (
	"encoding/xml"
	"fmt"
	"net/url"
	"strings"

	"lianhua/internal/build"
	"lianhua/internal/dataset"
	"lianhua/internal/story"
	"lianhua/scenes"
)

// ParseAddress reads the address that a site will have; the empty one is not known.
func ParseAddress(address string) (dataset.Site, error) {
	if address == "" {
		return dataset.Site{}, nil
	}
	wrong := func(why string) (dataset.Site, error) {
		return dataset.Site{}, fmt.Errorf("the address %q %s; it is like https://example.org/lianhua/", address, why)
	}
	u, err := url.Parse(address)
	switch {
	case err != nil:
		return wrong("cannot be read")
	case u.Scheme != "https" && u.Scheme != "http":
		return wrong("does not begin with https:// or http://")
	case u.Hostname() == "":
		return wrong("names no host")
	case u.RawQuery != "" || u.ForceQuery || u.Fragment != "" || strings.HasSuffix(address, "#"):
		return wrong("has something after its path")
	case u.User != nil:
		return wrong("has a user in it")
	case strings.HasSuffix(u.Path, ".html"):
		return wrong("is that of a page, not of the folder with all pages")
	}
	if !strings.HasSuffix(u.Path, "/") {
		u = u.JoinPath("/")
	}
	return dataset.Site{Address: u.String()}, nil
}

// The sitemap (sitemaps.org, version 0.9), with each page's other languages.
type sitemap struct {
	XMLName xml.Name      `xml:"urlset"`
	Space   string        `xml:"xmlns,attr"`
	XHTML   string        `xml:"xmlns:xhtml,attr"`
	Pages   []sitemapPage `xml:"url"`
}

type sitemapPage struct {
	Address string        `xml:"loc"`
	Langs   []sitemapLang `xml:"xhtml:link"`
}

type sitemapLang struct {
	Rel  string `xml:"rel,attr"`
	Lang string `xml:"hreflang,attr"`
	Href string `xml:"href,attr"`
}

// guides are what leads search engines: every page's address. A host's robots.txt
// is read at its top only.
func guides(site dataset.Site) ([]build.File, error) {
	if site.Address == "" {
		return nil, nil
	}
	m := sitemap{Space: "http://www.sitemaps.org/schemas/sitemap/0.9", XHTML: "http://www.w3.org/1999/xhtml"}
	for i, s := range scenes.All() {
		name := s.Name()
		if i == 0 {
			name = "" // the whole story's page
		}
		var langs []sitemapLang
		for _, lang := range story.Langs() {
			langs = append(langs, sitemapLang{"alternate", lang.String(), site.Address + site.Page(lang, name)})
		}
		langs = append(langs, sitemapLang{"alternate", "x-default", langs[0].Href})
		for _, lang := range story.Langs() {
			m.Pages = append(m.Pages, sitemapPage{site.Address + site.Page(lang, name), langs})
		}
	}
	text, err := xml.MarshalIndent(m, "", " ")
	if err != nil {
		return nil, fmt.Errorf("writing the sitemap: %w", err)
	}
	robots := "User-agent: *\nAllow: /\n\nSitemap: " + site.Address + "sitemap.xml\n"
	return []build.File{
		build.NewFile("sitemap.xml", append([]byte(xml.Header), append(text, '\n')...)),
		build.NewFile("robots.txt", []byte(robots)),
	}, nil
}

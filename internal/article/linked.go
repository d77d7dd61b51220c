package article

import (
	"bytes"
	"encoding/json"
	"fmt"

	"lianhua/internal/dataset"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

// node is a thing in JSON-LD 1.1 with the terms of schema.org. Its keys are
// written in the order of their names, so equal pages are equal bytes.
type node map[string]any

// linked is what the page is, for search engines: an Article, and the Dataset of
// its figures. Addresses without the site's are relative to the page, as JSON-LD
// in HTML has it.
func (p page) linked() (string, error) {
	graph := []node{p.describe()}
	if d := p.dataset(); d != nil {
		graph = append(graph, d)
	}
	var out bytes.Buffer
	e := json.NewEncoder(&out) // escapes <, so that no text can end the script element
	if err := e.Encode(node{"@context": "https://schema.org", "@graph": graph}); err != nil {
		return "", fmt.Errorf("describing the page: %w", err)
	}
	return string(bytes.TrimSpace(out.Bytes())), nil
}

// describe is the page's Article.
func (p page) describe() node {
	here := p.address(p.Lang)
	n := node{
		"@type": "Article", "@id": here + "#article", "url": here, "mainEntityOfPage": here,
		"headline": p.headline(), "description": p.description(), "inLanguage": p.Lang.String(),
		"image":  node{"@type": "ImageObject", "url": p.card(), "width": CardWidth, "height": CardHeight, "caption": p.section().alt},
		"author": p.publisher(), "publisher": p.publisher(), "license": dataset.LicenceURL, "isAccessibleForFree": true,
		"isBasedOn": p.newspaper(),
	}
	if cite := p.section().cite; cite != "" {
		n["citation"] = cite
	}
	if !p.whole() {
		whole := p.file(p.site.Page(p.Lang, ""))
		n["isPartOf"] = node{"@type": "Article", "@id": whole + "#article", "url": whole, "headline": page{p.Article, Frame{Root: p.Root}, 0}.headline()}
		return n
	}
	var parts []node
	for i := range p.sections[1:] {
		at := p.file(p.site.Page(p.Lang, p.sections[i+1].name))
		parts = append(parts, node{"@type": "Article", "@id": at + "#article", "url": at, "headline": p.titles(i + 1).In(p.Lang)})
	}
	n["hasPart"] = parts
	return n
}

func (p page) publisher() node {
	return node{"@type": "Organization", "name": p.story.Words("shell.name"), "url": p.file(p.site.Page(p.Lang, ""))}
}

// newspaper is the page that the figures come from.
func (p page) newspaper() node {
	n := node{"@type": "CreativeWork", "name": p.story.Words("page.data-source")}
	if year, ok := p.story.Figure(stage.YearFigure); ok {
		n["datePublished"] = year.Number
	}
	return n
}

// dataset is the Dataset of the figures that the page's pictures draw; the whole
// story and the sources have all. It is nil where there are none.
func (p page) dataset() node {
	s := p.section()
	all := p.whole() || s.name == tableScene
	name, title, figures := s.name, p.headline(), s.figures
	at := p.address(p.Lang)
	if all {
		name, title = dataset.AllName, p.story.Words("page.data-title")
		at = p.file(p.site.Page(p.Lang, tableScene))
		figures = nil
		for _, f := range p.story.Figures() {
			figures = append(figures, f.ID)
		}
	}
	if len(figures) == 0 {
		return nil
	}
	about := p.sentences(p.description(), p.story.Words("page.data-note"))
	files := []node{p.download(name+".csv", "text/csv"), p.download(name+".json", "application/json")}
	if all {
		files = append(files, p.download(dataset.PackageName+".zip", "application/zip"))
	}
	n := node{
		"@type": "Dataset", "@id": at + "#dataset", "url": at, "name": title, "description": about, "inLanguage": []string{"zh", "en"},
		"license": dataset.LicenceURL, "creator": p.publisher(), "isAccessibleForFree": true, "distribution": files,
		"isBasedOn": p.newspaper(),
	}
	if !p.whole() { // which has them as its table
		n["variableMeasured"] = p.variables(figures)
	}
	if s.cite != "" {
		n["citation"] = s.cite
	}
	return n
}

func (p page) download(name, kind string) node {
	return node{"@type": "DataDownload", "encodingFormat": kind, "contentUrl": p.file(dataFolder + name)}
}

// variables are the figures as values of properties. A lower bound is no value.
func (p page) variables(ids []string) []node {
	var out []node
	for _, id := range ids {
		f, ok := p.story.Figure(id)
		if !ok {
			continue
		}
		// As the decimal stands: JSON's numbers know no end of digits.
		value, key := json.Number(f.Shown.String()), "value"
		if p.chinese() {
			value = json.Number(f.Value.String())
		}
		if f.Precision == story.MoreThan {
			key = "minValue"
		}
		n := node{
			"@type": "PropertyValue", "propertyID": f.ID, "name": f.Label, key: value,
			"description": p.story.Filled("page.figure-line", "figure", f.Text, "period", f.Period, "source", f.Source.Cite),
		}
		if f.Unit != "" {
			n["unitText"] = f.Unit
		}
		out = append(out, n)
	}
	return out
}

package dataset

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"lianhua/internal/story"
)

//go:embed readme/README.md
var readmeEN string

//go:embed readme/README.zh-CN.md
var readmeZH string

// PackageName is the Data Package's, and with .zip its file's.
const PackageName = "lianhua-figures"

// descriptor is datapackage.json: Data Package and Tabular Data Resource 1.0.
type descriptor struct {
	Profile      string        `json:"profile"`
	Name         string        `json:"name"`
	Title        string        `json:"title"`
	Description  string        `json:"description"`
	Homepage     string        `json:"homepage,omitempty"`
	Keywords     []string      `json:"keywords"`
	Licenses     []named       `json:"licenses"`
	Sources      []source      `json:"sources"`
	Contributors []contributor `json:"contributors"`
	Resources    []resource    `json:"resources"`
}

type named struct {
	Name  string `json:"name"`
	Title string `json:"title"`
	Path  string `json:"path"`
}

type source struct {
	Title string `json:"title"`
}

type contributor struct {
	Title string `json:"title"`
	Path  string `json:"path,omitempty"`
	Role  string `json:"role"`
}

type resource struct {
	Profile     string  `json:"profile"`
	Name        string  `json:"name"`
	Path        string  `json:"path"`
	Title       string  `json:"title"`
	Description string  `json:"description,omitempty"`
	Format      string  `json:"format"`
	MediaType   string  `json:"mediatype"`
	Encoding    string  `json:"encoding"`
	Bytes       int     `json:"bytes"`
	Hash        string  `json:"hash"`
	Schema      *schema `json:"schema,omitempty"`
}

// schema is a Table Schema 1.0.
type schema struct {
	Fields        []field      `json:"fields"`
	PrimaryKey    string       `json:"primaryKey,omitempty"`
	MissingValues []string     `json:"missingValues"`
	ForeignKeys   []foreignKey `json:"foreignKeys"`
}

type field struct {
	Name        string       `json:"name"`
	Type        string       `json:"type"`
	Title       string       `json:"title,omitempty"`
	Description string       `json:"description,omitempty"`
	Constraints *constraints `json:"constraints,omitempty"`
}

type constraints struct {
	Required bool     `json:"required,omitempty"`
	Unique   bool     `json:"unique,omitempty"`
	Enum     []string `json:"enum,omitempty"`
}

type foreignKey struct {
	Fields    string `json:"fields"`
	Reference struct {
		Resource string `json:"resource"`
		Fields   string `json:"fields"`
	} `json:"reference"`
}

// Package is all figures as a zipped Data Package, with the licence's text. Its
// CSV has no byte order mark, which readers of the standard do not expect.
func (lib *Library) Package(licenceText []byte) ([]byte, error) {
	all := lib.All()
	table, err := all.plainCSV()
	if err != nil {
		return nil, err
	}
	records, err := lib.JSON(all)
	if err != nil {
		return nil, err
	}
	described := lib.describe(all, table, records)
	var more []file
	if made := lib.corrections(all); len(made) > 0 {
		corrections, err := correctionsCSV(made)
		if err != nil {
			return nil, err
		}
		described.Resources = append(described.Resources, lib.correctionsResource(corrections))
		more = append(more, file{correctionsName, corrections})
	}
	about, err := indented(described)
	if err != nil {
		return nil, err
	}
	return packed(append([]file{
		{"datapackage.json", about},
		{"README.md", []byte(lib.readme(readmeEN, story.EN, all))},
		{"README.zh-CN.md", []byte(lib.readme(readmeZH, story.ZH, all))},
		{"figures.csv", table},
		{"figures.json", records},
		{"LICENSE-CC-BY-4.0", licenceText},
	}, more...))
}

func (lib *Library) describe(all Table, table, records []byte) descriptor {
	line := func(b story.Both) string {
		return lib.bundle.In(story.EN).Filled("page.data-both", "en", b.EN, "zh", b.ZH)
	}
	s := &schema{PrimaryKey: "id", MissingValues: []string{""}}
	for _, c := range Columns() {
		f := field{Name: c.Name, Type: c.Type, Title: line(c.Title), Description: line(c.About)}
		if c.Needs {
			f.Constraints = &constraints{Required: true, Unique: c.Name == "id", Enum: c.Among}
		}
		s.Fields = append(s.Fields, f)
	}
	whole := foreignKey{Fields: "part_of"}
	whole.Reference.Fields = "id" // the empty resource is the table itself
	s.ForeignKeys = []foreignKey{whole}
	return descriptor{
		Profile: "data-package", Name: PackageName, Title: line(all.Title),
		Description: line(lib.words("page.data-note")), Homepage: lib.site.Address,
		Keywords:     lib.keywords(),
		Licenses:     []named{{LicenceName, LicenceTitle, LicenceURL}},
		Sources:      []source{{line(lib.words("page.data-source"))}},
		Contributors: []contributor{{line(lib.words("shell.name")), lib.site.Address, "author"}},
		Resources: []resource{
			{
				Profile: "tabular-data-resource", Name: "figures", Path: "figures.csv", Title: line(all.Title),
				Format: "csv", MediaType: "text/csv", Encoding: "utf-8", Bytes: len(table), Hash: digest(table), Schema: s,
			},
			{
				Profile: "data-resource", Name: "figures-json", Path: "figures.json", Title: line(all.Title),
				Format: "json", MediaType: "application/json", Encoding: "utf-8", Bytes: len(records), Hash: digest(records),
			},
		},
	}
}

// keywords are those of all languages.
func (lib *Library) keywords() []string {
	both := lib.words("page.data-keywords")
	return slices.Concat(strings.Split(both.EN, "\n"), strings.Split(both.ZH, "\n"))
}

func digest(content []byte) string {
	sum := sha256.Sum256(content)
	return "sha256:" + hex.EncodeToString(sum[:])
}

// readme fills in what is said of the package in a language.
func (lib *Library) readme(template string, lang story.Lang, all Table) string {
	words := lib.bundle.In(lang)
	citation := all.Work.English()
	if lang == story.ZH {
		citation = all.Work.GBT()
	}
	if len(lib.corrections(all)) == 0 {
		template = withoutLine(template, correctionsName)
	}
	var columns strings.Builder
	for _, c := range Columns() {
		fmt.Fprintf(&columns, "| `%s` | %s |\n", c.Name, c.About.In(lang))
	}
	return strings.NewReplacer(
		"{{title}}", all.Title.In(lang), "{{count}}", fmt.Sprint(len(all.Rows)), "{{source}}", words.Words("page.data-source"),
		"{{note}}", words.Words("page.data-note"), "{{columns}}", strings.TrimSuffix(columns.String(), "\n"),
		"{{citation}}", citation.String(), "{{author}}", words.Words("shell.name"), "{{licence}}", LicenceURL,
	).Replace(template)
}

// withoutLine is a text without the lines that have some words.
func withoutLine(text, words string) string {
	var kept strings.Builder
	for line := range strings.Lines(text) {
		if !strings.Contains(line, words) {
			kept.WriteString(line)
		}
	}
	return kept.String()
}

type file struct {
	name    string
	content []byte
}

// packed zips files. They bear the first moment that the format knows, so that
// the same files give the same bytes.
func packed(files []file) ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	w.RegisterCompressor(zip.Deflate, func(to io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(to, flate.BestCompression)
	})
	first := time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)
	for _, f := range files {
		to, err := w.CreateHeader(&zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: first})
		if err == nil {
			_, err = to.Write(f.content)
		}
		if err != nil {
			return nil, fmt.Errorf("zipping %s: %w", f.name, err)
		}
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("zipping the figures: %w", err)
	}
	return out.Bytes(), nil
}

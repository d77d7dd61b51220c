package site

import (
	"fmt"
	"os"
	"path/filepath"

	"lianhua/internal/build"
	"lianhua/internal/dataset"
)

// contentLicence is the licence of words, pictures and data, in the project's
// folder; the site has it beside the data.
const contentLicence = "LICENSE-CC-BY-4.0"

// dataFiles are the figures as files: a table and records for each scene that
// draws some and for all of them, and all as a Data Package.
func dataFiles(root string, lib *dataset.Library) ([]build.File, error) {
	text, err := os.ReadFile(filepath.Join(root, contentLicence))
	if err != nil {
		return nil, fmt.Errorf("reading the licence of the data: %w", err)
	}
	var out []build.File
	for _, t := range append(lib.Scenes(), lib.All()) {
		table, err := t.CSV()
		if err != nil {
			return nil, err
		}
		records, err := lib.JSON(t)
		if err != nil {
			return nil, err
		}
		out = append(out, build.NewFile("data/"+t.Name+".csv", table), build.NewFile("data/"+t.Name+".json", records))
	}
	whole, err := lib.Package(text)
	if err != nil {
		return nil, err
	}
	return append(out,
		build.NewFile("data/"+dataset.PackageName+".zip", whole),
		build.NewFile("data/"+contentLicence+".txt", text),
	), nil
}

// licences are those of the fonts.
func licences(root string) ([]build.File, error) {
	paths, err := filepath.Glob(filepath.Join(root, "assets", "fonts", "OFL-*.txt"))
	if err != nil {
		return nil, err
	}
	var out []build.File
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("reading a font's licence: %w", err)
		}
		out = append(out, build.NewFile("fonts/"+filepath.Base(path), text))
	}
	return out, nil
}

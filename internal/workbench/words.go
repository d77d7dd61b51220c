package workbench

import (
	_ "embed"
	"encoding/json"
	"fmt"

	"github.com/BurntSushi/toml"
)

// wordsFile is the workbench's own words: they are for makers, and no reader's page
// or font has them.
//
//go:embed words.toml
var wordsFile string

// Words reads a file of words, by section, key and language, and refuses one that
// lacks a language.
func Words(file string) (map[string]map[string]map[string]string, error) {
	var all map[string]map[string]map[string]string
	if _, err := toml.Decode(file, &all); err != nil {
		return nil, fmt.Errorf("the workbench's words: %w", err)
	}
	for section, keys := range all {
		for key, both := range keys {
			if both["zh"] == "" || both["en"] == "" || len(both) != 2 {
				return nil, fmt.Errorf("the workbench's words %s.%s: give zh and en, and no others", section, key)
			}
		}
	}
	return all, nil
}

func wordsJSON() ([]byte, error) {
	all, err := Words(wordsFile)
	if err != nil {
		return nil, err
	}
	return json.Marshal(all)
}

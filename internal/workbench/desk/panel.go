package desk

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/BurntSushi/toml"
)

// The panel's own files. They are the development server's: nothing of them is in a
// reader's page.
var (
	//go:embed panel.js
	panelScript []byte
	//go:embed panel.css
	panelStyle []byte
	//go:embed panel.html
	panelPage []byte
	//go:embed words.toml
	panelWords string
)

// wordsMark is where the script has its words written into it.
const wordsMark = "/* words */ {}"

// panelFiles are the panel's files by their paths.
func panelFiles() map[string]http.Handler {
	script, err := scripted(panelScript, panelWords)
	out := map[string]http.Handler{}
	for name, content := range map[string][]byte{"panel.js": script, "panel.css": panelStyle, "panel.html": panelPage} {
		out["/workbench/"+name] = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if err != nil {
				answerError(w, http.StatusInternalServerError, err.Error())
				return
			}
			http.ServeContent(w, r, name, time.Time{}, bytes.NewReader(content))
		})
	}
	return out
}

// scripted is the script with its words in it.
func scripted(script []byte, file string) ([]byte, error) {
	var words map[string]both
	if _, err := toml.Decode(file, &words); err != nil {
		return nil, fmt.Errorf("the panel's words: %w", err)
	}
	for key, w := range words {
		if w.ZH == "" || w.EN == "" {
			return nil, fmt.Errorf("the panel's word %s lacks a language", key)
		}
	}
	in, err := json.Marshal(words)
	if err != nil {
		return nil, fmt.Errorf("the panel's words: %w", err)
	}
	if bytes.Count(script, []byte(wordsMark)) != 1 {
		return nil, errors.New("the panel's script has no place for its words")
	}
	return bytes.Replace(script, []byte(wordsMark), in, 1), nil
}

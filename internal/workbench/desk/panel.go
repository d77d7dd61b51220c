package desk

import (
	"bytes"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"time"

	"github.com/BurntSushi/toml"
)

// The panel's own files. They are the development server's: nothing of them is in a
// reader's page.
var (
	//go:embed panel
	panelFolder embed.FS
	//go:embed words.toml
	panelWords string
)

// wordsMark is where a script has the panel's words written into it.
const wordsMark = "/* words */ {}"

// entry is what a page imports the panel as.
const entry = `export { open, reveal } from "./panel/panel.js";` + "\n"

// panelFiles are the panel's files by their paths.
func panelFiles() (map[string]http.Handler, error) {
	files := map[string][]byte{"/workbench/panel.js": []byte(entry)}
	entries, err := fs.ReadDir(panelFolder, "panel")
	if err != nil {
		return nil, fmt.Errorf("the panel: %w", err)
	}
	for _, e := range entries {
		content, err := fs.ReadFile(panelFolder, "panel/"+e.Name())
		if err != nil {
			return nil, fmt.Errorf("the panel: %w", err)
		}
		switch e.Name() {
		case "panel.css":
			files["/workbench/panel.css"] = content
		case "try.html":
			files["/workbench/panel.html"] = content
		case "words.js":
			if content, err = scripted(content, panelWords); err != nil {
				return nil, err
			}
			fallthrough
		default:
			files["/workbench/panel/"+e.Name()] = content
		}
	}
	out := map[string]http.Handler{}
	for name, content := range files {
		out[name] = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.Method != http.MethodGet && r.Method != http.MethodHead {
				answerError(w, http.StatusMethodNotAllowed, "the panel is only read")
				return
			}
			if strings.HasSuffix(name, ".js") { // some systems know no type of it
				w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
			}
			http.ServeContent(w, r, path.Base(name), time.Time{}, bytes.NewReader(content))
		})
	}
	return out, nil
}

// scripted is a script with the panel's words in it.
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

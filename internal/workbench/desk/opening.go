package desk

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os/exec"
	"path"
	"path/filepath"
	"runtime"
	"strconv"
)

// open has the system open a drawing in the editor that it has for such files. Whoever
// looks from another machine would open it there where nobody sits.
func (d *Desk) open(w http.ResponseWriter, r *http.Request) {
	var asked struct {
		File string `json:"file"`
	}
	body := json.NewDecoder(http.MaxBytesReader(w, r.Body, mostBytes))
	if err := body.Decode(&asked); err != nil {
		answerError(w, http.StatusBadRequest, "the request is not understood: "+err.Error())
		return
	}
	if !(guard{}).mayWrite(r) {
		answerError(w, http.StatusForbidden, "a drawing is opened by whoever sits at this machine")
		return
	}
	content, err := d.history.Read(asked.File)
	if folder, name := path.Split(asked.File); err != nil || content == nil || folder != "art/" || path.Ext(name) != ".svg" {
		answerError(w, http.StatusBadRequest, "there is no drawing "+strconv.Quote(asked.File))
		return
	}
	open := d.opt.Open
	if open == nil {
		open = opened
	}
	if err := open(filepath.Join(d.opt.Assets, filepath.FromSlash(asked.File))); err != nil {
		answerError(w, http.StatusUnprocessableEntity, "the drawing cannot be opened from here: "+err.Error())
		return
	}
	answer(w, http.StatusOK, d.steps(nil))
}

// opened opens a file as a click on it does.
func opened(name string) error {
	full, err := filepath.Abs(name)
	if err != nil {
		return fmt.Errorf("where %s is: %w", name, err)
	}
	words := []string{"xdg-open", full}
	switch runtime.GOOS {
	case "darwin":
		words = []string{"open", full}
	case "windows":
		words = []string{"rundll32", "url.dll,FileProtocolHandler", full}
	}
	cmd := exec.Command(words[0], words[1:]...)
	if err := cmd.Start(); err != nil {
		if errors.Is(err, exec.ErrNotFound) {
			return fmt.Errorf("this system has no %s", words[0])
		}
		return fmt.Errorf("starting %s: %w", words[0], err)
	}
	go cmd.Wait() // some stay as long as the editor does
	return nil
}

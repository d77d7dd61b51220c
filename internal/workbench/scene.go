package workbench

import (
	"errors"
	"net/http"
)

// begun is a scene that was begun, and the files that were written for it.
type begun struct {
	Name  string   `json:"name"`
	Files []string `json:"files"`
}

// scene begins a scene; where that cannot be, the answer says why.
func (b *Bench) scene(w http.ResponseWriter, r *http.Request) {
	var asked struct {
		Name string `json:"name"`
		Act  string `json:"act"`
	}
	if err := wanted(r, &asked); err != nil {
		refuse(w, http.StatusBadRequest, err)
		return
	}
	if b.NewScene == nil {
		refuse(w, http.StatusNotFound, errors.New("no scenes are begun here"))
		return
	}
	b.beginning.Lock()
	defer b.beginning.Unlock()
	files, err := b.NewScene(asked.Name, asked.Act)
	if err != nil {
		refuse(w, http.StatusUnprocessableEntity, err)
		return
	}
	sendJSON(w, begun{asked.Name, files})
}

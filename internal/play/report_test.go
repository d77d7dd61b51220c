package play

import (
	"encoding/json"
	"strconv"
	"testing"
)

func TestStateIsJSON(t *testing.T) {
	p := newPlayer(t, Options{})
	p.Open("#third/2?lang=en&theme=night&pick=" + "plate%22%5C.2")
	p.pass(5, 60)
	var got struct {
		Scene, Lang, Theme, Picked, Focus, Link, Notice string
		Beat, Step, Steps                               int
		Time, Speed                                     float64
		Moving, Playing, Reduced                        bool
	}
	text := p.AppendState(nil)
	if err := json.Unmarshal(text, &got); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	if got.Scene != "third" || got.Beat != 2 || got.Step != 6 || got.Steps != 8 || got.Time != 3 || got.Lang != "en" ||
		got.Theme != "night" || got.Picked != "plate\"\\.2" || got.Speed != 1 || got.Moving || got.Playing || got.Reduced {
		t.Errorf("%s", text)
	}
	if got.Link != p.Link().String() {
		t.Errorf("link %s", got.Link)
	}
	if got := p.Hash(); got != strconv.FormatUint(p.List().Hash(), 16) {
		t.Errorf("hash %s", got)
	}
}

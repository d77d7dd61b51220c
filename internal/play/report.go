package play

import (
	"strconv"

	"lianhua/internal/draw"
)

// AppendState writes where the story stands, as the page and its tests read it:
//
//	{"scene":"aluminium","beat":2,"time":3.5,"moving":false,"step":3,"steps":20,
//	 "lang":"en","theme":"night","picked":"stage.2","focus":"","contents":false,
//	 "playing":false,
//	 "speed":1,"reduced":false,"link":"#aluminium/2?…","notice":""}
//
// beat counts from 1, step from 0; time is in seconds of the scene. What the picture
// holds is not told here: pages ask while a reader scrolls, and tests many times a
// second.
func (m *Machine) AppendState(dst []byte) []byte {
	o := object{append(dst, '{')}
	o.text("scene", m.SceneName())
	o.number("beat", float64(m.Beat()+1))
	o.number("time", m.Now())
	o.truth("moving", m.Due() == 0)
	o.number("step", float64(m.Step()))
	o.number("steps", float64(m.Deck().Steps()))
	o.text("lang", m.Lang().String())
	o.text("theme", m.Theme().Name)
	o.text("picked", idText(m.Picked()))
	o.text("focus", idText(m.Focused()))
	o.truth("contents", m.Contents())
	o.truth("playing", m.Playing())
	o.number("speed", m.Speed())
	o.truth("reduced", m.Reduced())
	o.text("link", m.Link().String())
	o.text("notice", m.Notice())
	return append(o.b, '}')
}

// Hash tells the last picture from others, by its text form; it is empty where there
// is none.
func (m *Machine) Hash() string {
	if l := m.List(); l != nil {
		return strconv.FormatUint(l.Hash(), 16)
	}
	return ""
}

func idText(id draw.ID) string {
	if id.Zero() {
		return ""
	}
	return id.String()
}

// object writes a JSON object: encoding/json would weigh more than this package.
type object struct{ b []byte }

func (o *object) key(k string) {
	if o.b[len(o.b)-1] != '{' {
		o.b = append(o.b, ',')
	}
	o.b = append(draw.AppendQuoted(o.b, k), ':')
}

func (o *object) text(k, v string) { o.key(k); o.b = draw.AppendQuoted(o.b, v) }

func (o *object) number(k string, v float64) { o.key(k); o.b = draw.AppendThousandths(o.b, v) }

func (o *object) truth(k string, v bool) { o.key(k); o.b = strconv.AppendBool(o.b, v) }

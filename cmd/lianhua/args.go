//go:build js

package main

import (
	"strconv"
	"syscall/js"

	"lianhua/internal/play"
)

// args are a call's arguments; what is missing or of another kind reads as zero.
type args []js.Value

func (a args) at(i int) js.Value {
	if i < len(a) {
		return a[i]
	}
	return js.Undefined()
}

func (a args) number(i int) float64 {
	switch v := a.at(i); v.Type() {
	case js.TypeNumber:
		return v.Float()
	case js.TypeString:
		n, _ := strconv.ParseFloat(v.String(), 64)
		return n
	}
	return 0
}

func (a args) text(i int) string {
	if v := a.at(i); v.Type() == js.TypeString {
		return v.String()
	}
	return ""
}

func (a args) truth(i int) bool { return a.at(i).Truthy() }

func pointerKind(name string) (play.PointerKind, bool) {
	switch name {
	case "down":
		return play.Down, true
	case "move":
		return play.Move, true
	case "up":
		return play.Up, true
	case "cancel":
		return play.Cancel, true
	case "leave":
		return play.Leave, true
	}
	return 0, false
}

func text(v js.Value, name string) string {
	if p := v.Get(name); p.Type() == js.TypeString {
		return p.String()
	}
	return ""
}

func bytesOf(v js.Value) []byte {
	if v.Type() != js.TypeObject {
		return nil
	}
	data := make([]byte, v.Get("byteLength").Int())
	js.CopyBytesToGo(data, v)
	return data
}

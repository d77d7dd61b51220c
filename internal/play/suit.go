package play

import (
	"errors"
	"strconv"
	"strings"

	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/typeset"
)

// Suits reports why a player with these scenes and fonts shows a story not: it
// counts more than a scene has room for, or needs a character that the fonts
// lack.
func Suits(b *story.Bundle, scenes []stage.Scene, fonts *typeset.Fonts) error {
	if over := stage.Excesses(b, scenes); len(over) > 0 {
		return over[0]
	}
	var known [1 << 16 / 64]uint64 // a bit for each character of the first plane: texts share most
	for what, text := range b.Texts() {
		for _, r := range text {
			if r < 1<<16 {
				if known[r>>6]>>(r&63)&1 == 1 {
					continue
				}
				known[r>>6] |= 1 << (r & 63)
			}
			if fonts.Lacks(r) {
				return errors.New(what + " needs the character \"" + string(r) + "\" (" + codePoint(r) + "), which the player's fonts lack")
			}
		}
	}
	return nil
}

// codePoint is the character's number as Unicode writes it: four digits at least.
func codePoint(r rune) string {
	code := strings.ToUpper(strconv.FormatInt(int64(r), 16))
	return "U+" + strings.Repeat("0", max(0, 4-len(code))) + code
}

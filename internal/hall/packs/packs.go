// Package packs is what halls get as new content: a story with the fonts that it
// needs, its version, and what it requires of the player, as one file. It is not to
// be confused with the packs of a scene's drawings, which are compiled into the
// player (package art).
//
// Guarantees:
//
//   - [Read] never panics, and what it reserves is bounded whatever the file says.
//   - Equal packs give equal bytes.
//   - A hall's pack that [Pack.Suits] a player has all its scenes there and all its
//     characters in its own fonts.
package packs

import (
	"errors"
	"slices"
	"strconv"

	"lianhua/internal/play"
	"lianhua/internal/story"
	"lianhua/internal/typeset"
)

// Pack is a hall's pack.
type Pack struct {
	Version  uint64 // from 1 up; a newer pack has a higher one
	Name     string // what its makers call it, for logs; at most 200 bytes
	Requires Requires

	Story             []byte // a compiled story, as package story writes it
	Sans, Bold, Serif []byte // fonts as package typeset reads them
}

// Requires is what a pack needs of the player that shows it.
type Requires struct {
	StoryFormat int      // the version of the story's format
	Scenes      []string // the names of all scenes that the story tells
}

// Player is what a player can show.
type Player struct {
	StoryFormat int // story.Format
	OldestStory int // story.OldestFormat; 0: StoryFormat alone
	Scenes      []string
}

// ErrNewer is wrapped where a pack needs a newer player.
var ErrNewer = errors.New("needs a newer player: install the current one, then this pack will be taken")

type newer struct{ what string }

func (n *newer) Error() string { return "the pack " + n.what + ", and so " + ErrNewer.Error() }
func (n *newer) Unwrap() error { return ErrNewer }

// Suits reports why a player cannot show a pack: an error that wraps [ErrNewer], the
// story's own, or what its fonts lack. Whether each scene has room for what the story
// counts, and can be drawn, is for whoever has the scenes.
func (p *Pack) Suits(player Player) error {
	if p.Requires.StoryFormat > player.StoryFormat {
		return &newer{"has a story of format " + strconv.Itoa(p.Requires.StoryFormat) + " where this player reads " + strconv.Itoa(player.StoryFormat)}
	}
	if oldest := player.OldestStory; p.Requires.StoryFormat < player.StoryFormat && (oldest == 0 || p.Requires.StoryFormat < oldest) {
		return errors.New("the pack was made for an older player: make it anew with the studio of this player's release")
	}
	for _, name := range p.Requires.Scenes {
		if !slices.Contains(player.Scenes, name) {
			return &newer{"tells the scene " + strconv.Quote(name) + ", which this player lacks"}
		}
	}
	b, err := story.Decode(p.Story)
	if err != nil {
		return err
	}
	fonts, err := typeset.Load(p.Sans, p.Bold, p.Serif)
	if err != nil {
		return err
	}
	return play.Suits(b, nil, fonts)
}

package main

import (
	"errors"

	"lianhua/internal/art"
)

// take gives the player a scene's drawings, as a pack.
func (g *game) take(scene string, pack []byte) error {
	set, err := art.Decode(pack)
	if err != nil {
		return err
	}
	if !g.machine.SetArt(scene, set) {
		return errors.New("there is no scene " + scene)
	}
	return nil
}

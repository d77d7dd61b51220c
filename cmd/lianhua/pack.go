//go:build js

package main

import "lianhua/internal/art"

// take gives the player a scene's drawings, as a pack.
func (g *game) take(scene string, pack []byte) error {
	set, err := art.Decode(pack)
	if err != nil {
		return err
	}
	return g.machine.SetArt(scene, set)
}

package assets

import "embed"

// packs are the scenes' drawings as they are compiled.
//
//go:embed art/*.art
var packs embed.FS

// Pack is the pack of a scene's drawings, nil where it has none; art.Decode reads it.
func Pack(scene string) []byte {
	data, err := packs.ReadFile("art/" + scene + ".art")
	if err != nil {
		return nil
	}
	return data
}

package scenes_test

import (
	"testing"

	"lianhua/internal/preview/previewtest"
	"lianhua/internal/story"
	"lianhua/scenes"
)

// An act's scenes stand together and in the order in which it names them, acts in
// theirs, and all scenes but the cover and the sources belong to one.
func TestActsFollowOnOneAnother(t *testing.T) {
	all, next := scenes.All(), 1
	for _, act := range scenes.Acts() {
		for _, member := range act.Scenes {
			if next < len(all) && all[next].Name() == member.Scene {
				next++
				continue
			}
			for i, s := range all {
				if s.Name() == member.Scene {
					t.Errorf("%s of the act %s is the scene %d; %d is %s", member.Scene, act.Name, i, next, all[next].Name())
				}
			}
		}
	}
	if all[0].Name() != "cover" || next != len(all)-1 || all[next].Name() != "sources" {
		t.Errorf("scene %d, %s, belongs to no act", next, all[next].Name())
	}
}

func TestActsAndScenesHaveTheirNames(t *testing.T) {
	s := previewtest.Open(t, scenes.All()...)
	for _, lang := range story.Langs() {
		words := s.Bundle.In(lang)
		for _, act := range scenes.Acts() {
			for _, key := range []string{"act." + act.Name, "act.seal-" + act.Name, "act." + act.Name + "-what", "act." + act.Name + "-district"} {
				if !words.Copy(key).OK {
					t.Errorf("%v: no words %s", lang, key)
				}
			}
			for _, member := range act.Scenes {
				if key := "contents." + member.Scene; !words.Copy(key).OK {
					t.Errorf("%v: no words %s", lang, key)
				}
			}
		}
	}
}

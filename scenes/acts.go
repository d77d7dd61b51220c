package scenes

import (
	"slices"

	"lianhua/internal/stage"
)

// Acts are the acts of the story with their scenes, in its order. The cover and the
// sources belong to none.
func Acts() []stage.Act {
	const big, medium, small = stage.Big, stage.Medium, stage.Small
	return []stage.Act{
		{Name: "chain", Scenes: []stage.Member{
			{Scene: "aluminium", Weight: big}, {Scene: "hydrogen", Weight: big},
			{Scene: "industries", Weight: small}, {Scene: "output", Weight: small},
		}},
		{Name: "roots", Scenes: []stage.Member{
			{Scene: "innovation", Weight: big}, {Scene: "cultivation", Weight: small}, {Scene: "platforms", Weight: small},
			{Scene: "finance", Weight: medium}, {Scene: "people", Weight: small},
		}},
		{Name: "yard", Scenes: []stage.Member{
			{Scene: "tasks", Weight: medium}, {Scene: "households", Weight: big}, {Scene: "water", Weight: medium},
		}},
		{Name: "people", Scenes: []stage.Member{
			{Scene: "cleanup", Weight: big}, {Scene: "zhongshan", Weight: small}, {Scene: "models", Weight: medium},
		}},
		{Name: "measure", Scenes: []stage.Member{
			{Scene: "habits", Weight: medium}, {Scene: "inspection", Weight: big},
		}},
	}
}

// actsOf are the acts with those of their scenes that are told.
func actsOf(told []stage.Scene) []stage.Act {
	all := Acts()
	for i := range all {
		all[i].Scenes = slices.DeleteFunc(all[i].Scenes, func(m stage.Member) bool {
			return !slices.ContainsFunc(told, func(s stage.Scene) bool { return s.Name() == m.Scene })
		})
	}
	return all
}

package stage

// Controls is what the player's own controls show where no page around the
// picture has them: in a window and in a hall. The links are addresses as the
// player's ParseLink reads them.
type Controls struct {
	Playing                         bool
	PlayLink, LangLink, ThemeLink   string  // to the other state, language, theme
	PreviousLink, NextLink, Figures string  // a step back, a step on, the sources; empty: not offered
	Notice                          string  // copy key; empty: none
	Show                            float64 // of the notice, 0 to 1
}

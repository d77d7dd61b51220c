// Package fonts holds the three fonts, cut down to what the story shows by
// "studio fonts". The player in the browser does not import it: it fetches the
// files that the page's style sheet uses too. Source fonts for new words are
// in the folder source. Noto Sans SC and Noto Serif SC are under the SIL Open
// Font License, see OFL-NotoSansSC.txt and OFL-NotoSerifSC.txt.
package fonts

import _ "embed"

// Noto Sans SC Regular and Bold and Noto Serif SC Black, as TrueType files.
// They must not be changed.
var (
	//go:embed sans.ttf
	Sans []byte
	//go:embed bold.ttf
	Bold []byte
	//go:embed serif.ttf
	Serif []byte
)

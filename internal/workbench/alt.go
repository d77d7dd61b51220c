package workbench

import (
	"strings"

	"lianhua/internal/dom"
	"lianhua/internal/draw"
	"lianhua/internal/preview"
	"lianhua/internal/still"
	"lianhua/internal/story"
)

// inWords tells what a moment shows, in each language in turn: its title, what who
// cannot see it is told, its figures and where they are from.
func inWords(a *still.Artist, m moment) string {
	var out strings.Builder
	for i, lang := range story.Langs() {
		if i > 0 {
			out.WriteString("\n\n")
		}
		m.Lang, m.Area = lang, preview.Sizes()[1].Area
		l, _ := a.Moment(m.Moment)
		var tree dom.Tree
		tree.Build(l)
		var title, shows, figures []string
		for i := range tree.Nodes {
			switch n := &tree.Nodes[i]; {
			case n.Text == "":
			case n.Role == draw.RoleHeading && len(title) == 0:
				title = append(title, n.Text)
			case n.Role == draw.RolePicture:
				shows = append(shows, n.Text)
			case n.Role == draw.RoleFigure:
				figures = append(figures, strings.TrimSuffix(n.Text+" / "+n.Detail, " / "))
			}
		}
		source := []string{a.Cite(m.Scene, lang)}
		var parts []string
		for _, part := range [][]string{title, shows, figures, source} {
			if len(part) > 0 && part[0] != "" {
				parts = append(parts, strings.Join(part, "\n"))
			}
		}
		out.WriteString("[" + lang.String() + "]\n" + strings.Join(parts, "\n\n"))
	}
	return out.String() + "\n"
}

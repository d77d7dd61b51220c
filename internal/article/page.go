package article

import (
	"fmt"
	"strings"

	"lianhua/internal/story"
)

// Page fills in a template. In it, {{key}} stands for the words with that key in
// the story, and
//
//	{{lang}} {{other}}   the page's language and the other one: zh, en
//	{{root}}             the way to the site's top: "" or "../"
//	{{scenes}}           a section for each scene
//	{{table}}            the table of all figures
//
// and for what extra holds. Unknown keys are an error that names them all.
func (a *Article) Page(template, root string, extra map[string]string) (string, error) {
	var scenes, table writer
	a.scenes(&scenes, root)
	a.table(&table)
	other := story.EN
	if a.Lang == story.EN {
		other = story.ZH
	}
	own := map[string]string{
		"lang": a.Lang.String(), "other": other.String(), "root": root,
		"scenes": scenes.String(), "table": table.String(),
	}
	var out strings.Builder
	var unknown []string
	rest := template
	for {
		before, after, found := strings.Cut(rest, "{{")
		out.WriteString(before)
		if !found {
			break
		}
		key, tail, closed := strings.Cut(after, "}}")
		if !closed {
			return "", fmt.Errorf("the template ends inside {{%.20s", after)
		}
		rest = tail
		switch {
		case own[key] != "" || key == "root":
			out.WriteString(own[key])
		case extra[key] != "":
			out.WriteString(extra[key])
		default:
			words := a.story.Copy(key)
			if !words.OK {
				unknown = append(unknown, key)
			}
			out.WriteString(escaped(words.Text()))
		}
	}
	if len(unknown) > 0 {
		return "", fmt.Errorf("the template asks for words that the story lacks: %s; they belong in assets/copy", strings.Join(unknown, ", "))
	}
	return out.String(), nil
}

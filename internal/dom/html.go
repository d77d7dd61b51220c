package dom

import (
	"strings"
	"unicode/utf8"

	"lianhua/internal/draw"
)

// AppendHTML writes the tree as an article's HTML: headings from h2 on,
// paragraphs, lists, tables, links and sources in their order, and at the end a
// table of the figures, each once. Controls are left out, but not what they
// hold, and a list's buttons are its items; a picture's description is left to
// the picture.
func AppendHTML(dst []byte, t *Tree) []byte {
	h := article{b: dst, t: t}
	h.children(-1, 0)
	h.figures()
	return h.b
}

type article struct {
	b []byte
	t *Tree
}

func (h *article) s(s string) { h.b = append(h.b, s...) }

// children writes the nodes from index from on that lie in parent, and returns
// the index of the first that does not.
func (h *article) children(parent, from int) int {
	i := from
	for i < len(h.t.Nodes) && h.t.Nodes[i].Parent == parent {
		i = h.node(i)
	}
	return i
}

// tags are what roles are in HTML, where their text stands in it.
var tags = [...]struct{ open, shut string }{
	draw.RoleList:   {"<ul>\n", "</ul>\n"},
	draw.RoleItem:   {"<li>", "</li>\n"},
	draw.RoleTable:  {"<table>\n", "</table>\n"},
	draw.RoleRow:    {"<tr>", "</tr>\n"},
	draw.RoleCell:   {"<td>", "</td>"},
	draw.RoleSource: {`<p class="source">`, "</p>\n"},
}

func (h *article) node(i int) int {
	n := &h.t.Nodes[i]
	if n.Parent >= 0 && h.t.Nodes[n.Parent].Role == draw.RoleList && (n.Role == draw.RoleButton || n.Role == draw.RoleText) {
		return h.entry(i)
	}
	switch n.Role {
	case draw.RoleHeading:
		level := string(rune('1' + n.Level))
		h.s("<h" + level + ">")
		h.text(n.Text)
		h.s("</h" + level + ">\n")
		return h.children(i, i+1)
	case draw.RoleLink:
		h.s(`<p><a href="`)
		h.text(href(n.Target))
		h.s(`">`)
		h.text(n.Text)
		h.s("</a></p>\n")
		return h.children(i, i+1)
	case draw.RoleFigure:
		// In a cell or an item it is the content; elsewhere the table has it.
		if n.Parent >= 0 && holds(h.t.Nodes[n.Parent].Role) {
			h.sentence(n)
		}
		return h.children(i, i+1)
	case draw.RoleText:
		if n.Text != "" {
			h.s("<p>")
			h.sentence(n)
			h.s("</p>\n")
		}
		return h.children(i, i+1)
	case draw.RoleList, draw.RoleItem, draw.RoleTable, draw.RoleRow, draw.RoleCell, draw.RoleSource:
		tag := tags[n.Role]
		before := len(h.b)
		h.s(tag.open)
		empty := len(h.b)
		switch n.Role {
		case draw.RoleTable:
			h.wrapped("<caption>", n.Text, "</caption>\n")
		case draw.RoleItem, draw.RoleCell, draw.RoleSource:
			h.sentence(n)
		}
		end := h.children(i, i+1)
		if len(h.b) == empty && n.Role != draw.RoleCell {
			h.b = h.b[:before]
			return end
		}
		h.s(tag.shut)
		return end
	}
	return h.children(i, i+1)
}

func holds(r draw.Role) bool { return r == draw.RoleCell || r == draw.RoleItem }

// entry writes what a list holds as one of its items: what can be picked in the
// player is told here.
func (h *article) entry(i int) int {
	n := &h.t.Nodes[i]
	h.s("<li>")
	if n.Role == draw.RoleButton && n.Detail != "" {
		h.wrapped("<strong>", n.Text, "</strong> ")
		h.text(n.Detail)
	} else {
		h.sentence(n)
	}
	end := h.children(i, i+1)
	h.s("</li>\n")
	return end
}

// sentence writes a node's text and its detail.
func (h *article) sentence(n *Node) {
	h.text(n.Text)
	if n.Detail != "" && n.Detail != n.Text {
		if n.Text != "" {
			h.s(" ")
		}
		h.text(n.Detail)
	}
}

func (h *article) wrapped(open, text, shut string) {
	if text != "" {
		h.s(open)
		h.text(text)
		h.s(shut)
	}
}

// figures writes the table of what the picture counts.
func (h *article) figures() {
	begun := false
	for i := range h.t.Nodes {
		n := &h.t.Nodes[i]
		if n.Role != draw.RoleFigure || n.Parent >= 0 && holds(h.t.Nodes[n.Parent].Role) || h.before(i) {
			continue
		}
		if !begun {
			h.s("<table class=\"figures\">\n")
			begun = true
		}
		h.s(`<tr data-figure="`)
		h.text(n.Figure)
		h.s(`"><th scope="row">`)
		h.text(n.Detail)
		h.s("</th><td>")
		h.text(n.Text)
		h.s("</td></tr>\n")
	}
	if begun {
		h.s("</table>\n")
	}
}

// before reports whether an earlier node shows the same figure.
func (h *article) before(i int) bool {
	n := &h.t.Nodes[i]
	for k := range h.t.Nodes[:i] {
		if o := &h.t.Nodes[k]; n.Figure != "" && o.Role == draw.RoleFigure && o.Figure == n.Figure {
			return true
		}
	}
	return false
}

// href is a link's address: what is no web address or anchor is a state of the
// player.
func href(target string) string {
	for _, scheme := range [...]string{"#", "https://", "http://", "mailto:"} {
		if strings.HasPrefix(target, scheme) {
			return target
		}
	}
	return "#" + target
}

func (h *article) text(s string) {
	for _, r := range s {
		switch r {
		case '&':
			h.s("&amp;")
		case '<':
			h.s("&lt;")
		case '>':
			h.s("&gt;")
		case '"':
			h.s("&quot;")
		default:
			h.b = utf8.AppendRune(h.b, r)
		}
	}
}

package dataset

import (
	"strings"

	"lianhua/internal/story"
)

// Site is where the story is published.
type Site struct {
	Address string // absolute, with a slash at its end; empty where it is not known
}

// Page is the address of a scene's page in a language, below the site's own; the
// empty name is the whole story's.
func (s Site) Page(lang story.Lang, scene string) string {
	path := ""
	if lang != story.ZH {
		path = lang.String() + "/"
	}
	if scene != "" {
		path += scene + "/"
	}
	return path
}

// Work is what a citation names.
type Work struct {
	Author, Title story.Both
	Data          bool       // it is figures, not a picture alone
	Page          story.Both // the addresses below the site's own
	Address       story.Both // the absolute addresses; empty where they are not known
}

// Work is a scene, or with the empty name the whole story, as a citation names it.
func (s Site) Work(author story.Both, scene string, title story.Both, data bool) Work {
	w := Work{Author: author, Title: title, Data: data}
	w.Page = story.Both{ZH: s.Page(story.ZH, scene), EN: s.Page(story.EN, scene)}
	if s.Address != "" {
		w.Address = story.Both{ZH: s.Address + w.Page.ZH, EN: s.Address + w.Page.EN}
	}
	return w
}

// Citation is a citation in pieces: Head, then where a reader adds the date of
// access, then the address, then Tail. The forms hold {} where the date or the
// address goes.
type Citation struct {
	Head        string
	AccessForm  string
	AddressForm string
	Address     string // empty where it is not known
	Tail        string
}

// String is the citation without a date of access.
func (c Citation) String() string {
	if c.Address == "" {
		return c.Head + c.Tail
	}
	return c.Head + strings.Replace(c.AddressForm, "{}", c.Address, 1) + c.Tail
}

// GBT cites by GB/T 7714-2015, 8.8: electronic resources. The story bears no date
// of publication, so there is none in it.
func (w Work) GBT() Citation {
	return Citation{
		Head:       w.Author.ZH + ". " + w.Title.ZH + "[EB/OL]",
		AccessForm: ". [{}]", AddressForm: ". {}", Address: w.Address.ZH, Tail: ".",
	}
}

// English cites as the seventh edition of the APA manual has it for data sets
// (10.9) that bear no date.
func (w Work) English() Citation {
	what := "Interactive graphic"
	if w.Data {
		what = "Data set"
	}
	return Citation{
		Head:       w.Author.EN + ". (n.d.). " + w.Title.EN + " [" + what + "].",
		AccessForm: " Retrieved {}, from", AddressForm: " {}", Address: w.Address.EN,
	}
}

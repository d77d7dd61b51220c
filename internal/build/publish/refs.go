package publish

import (
	"errors"
	"fmt"
	"path"
	"regexp"
	"strings"

	"lianhua/internal/build"
)

// follow gives the reference ref, as the file from has it, its published form.
// What leads elsewhere stays.
func (s *site) follow(from, ref string) (string, error) {
	if ref == "" || strings.ContainsAny(ref, ":#") && !strings.Contains(ref, ".svg#") || strings.HasPrefix(ref, "/") {
		return ref, nil
	}
	file, tail := ref, ""
	if i := strings.IndexAny(ref, "?#"); i >= 0 {
		file, tail = ref[:i], ref[i:]
	}
	name := path.Join(path.Dir(from), file)
	if !Hashed(name) {
		return ref, nil
	}
	p, ok := s.parts[name]
	if !ok {
		return "", fmt.Errorf("it refers to %s, which the site lacks", name)
	}
	if p.Source == "" {
		return "", fmt.Errorf("it refers to %s, which has no lasting name yet", name)
	}
	// An address that asks for a version needs none when its name has it.
	if _, fragment, ok := strings.Cut(tail, "#"); ok {
		tail = "#" + fragment
	} else {
		tail = ""
	}
	return strings.TrimSuffix(file, path.Base(file)) + path.Base(p.Name) + tail, nil
}

// replace rewrites the group of each match of the pattern with the last index.
func (s *site) replace(name, text string, pattern *regexp.Regexp, with func(ref string) (string, error)) (string, error) {
	var out strings.Builder
	at := 0
	for _, m := range pattern.FindAllStringSubmatchIndex(text, -1) {
		from, to := m[len(m)-2], m[len(m)-1]
		ref, err := with(text[from:to])
		if err != nil {
			return "", err
		}
		out.WriteString(text[at:from])
		out.WriteString(ref)
		at = to
	}
	out.WriteString(text[at:])
	return out.String(), nil
}

var (
	styleURL  = regexp.MustCompile(`url\(\s*["']?([^"')\s]+)["']?\s*\)`)
	appSource = regexp.MustCompile(`"src":\s*"([^"]*)"`)
	pageRef   = regexp.MustCompile(`\s(?:href|src|poster)="([^"]*)"`)
	pageRefs  = regexp.MustCompile(`\ssrcset="([^"]*)"`)
	loading   = regexp.MustCompile(`<(?:script\b[^>]*\ssrc=|link\b[^>]*\srel="stylesheet"[^>]*\shref=)"([^"]*)"()`)
	modules   = regexp.MustCompile(`<script\s+type="module"[^>]*\ssrc="([^"]*)"`)
)

func (s *site) renameStyle(name string) error {
	if path.Ext(name) != ".css" {
		return nil
	}
	text, err := s.replace(name, plain(string(s.parts[name].Content)), styleURL, func(ref string) (string, error) {
		return s.follow(name, ref)
	})
	if err == nil {
		s.set(name, []byte(text))
	}
	return err
}

func (s *site) rewriteApp(name string) error {
	if path.Ext(name) != ".webmanifest" {
		return nil
	}
	text, err := s.replace(name, string(s.parts[name].Content), appSource, func(ref string) (string, error) {
		return s.follow(name, ref)
	})
	if err == nil {
		s.set(name, []byte(text))
	}
	return err
}

func (s *site) rewritePage(name string) error {
	if path.Ext(name) != ".html" {
		return nil
	}
	text := string(s.parts[name].Content)
	listing, err := s.listing(text)
	if err != nil {
		return err
	}
	app := s.app(name)
	for pattern, with := range map[*regexp.Regexp]func(string) (string, error){
		pageRef: func(ref string) (string, error) { return s.follow(name, ref) },
		pageRefs: func(list string) (string, error) {
			var out []string
			for one := range strings.SplitSeq(list, ",") {
				ref, size, _ := strings.Cut(strings.TrimSpace(one), " ")
				to, err := s.follow(name, ref)
				if err != nil {
					return "", err
				}
				out = append(out, strings.TrimSpace(to+" "+size))
			}
			return strings.Join(out, ", "), nil
		},
	} {
		if text, err = s.replace(name, text, pattern, with); err != nil {
			return err
		}
	}
	text = loading.ReplaceAllStringFunc(text, func(tag string) string {
		ref := loading.FindStringSubmatch(tag)[1]
		if digest, ok := s.digest(path.Join(path.Dir(name), ref)); ok {
			// A digest asks for CORS where the page is of no origin: in a sandbox.
			return tag + ` integrity="` + digest + `" crossorigin`
		}
		return tag
	})
	if at := modules.FindStringIndex(text); at != nil {
		text = text[:at[0]] + listing + text[at[0]:]
		before, after, ok := strings.Cut(text, "</head>")
		if !ok {
			return errors.New("it has no </head>")
		}
		text = before + app + "</head>" + after
	}
	s.set(name, []byte(text))
	return nil
}

// digest is that of the file with the published name.
func (s *site) digest(published string) (string, bool) {
	for _, name := range s.names {
		if p := s.parts[name]; p.Name == published {
			return p.Integrity(), true
		}
	}
	return "", false
}

// listing is what comes before the page's own script: the list of the player's
// files. It is empty where the page has none.
func (s *site) listing(text string) (string, error) {
	if !modules.MatchString(text) {
		return "", nil
	}
	list, err := build.Listing(s.loaded())
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("<script type=\"application/json\" id=\"files\">%s</script>\n", list), nil
}

// app is what a page's head gains, so that the story can be installed.
func (s *site) app(name string) string {
	top := strings.Repeat("../", strings.Count(name, "/"))
	var out strings.Builder
	app := path.Join(path.Dir(name), appName)
	if _, ok := s.parts[app]; !ok {
		app = appName
	}
	if _, ok := s.parts[app]; ok {
		fmt.Fprintf(&out, "<link rel=\"manifest\" href=\"%s\">\n", top+app)
	}
	if p, ok := s.parts["icons/192.png"]; ok {
		fmt.Fprintf(&out, "<link rel=\"apple-touch-icon\" href=\"%s\">\n", top+p.Name)
	}
	return out.String()
}

// appName is the app manifest in a page's folder.
const appName = "app.webmanifest"

// loaded are the parts that the page's scripts ask for by name.
func (s *site) loaded() []build.File {
	var out []build.File
	for _, name := range s.names {
		switch path.Ext(name) {
		case ".wasm", ".lh", ".art", ".ttf":
			out = append(out, s.parts[name])
		}
		if name == build.RuntimeName || name == build.AheadName {
			out = append(out, s.parts[name])
		}
	}
	return out
}

package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image/png"
	"strconv"

	"lianhua/internal/build"
	"lianhua/internal/draw"
	"lianhua/internal/raster"
	"lianhua/internal/stage"
	"lianhua/internal/story"
)

// app is a web app manifest (W3C, Web Application Manifest), whose addresses are
// relative to itself.
type app struct {
	Name        string    `json:"name"`
	ShortName   string    `json:"short_name"`
	Description string    `json:"description"`
	Lang        string    `json:"lang"`
	StartURL    string    `json:"start_url"`
	Scope       string    `json:"scope"`
	Display     string    `json:"display"`
	Background  string    `json:"background_color"`
	Theme       string    `json:"theme_color"`
	Icons       []appIcon `json:"icons"`
}

type appIcon struct {
	Src     string `json:"src"`
	Sizes   string `json:"sizes"`
	Type    string `json:"type"`
	Purpose string `json:"purpose"`
}

// appFiles are what a device needs to keep the story among its apps: a manifest
// for each language, beside that language's page, and the icons.
func appFiles(data []byte) ([]build.File, error) {
	bundle, err := story.Decode(data)
	if err != nil {
		return nil, err
	}
	theme, err := stage.ThemeOf(bundle.Themes()[0])
	if err != nil {
		return nil, err
	}
	var out []build.File
	var icons []appIcon
	for _, icon := range []struct {
		name     string
		side     int
		maskable bool
	}{{"192", 192, false}, {"512", 512, false}, {"maskable", 512, true}} {
		picture, err := appPicture(theme, icon.side, icon.maskable)
		if err != nil {
			return nil, err
		}
		p := build.NewFile("icons/"+icon.name+".png", picture)
		out = append(out, p)
		purpose := "any"
		if icon.maskable {
			purpose = "maskable"
		}
		size := strconv.Itoa(icon.side)
		icons = append(icons, appIcon{p.Name, size + "x" + size, "image/png", purpose})
	}
	for i, lang := range story.Langs() {
		words := bundle.In(lang)
		a := app{
			Name: words.Words("shell.name") + " · " + words.Words("shell.subtitle"), ShortName: words.Words("shell.name"),
			Description: words.Words("page.description"), Lang: lang.String(),
			StartURL: "./", Scope: "./", Display: "standalone",
			Background: cssColor(theme.Ground), Theme: cssColor(theme.Ground),
			Icons: append([]appIcon(nil), icons...),
		}
		name := "app.webmanifest"
		if i > 0 {
			name, a.Scope = lang.String()+"/"+name, "../"
			for k := range a.Icons {
				a.Icons[k].Src = "../" + a.Icons[k].Src
			}
		}
		var text bytes.Buffer
		enc := json.NewEncoder(&text)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", " ")
		if err := enc.Encode(a); err != nil {
			return nil, fmt.Errorf("writing the app manifest: %w", err)
		}
		out = append(out, build.NewFile(name, text.Bytes()))
	}
	return out, nil
}

func appPicture(theme *stage.Theme, side int, maskable bool) ([]byte, error) {
	var l draw.List
	drawIcon(&l, theme, float64(side), maskable)
	var out bytes.Buffer
	if err := png.Encode(&out, raster.Render(&l, nil, 1)); err != nil {
		return nil, fmt.Errorf("writing an icon: %w", err)
	}
	return out.Bytes(), nil
}

// cssColor is #rrggbb.
func cssColor(c draw.Color) string { return fmt.Sprintf("#%06x", uint32(c)>>8) }

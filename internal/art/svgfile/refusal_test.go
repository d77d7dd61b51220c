package svgfile_test

import (
	"fmt"
	"strings"
	"testing"

	"lianhua/internal/art/svgfile"
)

const (
	head = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 100">` + "\n"
	foot = "\n</svg>\n"
)

// layer wraps what stands in a layer: it begins on line 3.
func layer(s string) string { return head + "<g data-lh-layer=\"a\">\n" + s + "\n</g>" + foot }

func slots(s string) string {
	return head + "<g data-lh-layer=\"a\"/><g data-lh-layer=\"slots\">\n" + s + "\n</g>" + foot
}

// TestRefusals has everything that is refused: each with its line, its element and a
// hint, and nothing else with it.
func TestRefusals(t *testing.T) {
	const (
		stops  = `<stop class="stop-ink"/><stop offset="1" class="stop-clay"/>`
		box    = `<rect class="fill-ink" width="9" height="9"`
		plain  = box + `/>`
		oval   = `<radialGradient id="g" gradientUnits="userSpaceOnUse" cx="0" cy="0" r="9" gradientTransform="scale(2 1)">` + stops + `</radialGradient>`
		linear = `<linearGradient id="g" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="9" y2="0"`
	)
	shown := func(gradient string) string {
		return layer(gradient + "\n" + `<path d="M0 0h9v9z" fill="url(#g)"/>`)
	}
	clipped := func(clip string) string { return layer(clip + "\n" + box + ` clip-path="url(#c)"/>`) }
	for _, c := range []struct{ name, file, want, hint string }{
		// Files.
		{"no XML", "<svg", "1: this is no XML", "plain SVG"},
		{"XML that breaks off", head + "<g>\n<a", "3: this is no XML", "plain SVG"},
		{"nothing", "", "1: there is no <svg> in it", ""},
		{"no drawing", `<g xmlns="http://www.w3.org/2000/svg"/>`, "1: <g>: the file is no drawing", "<svg>"},
		{"no namespace", `<svg viewBox="0 0 9 9"/>`, "1: <svg> is not in SVG's namespace", "xmlns="},
		{"prefix", head + "<x:g/>" + foot, "2: the prefix of <x:g> is not declared", "xmlns:x"},
		{"prefix of an attribute", layer(box + ` inkscape:label="x"/>`), "3: <rect>: the prefix of inkscape:label is not declared", "xmlns:inkscape"},
		{"another language", head + `<b xmlns="urn:b"/>` + foot, "2: <b> of urn:b", "delete"},
		{"declarations", `<!DOCTYPE svg [<!ENTITY a "b">]>` + layer(plain), "1: a document type with declarations", "delete"},
		{"style sheet beside", `<?xml-stylesheet href="a.css"?>` + layer(plain), "1: the instruction <?xml-stylesheet?>", "delete"},
		{"attribute twice", layer(box + ` width="8"/>`), "3: <rect>: width is given twice", "keep one"},
		{"id twice", layer(`<g id="a"/>` + "\n" + `<g id="a"/>`), `4: <g id="a">: the id is given twice, first on line 3`, "unique"},
		{"too deep", head + strings.Repeat("<g>", 70) + strings.Repeat("</g>", 70) + foot, "2: more elements, or deeper", "64"},
		{"too many points", layer(`<path class="fill-ink" d="M0 0` + strings.Repeat("h1", 60_001) + `"/>`), "3: <path>: with it the file has more points than a drawing may: 60000", "Simplify"},
		{"too much used", layer(`<path id="p" class="fill-ink" d="M0 0` + strings.Repeat("h1", 50_000) + `"/>` + strings.Repeat(`<use href="#p"/>`, 5)), "3: <path id=\"p\">: with it the file has more points than a drawing may", "crowds"},
		{"uses of uses", layer(bomb()), "3: <use>: uses of uses draw more than 400000 elements", "storyboard"},

		// The root.
		{"no viewBox", `<svg xmlns="http://www.w3.org/2000/svg"><g data-lh-layer="a"/></svg>`, `1: <svg>: viewBox is ""`, "0 0 1440 900"},
		{"viewBox elsewhere", `<svg xmlns="http://www.w3.org/2000/svg" viewBox="5 0 9 9"><g data-lh-layer="a"/></svg>`, "1: <svg>: viewBox begins at 5 0", "0 0"},
		{"anchor", `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" data-lh-anchor="2 0"><g data-lh-layer="a"/></svg>`, `1: <svg>: data-lh-anchor is "2 0"`, "0.5 0.5"},
		{"all moved", `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" transform="scale(2)"><g data-lh-layer="a"/></svg>`, "1: <svg>: a transform of the whole file", "group"},
		{"no layer", head + foot, "1: <svg>: no layer", "data-lh-layer"},

		// Elements and attributes.
		{"text", layer(`<text>8</text>`), "3: <text>: drawings have no such element", "slots"},
		{"bare words", layer(`words`), `2: <g>: text within it`, "slot"},
		{"bitmap", layer(`<image href="a.png"/>`), "3: <image>: drawings have no such element", "trace"},
		{"filter", head + `<filter id="f"/>` + foot, "2: <filter id=\"f\">: drawings have no such element", "gradients"},
		{"part of a filter", head + `<feBlend/>` + foot, "2: <feBlend>: drawings have no such element", "gradients"},
		{"mask", head + `<mask/>` + foot, "2: <mask>: drawings have no such element", "clipPath"},
		{"pattern", head + `<pattern/>` + foot, "2: <pattern>: drawings have no such element", "symbol"},
		{"script", head + `<script/>` + foot, "2: <script>: drawings have no such element", "storyboard"},
		{"animation", layer(`<rect class="fill-ink" width="9" height="9"><animate/></rect>`), "3: <animate>: drawings have no such element", "storyboard"},
		{"misspelt element", layer(`<elipse/>`), "3: <elipse>: drawings have no such element", "ellipse"},
		{"svg within", layer(`<svg/>`), "3: <svg>: an <svg> within another", "<g>"},
		{"style sheet", head + `<style>.a{fill:red}</style>` + foot, "2: <style>: a style sheet", "palette"},
		{"stop alone", layer(`<stop class="stop-ink"/>`), "3: <stop>: a stop outside of a gradient", "one"},
		{"misspelt attribute", layer(box + ` heigth="4"/>`), "3: <rect>: unknown attribute heigth", "height"},
		{"handler", layer(box + ` onclick="a()"/>`), "3: <rect>: the script onclick", "touch"},
		{"misspelt data", layer(`<g data-lh-layer="b" data-lh-ligth="day"/>`), "3: <g>: unknown or misplaced attribute data-lh-ligth", "data-lh-light"},
		{"layer's on a shape", layer(box + ` data-lh-role="button"/>`), "3: <rect>: unknown or misplaced attribute data-lh-role", "layer"},
		{"slot's on a shape", layer(box + ` data-lh-align="start start"/>`), "3: <rect>: unknown or misplaced attribute data-lh-align", "slots"},

		// Properties.
		{"misspelt property", layer(box + ` style="fil-opacity:1"/>`), "3: <rect>: unknown property fil-opacity", "fill-opacity"},
		{"broken style", layer(box + ` style="fill"/>`), "3: <rect>: style has fill, which says nothing", "name:value"},
		{"important", layer(box + ` style="fill-opacity:.5!important"/>`), "3: <rect>: fill-opacity in style is !important", "leave"},
		{"transform in style", layer(box + ` style="transform:scale(2)"/>`), "3: <rect>: transform in style", "attribute"},
		{"transform-origin", layer(box + ` transform="scale(2)" transform-origin="center"/>`), "3: <rect>: transform-origin is center", "rotate"},
		{"hidden", layer(box + ` display="none"/>`), "3: <rect>: display is none", "data-lh-light"},
		{"hidden layer", layer(`<g data-lh-layer="b" style="display:none"/>`), "3: <g>: display is none", "data-lh-light"},
		{"blended", layer(box + ` style="mix-blend-mode:multiply"/>`), "3: <rect>: mix-blend-mode is multiply", "mixed"},
		{"filtered", layer(box + ` filter="url(#f)"/>`), "3: <rect>: filter is url(#f)", "gradients"},
		{"marked", layer(box + ` marker-end="url(#f)"/>`), "3: <rect>: marker-end is url(#f)", "paths"},
		{"hair lines", layer(box + ` vector-effect="non-scaling-stroke"/>`), "3: <rect>: vector-effect is non-scaling-stroke", "grow"},
		{"group opacity", layer(`<g opacity=".5">` + plain + `</g>`), "3: <g>: a group with an opacity", "fill-opacity"},
		{"opacity of both", layer(`<rect class="fill-ink stroke-clay" opacity=".5" width="9" height="9"/>`), "3: <rect>: opacity on a shape that is both", "stroke-opacity"},
		{"bad opacity", layer(box + ` fill-opacity="half"/>`), `3: <rect>: fill-opacity is "half"`, "0 to 1"},
		{"bad rule", layer(box + ` fill-rule="odd"/>`), `3: <rect>: fill-rule is "odd"`, "evenodd"},

		// Colours.
		{"unknown colour", layer(`<rect class="fill-leef-40" width="9" height="9"/>`), `3: <rect>: unknown colour "leef-40"`, "leaf-40"},
		{"unknown colour, often", layer(`<g class="fill-inc">` + plain + `</g>` + "\n" + `<g class="fill-inc"/>`), `3: <g>: unknown colour "inc", here and on 1 more`, "ink"},
		{"unknown scale, often", layer(`<g class="fill-leef-40"/>` + "\n" + `<g class="fill-leef-60"/>`), `3: <g>: unknown colour "leef-40", and so are all tones of leef, on 1 more`, "leaf-40"},
		{"tone beyond", layer(`<rect class="fill-leaf-140" width="9" height="9"/>`), `3: <rect>: unknown colour "leaf-140"`, "100"},
		{"unknown class", layer(box + ` id="r"/>` + `<g class="cls-1"/>`), `3: <g>: unknown class "cls-1"`, "fill-NAME"},
		{"colour by value", layer(`<rect fill="#3F7F4C" width="9" height="9"/>`), `3: <rect>: fill is "#3F7F4C"`, "fill-leaf-24"},
		{"colour by name", layer(`<rect style="fill:red" width="9" height="9"/>`), `3: <rect>: fill is "red"`, "fill-NAME"},
		{"colour twice", layer(box + ` style="fill:#fff"/>`), `3: <rect>: its fill is given by a class and once more as "#fff"`, "delete fill"},
		{"two classes", layer(`<rect class="fill-ink fill-clay" width="9" height="9"/>`), "3: <rect>: two classes give its fill", "keep one"},
		{"black by chance", layer(`<rect width="9" height="9"/>`), "3: <rect>: it says nothing of its fill", `fill="none"`},
		{"nothing painted", layer(`<rect fill="none" width="9" height="9"/>`), "3: <rect>: it is neither filled nor stroked", "fill-opacity"},
		{"gradient gone", layer(oval + "\n" + `<path fill="url(#h)" d="M0 0h9v9z"/>`), "4: <path>: fill refers to #h, which is not in the file", "g"},
		{"paint by a shape", layer(`<path id="h" fill="url(#h)" d="M0 0h9v9z"/>`), `3: <path id="h">: fill refers to <path id="h">`, "gradients"},

		// Shapes.
		{"in no layer", head + plain + foot, "2: <rect>: it stands in no layer", "data-lh-layer"},
		{"unit", layer(`<rect class="fill-ink" width="9em" height="9"/>`), `3: <rect>: width is "9em"`, "pixels"},
		{"per cent", layer(`<circle class="fill-ink" r="9%"/>`), `3: <circle>: r is "9%"`, "pixels"},
		{"no extent", layer(`<rect class="fill-ink" width="9"/>`), "3: <rect>: there is nothing of it to be seen", "extent"},
		{"radius below 0", layer(box + ` rx="-1"/>`), "3: <rect>: a radius below 0", "pixels"},
		{"bad path", layer(`<path class="fill-ink" d="M0 0 X9"/>`), `3: <path>: svg path, byte 5: unknown command "X"`, "anew"},
		{"bad points", layer(`<polygon class="fill-ink" points="0 0 9"/>`), "3: <polygon>: points is no list of pairs", "10,10"},
		{"far away", layer(`<path class="fill-ink" d="M0 0h9e7v1"/>`), "3: <path>: it reaches beyond 1000000", "size"},
		{"moved far away", layer(box + ` transform="translate(900000) scale(100000)"/>`), "3: <rect>: it reaches beyond 1000000", "size"},
		{"bad transform", layer(box + ` transform="turn(3)"/>`), "3: <rect>: transform: there is no turn(3)", "rotate"},
		{"open bracket", layer(box + ` transform="scale(3"/>`), "3: <rect>: transform: a bracket is missing", "rotate"},
		{"bad number", layer(box + ` transform="scale(a)"/>`), "3: <rect>: transform: (a) is no list of numbers", "degrees"},
		{"flattened", layer(box + ` transform="scale(0 1)"/>`), "3: <rect>: transform flattens", "delete"},
		{"crossing evenodd", layer(`<path class="fill-ink" fill-rule="evenodd" d="M0 0h9v9h-9zM5 5h9v9h-9z"/>`), "3: <path>: fill-rule evenodd, and its outlines cross", "Union"},

		// Strokes.
		{"width", layer(`<path fill="none" class="stroke-ink" stroke-width="thin" d="M0 0h9"/>`), `3: <path>: stroke-width is "thin"`, "pixels"},
		{"width below 0", layer(`<path class="fill-ink stroke-ink" stroke-width="-1" d="M0 0h9v9"/>`), "3: <path>: stroke-width is below 0", "pixels"},
		{"cap", layer(`<path fill="none" class="stroke-ink" stroke-linecap="flat" d="M0 0h9"/>`), `3: <path>: stroke-linecap is "flat"`, "butt"},
		{"join", layer(`<path fill="none" class="stroke-ink" stroke-linejoin="arcs" d="M0 0h9"/>`), `3: <path>: stroke-linejoin is "arcs"`, "bevel"},
		{"miter", layer(`<path fill="none" class="stroke-ink" stroke-miterlimit="10" d="M0 0h9l-9 2"/>`), "3: <path>: stroke-miterlimit is 10", "4"},
		{"dashes", layer(`<path fill="none" class="stroke-ink" stroke-dasharray="4 1 2 1" d="M0 0h9"/>`), "3: <path>: stroke-dasharray has more than one dash", "4 2"},
		{"dash below 0", layer(`<path fill="none" class="stroke-ink" stroke-dasharray="-4" d="M0 0h9"/>`), `3: <path>: stroke-dasharray is "-4"`, "4 2"},
		{"dots", layer(`<path fill="none" class="stroke-ink" stroke-dasharray="0 3" d="M0 0h9"/>`), "3: <path>: its dashes have no length", "0.01"},
		{"speck", layer(`<path fill="none" class="stroke-ink" stroke-linecap="round" d="M0 0h0"/>`), "3: <path>: a stroke without a length", "circle"},
		{"oval stroke", layer(oval + "\n" + `<path fill="none" stroke="url(#g)" d="M0 0h9v9"/>`), "4: <path>: a stroke with a radial gradient that is no circle", "Stroke to Path"},

		// Gradients.
		{"spread", shown(linear + ` spreadMethod="repeat">` + stops + `</linearGradient>`), `3: <linearGradient id="g">: spreadMethod is repeat`, "pad"},
		{"units of a gradient", shown(linear + ` gradientTransform="a">` + stops + `</linearGradient>`), `3: <linearGradient id="g">: gradientTransform: a bracket`, "rotate"},
		{"other units", shown(`<linearGradient id="g" gradientUnits="box">` + stops + `</linearGradient>`), `3: <linearGradient id="g">: gradientUnits is "box"`, "objectBoundingBox"},
		{"flat gradient", shown(linear + ` gradientTransform="scale(0)">` + stops + `</linearGradient>`), `3: <linearGradient id="g">: its transform flattens`, "extent"},
		{"no length", shown(`<linearGradient id="g" x1="1">` + stops + `</linearGradient>`), `3: <linearGradient id="g">: it has no length`, "colour"},
		{"window's length", shown(`<linearGradient id="g" gradientUnits="userSpaceOnUse">` + stops + `</linearGradient>`), `3: <linearGradient id="g">: x2 is not given`, "pixels"},
		{"bad place", shown(`<linearGradient id="g" x1="a">` + stops + `</linearGradient>`), `3: <linearGradient id="g">: x1 is "a"`, "number"},
		{"focus", shown(`<radialGradient id="g" fx=".2">` + stops + `</radialGradient>`), `3: <radialGradient id="g">: its focus is not its centre`, "fx"},
		{"no stops", shown(`<radialGradient id="g"/>`), `3: <radialGradient id="g">: it has no stops`, "two"},
		{"many stops", shown(`<radialGradient id="g">` + strings.Repeat(stops, 4) + `</radialGradient>`), `3: <radialGradient id="g">: 8 stops`, "6"},
		{"black stop", shown(`<radialGradient id="g">` + stops + `<stop/></radialGradient>`), `3: <stop>: it has no colour`, "stop-NAME"},
		{"black stops alone", shown(`<radialGradient id="g"><stop/><stop offset="1"/></radialGradient>`), `3: <stop>: it has no colour`, "stop-NAME"},
		{"stop by a gradient", shown(`<radialGradient id="g"><stop stop-color="url(#g)"/>` + stops + `</radialGradient>`), `3: <stop>: stop-color is url(#g)`, "stop-NAME"},
		{"stop by value", shown(`<radialGradient id="g"><stop stop-color="#000"/>` + stops + `</radialGradient>`), `3: <stop>: stop-color is "#000"`, "stop-ink"},
		{"stop of no colour", shown(`<radialGradient id="g"><stop stop-color="transparent"/>` + stops + `</radialGradient>`), `3: <stop>: stop-color is transparent`, "stop-opacity"},
		{"stop nowhere", shown(`<radialGradient id="g"><stop class="stop-ink" offset="b"/>` + stops + `</radialGradient>`), `3: <stop>: offset is "b"`, "0 to 1"},
		{"gradient from nowhere", shown(`<radialGradient id="g" href="#h"/>`), `3: <radialGradient id="g">: href is "#h", which is not in the file`, ""},
		{"gradient from a group", shown(`<g id="h"/><radialGradient id="g" href="#h"/>`), `3: <radialGradient id="g">: href leads to <g id="h">`, "gradients"},
		{"gradient in a circle", shown(`<radialGradient id="g" href="#g"/>`), `3: <radialGradient id="g">: href leads on more than 8`, "own"},
		{"box of a line", layer(`<linearGradient id="g">` + stops + `</linearGradient>` + "\n" + `<path d="M0 0h9" fill="none" stroke="url(#g)"/>`), "4: <path>: a gradient by the box of a shape that has no width", "userSpaceOnUse"},

		// Clips.
		{"no clip", layer(box + ` clip-path="circle(3px)"/>`), `3: <rect>: clip-path is "circle(3px)"`, "<clipPath>"},
		{"clip gone", layer(box + ` clip-path="url(#c)"/>`), "3: <rect>: clip-path refers to #c", ""},
		{"empty clip", clipped(`<clipPath id="c"/>`), `3: <clipPath id="c">: an empty clip`, "delete"},
		{"clip in a circle", clipped(`<clipPath id="c" clip-path="url(#c)"><path d="M0 0h9v9z"/></clipPath>`), `3: <clipPath id="c">: clips within clips`, "one path"},
		{"clip by a group", clipped(`<clipPath id="c"><g/></clipPath>`), `3: <g>: it stands in a clip`, "group"},
		{"clip on its shape", clipped(`<clipPath id="d"><path d="M0 0h9v9z"/></clipPath><clipPath id="c"><path clip-path="url(#d)" d="M0 0h9v9z"/></clipPath>`), `3: <path>: a clip on the shape of a clip`, "itself"},
		{"clip of outlines", clipped(`<clipPath id="c"><path d="M0 0h9v9z"/><path d="M0 0h9v9zM2 0h3v3z"/></clipPath>`), `3: <clipPath id="c">: a clip of several shapes`, "Union"},
		{"crossing clip", clipped(`<clipPath id="c"><path clip-rule="evenodd" d="M0 0h9v9h-9zM5 5h9v9h-9z"/></clipPath>`), `3: <path>: clip-rule evenodd`, "Union"},
		{"clip by a group's box", layer(`<clipPath id="c" clipPathUnits="objectBoundingBox"><path d="M0 0h1v1z"/></clipPath><g clip-path="url(#c)"/>`), `3: <clipPath id="c">: clipPathUnits is objectBoundingBox`, "userSpaceOnUse"},

		// Uses.
		{"use of nothing", layer(`<use/>`), `3: <use>: href is ""`, "symbols.svg#id"},
		{"use of what is gone", layer(`<use href="#tre"/>`), "3: <use>: it refers to #tre, which is not in the file", ""},
		{"symbol that is not there", layer(`<use href="symbols.svg#tre"/>`), `3: <use>: symbols.svg has no symbol "tre"`, "tree"},
		{"another file", layer(`<use href="others.svg#tree"/>`), "3: <use>: it refers to the file others.svg", "symbols.svg"},
		{"use of itself", layer(`<g id="g"><use href="#g"/></g>`), "3: <use>: uses within uses", "once"},
		{"opacity of a use", layer(`<use href="symbols.svg#tree" opacity=".5"/>`), "3: <use>: a group with an opacity", "fill-opacity"},
		{"use of a layer", layer(`<g id="g" data-lh-layer="b"/><use href="#g"/>`), `3: <g id="g">: a layer that <use> shows`, "symbol"},
		{"no room", layer(`<use href="symbols.svg#house"/>`), "3: <use>: the symbol has a viewBox, and <use> gives it no width", "pixels"},
		{"cut symbol", layer(`<symbol id="s"><path class="fill-ink" d="M-5 0h9v9z"/></symbol><use href="#s"/>`), `3: <symbol id="s">: it reaches beyond its own box`, `overflow="visible"`},
		{"aspect", layer(`<symbol id="s" viewBox="0 0 9 9" preserveAspectRatio="xMinYMin"/><use href="#s" width="9" height="9"/>`), `3: <symbol id="s">: preserveAspectRatio is "xMinYMin"`, "none"},
		{"symbol's place", layer(`<symbol id="s" refX="4"/><use href="#s"/>`), `3: <symbol id="s">: refX of a symbol`, "0 0"},

		// Layers.
		{"an empty layer is none of them", layer(""), "", ""},
		{"same name", head + `<g data-lh-layer="a"/>` + "\n" + `<g data-lh-layer="a"/>` + foot, `3: <g>: a second layer named "a", the first on line 2`, "rename"},
		{"no name", head + `<g data-lh-layer=""/>` + foot, "2: <g>: a layer without a name", "name"},
		{"name with a stroke", head + `<g data-lh-layer="a/b"/>` + foot, `2: <g>: the name "a/b"`, "stroke"},
		{"light", head + `<g data-lh-layer="a" data-lh-light="dusk"/>` + foot, `2: <g>: data-lh-light is "dusk"`, "day or night"},
		{"role", head + `<g data-lh-layer="a" data-lh-role="buton" data-lh-label="k"/>` + foot, `2: <g>: data-lh-role is "buton"`, "button"},
		{"no label", head + `<g data-lh-layer="a" data-lh-role="button"/>` + foot, "2: <g>: a button without a label", "data-lh-label"},
		{"no role", head + `<g data-lh-layer="a" data-lh-label="k"/>` + foot, "2: <g>: it is described and has no role", "data-lh-role"},
		{"many layers", head + many(251) + foot, "252: <g>: more layers than a drawing has: 250", "groups"},

		// Slots.
		{"no id", slots(`<rect width="9" height="9"/>`), "3: <rect>: a slot without a name", "id="},
		{"name of a slot with a stroke", slots(`<rect id="a/b" width="9" height="9"/>`), `3: <rect id="a/b">: the name "a/b"`, "stroke"},
		{"slot twice", slots(`<rect id="a" width="9" height="9"/>` + "\n" + `<g id="b"><rect id="a" width="9" height="9"/></g>`), `4: <rect id="a">: the id is given twice`, "unique"},
		{"other shape", slots(`<ellipse id="a" rx="9" ry="9"/>`), `3: <ellipse id="a">: it stands among the slots`, "<circle>"},
		{"layer among slots", slots(`<g data-lh-layer="b"/>`), "3: <g>: a layer within the slots", "not drawn"},
		{"turned", slots(`<rect id="a" width="9" height="9" transform="rotate(9)"/>`), `3: <rect id="a">: a slot that is turned`, "upright"},
		{"language", slots(`<rect id="a" width="9" height="9" data-lh-lang="de"/>`), `3: <rect id="a">: data-lh-lang is "de"`, "zh or en"},
		{"language without name", slots(`<rect id="a" width="9" height="9" data-lh-lang="en"/>`), `3: <rect id="a">: it is of one language`, `id="a.en"`},
		{"name without language", slots(`<rect id="a.en" width="9" height="9"/>`), `3: <rect id="a.en">: its name is of one language`, `data-lh-lang="en"`},
		{"align", slots(`<rect id="a" width="9" height="9" data-lh-align="left"/>`), `3: <rect id="a">: data-lh-align is "left"`, "start middle"},
		{"size", slots(`<rect id="a" width="9" height="9" data-lh-size="0"/>`), `3: <rect id="a">: data-lh-size is "0"`, "19"},
		{"least", slots(`<rect id="a" width="9" height="9" data-lh-least="1.5"/>`), `3: <rect id="a">: data-lh-least is "1.5"`, "0.8"},
		{"lines", slots(`<rect id="a" width="9" height="9" data-lh-lines="1.5"/>`), `3: <rect id="a">: data-lh-lines is 1.5`, "whole"},
		{"drop", slots(`<rect id="a" width="9" height="9" data-lh-drop="yes"/>`), `3: <rect id="a">: data-lh-drop is "yes"`, "true"},
		{"slot's anchor", slots(`<rect id="a" width="9" height="9" data-lh-anchor="botom"/>`), `3: <rect id="a">: data-lh-anchor is "botom"`, "bottom"},
	} {
		t.Run(c.name, func(t *testing.T) {
			d, problems := svgfile.Read("a.svg", []byte(c.file), options(t))
			if c.want == "" {
				if len(problems) > 0 {
					t.Errorf("refused: %v", problems)
				}
				return
			}
			if d != nil || len(problems) == 0 {
				t.Fatal("it is taken")
			}
			found := false
			for _, p := range problems {
				where := fmt.Sprintf("%d: %s", p.Line, p.Message)
				if strings.HasPrefix(where, c.want) {
					found = true
					if !strings.Contains(p.Hint, c.hint) {
						t.Errorf("the hint is %q, which says nothing of %q", p.Hint, c.hint)
					}
				} else if !strings.Contains(p.Message, "no layer") && !strings.Contains(p.Message, "neither filled") && !strings.Contains(p.Message, "no <svg>") {
					t.Errorf("it says too: %v", p)
				}
			}
			if !found {
				t.Errorf("want %s, got %v", c.want, problems)
			}
		})
	}
}

func many(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "<g data-lh-layer=\"l%d\"/>\n", i)
	}
	return b.String()
}

// bomb is a few elements that would draw a great many.
func bomb() string {
	var b strings.Builder
	b.WriteString(`<g id="u0"/>`)
	for i := 1; i < 7; i++ {
		fmt.Fprintf(&b, `<symbol id="u%d" overflow="visible">%s</symbol>`, i, strings.Repeat(fmt.Sprintf(`<use href="#u%d"/>`, i-1), 12))
	}
	b.WriteString(`<use href="#u6"/>`)
	return b.String()
}

func TestAllProblemsOfAFileAreToldAtOnce(t *testing.T) {
	_, problems := svgfile.Read("a.svg", []byte(layer(`<text/>
<rect fill="red" width="9" height="9"/>
<path class="fill-ink" d="X"/>
<use href="#gone"/>`)), options(t))
	lines := ""
	for _, p := range problems {
		lines += fmt.Sprint(p.Line, " ")
		if p.Hint == "" {
			t.Errorf("%v has no hint", p)
		}
	}
	if lines != "3 4 4 5 6 " {
		t.Errorf("problems are told of the lines %s", lines)
	}
}

package main

import (
	"errors"
	"image/color"
	"math"
	"runtime"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"lianhua/internal/draw"
	"lianhua/internal/geom"
	"lianhua/internal/gpu"
	"lianhua/internal/play"
	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/typeset"
)

// game runs a machine in Ebitengine's loop: it gives it the time, draws its
// picture where it has changed, and stops the loop where nothing moves.
type game struct {
	machine  *play.Machine
	renderer *gpu.Renderer
	list     draw.List

	width, height float64 // in device-independent pixels
	scale         float64 // device pixels to one of them
	large         float64 // how many times as large the picture is composed
	fit           float64 // height of the picture where it is less than the screen's; 0: all of it
	lap           func() float64
	cancel        func() bool // what is due; nil where nothing is
	moving        bool
	resting       idle
	hidden        bool
	dark          bool // black, and the loop rests: the hall is closed
	redraw        bool
	final         ebiten.DrawImageOptions // kept: each frame would make them anew

	// input hands over what the reader did since the last frame; nil where it
	// reaches the machine by itself.
	input func(*game)
	// paint draws a list on the screen: renderer's Draw.
	paint func(*ebiten.Image, *draw.List, float64)
	// soft tells that what was painted would be sharper if it were painted again.
	soft func() bool
	// rest gives back what the picture can be made without: renderer's Rest.
	rest func()
	// enlarge is how many times as large the picture is composed as for a screen of so
	// many device-independent pixels; nil: once.
	enlarge func(width, height float64) float64
	// turn is how the picture stands on the screen.
	turn turn
	// drift is how far the picture stands from its place, in pixels; nil: it does not.
	drift func() (x, y int)
	// log takes a line for who keeps the player running.
	log func(text string)
	// drawn is told of each frame, settled of each time the picture comes to rest.
	drawn, settled func()
	// failed is told of each picture that could not be drawn; nil: nobody is.
	failed func()
	// err ends the game at the next update.
	err error
}

// newGame makes a game of a story file, three fonts and the scenes to play.
func newGame(data, sans, bold, serif []byte, played []stage.Scene, o play.Options) (*game, error) {
	bundle, err := story.Decode(data)
	if err != nil {
		return nil, &fileError{"story", err}
	}
	fonts, err := typeset.Load(sans, bold, serif)
	if err != nil {
		return nil, &fileError{"fonts", err}
	}
	machine, err := play.New(bundle, fonts, played, o)
	if err != nil {
		return nil, &fileError{"story", err}
	}
	renderer, err := gpu.New(fonts)
	if err != nil {
		return nil, err
	}
	return &game{machine: machine, renderer: renderer, paint: renderer.Draw, soft: renderer.Soft, rest: renderer.Rest, scale: 1, large: 1, lap: stopwatch()}, nil
}

// fileError is the error of a file that a game is made of.
type fileError struct {
	file string // "story" or "fonts"
	err  error
}

func (e *fileError) Error() string { return e.err.Error() }
func (e *fileError) Unwrap() error { return e.err }

// run shows the game until its window closes.
func (g *game) run() error {
	gpu.Configure()
	g.moving = true
	gpu.Moving()
	return ebiten.RunGameWithOptions(g, &ebiten.RunGameOptions{SingleThread: true})
}

// stopwatch returns a function that gives the seconds since it was last called, and
// 0 the first time. A time kept in game, which Ebitengine holds as an interface,
// would bring what writes dates into the program.
func stopwatch() func() float64 {
	var last time.Time
	return func() float64 {
		now := time.Now()
		dt := 0.0
		if !last.IsZero() {
			dt = now.Sub(last).Seconds()
		}
		last = now
		return dt
	}
}

// Update lets time pass.
func (g *game) Update() (err error) {
	defer g.recover(&err)
	dt := g.lap()
	if g.input != nil {
		g.input(g)
	}
	if g.machine.Tick(dt) {
		g.redraw = true
	}
	g.resting.since += dt
	g.pace(g.machine.Due())
	return g.err
}

// pace runs the loop while the picture moves, and else until it is due.
func (g *game) pace(due float64) {
	if g.cancel != nil {
		g.cancel()
		g.cancel = nil
	}
	moving := due == 0 && !g.hidden && !g.dark
	if moving != g.moving {
		g.moving = moving
		if moving {
			gpu.Moving()
		} else {
			gpu.Still()
		}
	}
	if moving || g.hidden || g.dark {
		g.resting.since = 0
		return
	}
	if math.IsInf(due, 1) && g.resting.waits(g) {
		due = max(0, g.resting.after-g.resting.since)
	}
	if !math.IsInf(due, 1) {
		g.cancel = time.AfterFunc(time.Duration(due*float64(time.Second)), gpu.Wake).Stop
	}
	if g.settled != nil && !g.redraw {
		g.settled()
	}
}

// Draw draws the picture, where it has changed.
func (g *game) Draw(screen *ebiten.Image) {
	if g.dark {
		g.blacken(screen)
		return
	}
	if g.hidden {
		defer g.rest()
	}
	if !g.redraw {
		if !g.moving && !g.hidden {
			g.resting.work(g)
		}
		return
	}
	defer g.recover(&g.err)
	g.redraw = false
	g.picture(screen)
	if g.err != nil {
		return
	}
	if !g.hidden && g.soft != nil && g.soft() {
		g.redraw = true
		gpu.Wake()
	}
	if g.drawn != nil {
		g.drawn()
	}
	if !g.moving && !g.redraw && g.settled != nil {
		g.settled()
	}
}

// blacken is the frame of a hall that is closed.
func (g *game) blacken(screen *ebiten.Image) {
	if !g.redraw {
		return
	}
	g.redraw = false
	screen.Fill(color.Black)
	if g.drawn != nil {
		g.drawn()
	}
}

// picture draws the picture. Here, and nowhere else, a picture that cannot be
// drawn does not end the player: it shows the last good story, or goes on without
// the scene, until nothing is left to show.
func (g *game) picture(screen *ebiten.Image) {
	for {
		fault := g.try(screen)
		if fault == nil {
			return
		}
		scene := g.machine.Drawn()
		done, ok := g.machine.Fail()
		g.log("drawing scene " + scene + " failed: " + done + "\n" + fault.Error())
		if g.failed != nil {
			g.failed()
		}
		gpu.Wake() // a still picture has no update that shows the notice
		if !ok {
			g.err = fault
			return
		}
	}
}

func (g *game) try(screen *ebiten.Image) (fault error) {
	defer func() {
		if p := recover(); p != nil {
			fault = failure(p)
		}
	}()
	g.machine.Draw(&g.list, g.area())
	g.paint(screen, &g.list, g.scale)
	return nil
}

// area is where the picture stands on the screen.
func (g *game) area() geom.Rect {
	height := g.height
	if g.fit > 0 {
		height = min(g.fit, height)
	}
	return geom.R(0, 0, g.width, height)
}

// DrawFinalScreen lays the picture on the screen in place of what was there: to
// blend it with what it covers costs time without a GPU.
func (g *game) DrawFinalScreen(screen ebiten.FinalScreen, picture *ebiten.Image, to ebiten.GeoM) {
	switch size := screen.Bounds().Size(); {
	case g.turn != 0:
		to = g.turn.place(float64(size.X), float64(size.Y))
	case math.Abs(to.Element(0, 0)-1) > 1e-6:
		ebiten.DefaultDrawFinalScreen(screen, picture, to)
		return
	}
	g.final = ebiten.DrawImageOptions{GeoM: to, Blend: ebiten.BlendCopy}
	screen.DrawImage(picture, &g.final)
	if g.drift == nil {
		return
	}
	if x, y := g.drift(); x != 0 || y != 0 { // its edge stays where it no longer covers it
		g.final.GeoM.Translate(float64(x), float64(y))
		screen.DrawImage(picture, &g.final)
	}
}

// LayoutF asks for a screen of device pixels.
func (g *game) LayoutF(width, height float64) (screenWidth, screenHeight float64) {
	scale := ebiten.Monitor().DeviceScaleFactor()
	width, height = g.turn.of(width, height)
	pixelsWide, pixelsHigh := max(1, math.Round(width*scale)), max(1, math.Round(height*scale))
	g.large = 1
	if g.enlarge != nil {
		g.large = g.enlarge(width, height)
		width, height, scale = width/g.large, height/g.large, scale*g.large
	}
	if width != g.width || height != g.height || scale != g.scale {
		g.width, g.height, g.scale, g.redraw = width, height, scale, true
	}
	return pixelsWide, pixelsHigh
}

// Layout is what Ebitengine's interface asks for; LayoutF takes its place.
func (g *game) Layout(width, height int) (screenWidth, screenHeight int) { return width, height }

// screen is the screen's size in pixels.
func (g *game) screen() (width, height float64) {
	return g.turn.of(math.Round(g.width*g.scale), math.Round(g.height*g.scale))
}

// at is a point that Ebitengine tells in the picture's coordinates.
func (g *game) at(x, y float64) geom.Pt {
	width, height := g.screen()
	p := g.turn.unfitted(geom.P(x, y), width, height)
	return g.turn.at(p, width, height).Mul(1 / g.scale)
}

// stack is how the present function was come to. The package runtime/debug, which
// tells it too, brings files and formatting with it.
func stack() string {
	text := make([]byte, 1<<16)
	return string(text[:runtime.Stack(text, false)])
}

// recover turns a panic outside of pictures into an error, and asks for the update
// that ends the game: a still picture has none.
func (g *game) recover(err *error) {
	if p := recover(); p != nil {
		*err = failure(p)
		gpu.Wake()
	}
}

// failure is a panic as an error with its place in the code.
func failure(p any) error {
	switch p := p.(type) {
	case error:
		return errors.Join(p, errors.New(stack()))
	case string:
		return errors.New(p + "\n" + stack())
	}
	return errors.New("the player failed\n" + stack())
}

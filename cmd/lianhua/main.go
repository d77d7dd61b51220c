//go:build !js

// Command lianhua shows the story "Lianhua" in a window or, as a kiosk, on a
// whole screen. Compiled to WebAssembly it is the player in the page.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"strconv"
	"strings"

	"lianhua/internal/hall"
	"lianhua/internal/hall/supervise"
	"lianhua/internal/hall/visits"
	"lianhua/internal/story"
)

const usage = `lianhua [--kiosk [--supervised] [--settings FILE]] [--scene LINK] [--lang zh|en] [--theme NAME] [--story FILE]

Shows an industrial district's chains and its villages as one moving picture.

  --kiosk        the whole screen without a cursor; plays by itself, in both
                 languages in turn, until somebody touches it; asks after a minute
                 of quiet whether they are still there, and goes back to the start;
                 no key and no window manager ends it, SIGTERM does, and the
                 code of the staff where the settings have one
  --supervised   with --kiosk, where no system starts it anew: another lianhua does,
                 whenever it ends by itself or shows its picture no more, and leaves
                 a story's file that ends it three times for the built-in story
  --settings FILE  with --kiosk: how the hall shows the story, and follow the file's
                 changes; what is wrong in it is told in the log, and stays as it
                 is without it, or as it was
  --print-settings  print such a file, with every setting explained
  --check        say what is right and wrong with this machine and the settings, and
                 what to do; the exit code is 0 only where all is right
  --look         have the kiosk that runs on this machine write a picture of what is
                 on its screen and one of what should be, and say where they are and
                 how they differ; with --settings, the one with that file. The exit
                 code is 0 where they are alike; 1 too where no kiosk runs or answers
  --visits FOLDER  print how many visitors came and what they saw, from the folder
                 of the settings
  kiosk check, kiosk look, kiosk stats FOLDER  may be written for these three
  --windowed     with --kiosk: in a window, to try it
  --scene LINK   begin there, and go back there; LINK is what the page's address
                 shows after "#"
  --lang LANG    zh (default) or en
  --theme NAME   day (default), night or contrast
  --story FILE   show another story file and follow its changes; while it is
                 missing or cannot be shown, the last good one stays, at the start
                 the built-in one, and the log says why
  --size WxH     of the window, in points (default 1280x800)
  --version      print the version

Examples:
  lianhua
  lianhua --scene aluminium/2 --lang en --theme night
  lianhua --scene "households?zoom=8,400,600"
  lianhua --kiosk --theme night
  lianhua --print-settings > kiosk.toml
  lianhua kiosk check --settings kiosk.toml
  sudo lianhua kiosk look
  lianhua --kiosk --settings kiosk.toml
  lianhua --kiosk --supervised --story build/story.lh
  lianhua --kiosk --windowed --size 540x960
  lianhua --story build/story.lh

Exit codes: 0 done, or ended by staff or by a reader; 1 failed; 2 called wrongly, or by a
fault of the program; 143 a kiosk that SIGTERM or SIGINT ended, which nobody supervises.
A system that starts a kiosk anew does so after any but 0.

Keys: arrows step, space plays and pauses, Home and End, Tab and Enter work what
can be touched, Escape lets go, + and - magnify, C contents, L language, T theme,
M motion, F11 full screen, Ctrl+Q ends; in a kiosk it asks staff for their code, as
holding the top left corner does, and F11 does nothing.
`

type options struct {
	kiosk, supervised, windowed, version, print, check, look bool

	scene, theme, story, settings, visits string

	lang          story.Lang
	inLang        bool // the call says which
	leave         bool // the story's file for the built-in one: see falls
	width, height int
}

func main() { os.Exit(start(os.Args[1:], os.Stdout, os.Stderr)) }

// start returns the exit code: 0 done, 1 failed, 2 called wrongly.
func start(args []string, stdout, stderr io.Writer) int {
	s, err := parse(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprint(stdout, usage)
		return 0
	case err != nil:
		fmt.Fprintf(stderr, "lianhua: %v\nlianhua -h shows examples\n", err)
		return 2
	case s.print:
		fmt.Fprint(stdout, hall.File)
		return 0
	case s.visits != "":
		if err := visits.Print(stdout, s.visits); err != nil {
			fmt.Fprintf(stderr, "lianhua: %v\n", err)
			return 1
		}
		return 0
	case s.check:
		return check(s, stdout)
	case s.look:
		code, err := lookAt(s, stdout, answersLook)
		if err != nil {
			fmt.Fprintf(stderr, "lianhua: %v\n", err)
		}
		return code
	case s.version:
		fmt.Fprintln(stdout, "lianhua", version())
		return 0
	}
	if s.supervised {
		return supervised(args, s, stderr, mostSilent)
	}
	err = show(s, stderr)
	if errors.Is(err, errAnew) {
		err = beginAnew()
	}
	asked := errors.Is(err, errAsked)
	if err != nil && !asked {
		fmt.Fprintf(stderr, "lianhua: %v\n", err)
		if _, wrong := errors.AsType[*callError](err); wrong {
			if supervise.Supervised(os.Getenv) > 0 {
				fmt.Fprintln(stdout, supervise.WrongCall)
			}
			return 2
		}
		return 1
	}
	if supervise.Supervised(os.Getenv) > 0 {
		fmt.Fprintln(stdout, supervise.Stopping)
		return 0
	}
	if asked {
		return endedBySignal
	}
	return 0
}

// endedBySignal is the exit code of a kiosk that was asked to end by a signal, as of a
// program that SIGTERM ends. systemd does not begin one anew that it has stopped itself,
// and does after anybody else's signal; staff's end has another code.
const endedBySignal = 143

// callError is of a call that names what the story does not have.
type callError struct{ error }

func wrongCall(format string, args ...any) error { return &callError{fmt.Errorf(format, args...)} }

func parse(args []string) (options, error) {
	var s options
	flags := flag.NewFlagSet("lianhua", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.Usage = func() {}
	flags.BoolVar(&s.kiosk, "kiosk", false, "")
	flags.BoolVar(&s.supervised, "supervised", false, "")
	flags.BoolVar(&s.windowed, "windowed", false, "")
	flags.BoolVar(&s.version, "version", false, "")
	flags.BoolVar(&s.print, "print-settings", false, "")
	flags.StringVar(&s.settings, "settings", "", "")
	flags.BoolVar(&s.check, "check", false, "")
	flags.BoolVar(&s.look, "look", false, "")
	flags.StringVar(&s.visits, "visits", "", "")
	flags.StringVar(&s.scene, "scene", "", "")
	flags.StringVar(&s.theme, "theme", "", "")
	flags.StringVar(&s.story, "story", "", "")
	lang := flags.String("lang", story.ZH.String(), "")
	size := flags.String("size", "1280x800", "")
	call, err := spelled(args)
	if err != nil {
		return s, err
	}
	if err := flags.Parse(call); err != nil {
		return s, err
	}
	if flags.NArg() > 0 {
		return s, fmt.Errorf("unknown argument %q", flags.Arg(0))
	}
	if s.settings != "" && !s.kiosk && !s.check && !s.look {
		return s, errors.New("--settings are a kiosk's: add --kiosk")
	}
	if s.supervised && !s.kiosk {
		return s, errors.New("--supervised is a kiosk's: add --kiosk")
	}
	flags.Visit(func(f *flag.Flag) { s.inLang = s.inLang || f.Name == "lang" })
	var ok bool
	if s.lang, ok = story.ParseLang(*lang); !ok {
		return s, fmt.Errorf("--lang %s: the story is told in zh and en", *lang)
	}
	if s.width, s.height, ok = parseSize(*size); !ok {
		return s, fmt.Errorf("--size %s: write it as 1280x800, from 200x200 to 16384x16384", *size)
	}
	return s, nil
}

// spelled is a call that begins with "kiosk" and a verb, in flags.
func spelled(args []string) ([]string, error) {
	if len(args) == 0 || args[0] != "kiosk" {
		return args, nil
	}
	verbs := map[string]string{"check": "--check", "look": "--look", "stats": "--visits"}
	if len(args) > 1 && verbs[args[1]] != "" {
		return append([]string{verbs[args[1]]}, args[2:]...), nil
	}
	return nil, errors.New("after \"kiosk\" comes check, look or stats FOLDER; the kiosk itself is --kiosk")
}

func parseSize(text string) (w, h int, ok bool) {
	across, down, _ := strings.Cut(text, "x")
	w, errW := strconv.Atoi(across)
	h, errH := strconv.Atoi(down)
	return w, h, errW == nil && errH == nil && w >= 200 && h >= 200 && w <= 16384 && h <= 16384
}

// version is the module's version and the commit that it was built from.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	v := info.Main.Version
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			v += " " + s.Value
		}
	}
	return v
}

// Package preflight looks at a machine as the player will find it when it shows a
// hall's screen, and says in plain words what is right, what is wrong and what to do.
// It changes nothing.
package preflight

import (
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

// Finding is one thing that was looked at.
type Finding struct {
	What    string // "clock"
	Right   bool
	Detail  string // what was found
	Remedy  string // where it is wrong
	Chinese string // both, where it is not only a figure or a name; empty: not said
}

// Right is a thing that is right.
func Right(what, detail string) Finding { return Finding{What: what, Right: true, Detail: detail} }

// Wrong is a thing that is not.
func Wrong(what, detail, remedy string) Finding {
	return Finding{What: what, Detail: detail, Remedy: remedy}
}

// Print writes findings, a line each and what to do below, and reports whether all is
// right.
func Print(w io.Writer, all []Finding) bool {
	right := true
	for _, f := range all {
		word := "ok"
		if !f.Right {
			word, right = "WRONG", false
		}
		fmt.Fprintf(w, "%-6s %-10s %s\n", word, f.What, f.Detail)
		if !f.Right && f.Remedy != "" {
			fmt.Fprintf(w, "%-6s %-10s → %s\n", "", "", f.Remedy)
		}
		if f.Chinese != "" {
			fmt.Fprintf(w, "%-6s %-10s %s\n", "", "", f.Chinese)
		}
	}
	return right
}

// Display looks whether there is one to open a window on, by the environment of a system
// with X or Wayland. Others ("windows", "darwin", as in GOOS) have theirs.
func Display(system string, env func(string) string) Finding {
	if system == "windows" || system == "darwin" {
		return Right("display", "the desktop's")
	}
	for _, name := range []string{"WAYLAND_DISPLAY", "DISPLAY"} {
		if v := env(name); v != "" {
			return Right("display", name+"="+v)
		}
	}
	return Wrong("display", "neither DISPLAY nor WAYLAND_DISPLAY is set", `start it from a desktop, under "cage -- lianhua --kiosk", or with DISPLAY=:0`)
}

// Clock looks whether the time is later than the program: night hours and the dates of
// visits go by it. A zero built is not known.
func Clock(now, built time.Time) Finding {
	said := now.Format("2006-01-02 15:04 MST")
	if now.Before(built) || now.Year() < 2024 {
		return Wrong("clock", said+" is before the program was made", `set it ("timedatectl set-time"), or let it be set ("timedatectl set-ntp true"); a flat battery on the board forgets it`)
	}
	return Right("clock", said)
}

// Folder looks whether files can be written where the settings want one of a kind.
func Folder(what, folder string) Finding {
	f, err := os.CreateTemp(folder, ".lianhua-check-*")
	if err == nil {
		_, err = f.WriteString("x")
		err = errors.Join(err, f.Sync(), f.Close(), os.Remove(f.Name()))
	}
	if err != nil {
		return Wrong(what, err.Error(), "make the folder, and let the player's user write there: mkdir -p "+folder+" && chown USER "+folder)
	}
	return Right(what, filepath.Clean(folder)+" can be written")
}

// Port looks whether an address can be had, "127.0.0.1:9877". A player that runs and
// answers there is right too: ours reports whether one does.
func Port(what, address string, ours func(address string) bool) Finding {
	l, err := net.Listen("tcp", address)
	if err == nil {
		err = l.Close()
	}
	switch {
	case err == nil:
		return Right(what, address+" can be had")
	case ours(address):
		return Right(what, address+" has the player that runs")
	}
	return Wrong(what, err.Error(), "another program has the port (\"ss -ltnp\" tells which): end it, or choose another port in the settings")
}

var (
	saver = regexp.MustCompile(`timeout:\s*(\d+)`)
	dpms  = regexp.MustCompile(`DPMS is (Enabled|Disabled)`)
)

// Blanking looks whether the screen turns dark while nobody touches it. hold tries what
// the player does against that, and says by what; nil: the settings do not want it.
// query runs "xset q", which tells what X does without that.
func Blanking(env func(string) string, hold, query func() (string, error)) Finding {
	const what = "blanking"
	if hold != nil {
		by, err := hold()
		if err == nil {
			return Right(what, "the player keeps the screen on by "+by)
		}
		if f := blanking(env, query); f.Right {
			return f
		}
		return Wrong(what, "the player cannot keep the screen on: "+err.Error(), "before the player: xset s off; xset -dpms")
	}
	return blanking(env, query)
}

func blanking(env func(string) string, query func() (string, error)) Finding {
	const what = "blanking"
	if env("DISPLAY") == "" {
		return Right(what, "no X: cage leaves the screen on; in a desktop, turn blanking off in its settings")
	}
	text, err := query()
	if err != nil {
		return Wrong(what, "xset does not answer: "+err.Error(), `install it ("apt install x11-xserver-utils"), or see that the screen stays on by waiting`)
	}
	var bad []string
	if m := saver.FindStringSubmatch(text); m != nil && m[1] != "0" {
		bad = append(bad, "the screen saver comes after "+m[1]+" s")
	}
	if m := dpms.FindStringSubmatch(text); m != nil && m[1] == "Enabled" {
		bad = append(bad, "the monitor is put to sleep (DPMS)")
	}
	if len(bad) > 0 {
		return Wrong(what, strings.Join(bad, "; "), `awake = true in the settings' [screen] holds both off; or, before the player: xset s off; xset -dpms`)
	}
	return Right(what, "the screen stays on")
}

// Frames judges how many frames a second the machine draws.
func Frames(perSecond float64, graphics string, width, height int) Finding {
	detail := fmt.Sprintf("%.0f frames a second by %s at %d × %d", perSecond, graphics, width, height)
	if perSecond < 20 {
		return Wrong("graphics", detail, "20 at least look smooth: a graphics driver may be missing (\"glxinfo -B\" must not say llvmpipe), or the screen may be set to fewer pixels")
	}
	return Right("graphics", detail)
}

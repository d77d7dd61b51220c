//go:build !js

package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"lianhua/scenes"
)

// answersLook is how long a player may take to a look: at a large screen it draws the
// picture anew on the processor, beside its loop.
const answersLook = 20 * time.Second

// mostOff is the share of pixels in which a screen may differ visibly from what is meant:
// graphics cards draw edges and ramps each in their own way.
const mostOff = 0.01

// lookAt asks the kiosk that runs on this machine, with the settings of the call where it
// has some, what is on its screen, and returns the exit code: 0 where it is what should be.
func lookAt(o options, w io.Writer, within time.Duration) (int, error) {
	k, err := findKiosk(o.settings)
	if err != nil {
		return 1, err
	}
	set := settle(options{settings: k.settings}, scenes.All(), func(string) {})
	a, err := k.look(filepath.Join(set.Look, answerFile), within)
	if err != nil {
		return 1, err
	}
	fmt.Fprintf(w, "on the screen:   %s\nshould be there: %s\nthe first %s\n", a.Screen, a.Meant, a.difference())
	if a.Off > mostOff {
		fmt.Fprintf(w, "more than %.0f %% are more than graphics cards draw each in their own way: look at both\n", 100*mostOff)
		return 1, nil
	}
	return 0, nil
}

// look asks for one, and waits for the answer in a file.
func (k *runningKiosk) look(file string, within time.Duration) (a answer, err error) {
	before, _ := stampOf(file)
	p, err := os.FindProcess(k.pid)
	if err == nil {
		err = askLook(p)
	}
	switch {
	case errors.Is(err, os.ErrPermission):
		return a, fmt.Errorf("the kiosk is process %d, of another user: sudo lianhua kiosk look (%w)", k.pid, err)
	case err != nil:
		return a, fmt.Errorf("the kiosk, process %d, cannot be asked: %w", k.pid, err)
	}
	const every = 50 * time.Millisecond
	for range within / every {
		time.Sleep(every)
		now, err := stampOf(file)
		if err != nil || now.is(before) {
			continue
		}
		text, err := readBounded(file, mostSettings)
		if err == nil {
			err = json.Unmarshal(text, &a)
		}
		switch {
		case err != nil:
			return a, fmt.Errorf("%s: %w", file, err)
		case a.Player == k.pid:
			return a, nil
		}
		before = now // another kiosk's, which keeps its pictures there too
	}
	return a, fmt.Errorf("the kiosk, process %d, has written no %s within %v: it hangs, or its log says why (journalctl -u lianhua)", k.pid, file, within)
}

package soak

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"
)

// Hands work a display as visitors do. Points are shares of the screen, 0 to 1.
type Hands interface {
	Move(x, y float64) error
	Press(down bool) error
	Key(sym uint32, down bool) error
}

// Key symbols of X, of the keys that a kiosk heeds.
var keys = []uint32{
	0xff53, 0xff51, 0xff54, 0xff52, // arrows: right, left, down, up
	0xff50, 0xff57, 0xff56, 0xff55, // Home, End, Page Down, Page Up
	0xff09, 0xff0d, 0xff1b, 0x20, // Tab, Return, Escape, space
	0xffab, 0xffad, // plus and minus of the number pad
	'c', 'l', 't', 'm',
}

// visitors come and go until the context ends. A quiet time is that in which the player
// forgets a visitor; some visitors come before it has.
type visitors struct {
	hands  Hands
	chance *rand.Rand
	quiet  time.Duration
	pause  func(context.Context, time.Duration)
}

func (v *visitors) come(ctx context.Context) error {
	for ctx.Err() == nil {
		for range 1 + v.chance.IntN(8) {
			if err := v.deed(ctx); err != nil {
				return err
			}
			v.wait(ctx, 50*time.Millisecond, 1500*time.Millisecond)
		}
		v.wait(ctx, 0, 2*v.quiet)
	}
	return nil
}

// themes are those of the settings, through which a key leads.
const themes = 3

// tour leads through so many beats in all themes, and to the contents, so that what is
// kept has been made before memory is looked at.
func (v *visitors) tour(ctx context.Context, beats int) error {
	const home, on, contents, theme = 0xff50, 0xff56, 'c', 't'
	for range themes {
		step := func(k uint32, stay time.Duration) error {
			err := v.key(ctx, k)
			v.wait(ctx, stay, stay)
			return err
		}
		err := step(home, time.Second)
		for range beats {
			err = errors.Join(err, step(on, 300*time.Millisecond))
		}
		err = errors.Join(err, step(contents, 4*time.Second), step(contents, time.Second), step(theme, time.Second))
		if err != nil {
			return err
		}
	}
	return nil
}

func (v *visitors) wait(ctx context.Context, least, most time.Duration) {
	v.pause(ctx, least+time.Duration(v.chance.Float64()*float64(most-least)))
}

// deed is one thing that a visitor does.
func (v *visitors) deed(ctx context.Context) error {
	x, y := v.chance.Float64(), v.chance.Float64()
	switch v.chance.IntN(8) {
	case 0, 1, 2:
		return v.drag(ctx, x, y, x, y, 1)
	case 3: // the controls
		y = 0.94 + 0.05*y
		return v.drag(ctx, x, y, x, y, 1)
	case 4: // a swipe
		return v.drag(ctx, x, y, max(0, x-0.3), y, 4)
	case 5:
		return v.drag(ctx, x, y, v.chance.Float64(), v.chance.Float64(), 12)
	}
	return v.key(ctx, keys[v.chance.IntN(len(keys))])
}

func (v *visitors) key(ctx context.Context, k uint32) error {
	if err := v.hands.Key(k, true); err != nil {
		return err
	}
	v.wait(ctx, 30*time.Millisecond, 100*time.Millisecond)
	return v.hands.Key(k, false)
}

// drag presses at one place and lets go at another, which may be the same.
func (v *visitors) drag(ctx context.Context, x, y, toX, toY float64, steps int) error {
	if err := v.hands.Move(x, y); err != nil {
		return err
	}
	if err := v.hands.Press(true); err != nil {
		return err
	}
	for i := 1; i <= steps; i++ {
		v.wait(ctx, 20*time.Millisecond, 60*time.Millisecond)
		k := float64(i) / float64(steps)
		if err := v.hands.Move(x+(toX-x)*k, y+(toY-y)*k); err != nil {
			return err
		}
	}
	return v.hands.Press(false)
}

// pause waits, or until the context ends.
func pause(ctx context.Context, d time.Duration) {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
	case <-t.C:
	}
}

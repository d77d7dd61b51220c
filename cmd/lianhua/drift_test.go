//go:build !js

package main

import (
	"testing"
	"time"
)

func TestDrift(t *testing.T) {
	const most = 3
	d := drift{most}
	if x, y := d.at(0); x != 0 || y != 0 {
		t.Errorf("begins at %d, %d", x, y)
	}
	stood := map[[2]int]int{}
	lx, ly := 0, 0
	for s := range 7 * 24 * 3600 {
		x, y := d.at(time.Duration(s) * time.Second)
		if x < -most || x > most || y < -most || y > most {
			t.Fatalf("%d s: %d, %d", s, x, y)
		}
		if dx, dy := x-lx, y-ly; dx*dx > 1 || dy*dy > 1 {
			t.Fatalf("%d s: a jump from %d, %d to %d, %d", s, lx, ly, x, y)
		}
		if lx != x || ly != y {
			lx, ly = x, y
		}
		stood[[2]int{x, y}]++
	}
	if want := (2*most + 1) * (2*most + 1); len(stood) != want {
		t.Errorf("it stands in %d places, want %d", len(stood), want)
	}
	for at, seconds := range stood {
		if share := float64(seconds) / (7 * 24 * 3600); share > 0.05 {
			t.Errorf("it stands at %v for %.1f %% of a week", at, 100*share)
		}
	}
	if x, y := (drift{}).at(time.Hour); x != 0 || y != 0 {
		t.Error("it moves where it should not")
	}
}

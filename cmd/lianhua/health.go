//go:build !js

package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"time"

	"lianhua/internal/hall/health"
	"lianhua/internal/play"
	"lianhua/internal/story"
)

// told is a kiosk's health, told at an address of this machine.
type told struct {
	*health.Health
	address string
	log     func(string)
	shown   *story.Bundle
	within  time.Duration // the player's loop is to answer

	cancel context.CancelFunc
	done   chan struct{}
}

// thermal is where Linux has a machine's temperatures.
const thermal = "/sys/class/thermal"

// answerWithin is how long whoever asks waits for the player's loop: Prometheus waits
// twice as long for the answer.
const answerWithin = 5 * time.Second

func newTold(address string, refused func() int64, p *pulse, log func(string)) *told {
	t := &told{address: address, log: log, within: answerWithin}
	t.Health = health.New(health.Player{
		Version: version(),
		Shows:   func() bool { return p.shows(t.within) },
		Owed:    p.owed.Load,
		Now:     time.Now,
		Refused: refused,
		Sensors: os.DirFS(thermal),
	})
	return t
}

// see notes at an update which story is shown.
func (t *told) see(m *play.Machine) {
	b := m.Bundle()
	if b == t.shown {
		return
	}
	t.shown = b
	sum := sha256.Sum256(story.Encode(b))
	t.Took(hex.EncodeToString(sum[:]))
}

// start tells it until stop.
func (t *told) start() {
	var ctx context.Context
	ctx, t.cancel = context.WithCancel(context.Background())
	t.done = make(chan struct{})
	again := time.NewTicker(health.RetryEvery)
	go func() {
		defer close(t.done)
		defer again.Stop()
		t.Serve(ctx, t.address, again.C, t.log)
	}()
}

func (t *told) stop() {
	t.cancel()
	<-t.done
}

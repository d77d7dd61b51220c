//go:build !js

package main

import (
	"time"

	"lianhua/internal/hall/visits"
	"lianhua/internal/play"
)

// visitors keeps a kiosk's visits apart from the player: a slow disk holds nothing up.
type visitors struct {
	log   *visits.Log
	told  func(string)
	ended chan ended
	done  chan struct{}
}

// ended is a visit, and when it was over.
type ended struct {
	play.Visit
	at time.Time
}

// mostEnded wait for a slow disk; more are dropped.
const mostEnded = 256

func newVisitors(folder string, months int, log func(string)) *visitors {
	return &visitors{visits.Open(folder, months), log, make(chan ended, mostEnded), make(chan struct{})}
}

// take notes visits that have ended.
func (v *visitors) take(all []play.Visit, now time.Time) {
	for _, visit := range all {
		select {
		case v.ended <- ended{visit, now}:
		default:
		}
	}
}

// keep writes them, and at the end what is left.
func (v *visitors) keep(saves <-chan time.Time) {
	defer close(v.done)
	fails := false // and it was told: a folder that is gone all night is one line
	tell := func(err error) {
		if err != nil && !fails {
			v.told("visits: " + err.Error() + "; they are kept until they can be written")
		}
		fails = err != nil
	}
	for {
		select {
		case e, more := <-v.ended:
			if !more {
				tell(v.log.Save())
				return
			}
			tell(v.log.Add(e.at, e.Visit))
		case <-saves:
			tell(v.log.Save())
		}
	}
}

// start keeps them until stop.
func (v *visitors) start() {
	saves := time.NewTicker(visits.Every)
	go func() {
		defer saves.Stop()
		v.keep(saves.C)
	}()
}

func (v *visitors) stop() {
	close(v.ended)
	<-v.done
}

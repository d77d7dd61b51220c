package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"time"

	"lianhua/assets"
	"lianhua/internal/build"
	"lianhua/internal/site"
	"lianhua/internal/soak"
	"lianhua/internal/story"
	"lianhua/internal/testenv"
	"lianhua/scenes"
)

func soakCommand() command {
	return command{
		name:    "soak",
		summary: "run the native player for hours, and see that its memory stays",
		usage: `studio soak [-for DURATION] [-size WxH] [-seed N]

Builds the native player and runs it as a kiosk on a virtual display of its own, at
its highest speed, with visitors who tap, swipe and press keys by chance, a story
that is replaced every three minutes, and a look (SIGUSR1) every five. It prints a
line a minute: medians of the process's resident memory and of what lives in Go's
heap, as the player tells them at /metrics, the frames drawn, and the visits so far.
Before the first minute all beats are seen in all themes, which takes two or three.

It fails where the player ends, draws nothing for a minute, fails to draw a picture
or does not answer, and where its memory grows: the line through the minutes after
the first third, by the median of the slopes of all pairs (Theil and Sen), may rise
by a tenth and 8 MiB.

  -for DURATION  how long (10m); at least 4m, or there is nothing to judge
  -size WxH      of the display, in pixels (540x960)
  -seed N        of chance (1)

Examples:
  studio soak
  studio soak -for 8h -size 1080x1920`,
		run: runSoak,
	}
}

func runSoak(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	flags := newFlags("soak")
	lasts := flags.Duration("for", 10*time.Minute, "")
	size := flags.String("size", "540x960", "")
	seed := flags.Uint64("seed", 1, "")
	if err := parse(flags, soakCommand(), args); err != nil {
		return err
	}
	if least := soak.Least(time.Minute); *lasts < least {
		return misuse{fmt.Errorf("-for is %v; %v are needed to judge memory by", *lasts, least)}
	}
	root, err := site.Root()
	if err != nil {
		return err
	}
	stories, err := soakedStories()
	if err != nil {
		return err
	}
	program, err := build.Native(ctx, root, "./cmd/lianhua", filepath.Join(root, "build"), build.Target{OS: runtime.GOOS, Arch: runtime.GOARCH})
	if err != nil {
		return err
	}
	folder, err := os.MkdirTemp("", "lianhua-soak-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	display, end, err := testenv.VirtualDisplay(ctx, *size)
	if err != nil {
		return err
	}
	defer end()
	hands, err := soak.NewXHands(display)
	if err != nil {
		return err
	}
	defer hands.Close()
	run := soak.Run{
		Program: program, Env: []string{"DISPLAY=" + display}, Folder: folder, Stories: stories, Hands: hands, Beats: beats(),
		For: *lasts, Minute: time.Minute, Seed: *seed, Out: stdout,
	}
	_, err = run.Go(ctx)
	if err == nil {
		fmt.Fprintln(stdout, "memory stays as it is")
	}
	return err
}

// beats are how many the whole story has.
func beats() (n int) {
	for _, s := range scenes.All() {
		n += len(s.Beats())
	}
	return n
}

// soakedStories are the story, and one in which each figure's period is written a little
// longer.
func soakedStories() (all [2][]byte, err error) {
	b, err := story.Decode(assets.Story)
	if err != nil {
		return all, err
	}
	r := b.Records()
	for i := range r.Figures {
		if r.Figures[i].Period.EN != "" {
			r.Figures[i].Period.EN += "."
		}
	}
	other, err := story.New(r)
	if err != nil {
		return all, err
	}
	return [2][]byte{assets.Story, story.Encode(other)}, nil
}

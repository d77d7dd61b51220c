package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"time"

	"lianhua/internal/build"
	"lianhua/internal/dataset"
	"lianhua/internal/site"
)

func buildCommand() command {
	return command{
		name:    "build",
		summary: "make the folder that a web host serves",
		usage: `studio build [-out DIR] [-address URL] [-fast | -pages]

Compiles the player and the story, bakes the article into the page, and writes
everything that a static host needs to DIR (dist). Only what changed is made
again: a new word or colour does not recompile the player.

  -out DIR   where to write (default dist); only files of an earlier build are
             replaced or removed there
  -address URL
             where the site will be: https://example.org/lianhua/. The pages then
             say so to search engines, in citations and where links are shared,
             and there are a sitemap.xml and a robots.txt
  -fast      as the studio serves it: nothing compressed, which takes a minute
             for a new player, every name as in the sources, no service worker
  -pages     leave the player out: the article, its pictures, fonts and story

Examples:
  studio build                    the site in dist/, to be copied to a host
  studio build -address https://example.org/lianhua/
  studio build -fast -out /tmp/s  a quick look

Beside each FILE lie FILE.br and FILE.gz, for hosts to send to browsers that
accept them. Names that bear a hash never change their content, and a service
worker keeps the site for visits without a network. web/hosting has what hosts
need to know.`,
		run: runBuild,
	}
}

func runBuild(args []string, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("build", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() { fmt.Fprintln(stderr, buildCommand().usage) }
	out := flags.String("out", "dist", "")
	fast := flags.Bool("fast", false, "")
	pages := flags.Bool("pages", false, "")
	address := flags.String("address", "", "")
	if err := flags.Parse(args); err != nil {
		return 2
	}
	if flags.NArg() > 0 {
		fmt.Fprintf(stderr, "studio build: unknown argument %q; see studio help build\n", flags.Arg(0))
		return 2
	}
	at, err := site.ParseAddress(*address)
	if err != nil {
		fmt.Fprintf(stderr, "studio build: %v\n", err)
		return 2
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if at.Address == "" && !*fast && !*pages {
		fmt.Fprintln(stderr, "studio: without -address the pages have no pictures where their links are shared, and there is no sitemap")
	}
	began := time.Now()
	var parts []build.File
	m, err := module(at, stderr)
	if err == nil {
		parts, err = made(ctx, m, *fast, *pages)
	}
	if err == nil {
		err = build.Write(*out, parts)
	}
	if err != nil {
		fmt.Fprintf(stderr, "studio build: %v\n", err)
		return 1
	}
	if *pages {
		return 0
	}
	if !*fast {
		if err := build.WriteTable(stdout, parts); err != nil {
			return 1
		}
	}
	where, err := filepath.Abs(*out)
	if err != nil {
		where = *out
	}
	fmt.Fprintf(stdout, "%d files in %s, made in %.1f s\n", len(parts), where, time.Since(began).Seconds())
	return 0
}

// module is the project around the working folder, whose steps are told to log.
func module(at dataset.Site, log io.Writer) (site.Module, error) {
	root, err := site.Root()
	return site.Module{Root: root, At: at, Note: func(text string) { fmt.Fprintf(log, "studio: %s\n", text) }}, err
}

// made are the module's parts: as a host gets them, plain or without the player.
func made(ctx context.Context, m site.Module, plain, pages bool) ([]build.File, error) {
	switch {
	case pages:
		return m.Pages()
	case plain:
		return m.Plain(ctx)
	}
	return m.Packed(ctx)
}

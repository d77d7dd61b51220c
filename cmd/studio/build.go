package main

import (
	"context"
	"fmt"
	"io"
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

func runBuild(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	flags := newFlags("build")
	out := flags.String("out", "dist", "")
	fast := flags.Bool("fast", false, "")
	pages := flags.Bool("pages", false, "")
	address := flags.String("address", "", "")
	if err := parse(flags, buildCommand(), args); err != nil {
		return err
	}
	at, err := site.ParseAddress(*address)
	if err != nil {
		return misuse{err}
	}
	if at.Address == "" && !*fast && !*pages {
		fmt.Fprintln(stderr, "studio: without -address the pages have no pictures where their links are shared, and there is no sitemap")
	}
	m, err := module(at, stderr)
	if err != nil {
		return err
	}
	// What compile refuses would reach readers here, where nobody looks at it first.
	if _, _, err := compileProved(filepath.Join(m.Root, "assets"), stderr); err != nil {
		return err
	}
	switch {
	case *pages:
		parts, err := m.Pages()
		if err != nil {
			return err
		}
		return build.Write(*out, parts)
	case *fast:
		return writeSite(*out, stdout, func() ([]build.File, error) { return m.Plain(ctx) })
	}
	return writeHosted(ctx, m, *out, stdout)
}

// writeHosted writes the site as a host gets it, and what its parts weigh.
func writeHosted(ctx context.Context, m site.Module, out string, stdout io.Writer) error {
	return writeSite(out, stdout, func() ([]build.File, error) {
		parts, err := m.Packed(ctx)
		if err != nil {
			return nil, err
		}
		return parts, build.WriteTable(stdout, parts)
	})
}

// writeSite writes the parts to the folder out and tells how long it took to make
// them.
func writeSite(out string, stdout io.Writer, makeParts func() ([]build.File, error)) error {
	began := time.Now()
	parts, err := makeParts()
	if err == nil {
		err = build.Write(out, parts)
	}
	if err != nil {
		return err
	}
	where, err := filepath.Abs(out)
	if err != nil {
		where = out
	}
	fmt.Fprintf(stdout, "%d files in %s, made in %.1f s\n", len(parts), where, time.Since(began).Seconds())
	return nil
}

// module is the project around the working folder, whose steps are told to log.
func module(at dataset.Site, log io.Writer) (site.Module, error) {
	root, err := site.Root()
	return site.Module{Root: root, At: at, Note: func(text string) { fmt.Fprintf(log, "studio: %s\n", text) }}, err
}

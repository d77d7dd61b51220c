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
)

func buildCommand() command {
	return command{
		name:    "build",
		summary: "make the folder that a web host serves",
		usage: `studio build [-out DIR] [-fast | -pages]

Compiles the player and the story, bakes the article into the page, and writes
everything that a static host needs to DIR (dist). Only what changed is made
again: a new word or colour does not recompile the player.

  -out DIR   where to write (default dist); only files of an earlier build are
             replaced or removed there
  -fast      skip compression, which takes a minute for a new player
  -pages     leave the player out: the article, its pictures, fonts and story

Examples:
  studio build                    the site in dist/, with .br files beside each
  studio build -fast -out /tmp/s  a quick look

Each FILE.br is FILE under brotli; let the host send it with
"Content-Encoding: br" to browsers that accept it.`,
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
	if err := flags.Parse(args); err != nil {
		return 2
	}
	if flags.NArg() > 0 {
		fmt.Fprintf(stderr, "studio build: unknown argument %q; see studio help build\n", flags.Arg(0))
		return 2
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if *pages {
		return writePages(*out, stderr)
	}
	began := time.Now()
	parts, err := assemble(ctx, !*fast, stderr)
	if err == nil {
		err = build.Write(*out, parts)
	}
	if err != nil {
		fmt.Fprintf(stderr, "studio build: %v\n", err)
		return 1
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

// assemble builds the project's parts, compressed or not.
func assemble(ctx context.Context, compressed bool, log io.Writer) ([]build.Part, error) {
	root, err := moduleRoot()
	if err != nil {
		return nil, err
	}
	site := projectSite(root, log)
	parts, err := site.Assemble(ctx)
	if err != nil || !compressed {
		return parts, err
	}
	site.Note("compressing what is new; a new player takes about a minute")
	return parts, build.Compress(ctx, site.Work, parts)
}

// writePages writes the site without the player to the folder out.
func writePages(out string, stderr io.Writer) int {
	err := func() error {
		root, err := moduleRoot()
		if err != nil {
			return err
		}
		site := projectSite(root, stderr)
		story, err := site.Story()
		if err != nil {
			return err
		}
		parts, err := site.StaticParts(story)
		if err != nil {
			return err
		}
		if parts, err = build.WithManifest(parts); err != nil {
			return err
		}
		return build.Write(out, parts)
	}()
	if err != nil {
		fmt.Fprintf(stderr, "studio build: %v\n", err)
		return 1
	}
	return 0
}

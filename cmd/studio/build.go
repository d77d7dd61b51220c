package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"time"

	"lianhua/internal/build"
	"lianhua/internal/build/publish"
	"lianhua/internal/dataset"
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
	site, err := siteAt(*address)
	if err != nil {
		fmt.Fprintf(stderr, "studio build: %v\n", err)
		return 2
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if *pages {
		return writePages(*out, site, stderr)
	}
	if site.Address == "" && !*fast {
		fmt.Fprintln(stderr, "studio: without -address the pages have no pictures where their links are shared, and there is no sitemap")
	}
	began := time.Now()
	parts, err := published(ctx, site, !*fast, stderr)
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
func assemble(ctx context.Context, at dataset.Site, compressed bool, log io.Writer) ([]build.File, error) {
	root, err := moduleRoot()
	if err != nil {
		return nil, err
	}
	site := projectSite(root, at, log)
	parts, err := site.Assemble(ctx)
	if err != nil || !compressed {
		return parts, err
	}
	site.Note("compressing what is new; a new player takes about a minute")
	return parts, build.Compress(ctx, site.Work, parts)
}

// published builds the project's parts as a host gets them or, where they are not
// to last, as the studio serves them.
func published(ctx context.Context, at dataset.Site, lasting bool, log io.Writer) ([]build.File, error) {
	parts, err := assemble(ctx, at, false, log)
	if err != nil || !lasting {
		return parts, err
	}
	if parts, err = forHosts(parts); err != nil {
		return nil, err
	}
	root, err := moduleRoot()
	if err != nil {
		return nil, err
	}
	site := projectSite(root, at, log)
	site.Note("compressing what is new; a new player takes about a minute")
	return parts, build.Compress(ctx, site.Work, parts)
}

// forHosts adds the app and the cards to the parts and gives them their lasting
// form.
func forHosts(parts []build.File) ([]build.File, error) {
	i := slices.IndexFunc(parts, func(p build.File) bool { return p.Name == build.StoryName })
	if i < 0 {
		return nil, fmt.Errorf("the site has no %s", build.StoryName)
	}
	more, err := appFiles(parts[i].Content)
	if err != nil {
		return nil, fmt.Errorf("making the app: %w", err)
	}
	fonts, err := fontsOf(parts)
	if err != nil {
		return nil, err
	}
	cards, err := cardFiles(parts[i].Content, fonts)
	if err != nil {
		return nil, fmt.Errorf("drawing the cards: %w", err)
	}
	return publish.Files(slices.Concat(parts, more, cards))
}

// writePages writes the site without the player to the folder out.
func writePages(out string, at dataset.Site, stderr io.Writer) int {
	err := func() error {
		root, err := moduleRoot()
		if err != nil {
			return err
		}
		site := projectSite(root, at, stderr)
		story, err := site.Story()
		if err != nil {
			return err
		}
		parts, err := site.StaticFiles(story)
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

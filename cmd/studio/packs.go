package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"lianhua/internal/hall/packs"
	"lianhua/internal/hall/packs/repository"
	"lianhua/internal/story"
	"lianhua/scenes"
)

func packsCommand() command {
	return command{
		name:    "packs",
		summary: "make new content for halls, and the signed repository that it comes from",
		usage: `studio packs init|add|share|publish|rotate [flags]

A hall's pack is a story with its fonts. A kiosk takes the newest from a repository:
static files, signed, that any host, CDN or USB stick carries (The Update Framework).
The keys stay with whoever publishes; who has them decides what all kiosks show.

  init      makes an empty repository in -to and its keys in -keys. Kiosks are given
            the root that it prints, by hand and once.
  add       makes a pack of the story in -assets, proved as studio compile does, and
            of the fonts in -fonts, as the next version; or of a compiled -story.
  share     changes which share of all kiosks takes a -version
  publish   signs what was added. Also at least every 90 days, or kiosks take nothing
            new until it is; the keys of snapshot and timestamp do for that.
  rotate    gives a -role (root, targets, snapshot, timestamp) a new key: once a year,
            and when a key is lost or may have been seen. The root's must not be lost:
            keep copies at two places.

  -to DIR        the repository (packs)
  -keys DIR      the keys, outside of it (lianhua/keys among your settings)
  -share S       of all kiosks, 0 to 1, by a hash of their names (1)
  -version N     of the pack (the newest and one)
  -name TEXT     what you call it, for logs
  -assets DIR    (assets)
  -fonts DIR     (fonts in -assets)
  -story FILE    instead of -assets, a story that is compiled and proved
  -role ROLE     (root)

Examples:
  studio packs init
  studio packs add -share 0.05 -name "spring 2027"
  studio packs publish
  rsync -rt --exclude timestamp.json packs/ host:/srv/packs/   timestamp.json last,
  rsync -t packs/timestamp.json host:/srv/packs/               so that it is whole
  cp -r packs /media/stick/                                    or on a USB stick
  studio packs share -version 2 -share 1 && studio packs publish   a week later`,
		run: runPacks,
	}
}

// packsCall is what studio packs was called with.
type packsCall struct {
	to, keys            string
	share               float64
	version             uint64
	name                string
	assets, fonts, file string
	role                string
}

func runPacks(_ context.Context, args []string, stdout, stderr io.Writer) error {
	verbs := map[string]func(packsCall, io.Writer, io.Writer) error{
		"init": packsInit, "add": packsAdd, "share": packsShare, "publish": packsPublish, "rotate": packsRotate,
	}
	if len(args) == 0 {
		return misuse{errors.New("say what to do: init, add, share, publish or rotate; see studio help packs")}
	}
	verb, ok := verbs[args[0]]
	if !ok {
		return misuse{fmt.Errorf("there is nothing called %q to do; see studio help packs", args[0])}
	}
	var c packsCall
	flags := newFlags("packs")
	flags.StringVar(&c.to, "to", "packs", "")
	flags.StringVar(&c.keys, "keys", "", "")
	takes := map[string][]string{"add": {"share", "version", "name", "assets", "fonts", "story"}, "share": {"share", "version"}, "rotate": {"role"}}
	for _, name := range takes[args[0]] {
		c.define(flags, name)
	}
	if err := parse(flags, packsCommand(), args[1:]); err != nil {
		return err
	}
	if c.keys == "" {
		settings, err := os.UserConfigDir()
		if err != nil {
			return misuse{fmt.Errorf("say where the keys are, by -keys: %w", err)}
		}
		c.keys = filepath.Join(settings, "lianhua", "keys")
	}
	return verb(c, stdout, stderr)
}

func (c *packsCall) define(flags *flag.FlagSet, name string) {
	switch name {
	case "share":
		flags.Float64Var(&c.share, name, 1, "")
	case "version":
		flags.Uint64Var(&c.version, name, 0, "")
	case "name":
		flags.StringVar(&c.name, name, "", "")
	case "assets":
		flags.StringVar(&c.assets, name, "assets", "")
	case "fonts":
		flags.StringVar(&c.fonts, name, "", "")
	case "story":
		flags.StringVar(&c.file, name, "", "")
	case "role":
		flags.StringVar(&c.role, name, "root", "")
	}
}

func packsInit(c packsCall, stdout, _ io.Writer) error {
	m, err := repository.Init(c.to, c.keys, nil)
	if err != nil {
		return err
	}
	_, file, err := m.Root()
	if err != nil {
		return err
	}
	fmt.Fprintf(stdout, "%s: the root; give it to each kiosk by hand\n%s: the keys; copy them to a second place that nobody else reads\n", file, c.keys)
	return nil
}

func packsAdd(c packsCall, stdout, stderr io.Writer) error {
	m, err := repository.Open(c.to, c.keys, nil)
	if err != nil {
		return err
	}
	if c.version == 0 {
		list, err := m.Packs()
		if err != nil {
			return err
		}
		c.version = 1
		if len(list) > 0 {
			c.version = list[0].Version + 1
		}
	}
	p, err := c.pack(stderr)
	if err != nil {
		return err
	}
	if err := m.Add(p, c.share); err != nil {
		return err
	}
	fmt.Fprintf(stdout, "version %d: %.1f MB, for %v of all kiosks; studio packs publish tells them\n", p.Version, float64(len(p.Encode()))/1e6, c.share)
	return nil
}

// pack makes the pack, and refuses what this release's player would.
func (c packsCall) pack(stderr io.Writer) (*packs.Pack, error) {
	p := &packs.Pack{Version: c.version, Name: c.name}
	player := packs.Player{StoryFormat: story.Format, OldestStory: story.OldestFormat}
	for _, s := range scenes.All() {
		player.Scenes = append(player.Scenes, s.Name())
	}
	if c.fonts == "" {
		c.fonts = filepath.Join(c.assets, "fonts")
	}
	for name, font := range map[string]*[]byte{"sans.ttf": &p.Sans, "bold.ttf": &p.Bold, "serif.ttf": &p.Serif} {
		data, err := os.ReadFile(filepath.Join(c.fonts, name))
		if err != nil {
			return nil, fmt.Errorf("the pack's fonts: %w; studio fonts makes them", err)
		}
		*font = data
	}
	var err error
	if c.file != "" {
		p.Story, err = os.ReadFile(c.file)
	} else {
		p.Story, _, err = compileProved(c.assets, stderr)
	}
	if err != nil {
		return nil, fmt.Errorf("the pack's story: %w", err)
	}
	p.Requires = packs.Requires{StoryFormat: max(story.FormatOf(p.Story), story.OldestFormat), Scenes: player.Scenes}
	if err := p.Suits(player); err != nil {
		return nil, fmt.Errorf("kiosks would refuse the pack: %w", err)
	}
	return p, nil
}

func packsShare(c packsCall, stdout, _ io.Writer) error {
	if c.version == 0 {
		return misuse{errors.New("say of which -version; see studio help packs")}
	}
	m, err := repository.Open(c.to, c.keys, nil)
	if err != nil {
		return err
	}
	if err := m.Share(c.version, c.share); err != nil {
		return err
	}
	fmt.Fprintf(stdout, "version %d: for %v of all kiosks; studio packs publish tells them\n", c.version, c.share)
	return nil
}

func packsPublish(c packsCall, stdout, _ io.Writer) error {
	m, err := repository.Open(c.to, c.keys, nil)
	if err != nil {
		return err
	}
	if err := m.Publish(); err != nil {
		return err
	}
	return tellPacks(m, stdout)
}

func packsRotate(c packsCall, stdout, _ io.Writer) error {
	m, err := repository.Open(c.to, c.keys, nil)
	if err != nil {
		return err
	}
	if err := m.Rotate(c.role); err != nil {
		return err
	}
	fmt.Fprintf(stdout, "%s has a new key in %s; copy it to the second place too, and destroy the old one once this is uploaded\n", c.role, c.keys)
	return tellPacks(m, stdout)
}

// tellPacks prints what a repository has, and until when.
func tellPacks(m *repository.Maker, stdout io.Writer) error {
	list, err := m.Packs()
	if err != nil {
		return err
	}
	for _, p := range list {
		fmt.Fprintf(stdout, "version %d: %.1f MB, for %v of all kiosks  %s\n", p.Version, float64(p.Bytes)/1e6, p.Share, p.Name)
	}
	end, err := m.Expires()
	if err != nil {
		return err
	}
	fmt.Fprintf(stdout, "publish again before %s; upload timestamp.json last\n", end.Format(time.DateOnly))
	if left := time.Until(m.RootExpires()); left < 365*24*time.Hour {
		fmt.Fprintf(stdout, "the root expires on %s: studio packs rotate gives it five years more\n", m.RootExpires().Format(time.DateOnly))
	}
	return nil
}

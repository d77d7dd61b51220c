//go:build !js

package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strconv"

	"lianhua/internal/hall"
	"lianhua/internal/hall/packs/repository"
	"lianhua/internal/hall/store"
	"lianhua/internal/stage"
	"lianhua/scenes"
)

// packTitle is how the log calls a version.
func packTitle(version uint64) string { return "pack " + strconv.FormatUint(version, 10) }

// keptPacks are the packs that settings ask for; nil: none are kept.
func keptPacks(set *hall.Settings, log func(string)) *updates {
	u := set.Updates
	if u.Folder == "" {
		return nil
	}
	if u.Name == "" {
		u.Name, _ = os.Hostname() // a machine without a name is one like others
	}
	leftOut := set.LeaveOut
	all := newUpdates(store.Folder(u.Folder), u.Name, u.Hour, func() []stage.Scene { return without(scenes.All(), leftOut) }, log)
	if u.Source != "" {
		all.fetch = fetching(u)
	}
	return all
}

// mostRoot is the largest root of trust that is read, in bytes.
const mostRoot = 1 << 20

// fetching fetches from the source of settings. The root is read each time: it may be put
// right while the player runs.
func fetching(u hall.Updates) func(context.Context, uint64) (uint64, []byte, error) {
	return func(ctx context.Context, have uint64) (uint64, []byte, error) {
		root, err := readBounded(u.Root, mostRoot)
		if err != nil {
			return 0, nil, errors.New("the root of trust " + u.Root + ": " + err.Error())
		}
		cache := filepath.Join(u.Folder, "trust")
		if err := os.MkdirAll(cache, 0o755); err != nil {
			return 0, nil, err
		}
		return repository.Fetch(ctx, repository.Options{Root: root, Source: u.Source, Cache: cache, Have: have, Name: u.Name})
	}
}

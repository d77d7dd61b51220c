package main

import (
	"context"
	"os"
	"path/filepath"

	"lianhua/internal/build"
	"lianhua/internal/build/installer"
)

// player is the package of the native player.
const player = "./cmd/lianhua"

// packer packs compiled players for halls, into the folder out.
type packer struct {
	root, out string
	release   installer.Release
	usage     string
	guide     []installer.Guide
}

// newPacker finds what all packages have in common.
func newPacker(ctx context.Context, root, out string) (*packer, error) {
	release, err := installer.ReadRelease(ctx, root, os.Getenv)
	if err != nil {
		return nil, err
	}
	usage, err := build.Run(ctx, root, player, "-h")
	if err != nil {
		return nil, err
	}
	guide, err := installer.ReadGuides(filepath.Join(root, player))
	if err != nil {
		return nil, err
	}
	return &packer{root, out, release, usage, guide}, nil
}

// pack packs the program of a target, and returns the path; empty where halls have
// no package for it.
func (p *packer) pack(ctx context.Context, program string, target build.Target) (string, error) {
	if target.OS != "linux" && target.OS != "windows" {
		return "", nil
	}
	notices, err := installer.ReadNotices(ctx, p.root, player, target)
	if err != nil {
		return "", err
	}
	parts := installer.Parts{Release: p.release, Program: program, Arch: target.Arch, Usage: p.usage, Guide: p.guide, Notices: notices}
	if target.OS == "windows" {
		return installer.Zip(parts, p.out)
	}
	return installer.Deb(ctx, p.root, parts, p.out)
}

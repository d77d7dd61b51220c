// Package site makes the project's site from its sources: the story, the player,
// the pages with the article baked in, the figures as files and, for hosts, the
// app's manifest, its icons and the pictures of shared links.
//
// It guarantees that
//   - all of it happens in the caller's process but for the go command, and every
//     file that decides a byte is read through package os, the player's sources
//     too: so go test knows what a test that makes the site depends on, and runs
//     it again when one of them changes;
//   - the scenes are those that the caller was compiled with;
//   - the same sources give the same bytes.
package site

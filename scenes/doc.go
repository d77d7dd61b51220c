// Package scenes is the story's table of contents: each scene is a folder of its
// own below, and All lists them in the order in which they are told.
package scenes

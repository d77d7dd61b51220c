// Package build makes the player's WASM and the folder that a host serves.
package build

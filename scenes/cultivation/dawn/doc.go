// Package dawn is the light that wakes the beds of the scene about firms that are raised:
// low light that crosses a room, before which all lies in shade.
package dawn

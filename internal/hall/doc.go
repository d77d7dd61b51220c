// Package hall is how a hall sets its screen up: the settings, as their file says
// them and as they are without one.
//
// Guarantees:
//
//   - [Read] never fails: a setting that is wrong, or a whole file that is none, is
//     told with file, line and what to do, and what would stand without it is taken.
//   - The file kiosk.toml that the player prints is [Default], word for word.
package hall

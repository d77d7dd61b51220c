// Package installer packs the native player for halls: a Debian package with a unit
// that shows it on a bare machine's screen, and a zip for Windows with scripts that
// start it at log-on.
//
// It guarantees that
//   - the same release gives the same bytes: times are the release's, and nothing else
//     of the machine comes in;
//   - the settings that lie on the disk are those that the player prints, but for the
//     folders that the package makes;
//   - each package bears the licences of all that is linked into its player.
package installer

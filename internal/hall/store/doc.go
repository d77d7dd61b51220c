// Package store keeps a kiosk's packs in a folder: the one that is shown, the one before
// it, and one that waits to be shown.
//
// A pack is fetched and waits ([Store.Keep]); at the quiet hour it is proved by whoever
// can draw it, and switched to ([Store.Switch]) or refused ([Store.Refuse]); the next
// start shows it on trial ([Store.Begin]), and when it has run well for a while it counts
// ([Store.Confirm]). A start that finds two trials which were begun and came to no end goes
// back to the pack before: one may have been cut off by power. So does one that finds that
// a pack which counts has ended the player three times, none of them orderly
// ([Store.Interrupt]) and each before it had run well ([Store.Runs], [Store.Well]).
//
// Guarantees:
//
//   - Wherever power or the process is cut, the next start has the old pack or the new
//     one, whole: files are written aside, synced, renamed, and the folder is synced; what
//     is shown turns with the rename of one file, the record.
//   - A broken file is set aside and told in one line; then the pack before is shown, and
//     the built-in story, version 0, where there is none.
//   - A disk that takes nothing changes nothing of what is shown.
//   - A pack that counts and ends the player again and again is tried anew once, at the
//     quiet hour, and then refused.
//   - A version that was refused is asked for no more by this player; another player
//     (another version of the program) may take it.
//
// The folder belongs to one process at a time; within it, any goroutine may call.
package store

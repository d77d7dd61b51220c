// Package bench measures the player beside what a reader or an author would take
// instead, and prints what it found.
//
// Guarantees
//   - What is compared is measured in one run of one browser, in rounds whose
//     order turns, so that a machine that gets slower does so for all.
//   - Script time is the wall time of a frame's requestAnimationFrame callbacks
//     on the page's main thread. It is given twice: as it is, and with the calls
//     that draw left out, since a GPU in software makes a page wait for it.
//   - A first visit is measured in a browser context of its own, from a server of
//     our own that treats all pages alike; both pages are ready by the same test,
//     a tap that was answered.
//   - Nothing outlives a measurement: pages, browsers and servers end with it,
//     also when it fails or takes too long.
//   - Peers come from npm at the versions and with the digests of
//     peers/package-lock.json; nothing of them is shipped.
package bench

// Package awake keeps a hall's screen on while the hall is open: it holds X's screen
// saver and power saving, logind and a desktop's own saver off, whichever are there; not
// those of an X server within Wayland, which reach no monitor.
//
// Guarantees:
//
//   - What holds ends with the process, however that ends: it is tied to connections and
//     open files, and no setting of the system's is left changed.
//   - What Ebitengine's window leaves behind, a saver turned off for good, is put right.
//   - A way that fails is told once, and tried again after 5 seconds, then ever more
//     slowly up to each minute.
package awake

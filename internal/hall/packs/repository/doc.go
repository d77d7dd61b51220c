// Package repository is how halls' packs come from their makers to the kiosks: as a
// repository of The Update Framework (TUF), static files that any host, network of
// caches or USB stick carries, of which none has to be trusted.
//
// The maker's side ([Init], [Open], [Maker]) writes it:
//
//	1.root.json, 2.root.json…   which keys sign what; each is signed by the one before
//	packs/SHA256.pack-7.lhp     a pack
//	3.targets.json              which packs there are
//	4.snapshot.json             which of these belong together
//	timestamp.json              the newest snapshot
//
// A file with a number or a digest in its name never changes; only timestamp.json
// does, and it is written last, as it has to be uploaded last.
//
// The player's side ([Fetch]) starts from a root that it has been given by hand.
//
// Guarantees:
//
//   - What Fetch returns was signed for packs by the keys of the newest root that
//     follows from the given one, has not expired, and is newer than what there is.
//   - Older metadata than was seen before, metadata that do not belong together,
//     cut, changed, endless and slow downloads are errors in plain words; the next
//     Fetch begins with what was proved, or with the given root.
//   - A folder or a host with any part of an upload so far, in the order above, gives
//     the old pack, the new one, or an error that goes with the rest of the upload.
package repository

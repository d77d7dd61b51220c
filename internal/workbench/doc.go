// Package workbench is the page of the development server at which a story is
// looked at while it is made: one moment in every form, language and theme, what
// is wrong in it, what its marks are, its time line, and how it was at the last
// commit. Nothing of it is published.
//
// Answers to GET, below /workbench/:
//
//	(nothing)         the page; its files beside it
//	words.json        its own words in both languages
//	story.json        the revision, and the scenes, beats, forms, languages and themes
//	picture.png       a moment; v=REVISION lets a browser keep it
//	cells             the pictures of a moment in many views, one after another; see cells.go
//	strip.png         moments of a beat in one row, small
//	marks.json        what stands where in a moment, and what it means
//	origin.json       the lines of Go and of the drawing that its mark comes from
//	appearing.json    where each text of its scene appears
//	flaws.json        what readers cannot make out or touch in it
//	slots.json        where the slots of its drawing lie in it
//	before.json       the last commit, and whether the moment is another now
//	before.png        the moment at the last commit
//	difference.png    where the two differ
//	touched.ndjson    all settled pictures that are others now, in lines as they are found
//
//	given/ID          a file that was made
//
// And to POST, of JSON, in lines of how far it is:
//
//	accept            writes the goldens of {"scenes": [NAME]}, and tells which it wrote
//	give              makes a file of a moment, of the kind still, sheet or posts
//	scene             begins the scene of {"name", "act"}, and tells which files it wrote
//
// A moment is told by scene, t (seconds; or beat, from 1, at rest), form, lang,
// theme and vision; width is that of the picture in pixels. A query that tells none
// is answered 400 with a sentence.
//
// Guarantees
//   - A picture is that of studio's own renderer at that moment, see package still.
//   - Only this machine is answered, by its own names, so that no page from
//     elsewhere can read along; and only the workbench's own page has files written.
//   - A golden that is accepted has the bytes that the tests would write.
//   - A story that does not hold together leaves the last one.
package workbench

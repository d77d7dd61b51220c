// Package publish turns the parts of a site as it is being made into those that
// a host serves for years.
//
// It guarantees that
//   - a file whose name bears a hash never changes under that name, so hosts and
//     browsers may keep it for ever; pages, the manifests, the service worker and
//     downloads keep their names;
//   - a page's script is one file, with all that it imports: a reader has it whole
//     or not at all;
//   - every reference from a page, a style sheet or an app manifest follows,
//     relative as before, so that the site works below any path; a reference to a
//     hashed file that could not be followed is an error;
//   - scripts and style sheets carry their digest in the page, and sri.json has
//     the digest of every file but itself and the manifest;
//   - the service worker knows each file of its build by digest and can take no
//     other in its place;
//   - the same parts give the same bytes.
package publish

// Package live serves a site while it is being made: it watches the sources,
// rebuilds what a saved file touches and tells the open pages.
//
// It guarantees that
//   - a request is answered from one complete build, never from a mixture;
//   - what does not build leaves the last good build in place;
//   - saved data is compiled inside the process and reaches the pages without
//     waiting for a compiler, even while one runs;
//   - a build that made the same bytes disturbs no page.
//
// The pages hear of changes as Server-Sent Events at /events:
//
//	hello    the build's hash, when a page connects; another hash than before means that the page is old
//	story    the story file changed: fetch story.lh again and swap it
//	art      drawings changed: the build's hash, then a line for each pack to fetch again and swap
//	reload   code, shell or fonts changed: load the page again
//	compiled the story, drawings or fonts changed, for whoever draws them without the player; see Sources.Compiled
//	problem  the text of an error, to be shown above the last good build
//	fixed    the last problem is gone and nothing else changed
//
// The server adds a script to the page that acts on them, so that the published
// page knows nothing of all this. A changed story is offered to the page as a
// cancelable DOM event "lianhua:story" at window, its detail the file as
// Uint8Array. Where no listener calls preventDefault it is given to
// lianhuaPlayer.story; where there is no player yet, the page is loaded again. A
// changed pack is given to lianhuaPlayer.pack.
package live

// Package desk answers for what can be changed of a story, and changes it: the values
// of a scene as JSON, and edits of them with undo, redo and reset. It also serves the
// panel, the part of the workbench's page that asks it.
//
//	GET  /workbench/api/values?scene=NAME[&only=GROUP]  what can be changed; GROUP is beats, words, colors, figures or slots
//	POST /workbench/api/edit    {"gesture", "changes": [{"file", "path", "text", "old"}], "reason": {"zh", "en"}}
//	POST /workbench/api/reset   {"changes": [{"file", "path", "old"}]}: to the last commit
//	POST /workbench/api/undo    {"skip": true to leave a step that cannot be undone}
//	POST /workbench/api/redo
//
// Guarantees
//   - What is answered with 422 does not hold together, 409 was changed meanwhile, 403
//     is not allowed, 400 not understood: nothing of it is written.
//   - Only values that are meant for it are written, below assets/ and nowhere else.
//   - Who asks by a name that is no address of this machine, or from another page, is
//     refused; other machines read, and write only with the token.
package desk

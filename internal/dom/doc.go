// Package dom reads a display list for those who do not see it: a tree of
// headings, texts, figures, lists, tables and controls, in the list's order and
// nested as its groups are.
//
// Guarantees
//   - A node stands for each visible mark or group with a role, under its own ID.
//   - Runs without a role are the words of the group around them: lines of one
//     text are joined as its script joins them, other pieces by a space. A
//     group's label is read in place of them.
//   - Ops turn the old tree into the new one: applied in their order, each to the
//     element of its ID, they name no element that is not there yet.
//   - Rebuilding a tree from a list that says the same, and comparing two equal
//     trees, allocates nothing.
package dom

// Package setfile makes the packs of scenes from the drawings in the assets: which
// files make a scene's set, and which form stands on which drawing.
//
// A scene's drawings are art/NAME.svg for wide windows, and beside it NAME.phone.svg,
// NAME.kiosk.svg and NAME.wall.svg where a form is composed anew: else a kiosk
// stands on the phone's, and everything on the wide one. art/symbols.svg holds what
// several drawings share.
package setfile

// Package anim gives values at a time. It knows no clock: the time is an
// argument, so any moment can be asked for, in any order, any number of times.
//
// A scene's time line is made of beats laid end to end. A beat is the time in
// which something moves; how long playback rests at its end is a matter of
// playback and takes no time of the scene's own.
package anim

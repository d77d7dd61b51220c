// Package x11 opens connections to X servers and has them know X's extensions, so that
// any number of connections may be opened, used and closed beside one another.
//
// The library's own way, the Init of each extension's package, writes to maps of the whole
// process that the readers of all open connections read without a lock, which ends the
// process. What an extension's numbers mean is also each server's own, so those maps would
// hold for one server alone. Here they are filled once, before there is a connection, with
// what is right of any extension; archtest refuses the library's own way elsewhere.
package x11

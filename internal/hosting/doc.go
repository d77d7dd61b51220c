// Package hosting holds the tests of the examples in web/hosting: real servers
// serve a small published site at the top of a host and below a path. It has no
// other code.
//
// The tests start Caddy and nginx as ordinary processes on free ports of this
// machine and end them; they fail where one is not installed, and name the
// command that installs it.
package hosting

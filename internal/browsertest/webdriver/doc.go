// Package webdriver drives WebKitGTK's browser by WebDriver (W3C), through the helper
// program that WebKitGTK brings.
//
// Browser is a MiniBrowser of its own with one window and no profile: all that it
// stores ends with it.
//
// It guarantees that
//   - every wait ends with its context;
//   - an error names the command that failed and what the browser said;
//   - Close leaves no process behind.
package webdriver

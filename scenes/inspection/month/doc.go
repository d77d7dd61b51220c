// Package month is the month of the scene about inspections: a band of days round the rim
// of a wheel, filled as far as it has gone by, with flags on its days and a bead that
// goes along it.
package month

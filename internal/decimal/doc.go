// Package decimal holds exact decimal numbers: the form in which every figure
// of the story is written, checked, stored and shown.
//
// Guarantees:
//
//   - A [Decimal] is an integer times a power of ten. Parsing and
//     multiplying are exact; where a result does not fit in 64 bits the
//     operation says so and returns no wrong number.
//   - Only [Decimal.Quo] and [Decimal.Round] round, by a [Rounding] that the
//     caller names.
//   - No operation panics, and none but String allocates.
//
// The written form is an optional minus sign, digits, and an optional point
// followed by digits: "67", "86.36", "-0.5". Trailing zeros are kept because
// they state a precision: "1.50" is not written back as "1.5".
package decimal

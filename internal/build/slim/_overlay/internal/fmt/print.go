// Package fmt stands in for the standard library's, which brings reflection and
// files with it. It writes what Ebitengine writes: names such as U3, and errors.
package fmt

import (
	"io"
	"strconv"
)

type Stringer interface{ String() string }

func Sprintf(format string, args ...any) string {
	return string(appendf(nil, format, args))
}

func Fprintf(w io.Writer, format string, args ...any) (int, error) {
	return w.Write(appendf(nil, format, args))
}

func Fprintln(w io.Writer, args ...any) (int, error) {
	var b []byte
	for i, arg := range args {
		if i > 0 {
			b = append(b, ' ')
		}
		b = appendValue(b, arg)
	}
	return w.Write(append(b, '\n'))
}

type wrapped struct {
	text  string
	cause error
}

func (w *wrapped) Error() string { return w.text }
func (w *wrapped) Unwrap() error { return w.cause }

// Errorf wraps the last argument that is an error.
func Errorf(format string, args ...any) error {
	w := &wrapped{text: Sprintf(format, args...)}
	for _, arg := range args {
		if err, ok := arg.(error); ok {
			w.cause = err
		}
	}
	return w
}

// appendf puts the arguments in the place of the verbs, whatever their letters.
func appendf(b []byte, format string, args []any) []byte {
	for i := 0; i < len(format); i++ {
		if format[i] != '%' {
			b = append(b, format[i])
			continue
		}
		for i++; i < len(format) && (format[i] < 'A' && format[i] != '%'); i++ {
		}
		switch {
		case i < len(format) && format[i] == '%':
			b = append(b, '%')
		case len(args) > 0:
			b = appendValue(b, args[0])
			args = args[1:]
		}
	}
	return b
}

// appendValue writes a question mark for what is neither of a basic type nor tells
// itself.
func appendValue(b []byte, v any) []byte {
	switch v := v.(type) {
	case string:
		return append(b, v...)
	case []byte:
		return append(b, v...)
	case error:
		return append(b, v.Error()...)
	case Stringer:
		return append(b, v.String()...)
	case bool:
		return strconv.AppendBool(b, v)
	case int:
		return strconv.AppendInt(b, int64(v), 10)
	case int32:
		return strconv.AppendInt(b, int64(v), 10)
	case int64:
		return strconv.AppendInt(b, v, 10)
	case uint8:
		return strconv.AppendUint(b, uint64(v), 10)
	case uint16:
		return strconv.AppendUint(b, uint64(v), 10)
	case uint32:
		return strconv.AppendUint(b, uint64(v), 10)
	case float32:
		return strconv.AppendFloat(b, float64(v), 'g', -1, 32)
	case float64:
		return strconv.AppendFloat(b, v, 'g', -1, 64)
	}
	return append(b, '?')
}

// Package visits keeps what a hall's visitors did: how many came, how long they stayed,
// what they saw, by the hour; nothing of who they were. One CSV a month, which
// spreadsheets open.
//
// Guarantees:
//
//   - A file is replaced whole or not at all, after a power cut too: what is lost is at
//     most what was added since the last [Log.Save].
//   - What stands in a month's file is kept, columns of scenes that the story no longer
//     has included.
//   - A file that cannot be read is set aside and never written over; one that comes
//     late, with its folder, is added to.
//   - What cannot be written is kept for as many months as files are.
package visits

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"lianhua/internal/durable"
	"lianhua/internal/play"
	"lianhua/internal/story"
)

// The columns that each file has; those of languages and of scenes follow, a scene's
// with the visits in which it was seen.
const (
	day     = "date"
	hour    = "hour"
	count   = "visits"
	seconds = "seconds" // that they lasted together
	touches = "touches"
)

// mark begins a file in UTF-8 as spreadsheets know it.
const mark = "\uFEFF"

// Log is the visits of a hall's screen, kept in a folder.
type Log struct {
	folder string
	keep   int      // months
	months []*month // what their files do not have yet
}

// month is the visits of one: those of its file, or those to be added to it.
type month struct {
	name string // as in "2026-05"
	cols []string
	rows []map[string]string
}

// Open continues the log in a folder, which keeps as many months.
func Open(folder string, months int) *Log { return &Log{folder: folder, keep: months} }

// Add notes a visit that ended at a time. Where a month begins it saves the one before,
// and fails where that does; nothing noted is lost.
func (l *Log) Add(at time.Time, v play.Visit) error {
	m, err := l.turn(at.Format("2006-01"))
	r := m.row(at.Format("2006-01-02"), at.Format("15"))
	m.add(r, count, 1)
	m.add(r, seconds, int(v.Lasted+0.5))
	m.add(r, touches, v.Touches)
	for _, lang := range story.Langs() {
		n := 0
		if lang == v.Lang {
			n = 1
		}
		m.add(r, lang.String(), n)
	}
	for _, scene := range v.Scenes {
		m.add(r, scene, 1)
	}
	return err
}

func newMonth(name string) *month {
	return &month{name: name, cols: []string{day, hour, count, seconds, touches}}
}

// turn is what is to be added to a month's file.
func (l *Log) turn(name string) (m *month, err error) {
	for _, m := range l.months {
		if m.name == name {
			return m, nil
		}
	}
	if len(l.months) > 0 {
		err = l.Save()
	}
	m = newMonth(name)
	l.months = append(l.months, m)
	if extra := len(l.months) - max(l.keep, 1); extra > 0 {
		l.months = l.months[extra:] // of a folder that never came
	}
	return m, err
}

func (m *month) row(d, h string) map[string]string {
	for _, r := range m.rows {
		if r[day] == d && r[hour] == h {
			return r
		}
	}
	r := map[string]string{day: d, hour: h}
	m.rows = append(m.rows, r)
	return r
}

func (m *month) add(r map[string]string, col string, n int) {
	if !slices.Contains(m.cols, col) {
		m.cols = append(m.cols, col)
	}
	had, _ := strconv.Atoi(r[col])
	r[col] = strconv.Itoa(had + n)
}

// addAll adds another's visits of the same month.
func (m *month) addAll(more *month) {
	for _, r := range more.rows {
		to := m.row(r[day], r[hour])
		for _, c := range more.cols[2:] {
			n, _ := strconv.Atoi(r[c])
			m.add(to, c, n)
		}
	}
}

func (l *Log) path(month string) string { return filepath.Join(l.folder, "visits-"+month+".csv") }

// load reads what the month's file has. One that is no file of visits is set aside, and
// told of.
func (l *Log) load(name string) (m *month, aside, err error) {
	m = newMonth(name)
	cols, rows, err := Read(l.path(name))
	var broken *fileError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return m, nil, nil
	case errors.As(err, &broken):
		unread := l.path(name) + ".unread"
		if e := os.Rename(l.path(name), unread); e != nil {
			return nil, nil, errors.Join(err, e)
		}
		return m, fmt.Errorf("%w; it is kept as %s", err, unread), nil
	case err != nil:
		return nil, nil, err
	}
	for _, c := range cols {
		if !slices.Contains(m.cols, c) {
			m.cols = append(m.cols, c)
		}
	}
	m.rows = rows
	return m, nil, nil
}

// forget removes the oldest files beyond those that are kept, but not the present
// month's. They are counted, not dated: a clock that is wrong for an hour must not cost
// years.
func (l *Log) forget(present string) error {
	if l.keep <= 0 || present == "" {
		return nil
	}
	files, err := filepath.Glob(l.path("????-??")) // sorted
	files = slices.DeleteFunc(files, func(f string) bool { return f == l.path(present) })
	for i := range len(files) - (l.keep - 1) {
		err = errors.Join(err, os.Remove(files[i]))
	}
	return err
}

// Save adds what was noted since the last time to the months' files. What it cannot write
// is kept, and written when it can be.
func (l *Log) Save() (err error) {
	left, present := l.months[:0], ""
	for _, m := range l.months {
		present = m.name
		aside, e := l.save(m)
		if e != nil {
			left = append(left, m)
		}
		err = errors.Join(err, aside, e)
	}
	clear(l.months[len(left):])
	l.months = left
	if len(left) == 0 {
		err = errors.Join(err, l.forget(present))
	}
	return err
}

func (l *Log) save(more *month) (aside, err error) {
	m, aside, err := l.load(more.name)
	if err == nil {
		m.addAll(more)
		text := m.text()
		err = durable.WriteFile(l.path(m.name), text)
		if err != nil && slices.Equal(read(l.path(m.name)), text) {
			aside, err = errors.Join(aside, err), nil // to add it again would count it twice
		}
	}
	if err != nil {
		err = fmt.Errorf("the visits of %s: %w", more.name, err)
	}
	return aside, err
}

func read(path string) []byte {
	data, _ := os.ReadFile(path)
	return data
}

// text is a month as its file has it.
func (m *month) text() []byte {
	var out bytes.Buffer
	out.WriteString(mark)
	w := csv.NewWriter(&out)
	_ = w.Write(m.cols) // into memory
	slices.SortStableFunc(m.rows, func(a, b map[string]string) int {
		return cmp.Or(cmp.Compare(a[day], b[day]), cmp.Compare(a[hour], b[hour]))
	})
	for _, r := range m.rows {
		line := make([]string, len(m.cols))
		for i, c := range m.cols {
			if line[i] = r[c]; line[i] == "" {
				line[i] = "0"
			}
		}
		_ = w.Write(line)
	}
	w.Flush()
	return out.Bytes()
}

// fileError is of a file that has something else in it than visits.
type fileError struct{ error }

// Read reads a month's file: its columns, and its rows by them.
func Read(path string) (cols []string, rows []map[string]string, err error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, nil, err
	}
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte(mark))))
	lines, err := r.ReadAll()
	switch {
	case err != nil:
		return nil, nil, &fileError{fmt.Errorf("%s: %w", path, err)}
	case len(lines) == 0 || len(lines[0]) < 3 || lines[0][0] != day || lines[0][1] != hour || lines[0][2] != count:
		return nil, nil, &fileError{fmt.Errorf("%s:1: is no file of visits: it begins with %s,%s,%s", path, day, hour, count)}
	}
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, c := range lines[0] {
			row[c] = line[i]
		}
		rows = append(rows, row)
	}
	return lines[0], rows, nil
}

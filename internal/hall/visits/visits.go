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
//   - A file that cannot be read is set aside and never written over.
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
	months int // that files are kept
	month  string
	cols   []string
	rows   []map[string]string
	dirty  bool
}

// Open continues the log in a folder, which keeps as many months.
func Open(folder string, months int) *Log { return &Log{folder: folder, months: months} }

// Add notes a visit that ended at a time. It fails where the month's file cannot be
// read; the visit is noted all the same.
func (l *Log) Add(at time.Time, v play.Visit) error {
	err := l.turn(at.Format("2006-01"))
	r := l.row(at)
	l.add(r, count, 1)
	l.add(r, seconds, int(v.Lasted+0.5))
	l.add(r, touches, v.Touches)
	for _, lang := range story.Langs() {
		n := 0
		if lang == v.Lang {
			n = 1
		}
		l.add(r, lang.String(), n)
	}
	for _, scene := range v.Scenes {
		l.add(r, scene, 1)
	}
	l.dirty = true
	return err
}

// turn opens the file of a month.
func (l *Log) turn(month string) error {
	if month == l.month {
		return nil
	}
	err := l.Save()
	l.month, l.cols, l.rows = month, []string{day, hour, count, seconds, touches}, nil
	return errors.Join(err, l.load(), l.forget())
}

func (l *Log) row(at time.Time) map[string]string {
	d, h := at.Format("2006-01-02"), at.Format("15")
	for _, r := range l.rows {
		if r[day] == d && r[hour] == h {
			return r
		}
	}
	r := map[string]string{day: d, hour: h}
	l.rows = append(l.rows, r)
	return r
}

func (l *Log) add(r map[string]string, col string, n int) {
	if !slices.Contains(l.cols, col) {
		l.cols = append(l.cols, col)
	}
	had, _ := strconv.Atoi(r[col])
	r[col] = strconv.Itoa(had + n)
}

func (l *Log) path(month string) string { return filepath.Join(l.folder, "visits-"+month+".csv") }

// load reads what the month's file has already.
func (l *Log) load() error {
	cols, rows, err := Read(l.path(l.month))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		aside := l.path(l.month) + ".unread"
		if e := os.Rename(l.path(l.month), aside); e != nil {
			return errors.Join(err, e)
		}
		return fmt.Errorf("%w; it is kept as %s", err, aside)
	}
	for _, c := range cols {
		if !slices.Contains(l.cols, c) {
			l.cols = append(l.cols, c)
		}
	}
	l.rows = rows
	return nil
}

// forget removes the oldest files beyond the months that are kept. They are counted, not
// dated: a clock that jumps by years, and back, takes no more than the months it writes.
func (l *Log) forget() error {
	if l.months <= 0 {
		return nil
	}
	files, err := filepath.Glob(l.path("????-??"))
	files = slices.DeleteFunc(files, func(f string) bool { return f == l.path(l.month) })
	for i := range len(files) - (l.months - 1) {
		err = errors.Join(err, os.Remove(files[i]))
	}
	return err
}

// Save writes what was added since the last time.
func (l *Log) Save() error {
	if !l.dirty {
		return nil
	}
	var out bytes.Buffer
	out.WriteString(mark)
	w := csv.NewWriter(&out)
	_ = w.Write(l.cols) // into memory
	slices.SortStableFunc(l.rows, func(a, b map[string]string) int {
		return cmp.Or(cmp.Compare(a[day], b[day]), cmp.Compare(a[hour], b[hour]))
	})
	for _, r := range l.rows {
		line := make([]string, len(l.cols))
		for i, c := range l.cols {
			if line[i] = r[c]; line[i] == "" {
				line[i] = "0"
			}
		}
		_ = w.Write(line)
	}
	w.Flush()
	if err := durable.WriteFile(l.path(l.month), out.Bytes()); err != nil {
		return fmt.Errorf("the visits of %s: %w", l.month, err)
	}
	l.dirty = false
	return nil
}

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
		return nil, nil, fmt.Errorf("%s: %w", path, err)
	case len(lines) == 0 || len(lines[0]) < 3 || lines[0][0] != day || lines[0][1] != hour || lines[0][2] != count:
		return nil, nil, fmt.Errorf("%s:1: is no file of visits: it begins with %s,%s,%s", path, day, hour, count)
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

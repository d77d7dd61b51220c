package visits

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"lianhua/internal/play"
	"lianhua/internal/story"
)

func at(text string) time.Time {
	t, err := time.Parse("2006-01-02 15:04", text)
	if err != nil {
		panic(err)
	}
	return t
}

func add(t *testing.T, l *Log, when string, v play.Visit) {
	t.Helper()
	if err := l.Add(at(when), v); err != nil {
		t.Fatal(err)
	}
}

func text(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestVisitsAreKeptByTheHour(t *testing.T) {
	dir := t.TempDir()
	l := Open(dir, 12)
	add(t, l, "2026-05-03 10:05", play.Visit{Lasted: 61.4, Touches: 5, Scenes: []string{"cover", "hydrogen"}})
	add(t, l, "2026-05-03 10:50", play.Visit{Lasted: 20, Touches: 1, Scenes: []string{"cover"}, Lang: story.EN})
	if err := l.Save(); err != nil {
		t.Fatal(err)
	}
	// After a restart, and a story with other scenes, it goes on.
	l = Open(dir, 12)
	add(t, l, "2026-05-03 09:00", play.Visit{Lasted: 3, Touches: 2, Scenes: []string{"water"}})
	add(t, l, "2026-05-03 10:59", play.Visit{Lasted: 1, Touches: 1, Scenes: []string{"water"}})
	if err := l.Save(); err != nil {
		t.Fatal(err)
	}
	want := mark + "date,hour,visits,seconds,touches,zh,en,cover,hydrogen,water\n" +
		"2026-05-03,09,1,3,2,1,0,0,0,1\n" +
		"2026-05-03,10,3,82,7,2,1,2,1,1\n"
	if got := text(t, filepath.Join(dir, "visits-2026-05.csv")); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	var table bytes.Buffer
	if err := Print(&table, dir); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"2026-05-03       4            21        9   3   1", "       2  cover\n       2  water\n       1  hydrogen"} {
		if !strings.Contains(table.String(), want) {
			t.Errorf("the table lacks %q:\n%s", want, &table)
		}
	}
}

// visited keeps visits at these times, one after the other, and returns the folder and the
// files in it.
func visited(t *testing.T, months int, times ...string) (dir, files string) {
	t.Helper()
	dir = t.TempDir()
	l := Open(dir, months)
	for _, when := range times {
		add(t, l, when, play.Visit{Lasted: 1})
	}
	if err := l.Save(); err != nil {
		t.Fatal(err)
	}
	names, _ := filepath.Glob(filepath.Join(dir, "*"))
	for i := range names {
		names[i] = filepath.Base(names[i])
	}
	return dir, strings.Join(names, " ")
}

// A month that begins has a file of its own; those of long ago go.
func TestMonthsComeAndGo(t *testing.T) {
	_, files := visited(t, 2, "2025-11-30 23:59", "2025-12-01 00:01", "2026-01-02 08:00")
	if files != "visits-2025-12.csv visits-2026-01.csv" {
		t.Errorf("left are %s", files)
	}
}

// A clock that is wrong by years for a while costs one month at most, the oldest, and
// the present one is never it.
func TestAClockThatJumpsKeepsTheMonths(t *testing.T) {
	dir, files := visited(t, 4, "2026-01-03 10:00", "2026-02-03 10:00", "2026-03-03 10:00", "2099-01-01 00:00", "2026-03-04 10:00", "1970-01-01 00:00", "2026-03-05 10:00")
	if files != "visits-1970-01.csv visits-2026-02.csv visits-2026-03.csv visits-2099-01.csv" {
		t.Errorf("left are %s", files)
	}
	if got := text(t, filepath.Join(dir, "visits-2026-03.csv")); strings.Count(got, "\n2026-03") != 3 {
		t.Errorf("the month after the jumps:\n%s", got)
	}
}

// A file that is none is set aside whole, and the visits are noted.
func TestAFileThatCannotBeReadIsKept(t *testing.T) {
	for name, broken := range map[string]string{"empty": "", "torn": "date,hour,visits,seconds,touches\n2026-05-03,10,1", "another": "name,price\nx,1\n"} {
		dir := t.TempDir()
		file := filepath.Join(dir, "visits-2026-05.csv")
		if err := os.WriteFile(file, []byte(broken), 0o644); err != nil {
			t.Fatal(err)
		}
		l := Open(dir, 12)
		add(t, l, "2026-05-03 10:05", play.Visit{Lasted: 2})
		if err := l.Save(); err == nil || !strings.Contains(err.Error(), ".unread") {
			t.Errorf("%s: %v", name, err)
		}
		if err := l.Save(); err != nil {
			t.Fatal(err)
		}
		if text(t, file+".unread") != broken || !strings.Contains(text(t, file), "2026-05-03,10,1,2,0,1,0") {
			t.Errorf("%s: %s", name, text(t, file))
		}
	}
}

// A folder that is gone over the months' turns costs nothing of those that are kept, and
// what its files had is added to when it is back; a clock that jumps is no other thing.
func TestAFolderThatIsGoneOverTheMonthsTurn(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "stick")
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	l := Open(dir, 3)
	add(t, l, "2026-05-03 10:05", play.Visit{Lasted: 2})
	if err := l.Save(); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(dir, dir+".away"); err != nil {
		t.Fatal(err)
	}
	for _, when := range []string{"2024-01-01 10:00", "2026-05-03 10:55", "2026-06-01 10:00", "2026-05-31 23:00", "2026-07-01 10:00", "2026-07-01 11:00"} {
		_ = l.Add(at(when), play.Visit{Lasted: 1, Scenes: []string{"water"}})
		if err := l.Save(); err == nil {
			t.Fatal("saved in a folder that is not there")
		}
	}
	if err := os.Rename(dir+".away", dir); err != nil {
		t.Fatal(err)
	}
	for range 2 { // nothing is counted twice
		if err := l.Save(); err != nil {
			t.Fatal(err)
		}
	}
	head := mark + "date,hour,visits,seconds,touches,zh,en,water\n"
	for month, want := range map[string]string{
		"2026-05": "2026-05-03,10,2,3,0,2,0,1\n2026-05-31,23,1,1,0,1,0,1\n",
		"2026-06": "2026-06-01,10,1,1,0,1,0,1\n",
		"2026-07": "2026-07-01,10,1,1,0,1,0,1\n2026-07-01,11,1,1,0,1,0,1\n",
	} {
		if got := text(t, filepath.Join(dir, "visits-"+month+".csv")); got != head+want {
			t.Errorf("%s:\n%s\nwant\n%s", month, got, head+want)
		}
	}
}

// A folder that cannot be written loses nothing that is still in memory.
func TestAFolderThatComesLate(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "late")
	l := Open(dir, 12)
	add(t, l, "2026-05-03 10:05", play.Visit{Lasted: 2})
	if err := l.Save(); err == nil {
		t.Fatal("saved in a folder that is not there")
	}
	if err := os.Mkdir(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := l.Save(); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(text(t, filepath.Join(dir, "visits-2026-05.csv")), "2026-05-03,10,1,2") {
		t.Error("the visit is lost")
	}
	if err := Print(&bytes.Buffer{}, t.TempDir()); err == nil {
		t.Error("an empty folder is printed")
	}
}

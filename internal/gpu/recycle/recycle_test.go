package recycle

import (
	"math/rand"
	"testing"
)

// Masks of all sizes come and go, as a story's scenes do over a day: what is kept
// follows what is in use.
func TestWhatIsKeptFollowsWhatIsUsed(t *testing.T) {
	var s Slices[int]
	chance := rand.New(rand.NewSource(1))
	most := 0
	for scene := range 400 {
		// One scene in ten has a few shapes of many parts, the others many of few.
		shapes, parts := 200, 6
		if scene%10 == 0 {
			shapes, parts = 10, 700
		}
		var live [][]int
		for range 30 {
			for range shapes {
				n := 1 + chance.Intn(parts)
				x := s.Take(n)
				if len(x) != 0 || cap(x) < n || cap(x) >= 2*n && n > 1 {
					t.Fatalf("room for %d, asked for %d", cap(x), n)
				}
				live = append(live, x)
			}
			used, _ := s.Room()
			most = max(most, used)
			for len(live) > 2*shapes {
				s.Give(live[0])
				live = live[1:]
			}
			if used, spare := s.Room(); spare > most {
				t.Fatalf("scene %d: %d kept, %d in use, at most %d ever", scene, spare, used, most)
			}
		}
		for _, x := range live {
			s.Give(x)
		}
	}
	used, spare := s.Room()
	if used != 0 || spare > most {
		t.Errorf("%d kept and %d in use at the end, at most %d ever", spare, used, most)
	}
}

func TestSlicesAreTakenAgain(t *testing.T) {
	var s Slices[int]
	hold := s.Take(1000)
	s.Give(s.Take(5))
	if n := testing.AllocsPerRun(100, func() { s.Give(s.Take(7)) }); n > 0 {
		t.Errorf("%v allocations where one is kept", n)
	}
	s.Give(hold)
	s.Give(nil)
}

package roads

import "testing"

// Every town is painted by the end and none before the start; a team comes to its towns
// one after the other, and a town that is painted stays so.
func TestEveryTownIsVisitedOnce(t *testing.T) {
	for _, w := range []Walk{{Teams: MostTeams, Each: MostTowns}, {Teams: 3, Each: 1}, {Teams: 1, Each: 2}} {
		all := float64(w.Teams * w.Each)
		if got := w.Visited(); got != 0 {
			t.Errorf("%d teams: %v towns have been before the visits", w.Teams, got)
		}
		last := 0.0
		for i := range 200 {
			w.Gone = float64(i+1) / 200
			if got := w.Visited(); got < last {
				t.Fatalf("%d teams: at %v the visited towns go from %v to %v", w.Teams, w.Gone, last, got)
			} else {
				last = got
			}
		}
		if last != all {
			t.Errorf("%d teams: %v of %v towns have been", w.Teams, last, all)
		}
	}
}

// A town is painted no earlier than its team stands at the end of the leg that leads
// there.
func TestATownIsPaintedWhenItsTeamIsThere(t *testing.T) {
	w := Walk{Teams: MostTeams, Each: MostTowns}
	for i := range 400 {
		w.Gone = float64(i) / 400
		for team := range w.Teams {
			k, share := w.on(team)
			for town := range w.Each {
				if w.painted(team, town) > 0 && (k < town || k == town && share < 1) {
					t.Fatalf("at %v the team %d is %.2f along its leg %d, and its town %d is painted", w.Gone, team, share, k, town)
				}
			}
		}
	}
}

// No team waits for another: they come to their last towns at as many moments as they are.
func TestNoTwoTeamsComeTogether(t *testing.T) {
	w := Walk{Teams: MostTeams, Each: MostTowns}
	when := map[float64]int{}
	for team := range w.Teams {
		at := w.reached(team, w.Each-1)
		if other, ok := when[at]; ok {
			t.Errorf("the teams %d and %d come at the same moment", other, team)
		}
		when[at] = team
	}
}

// Teams leave the hub one after another, and all have by the end.
func TestTeamsLeaveOneAfterAnother(t *testing.T) {
	w := Walk{Teams: MostTeams, Each: MostTowns, Hopped: 0.5}
	for team := 1; team < w.Teams; team++ {
		if w.hop(team) > w.hop(team-1) {
			t.Errorf("the team %d is ahead of the one before it", team)
		}
	}
	if w.hop(0) != 1 || w.hop(w.Teams-1) != 0 {
		t.Errorf("half way the first has come %v and the last %v", w.hop(0), w.hop(w.Teams-1))
	}
	w.Hopped = 1
	if w.hop(w.Teams-1) != 1 {
		t.Error("the last has not come by the end")
	}
}

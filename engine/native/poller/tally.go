package poller

import (
	"net/http"
	"sort"

	"go.k6.io/k6/v2/lib/netext/httpext"
	"go.k6.io/k6/v2/metrics"

	"surgeproof/native/line"
)

// tally is what was recorded of the polls that were answered with "waiting".
type tally struct {
	phases                           []float64           // when each begins, seconds
	times                            [][2]line.Histogram // service and response of a phase
	answers, connections, handshakes int
}

func newTally(phases []float64) tally {
	return tally{phases: phases, times: make([][2]line.Histogram, len(phases))}
}

// record counts a poll that was intended at an instant. Its response time counts from there, whatever kept it waiting.
func (t *tally) record(intended, end float64, trail *httpext.Trail) {
	later := sort.Search(len(t.phases), func(i int) bool { return t.phases[i]*1_000 > intended })
	times := &t.times[max(0, later-1)]
	times[0].Record(metrics.D(trail.Duration))
	times[1].Record(max(end-intended, metrics.D(trail.Blocked+trail.Duration)))
	t.answers++
	if trail.Connecting > 0 { // as engine/recording/traffic-tally.ts counts
		t.connections++
		if trail.TLSHandshaking > 0 {
			t.handshakes++
		}
	}
}

// records are what take returns to JavaScript.
type records struct {
	Samples     []any `js:"samples"`
	Statuses    []any `js:"statuses"`
	Connections int   `js:"connections"`
	Handshakes  int   `js:"handshakes"`
}

// take returns what was recorded since the last call, and forgets it; nil when nothing was.
func (t *tally) take() *records {
	if t.answers == 0 {
		return nil
	}
	taken := &records{Statuses: []any{[]any{http.StatusOK, t.answers}}, Connections: t.connections, Handshakes: t.handshakes}
	for phase := range t.times {
		for clock := range t.times[phase] {
			if cells := t.times[phase][clock].Take(); len(cells) > 0 {
				taken.Samples = append(taken.Samples, []any{phase, clock, cells})
			}
		}
	}
	t.answers, t.connections, t.handshakes = 0, 0, 0
	return taken
}

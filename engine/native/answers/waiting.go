// Package answers reads "still waiting, ask again in …" from the answer of a waiting room.
package answers

import (
	"errors"
	"fmt"
)

// longest interval that is believed, milliseconds: two days.
const longest = 172_800_000

// Waiting says how "still waiting" looks: WaitingAnswer of models/definition/waiting-room-dialect.ts.
type Waiting struct {
	JSON *struct {
		State    string `js:"state"`
		Is       string `js:"is"`
		Interval string `js:"interval"`
		Unit     string `js:"unit"`
		Key      string `js:"key"`
	} `js:"json"`
	Pattern string `js:"pattern"`
	Unit    string `js:"unit"`
}

// Form returns after how many milliseconds the person with a key asks again. It is not ok when the answer says anything else than "still
// waiting", does not say it plainly, or speaks of another key.
type Form func(body, key string) (ms float64, ok bool)

// Form compiles what a dialect says.
func (w Waiting) Form() (Form, error) {
	units := map[string]float64{"ms": 1, "s": 1_000}
	if w.JSON == nil {
		if w.Pattern == "" || units[w.Unit] == 0 {
			return nil, errors.New("waiting: must be json, or a pattern and its unit ms or s, got neither")
		}
		return newPattern(w.Pattern, units[w.Unit])
	}
	o := *w.JSON
	if o.State == "" || o.Is == "" || o.Interval == "" || units[o.Unit] == 0 {
		return nil, fmt.Errorf("waiting.json: must name state, is, interval and the unit ms or s, got %+v", o)
	}
	f := &fields{is: o.Is, unit: units[o.Unit]}
	f.state, f.interval = f.path(o.State), f.path(o.Interval)
	if o.Key != "" {
		f.key = f.path(o.Key)
	}
	return f.read, nil
}

func believed(ms float64) (float64, bool) { return ms, ms > 0 && ms <= longest }

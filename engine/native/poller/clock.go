package poller

import (
	"math"
	"time"

	"surgeproof/native/line"
)

// clock counts from second 0 by the monotonic clock, which was held against the clock of the machine once.
type clock struct {
	opened time.Time
	offset float64 // milliseconds since second 0 when it was opened
}

func newClock(startedAt float64) clock {
	opened := time.Now()
	return clock{opened, float64(opened.UnixNano())/1e6 - startedAt}
}

// exact is now in milliseconds since second 0.
func (c clock) exact() float64 { return c.offset + float64(time.Since(c.opened))/1e6 }

// now is rounded down to whole milliseconds, as the engine tells time.
func (c clock) now() float64 { return math.Floor(c.exact()) }

// slot is the one under way.
func (c clock) slot() line.Slot {
	return line.SlotAfter(math.Floor(c.exact()/line.SlotMs) * line.SlotMs)
}

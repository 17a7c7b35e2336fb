package line

import "math"

// Cells of models/workload/log/histogram.ts: 128 an octave, from 2^-10 ms to 2^24 ms. A cell is the top 19 bits of a float64.
const (
	cells     = 34 * 128
	firstCell = (1023 - 10) * 128
)

// Histogram counts times.
type Histogram struct {
	counts [cells]uint32
	total  int
}

// cellOf is the cell a time in milliseconds falls into; not-a-number falls into the last one, where it is seen.
func cellOf(ms float64) int {
	if ms < 1.0/1024 {
		return 0
	}
	return min(int(math.Float64bits(ms)>>45)-firstCell, cells-1)
}

// Record counts one time, in milliseconds.
func (h *Histogram) Record(ms float64) {
	h.counts[cellOf(ms)]++
	h.total++
}

// Take returns the cells, flat and delta-coded as in the measurement log, and forgets them.
func (h *Histogram) Take() []any {
	taken := []any{}
	for cell, previous := 0, 0; h.total > 0; cell++ {
		if count := int(h.counts[cell]); count > 0 {
			taken = append(taken, cell-previous, count)
			h.counts[cell], previous = 0, cell
			h.total -= count
		}
	}
	return taken
}

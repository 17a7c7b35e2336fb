package line

import "math"

// SlotMs is how long a slot lasts, as in engine/users/wheel.ts.
const SlotMs = 20

// Slot is an instant on the grid of 20 ms, counted from second 0 and negative before; 497 days fit into it.
type Slot int32

// SlotAfter is the first slot at or after an instant, in milliseconds since second 0; one too far away is cut to the farthest.
func SlotAfter(ms float64) Slot {
	return Slot(max(math.MinInt32, min(math.Ceil(ms/SlotMs), math.MaxInt32)))
}

// Ms is when the slot begins, in milliseconds since second 0.
func (s Slot) Ms() float64 { return float64(s) * SlotMs }

// slots of a turn of the wheel: 164 s.
const slots = 1 << 13

// Wheel wakes rows at their time: a hashed timer wheel (Varghese and Lauck 1987, scheme 6), whose lists are threaded through the rows.
// Who is due in a later turn is passed over once a turn.
type Wheel struct {
	rows    *Rows
	heads   [slots]int32
	current Slot
}

// NewWheel returns an empty wheel whose slot under way is now.
func NewWheel(rows *Rows, now Slot) *Wheel {
	w := &Wheel{rows: rows, current: now}
	for i := range w.heads {
		w.heads[i] = -1
	}
	return w
}

// Put wakes a row at a slot, and never in the one under way.
func (w *Wheel) Put(i int32, at Slot) {
	row := w.rows.At(i)
	row.Due, row.State = max(at, w.current+1), Asleep
	w.thread(i, row)
}

func (w *Wheel) thread(i int32, row *Row) {
	head := &w.heads[row.Due&(slots-1)]
	row.next, *head = *head, i
}

// Advance calls wake for each row whose slot has come by now; the row is off the wheel then.
func (w *Wheel) Advance(now Slot, wake func(i int32, row *Row)) {
	for w.current < now {
		w.current++
		head := &w.heads[w.current&(slots-1)]
		i := *head
		*head = -1
		for i >= 0 {
			row := w.rows.At(i)
			next := row.next
			if row.Due > w.current {
				w.thread(i, row)
			} else {
				wake(i, row)
			}
			i = next
		}
	}
}

package line

import (
	"math"
	"math/rand/v2"
	"testing"
)

// The property of engine/users/wheel.ts: on the grid, never early, never in the slot under way, within a slot of when it was wanted.
func TestWheelWakesOnTheGridAndNeverEarly(t *testing.T) {
	const people, range_ = 40_000, 3e6 // milliseconds: 18 turns of the wheel
	random := rand.New(rand.NewPCG(1, 2))
	rows := NewRows()
	w := NewWheel(rows, 0)
	wanted := make([]float64, people)
	for i := range wanted {
		wanted[i] = random.Float64() * range_
		w.Put(int32(i), SlotAfter(wanted[i]))
	}
	woken := 0
	for now := 0.0; now <= range_+SlotMs; now += 7 {
		w.Advance(Slot(now/SlotMs), func(i int32, row *Row) {
			woken++
			due := row.Due.Ms()
			if due < wanted[i] || due > now || due >= max(wanted[i], 1)+SlotMs || now-due >= SlotMs+7 {
				t.Fatalf("row %d wanted at %v, due %v, woken at %v", i, wanted[i], due, now)
			}
		})
	}
	if woken != people {
		t.Errorf("%d of %d woken", woken, people)
	}
}

func TestWheelPutsNobodyIntoTheSlotUnderWay(t *testing.T) {
	rows := NewRows()
	w := NewWheel(rows, 5)
	for i, at := range []float64{-1e9, 0, 100, 119.9, 120} {
		w.Put(int32(i), SlotAfter(at))
		if due := rows.At(int32(i)).Due; due != 6 {
			t.Errorf("at %v: slot %d, want 6", at, due)
		}
	}
	woken := 0
	w.Advance(5, func(int32, *Row) { woken++ })
	if woken != 0 {
		t.Error("woken in the slot under way")
	}
	// A row that is woken may be put back at once.
	w.Advance(6, func(i int32, row *Row) { woken++; w.Put(i, row.Due) })
	w.Advance(7, func(int32, *Row) { woken++ })
	if woken != 10 {
		t.Errorf("%d woken, want 5 twice", woken)
	}
}

func TestWheelAfterAStallWakesEverybodyInOrder(t *testing.T) {
	rows := NewRows()
	w := NewWheel(rows, 0)
	for i := range int32(1000) {
		w.Put(i, Slot(1+i*37%20_000))
	}
	last, woken := Slot(0), 0
	w.Advance(1_000_000, func(_ int32, row *Row) {
		if row.Due < last {
			t.Fatalf("slot %d after %d", row.Due, last)
		}
		last = row.Due
		woken++
	})
	if woken != 1000 {
		t.Errorf("%d woken", woken)
	}
}

func TestWheelBeforeSecondZero(t *testing.T) {
	rows := NewRows()
	w := NewWheel(rows, -100_000)
	w.Put(1, SlotAfter(-1_999_970))
	w.Put(2, SlotAfter(-10))
	var woken []Slot
	w.Advance(3, func(_ int32, row *Row) { woken = append(woken, row.Due) })
	if len(woken) != 2 || woken[0] != -99_998 || woken[1] != 0 {
		t.Errorf("woken at %v", woken)
	}
}

// 49.7 days are 2^32 ms; 497 days are the farthest slot.
func TestSlotsDoNotWrap(t *testing.T) {
	for ms, want := range map[float64]Slot{
		0: 0, 0.001: 1, 20: 1, 20.5: 2, -0.5: 0, -20: -1, -39: -1, 4_294_967_296: 214_748_365, 4.2e10: 2_100_000_000,
		1e15: math.MaxInt32, math.Inf(1): math.MaxInt32, -1e15: math.MinInt32, math.Inf(-1): math.MinInt32,
	} {
		if got := SlotAfter(ms); got != want {
			t.Errorf("SlotAfter(%v) = %d, want %d", ms, got, want)
		}
	}
	if ms := Slot(2_100_000_000).Ms(); ms != 4.2e10 {
		t.Errorf("Ms = %v", ms)
	}
}

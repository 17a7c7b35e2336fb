package line

import (
	"encoding/json"
	"math"
	"os"
	"reflect"
	"testing"
)

// The vectors are written by models/workload/log/histogram.ts; test/engine/native/histogram.test.ts holds it to the same file.
func TestHistogramAsTypeScript(t *testing.T) {
	text, err := os.ReadFile("../testdata/histogram.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Cells    [][2]float64
		Recorded struct {
			Times []float64
			Cells []int
		}
	}
	if err := json.Unmarshal(text, &file); err != nil {
		t.Fatal(err)
	}
	for _, pair := range file.Cells {
		if got := cellOf(pair[0]); got != int(pair[1]) {
			t.Errorf("cellOf(%v) = %d, want %v", pair[0], got, pair[1])
		}
	}
	if len(file.Cells) < 100 {
		t.Errorf("only %d vectors", len(file.Cells))
	}
	h := &Histogram{}
	for range 2 {
		for _, ms := range file.Recorded.Times {
			h.Record(ms)
		}
		var want []any
		for _, n := range file.Recorded.Cells {
			want = append(want, n)
		}
		if got := h.Take(); !reflect.DeepEqual(got, want) {
			t.Errorf("Take() = %v, want %v", got, want)
		}
	}
	if got := h.Take(); len(got) != 0 {
		t.Errorf("taken twice: %v", got)
	}
}

func TestTimesThatAreNone(t *testing.T) {
	for ms, want := range map[float64]int{math.Inf(1): cells - 1, math.Inf(-1): 0, -1: 0, math.Copysign(0, -1): 0} {
		if got := cellOf(ms); got != want {
			t.Errorf("cellOf(%v) = %d, want %d", ms, got, want)
		}
	}
	if got := cellOf(math.NaN()); got != cells-1 {
		t.Errorf("cellOf(NaN) = %d", got)
	}
}

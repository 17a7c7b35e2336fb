package line

import (
	"strings"
	"testing"
	"unsafe"
)

func TestRowIsOneCacheLine(t *testing.T) {
	if size := unsafe.Sizeof(Row{}); size != 64 {
		t.Errorf("a row takes %d bytes", size)
	}
}

func TestRowsStayWhereTheyAreAndKeepKeysOfAnyLength(t *testing.T) {
	rows := NewRows()
	first := rows.At(0)
	for i, key := range []string{"", "k", strings.Repeat("a", 41), strings.Repeat("b", 42), strings.Repeat("자리", 200)} {
		row := int32(i * 5_000)
		rows.SetKey(row, key)
		if got := rows.Key(row); got != key {
			t.Errorf("row %d: key %q, want %q", row, got, key)
		}
	}
	rows.SetKey(15_000, "short again")
	if got := rows.Key(15_000); got != "short again" {
		t.Errorf("key %q", got)
	}
	if rows.At(0) != first {
		t.Error("a row has moved")
	}
	if used := rows.Used(); used != 20_480 {
		t.Errorf("%d rows, want 5 chunks of 4096", used)
	}
}

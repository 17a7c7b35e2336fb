// Package line holds people who wait: a row each without pointers, the wheel that wakes them, and histograms of their times.
package line

// State says where a row is.
type State uint8

// A row is Free unless somebody waits on it; the other states follow one another until it is given back.
const (
	Free State = iota
	Asleep
	// Overdue: its time has come, and as many polls are under way as may be.
	Overdue
	Asking
	// Back: waits to be given back.
	Back
)

// Row is a person in line: 64 bytes and no pointer, so that a million of them are no work for the garbage collector.
type Row struct {
	// Waiting is when the last question was asked that was answered with "waiting", milliseconds since second 0.
	Waiting float64
	// Due is when the row wakes, or woke; at GiveUp or after it, the person leaves without asking.
	Due, GiveUp Slot
	next        int32
	State       State
	// Template is what this person's requests have in common with those of others.
	Template uint8
	keyLen   uint8
	key      [41]byte
}

const (
	chunkBits = 12
	chunkRows = 1 << chunkBits
	// MostRows is far above what a VU can host: a higher number is a mistake, which must not take all memory.
	MostRows = 1 << 22
)

// Rows are indexed by the row number of the engine. They grow by chunks, so that nothing is copied and no old array is left as garbage.
type Rows struct {
	chunks []*[chunkRows]Row
	long   map[int32]string // keys that do not fit into their row
}

// NewRows returns a table in which nobody waits.
func NewRows() *Rows { return &Rows{long: map[int32]string{}} }

// At returns a row below MostRows, which stays where it is.
func (r *Rows) At(i int32) *Row {
	for len(r.chunks) <= int(i>>chunkBits) {
		r.chunks = append(r.chunks, new([chunkRows]Row))
	}
	return &r.chunks[i>>chunkBits][i&(chunkRows-1)]
}

// Used is how many rows there are, free ones among them.
func (r *Rows) Used() int32 { return int32(len(r.chunks) * chunkRows) }

// SetKey keeps the key of a person's place in line.
func (r *Rows) SetKey(i int32, key string) {
	row := r.At(i)
	delete(r.long, i)
	if row.keyLen = uint8(copy(row.key[:], key)); int(row.keyLen) < len(key) {
		r.long[i] = key
	}
}

// Key of a person's place in line.
func (r *Rows) Key(i int32) string {
	if key, isLong := r.long[i]; isLong {
		return key
	}
	row := r.At(i)
	return string(row.key[:row.keyLen])
}

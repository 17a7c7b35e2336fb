package poller

import "testing"

func TestGrowthOfTheHeap(t *testing.T) {
	const mib = 1 << 20
	for _, c := range []struct {
		live, perSecond uint64
		want            int
		says            string
	}{
		{0, 0, 400, "nothing lives yet"},
		{4 * mib, 1 * mib, 400, "a small heap grows as far as it may"},
		{6 * mib, 0, 400, "24 MiB are four times 6"},
		{24 * mib, 0, 100, "24 MiB of garbage in any case"},
		{24 * mib, 12 * mib, 150, "three seconds' worth"},
		{24 * mib, 24 * mib, 300, "three seconds' worth"},
		{100 * mib, 1000 * mib, 400, "never further than the harness allows"},
		{500 * mib, 10 * mib, 6, "a million people in line: 30 MiB, not 2000"},
		{500 * mib, 100 * mib, 60, "a million people who join: three seconds' worth"},
		{1 << 40, 0, 1, "as little as Go understands"},
	} {
		if got := growth(c.live, c.perSecond); got != c.want {
			t.Errorf("%s: got %d, want %d", c.says, got, c.want)
		}
	}
}

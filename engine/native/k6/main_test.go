package main

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"go.k6.io/k6/v2/cmd"
)

// TestMain makes the test's own program k6 when it is asked to be.
func TestMain(m *testing.M) {
	if os.Getenv("BE_K6") != "" {
		cmd.Execute()
		return
	}
	os.Exit(m.Run())
}

// run runs k6 with a script, as a process of its own.
func run(t *testing.T, script string, arguments ...string) (output string, err error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "script.js")
	if err := os.WriteFile(path, []byte(script), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	k6 := exec.CommandContext(ctx, os.Args[0], append([]string{"run", "--quiet", "--summary-mode=disabled", "--log-format=raw", path}, arguments...)...)
	k6.Env = append(os.Environ(), "BE_K6=1", "K6_NO_USAGE_REPORT=true", "K6_AUTO_EXTENSION_RESOLUTION=false", "HOME="+t.TempDir())
	text, err := k6.CombinedOutput()
	return string(text), err
}

const options = `
	import native from 'k6/x/surgeproof';
	export const options = { scenarios: { one: { executor: 'per-vu-iterations', vus: 2, iterations: 1, maxDuration: '3s', gracefulStop: '0s' } } };
	const open = (onBack) => native.openPolls({ base: __ENV.BASE, startedAt: Date.now(), timeoutMs: 5000, phases: [0], inFlight: 10, onBack,
		waiting: { json: { state: 'state', is: 'waiting', interval: 'pollMs', unit: 'ms', key: 'key' } } });
`

func TestK6PollsAndEndsByItself(t *testing.T) {
	var asked atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		if asked.Add(1) <= 20 {
			fmt.Fprint(w, `{"state":"waiting","pollMs":20}`)
			return
		}
		fmt.Fprint(w, `{"state":"admitted","pass":"p"}`)
	}))
	defer server.Close()
	output, err := run(t, options+`
		export default function () {
			let back = 0;
			const polls = open((rows) => {
				back += rows.length;
				if (back < 3) return;
				const columns = [new Float64Array(3), new Float64Array(3), new Uint8Array(3)];
				polls.end(...columns.map(({ buffer }) => buffer));
				const taken = polls.take();
				console.log('vu ' + __VU + ' back ' + back + ' recorded ' + (taken === null ? 0 : taken.statuses[0][1]) + ' held ' + columns[1].join());
			});
			for (let row = 0; row < 3; row++) polls.wait(row, '/poll?key=' + row, row === 0 ? { 'x-run': '1' } : null, '' + row, polls.now(), Infinity, 0, null);
		}`, "-e", "BASE="+server.URL)
	if err != nil || strings.Count(output, "back 3") != 2 || strings.Count(output, "held 0,0,0") != 2 || asked.Load() != 26 {
		t.Errorf("%v, asked %d times\n%s", err, asked.Load(), output)
	}
}

func TestK6EndsAVUThatNeverEndsItsPolls(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }))
	defer server.Close()
	output, err := run(t, options+`
		export default function () {
			const polls = open(() => console.log('given back'));
			for (let row = 0; row < 20; row++) polls.wait(row, '/poll', {}, '', polls.now(), Infinity, 0, null);
		}`, "-e", "BASE="+server.URL)
	if err != nil || strings.Contains(output, "given back") || strings.Contains(output, "panic") {
		t.Errorf("%v\n%s", err, output)
	}
}

func TestOpenPollsBelongsIntoTheFunctionOfAVU(t *testing.T) {
	output, err := run(t, options+`open(() => {}); export default function () {}`, "-e", "BASE=http://127.0.0.1")
	if err == nil || !strings.Contains(output, "openPolls: must be called in the function of a VU") {
		t.Errorf("%v\n%s", err, output)
	}
}

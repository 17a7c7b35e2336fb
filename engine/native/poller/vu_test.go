package poller

import (
	"context"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/sirupsen/logrus"
	"go.k6.io/k6/v2/js/modules"
	k6http "go.k6.io/k6/v2/js/modules/k6/http"
	"go.k6.io/k6/v2/js/modulestest"
	"go.k6.io/k6/v2/lib"
	"go.k6.io/k6/v2/metrics"
	"gopkg.in/guregu/null.v3"
)

// vu runs scripts as a VU of k6 does: with native (this module), http (k6's own), base (the server's address) and log(…).
type vu struct {
	*modulestest.Runtime
	t   *testing.T
	log []string
}

// waitingForm is that of surgeproof's own waiting room.
const waitingForm = `{ json: { state: 'state', is: 'waiting', interval: 'pollMs', unit: 'ms', key: 'key' } }`

// prelude of scripts: open() with usual options, and the columns for end().
const prelude = `
const startedAt = Date.now();
const open = (more) => native.openPolls(Object.assign({ base, startedAt, timeoutMs: 5000, phases: [0], inFlight: 100,
  waiting: ` + waitingForm + `, onBack: (rows) => rows.forEach((row) => log(JSON.stringify(row))) }, more));
const columns = [new Float64Array(10), new Float64Array(10), new Uint8Array(10)];
const end = (polls) => polls.end(...columns.map(({ buffer }) => buffer));
`

func newVU(t *testing.T, server *httptest.Server) *vu {
	v := &vu{Runtime: modulestest.NewRuntime(t), t: t}
	registry := v.VU.InitEnvField.Registry
	instance := func(module modules.Module) any { return module.NewModuleInstance(v.VU).Exports().Default }
	globals := map[string]any{
		"native": instance(&root{}), "http": instance(k6http.New()), "log": func(line string) { v.log = append(v.log, line) },
	}
	transport := &http.Transport{MaxIdleConnsPerHost: 1_000, DisableCompression: true, ForceAttemptHTTP2: true}
	t.Cleanup(transport.CloseIdleConnections)
	if server != nil {
		globals["base"] = server.URL
		if own, ok := server.Client().Transport.(*http.Transport); ok {
			transport.TLSClientConfig = own.TLSClientConfig
		}
	}
	for name, value := range globals {
		if err := v.VU.Runtime().Set(name, value); err != nil {
			t.Fatal(err)
		}
	}
	samples := make(chan metrics.SampleContainer, 10_000)
	v.MoveToVUContext(&lib.State{
		Options: lib.Options{
			UserAgent: null.StringFrom("agent/1"), Throw: null.BoolFrom(true), SystemTags: new(metrics.SystemTagSet), MaxRedirects: null.IntFrom(0),
		},
		Transport: transport, BufferPool: lib.NewBufferPool(), Samples: samples, Logger: logrus.New(),
		Tags: lib.NewVUStateTags(registry.RootTagSet()), BuiltinMetrics: v.BuiltinMetrics,
	})
	return v
}

// run runs a script until its event loop is empty, and returns what it logged.
func (v *vu) run(script string) []string {
	v.t.Helper()
	over := time.AfterFunc(20*time.Second, v.CancelContext) // a loop that is kept alive would never end
	defer over.Stop()
	if _, err := v.RunOnEventLoop(prelude + script); err != nil {
		v.t.Fatal(err)
	}
	if v.VU.Context().Err() != nil {
		v.t.Fatal("the event loop did not end by itself")
	}
	return v.log
}

func serve(t *testing.T, handler http.HandlerFunc) *httptest.Server {
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return server
}

// eventually waits for what other goroutines do.
func eventually(t *testing.T, what string, isSo func() bool) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	for !isSo() {
		select {
		case <-ctx.Done():
			t.Fatalf("not so after 10 s: %s", what)
		case <-time.After(5 * time.Millisecond):
		}
	}
}

// ours is how many goroutines of this package run.
func ours() int {
	stacks := make([]byte, 1<<20)
	text := string(stacks[:runtime.Stack(stacks, true)])
	count := 0
	for _, stack := range strings.Split(text, "\n\n") {
		if strings.Contains(stack, "poller.(*poller)") && !strings.Contains(stack, "testing.tRunner") {
			count++
		}
	}
	return count
}

func noGoroutineLeft(t *testing.T) {
	t.Helper()
	eventually(t, "no goroutine of the poller is left", func() bool { return ours() == 0 })
}

// Package poller is k6/x/surgeproof: it polls for people who wait in line, and gives them back to the engine when they are told anything
// else than to wait on.
package poller

import (
	"errors"
	"fmt"
	"math"
	"net/url"
	"slices"

	"github.com/grafana/sobek"
	"go.k6.io/k6/v2/js/modules"

	"surgeproof/native/answers"
)

func init() { modules.Register("k6/x/surgeproof", &root{}) }

// root is the module of the process, whose VUs share the pace of the garbage collector.
type root struct{ pacer pacer }

// module is that of one VU.
type module struct {
	*root
	vu modules.VU
}

// NewModuleInstance is called by k6 for each VU.
func (r *root) NewModuleInstance(vu modules.VU) modules.Instance { return &module{r, vu} }

// Exports is what a script imports.
func (m *module) Exports() modules.Exports {
	return modules.Exports{Default: map[string]any{"openPolls": m.openPolls}}
}

// options of openPolls, as engine/waiting-room/native-module.ts has them.
type options struct {
	Base      string          `js:"base"`
	StartedAt float64         `js:"startedAt"`
	TimeoutMs float64         `js:"timeoutMs"`
	Phases    []float64       `js:"phases"`
	InFlight  int             `js:"inFlight"`
	Waiting   answers.Waiting `js:"waiting"`
	OnBack    sobek.Value     `js:"onBack"`
}

func (o options) check() error {
	base, err := url.Parse(o.Base)
	switch {
	case err != nil || base.Host == "":
		return fmt.Errorf("openPolls: base must be an address, got %q", o.Base)
	case !(math.Abs(o.StartedAt) < math.MaxInt64):
		return fmt.Errorf("openPolls: startedAt must be Unix milliseconds, got %v", o.StartedAt)
	case !(o.TimeoutMs >= 1):
		return fmt.Errorf("openPolls: timeoutMs must be at least 1, got %v", o.TimeoutMs)
	case len(o.Phases) == 0 || !slices.IsSorted(o.Phases):
		return fmt.Errorf("openPolls: phases must be when each begins, in order, got %v", o.Phases)
	case o.InFlight < 1:
		return fmt.Errorf("openPolls: inFlight must be at least 1, got %d", o.InFlight)
	}
	return nil
}

func (m *module) openPolls(o options) (*sobek.Object, error) {
	if m.vu.State() == nil {
		return nil, errors.New("openPolls: must be called in the function of a VU, got a call while k6 loads the script; call it later")
	}
	form, err := o.Waiting.Form()
	if err == nil {
		err = o.check()
	}
	if err != nil {
		return nil, err
	}
	onBack, isFunction := sobek.AssertFunction(o.OnBack)
	if !isFunction {
		return nil, fmt.Errorf("openPolls: onBack must be a function, got %v", o.OnBack)
	}
	return open(m.vu, o, form, onBack, &m.pacer).object()
}

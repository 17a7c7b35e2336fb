// Command k6 is k6 with k6/x/surgeproof: people who wait in line are polled by Go and not by JavaScript.
package main

import (
	"go.k6.io/k6/v2/cmd"

	_ "surgeproof/native/poller"
)

func main() { cmd.Execute() }

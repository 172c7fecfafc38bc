//go:build !linux

package e2e

// limitFiles needs Linux.
func limitFiles(k *kiosk) { k.Skip("only Linux takes the right to write away from a running program") }

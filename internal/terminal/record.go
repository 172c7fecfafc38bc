package terminal

import "bytes"

// Record begins to keep every byte that the program writes.
func (t *Terminal) Record() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.recording = &bytes.Buffer{}
}

// Recorded returns what the program wrote since [Terminal.Record].
func (t *Terminal) Recorded() []byte {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.recording == nil {
		return nil
	}
	return bytes.Clone(t.recording.Bytes())
}

// note keeps what the program wrote while that is recorded; the caller holds the lock.
func (t *Terminal) note(written []byte) {
	if t.recording != nil {
		t.recording.Write(written)
	}
}

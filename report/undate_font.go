package report

import "encoding/binary"

// Offsets of the OpenType specification: where the directory of tables begins and
// how long its entries are, and where in the table head the sum over the font and
// the two times are.
const (
	directory, directoryEntry = 12, 16
	headSum                   = 8
	headCreated, headModified = 20, 28
	headLength                = 54
	// fontSum is what the sum over a whole font makes with its field in head.
	fontSum = 0xB1B0AFBA
)

// undateFont sets the time of change of a font to that of its making, and its sums
// accordingly.
func undateFont(data []byte) {
	order := binary.BigEndian
	entries := int(order.Uint16(data[4:]))
	end, headEntry := 0, -1
	for i := range entries {
		at := directory + i*directoryEntry
		offset, length := int(order.Uint32(data[at+8:])), int(order.Uint32(data[at+12:]))
		end = max(end, (offset+length+3)&^3)
		if string(data[at:at+4]) == "head" && length >= headLength {
			headEntry = at
		}
	}
	if headEntry < 0 || end > len(data) {
		return
	}
	head := data[order.Uint32(data[headEntry+8:]):]
	copy(head[headModified:headModified+8], head[headCreated:headCreated+8])
	order.PutUint32(head[headSum:], 0)
	order.PutUint32(data[headEntry+4:], tableSum(head[:(headLength+3)&^3]))
	order.PutUint32(head[headSum:], fontSum-tableSum(data[:end]))
}

// tableSum adds up a table, or a whole font, as OpenType does.
func tableSum(data []byte) uint32 {
	var sum uint32
	for ; len(data) >= 4; data = data[4:] {
		sum += binary.BigEndian.Uint32(data)
	}
	return sum
}

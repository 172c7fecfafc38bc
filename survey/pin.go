package survey

import "strings"

// MaxPINLength is the largest number of digits of a PIN.
const MaxPINLength = 32

// minPINLength is the smallest number of digits of a PIN.
const minPINLength = 4

// ValidPIN reports whether a text can be a PIN: 4 to 32 digits.
func ValidPIN(s string) bool {
	return len(s) >= minPINLength && len(s) <= MaxPINLength && strings.Trim(s, "0123456789") == ""
}

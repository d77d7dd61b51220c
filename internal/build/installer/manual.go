package installer

import (
	"fmt"
	"strings"
)

// manual is the page lianhua(1), from what the player prints when asked how it is
// called.
func manual(usage string, r Release) string {
	call, rest, _ := strings.Cut(strings.TrimSpace(usage), "\n")
	var b strings.Builder
	fmt.Fprintf(&b, ".TH LIANHUA 1 %s \"lianhua %s\"\n", r.Time.Format("2006-01-02"), r.Version)
	b.WriteString(".SH NAME\nlianhua \\- an animated story on a hall's screen\n")
	b.WriteString(".SH SYNOPSIS\n" + roff(call) + "\n")
	b.WriteString(".SH DESCRIPTION\n.nf\n" + roff(strings.TrimSpace(rest)) + "\n.fi\n")
	b.WriteString(".SH EXIT STATUS\n0 ended as asked, or all is right; 1 failed, or something is wrong; 2 called wrongly\n")
	b.WriteString(".SH FILES\n.nf\n" + settingsFile + "  the unit's settings\n/etc/default/lianhua     its options\n" + stateFolder + "         what was counted\n.fi\n")
	b.WriteString(".SH SEE ALSO\n.BR cage (1),\n.BR systemctl (1),\n.BR journalctl (1);\n/usr/share/doc/lianhua/README.md\n")
	return b.String()
}

// roff is plain text as roff sets it.
func roff(text string) string {
	lines := strings.Split(strings.NewReplacer(`\`, `\e`, "-", `\-`).Replace(text), "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			lines[i] = `\&` + line
		}
	}
	return strings.Join(lines, "\n")
}

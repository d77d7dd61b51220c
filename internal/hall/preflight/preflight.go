// Package preflight looks at a machine as the player will find it when it shows a
// hall's screen, and says in plain words what is right, what is wrong and what to do.
// It changes nothing.
package preflight

import (
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

// Finding is one thing that was looked at.
type Finding struct {
	What    string // "clock"
	Right   bool
	Detail  string // what was found
	Remedy  string // where it is wrong
	Chinese string // both; empty: it is only a figure or a name
}

// Right is a thing that is right. Its Chinese is empty where the detail needs none.
func Right(what, detail, chinese string) Finding {
	return Finding{What: what, Right: true, Detail: detail, Chinese: chinese}
}

// Wrong is a thing that is not; its Chinese says the detail and the remedy.
func Wrong(what, detail, remedy, chinese string) Finding {
	return Finding{What: what, Detail: detail, Remedy: remedy, Chinese: chinese}
}

// Print writes findings, a line each and what to do below, and reports whether all is
// right.
func Print(w io.Writer, all []Finding) bool {
	right := true
	for _, f := range all {
		word := "ok"
		if !f.Right {
			word, right = "WRONG", false
		}
		fmt.Fprintf(w, "%-6s %-10s %s\n", word, f.What, f.Detail)
		if !f.Right && f.Remedy != "" {
			fmt.Fprintf(w, "%-6s %-10s → %s\n", "", "", f.Remedy)
		}
		if f.Chinese != "" {
			fmt.Fprintf(w, "%-6s %-10s %s\n", "", "", f.Chinese)
		}
	}
	return right
}

// Display looks whether there is one to open a window on, by the environment of a system
// with X or Wayland. Others ("windows", "darwin", as in GOOS) have theirs.
func Display(system string, env func(string) string) Finding {
	if system == "windows" || system == "darwin" {
		return Right("display", "the desktop's", "桌面的显示器")
	}
	for _, name := range []string{"WAYLAND_DISPLAY", "DISPLAY"} {
		if v := env(name); v != "" {
			return Right("display", name+"="+v, "")
		}
	}
	return Wrong("display", "neither DISPLAY nor WAYLAND_DISPLAY is set", `start it from a desktop, under "cage -- lianhua --kiosk", or with DISPLAY=:0`, "没有可用的显示环境（DISPLAY 和 WAYLAND_DISPLAY 都未设置）：请在桌面里启动，或用 cage -- lianhua --kiosk，或设 DISPLAY=:0")
}

// Clock looks whether the time is later than the program: night hours and the dates of
// visits go by it. A zero built is not known.
func Clock(now, built time.Time) Finding {
	said := now.Format("2006-01-02 15:04 MST")
	if now.Before(built) || now.Year() < 2024 {
		return Wrong("clock", said+" is before the program was made", `set it ("timedatectl set-time"), or let it be set ("timedatectl set-ntp true"); a flat battery on the board forgets it`, "时钟是 "+said+"，比程序制作的时间还早：请校准（timedatectl set-time），或让它自动校准（timedatectl set-ntp true）；主板电池没电时，时间会丢失")
	}
	return Right("clock", said, "")
}

// Folder looks whether files can be written where the settings want one of a kind.
func Folder(what, folder string) Finding {
	f, err := os.CreateTemp(folder, ".lianhua-check-*")
	if err == nil {
		_, err = f.WriteString("x")
		err = errors.Join(err, f.Sync(), f.Close(), os.Remove(f.Name()))
	}
	if err != nil {
		return Wrong(what, err.Error(), "make the folder, and let the player's user write there: mkdir -p "+folder+" && chown USER "+folder, "写不进这个文件夹："+err.Error()+"。请建好文件夹，并让播放器的用户可以写入：mkdir -p "+folder+" && chown 用户 "+folder)
	}
	return Right(what, filepath.Clean(folder)+" can be written", "")
}

// Port looks whether an address can be had, "127.0.0.1:9877". A player that runs and
// answers there is right too: ours reports whether one does.
func Port(what, address string, ours func(address string) bool) Finding {
	l, err := net.Listen("tcp", address)
	if err == nil {
		err = l.Close()
	}
	switch {
	case err == nil:
		return Right(what, address+" can be had", "")
	case ours(address):
		return Right(what, address+" has the player that runs", "")
	}
	return Wrong(what, err.Error(), "another program has the port (\"ss -ltnp\" tells which): end it, or choose another port in the settings", "这个端口用不了："+err.Error()+"。可能被别的程序占用（ss -ltnp 可查），请结束它，或在设置里换一个端口")
}

var (
	saver = regexp.MustCompile(`timeout:\s*(\d+)`)
	dpms  = regexp.MustCompile(`DPMS is (Enabled|Disabled)`)
)

// Blanking looks whether the screen turns dark while nobody touches it. hold tries what
// the player does against that, and says by what; nil: the settings do not want it.
// query runs "xset q", which tells what X does without that.
func Blanking(env func(string) string, hold, query func() (string, error)) Finding {
	const what = "blanking"
	if hold != nil {
		by, err := hold()
		if err == nil {
			return Right(what, "the player keeps the screen on by "+by, "播放器让屏幕常亮，方式："+by)
		}
		if f := blanking(env, query); f.Right {
			return f
		}
		return Wrong(what, "the player cannot keep the screen on: "+err.Error(), "before the player: xset s off; xset -dpms", "播放器没法让屏幕常亮："+err.Error()+"。请在启动播放器之前执行：xset s off; xset -dpms")
	}
	return blanking(env, query)
}

func blanking(env func(string) string, query func() (string, error)) Finding {
	const what = "blanking"
	if env("DISPLAY") == "" || env("WAYLAND_DISPLAY") != "" {
		return Right(what, "X has no say in it: cage leaves the screen on; in a desktop, turn blanking off in its settings", "不由 X 决定：在 cage 里屏幕常亮；在桌面里，请到设置中关掉熄屏")
	}
	text, err := query()
	if err != nil {
		return Wrong(what, "xset does not answer: "+err.Error(), `install it ("apt install x11-xserver-utils"), or see that the screen stays on by waiting`, "xset 没有回应："+err.Error()+"。请安装（apt install x11-xserver-utils），或等一等，看屏幕会不会熄灭")
	}
	var bad, chinese []string
	if m := saver.FindStringSubmatch(text); m != nil && m[1] != "0" {
		bad = append(bad, "the screen saver comes after "+m[1]+" s")
		chinese = append(chinese, m[1]+" 秒后屏幕保护会启动")
	}
	if m := dpms.FindStringSubmatch(text); m != nil && m[1] == "Enabled" {
		bad = append(bad, "the monitor is put to sleep (DPMS)")
		chinese = append(chinese, "显示器会休眠（DPMS）")
	}
	if len(bad) > 0 {
		return Wrong(what, strings.Join(bad, "; "), `awake = true in the settings' [screen] holds both off; or, before the player: xset s off; xset -dpms`, strings.Join(chinese, "，")+"：请在设置的 [screen] 里写 awake = true，由播放器阻止；或在启动播放器之前执行：xset s off; xset -dpms")
	}
	return Right(what, "the screen stays on", "屏幕常亮")
}

// Frames judges how many frames a second the machine draws.
func Frames(perSecond float64, graphics string, width, height int) Finding {
	detail := fmt.Sprintf("%.0f frames a second by %s at %d × %d", perSecond, graphics, width, height)
	if perSecond < 20 {
		return Wrong("graphics", detail, "20 at least look smooth: a graphics driver may be missing (\"glxinfo -B\" must not say llvmpipe), or the screen may be set to fewer pixels", fmt.Sprintf("每秒只画 %.0f 帧（%s，%d × %d），至少 20 帧才流畅：可能缺显卡驱动（glxinfo -B 里不应出现 llvmpipe），或把屏幕设成较低的分辨率", perSecond, graphics, width, height))
	}
	return Right("graphics", detail, "")
}

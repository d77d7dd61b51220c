//go:build !js

package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"time"

	"github.com/hajimehoshi/ebiten/v2"

	"lianhua/assets/fonts"
	"lianhua/internal/hall"
	"lianhua/internal/hall/awake"
	"lianhua/internal/hall/health"
	"lianhua/internal/hall/packs"
	"lianhua/internal/hall/preflight"
	"lianhua/internal/typeset"
	"lianhua/scenes"
)

// check says what is right and what is wrong with this machine and these settings, and
// returns the exit code: 0 only where all is right.
func check(o options, w io.Writer) int {
	o.kiosk = true
	all := files(o)
	all = append(all, preflight.Clock(time.Now(), built()))
	display := preflight.Display(runtime.GOOS, os.Getenv)
	var hold func() (string, error)
	set := settle(o, scenes.All(), func(string) {})
	if set.Awake {
		hold = awake.Try
	}
	all = append(all, display, preflight.Blanking(os.Getenv, hold, func() (string, error) {
		text, err := exec.Command("xset", "q").Output()
		return string(text), err
	}))
	if display.Right {
		all = append(all, graphics(o)...)
	}
	all = append(all, network(o), closed(set))
	if !preflight.Print(w, all) {
		return 1
	}
	return 0
}

// network looks for new content where the settings say that it comes from.
func network(o options) preflight.Finding {
	source := settle(o, scenes.All(), func(string) {}).Updates.Source
	if source == "" {
		return preflight.Right("network", "none is needed", "不需要网络")
	}
	return preflight.Source(context.Background(), source, nil, time.Now)
}

// closed says what becomes of the screen while the hall is closed.
func closed(set hall.Settings) preflight.Finding {
	const what = "closed"
	switch {
	case set.Closed.From == set.Closed.To:
		return preflight.Right(what, "never: the screen is on all day", "没有闭馆时间：屏幕全天常亮")
	case !set.Closed.Off:
		return preflight.Right(what, "the screen may go dark then, as the system is set", "闭馆时屏幕按系统的设置，可能熄灭")
	case os.Getenv("WAYLAND_DISPLAY") != "":
		return preflight.Right(what, "the picture is black then, and the monitor's light stays on: cage cannot switch it off; a clock switch on the monitor can",
			"闭馆时画面全黑，但显示器的灯还亮着：cage 关不了它，给显示器装一个定时开关即可")
	}
	return preflight.Right(what, "the picture is black then, and X switches the screen off where it can", "闭馆时画面全黑，X 会尽量关掉屏幕")
}

// files looks at what the player reads and writes.
func files(o options) (all []preflight.Finding) {
	found := false
	set := settle(o, scenes.All(), func(text string) {
		found = true
		all = append(all, preflight.Wrong("settings", text, "until then it is as without the file", "设置有错："+text+"。改好之前，按没有这个文件运行"))
	})
	switch {
	case found:
	case o.settings == "":
		all = append(all, preflight.Right("settings", "none: all is as --print-settings says", "没有设置文件：一切按默认（--print-settings 可查看）"))
	default:
		all = append(all, preflight.Right("settings", o.settings, ""))
	}
	if o.story == "" && set.Updates.Folder != "" {
		all = append(all, preflight.Right("story", "the pack that is kept, if there is one, else the built-in one", "有保存的内容包就用它，否则用内置的故事"))
	} else {
		all = append(all, storyOf(o.story))
	}
	if set.Visits.Folder != "" {
		all = append(all, preflight.Folder("visits", set.Visits.Folder))
	}
	all = append(all, packsOf(set.Updates)...)
	if set.Heartbeat != "" {
		all = append(all, preflight.Folder("heartbeat", filepath.Dir(set.Heartbeat)))
	}
	if set.Metrics != "" {
		all = append(all, preflight.Port("metrics", set.Metrics, answers))
	}
	return all
}

// answers reports whether a player tells at an address how it is.
func answers(address string) bool {
	client := http.Client{Timeout: 2 * answerWithin}
	r, err := client.Get("http://" + address + health.Path)
	if err != nil {
		return false
	}
	defer r.Body.Close()
	all, err := health.Read(io.LimitReader(r.Body, mostSettings))
	_, ours := all["lianhua_up"]
	return err == nil && ours
}

// kept is how many packs a folder may hold at once: the one that is shown, the one before,
// and one that comes.
const kept = 3

// packsOf looks whether packs can be kept, and what comes can be trusted.
func packsOf(u hall.Updates) (all []preflight.Finding) {
	if u.Folder != "" {
		all = append(all, preflight.Folder("packs", u.Folder), preflight.Room(u.Folder, uint64(kept*packs.MostSize)))
	}
	if u.Source == "" {
		return all
	}
	if _, err := readBounded(u.Root, mostRoot); err != nil {
		return append(all, preflight.Wrong("root", u.Root+": "+err.Error(), "put the file there that came with the source: no new content is taken without it", "更新源的根文件读不了："+err.Error()+"。请把随更新源给的那个文件放在这里，没有它就不取新内容"))
	}
	return append(all, preflight.Right("root", u.Root, ""))
}

// storyOf looks whether the player can show a story's file.
func storyOf(path string) preflight.Finding {
	if path == "" {
		return preflight.Right("story", "the built-in one", "内置的故事")
	}
	faces, err := typeset.Load(fonts.Sans, fonts.Bold, fonts.Serif)
	if err == nil {
		_, err = readStory(path, scenes.All(), faces)
	}
	if err != nil {
		return preflight.Wrong("story", path+": "+err.Error(), "the built-in one is shown in its place; make it anew with this player's version of the studio", "这个故事文件放不了："+path+"："+err.Error()+"。现在播放内置的故事；请用与播放器同一版本的 studio 重新制作")
	}
	return preflight.Right("story", path, "")
}

// built is when the commit was made that the program was built from; zero where that
// is not known.
func built() time.Time {
	info, _ := debug.ReadBuildInfo()
	if info == nil {
		return time.Time{}
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.time" {
			at, _ := time.Parse(time.RFC3339, s.Value)
			return at
		}
	}
	return time.Time{}
}

const (
	warmUp  = time.Second     // while textures are made
	measure = 2 * time.Second // in which frames are counted
)

// graphics draws the story's first scene on the whole screen, as fast as it goes, and
// counts the frames.
func graphics(o options) []preflight.Finding {
	const remedy = "see that the user may use the graphics card (groups video and render), and that a driver is there"
	const chinese = "请确认用户可以使用显卡（属于 video 和 render 组），并装好驱动"
	var said string
	g, _, err := begin(options{kiosk: true, lang: o.lang}, func(line string) { said = line })
	if err != nil {
		return []preflight.Finding{preflight.Wrong("graphics", err.Error(), remedy, "画面开不起来："+err.Error()+"。"+chinese)}
	}
	frames, began := 0, time.Time{}
	var took time.Duration
	g.drawn = func() {
		if !began.IsZero() {
			frames++
		}
	}
	start := time.Now()
	var library string
	var width, height int
	g.input = func(g *game) {
		g.redraw = true
		switch now := time.Now(); {
		case began.IsZero() && now.Sub(start) > warmUp:
			began = now
			var info ebiten.DebugInfo
			ebiten.ReadDebugInfo(&info)
			library = info.GraphicsLibrary.String()
			width, height = ebiten.Monitor().Size()
		case !began.IsZero() && now.Sub(began) > measure:
			took = now.Sub(began)
			g.err = ebiten.Termination
		}
	}
	ebiten.SetFullscreen(true)
	ebiten.SetCursorMode(ebiten.CursorModeHidden)
	if err := g.run(); err != nil || took == 0 {
		return []preflight.Finding{preflight.Wrong("graphics", fmt.Sprintf("no window: %v %s", err, said), remedy, "窗口开不起来。"+chinese)}
	}
	return []preflight.Finding{
		preflight.Frames(float64(frames)/took.Seconds(), library, width, height),
		preflight.Screen(width, height, settle(o, scenes.All(), func(string) {}).Rotation),
	}
}

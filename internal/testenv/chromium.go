package testenv

import (
	"time"

	"github.com/chromedp/chromedp"
)

// Chromium are the flags of a Chromium that draws without a graphics card and does
// nothing beside its pages. It may take two minutes to start, for machines are busy.
func Chromium() []chromedp.ExecAllocatorOption {
	return []chromedp.ExecAllocatorOption{
		chromedp.NoSandbox,
		chromedp.NoFirstRun,
		chromedp.Flag("use-angle", "swiftshader"),
		chromedp.Flag("enable-unsafe-swiftshader", true),
		chromedp.Flag("disable-background-networking", true),
		// Each window loads two pages of its own for what is typed in its address bar,
		// which takes as long as the page that it was opened for.
		chromedp.Flag("disable-features", "Translate,WebUIOmniboxPopup,WebUIOmniboxAimPopup,SpareRendererForSitePerProcess"),
		chromedp.WSURLReadTimeout(2 * time.Minute),
	}
}

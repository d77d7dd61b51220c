package browsertest

import "testing"

// TestAHallsAddressChoosesItsBeats: the loop goes from one to the next, in the order of the
// address, and round again; a scene that is not there is told, and the others are played.
func TestAHallsAddressChoosesItsBeats(t *testing.T) {
	t.Parallel()
	p := open(t, visit{path: "en/index.html#zhongshan/2?hall=1&beats=zhongshan/2,cleanup/3,nowhere/1,cover/1&languages=en&speed=4", width: 540, height: 960, clock: hurried})
	p.ready()
	p.says("beats", "no scene", "nowhere")
	for _, at := range []string{"zhongshan/2", "cleanup/3", "cover/1", "zhongshan/2"} {
		p.until(`((s) => s.playing && s.scene + "/" + s.beat)(lianhua.state()) === `+quote(at), `lianhua.state()`)
	}
}

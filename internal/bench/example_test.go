package bench_test

import (
	"fmt"
	"os"

	"lianhua/internal/bench"
)

func Example() {
	quick, slow := bench.Sample{2.1, 2.0, 2.4, 9.0}, bench.Sample{6.5, 7.25, 6.0}
	s := bench.Section{
		Name: "dots", Title: "script a frame",
		Columns: []bench.Column{{Name: "median", Unit: "ms", Digits: 2}, {Name: "p95", Unit: "ms", Digits: 2}, {Name: "vertices", Digits: 0}},
		Rows: []bench.Row{
			{Name: "quick", Values: bench.Numbers(quick.Median(), quick.P95(), 12345)},
			{Name: "slow", Values: bench.Numbers(slow.Median(), slow.P95(), 669696), Remark: "2.9 times"},
		},
		Notes: []string{"the least is better"},
	}
	if err := s.WriteText(os.Stdout); err != nil {
		fmt.Println(err)
	}
	// Output:
	// dots: script a frame
	//          median   p95  vertices
	//              ms    ms
	//   quick    2.25  8.01    12,345
	//   slow     6.50  7.17   669,696  2.9 times
	//   · the least is better
}

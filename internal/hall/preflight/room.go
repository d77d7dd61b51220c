package preflight

import "fmt"

const mib = 1 << 20

// Room looks whether a folder's disk has so many bytes free.
func Room(folder string, need uint64) Finding {
	const what = "disk"
	free, err := free(folder)
	switch {
	case err != nil:
		return Wrong(what, folder+": "+err.Error(), "see that the folder is there", "看不到这个文件夹所在的磁盘："+err.Error()+"。请确认文件夹存在")
	case free < need:
		return Wrong(what, fmt.Sprintf("%d MB are free at %s, and new content may need %d", free/mib, folder, need/mib), "make room (\"journalctl --vacuum-size=50M\", \"apt clean\"; \"du -xh / | sort -h | tail\" shows what is large): without it the story stays as it is",
			fmt.Sprintf("%s 所在的磁盘只剩 %d MB，新内容可能要 %d MB：请清理（journalctl --vacuum-size=50M、apt clean）；空间不足时继续播放现有内容", folder, free/mib, need/mib))
	}
	return Right(what, fmt.Sprintf("%d MB are free at %s", free/mib, folder), "")
}

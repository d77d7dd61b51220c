//go:build !js

package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"syscall"

	"lianhua/internal/stage"
	"lianhua/internal/story"
	"lianhua/internal/typeset"
)

// mostStory is the largest story file that is read: a hundred times the built-in.
const mostStory = 4 << 20

// newStoryFile follows a story's file: what is wrong with a change goes to the log.
func newStoryFile(path string, read func(path string) (*story.Bundle, error), log func(string)) *follower[*story.Bundle] {
	return newFollower(path, read, func(err error) {
		log(path + ": " + err.Error() + "; the last good story stays")
	})
}

// firstStory is the file's as the player starts; false where it is no good.
func firstStory(f *follower[*story.Bundle], log func(string)) (*story.Bundle, bool) {
	b, err := f.first()
	if err != nil {
		log(f.path + ": " + err.Error() + "; the built-in story is shown until this one can be")
	}
	return b, err == nil
}

// readStory reads a story file that these scenes can draw in these fonts.
func readStory(path string, scenes []stage.Scene, fonts *typeset.Fonts) (*story.Bundle, error) {
	data, err := readBounded(path, mostStory)
	if err != nil {
		return nil, err
	}
	b, err := story.Decode(data)
	if err != nil {
		return nil, err
	}
	v, err := suited(b, scenes, fonts)
	if err != nil {
		return nil, err
	}
	if err := drawable(v); err != nil {
		return nil, err
	}
	return b, nil
}

// readBounded reads a regular file of at most so many bytes. A pipe or a device
// is refused unread: it may have no end, or never begin.
func readBounded(path string, most int64) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, reason(err)
	}
	if err := regular(info, most); err != nil {
		return nil, err
	}
	// What stands there now may be another thing: it is opened without waiting.
	f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return nil, reason(err)
	}
	defer f.Close()
	if info, err = f.Stat(); err != nil {
		return nil, reason(err)
	}
	if err := regular(info, most); err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(f, most))
	return data, reason(err)
}

func regular(info fs.FileInfo, most int64) error {
	switch {
	case info.IsDir():
		return errors.New("it is a folder")
	case !info.Mode().IsRegular():
		return errors.New("it is no regular file")
	case info.Size() > most:
		return fmt.Errorf("it has %d bytes, more than the %d of any story", info.Size(), most)
	}
	return nil
}

// reason is an error without the file's name, which the log's line names already.
func reason(err error) error {
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		return p.Err
	}
	return err
}

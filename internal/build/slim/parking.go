package slim

// parking is what a player need not do: frames while nothing moves, timers, and
// waiting for the GPU.
func parking() []patch {
	return []patch{
		{
			file: "internal/ui/ui_js.go",
			old: `	if err := gamepad.Update(0, nil); err != nil {
		return err
	}

`,
			why: "asks the browser for gamepads no longer on each frame; drops their mapping tables",
		},
		{
			file: "internal/graphicsdriver/opengl/gl/default_js.go",
			fn:   "defaultContext.Finish",
			why:  "WebGL keeps uploads and draws in their order: a frame that makes a mask need not wait for the one before",
		},
		{
			file: "internal/graphicsdriver/opengl/gl/default_js.go",
			fn:   "defaultContext.Flush",
			why:  "the browser submits a frame when its callback ends; a call in between takes half a millisecond",
		},
		{
			file: "internal/ui/ui_js.go",
			old:  "\trenderingScheduled  bool\n",
			new:  "\trenderingScheduled  bool\n\tnextFrame           js.Func\n\tparked              bool\n\tasked               js.Value // the animation frame to come\n\ttimed               bool     // a timer's frame is to come\n",
			why:  "see park",
		},
		{
			file: "internal/ui/ui_js.go",
			fn:   "UserInterface.SetFPSMode",
			new:  "u.fpsMode = mode\n\tu.unpark()",
			why:  "see park",
		},
		{
			file: "internal/ui/ui_js.go",
			old: `func (u *UserInterface) ScheduleFrame() {
	u.renderingScheduled = true
}
`,
			new: `func (u *UserInterface) ScheduleFrame() {
	u.renderingScheduled = true
	if u.nextFrame.Truthy() && documentHidden.Invoke().Bool() {
		if !u.timed {
			u.timed = true
			setTimeout.Invoke(u.nextFrame, 0)
		}
		return
	}
	u.unpark()
}

// unpark resumes a loop that stopped asking for frames.
func (u *UserInterface) unpark() {
	if u.parked {
		u.parked = false
		u.askFrame()
	}
}

// askFrame asks for the next animation frame, of which there is one at a time.
func (u *UserInterface) askFrame() {
	if u.asked.Truthy() {
		js.Global().Call("cancelAnimationFrame", u.asked)
	}
	u.asked = requestAnimationFrame.Invoke(u.nextFrame)
}
`,
			why: "see park; out of sight, where no animation frame comes, a timer gives the one that was asked for, in which the player can give memory back",
		},
		{
			file: "internal/ui/ui_js.go",
			old: `		case FPSModeVsyncOffMinimum:
			requestAnimationFrame.Invoke(cf)
`,
			new: `		case FPSModeVsyncOffMinimum:
			if u.needsUpdate() {
				u.askFrame()
			} else {
				u.parked = true
			}
`,
			why: "park: a still picture asks for no animation frame until ScheduleFrame, and a phone sleeps",
		},
		{
			file: "internal/ui/ui_js.go",
			old:  "\t\tcase FPSModeVsyncOn:\n\t\t\trequestAnimationFrame.Invoke(cf)\n",
			new:  "\t\tcase FPSModeVsyncOn:\n\t\t\tu.askFrame()\n",
			why:  "see park",
		},
		{
			file: "internal/ui/ui_js.go",
			old:  "\t\t// f can be blocked but callbacks must not be blocked. Create a goroutine (#1161).\n",
			new:  "\t\tif len(args) > 0 {\n\t\t\tu.asked = js.Value{} // an animation frame tells its time\n\t\t} else {\n\t\t\tu.timed = false\n\t\t}\n",
			why:  "see park",
		},
		{
			file: "internal/ui/ui_js.go",
			old:  "\t// Call f asyncly since ch is used in f.\n",
			new:  "\tu.nextFrame = cf\n\n\t// Call f asyncly since ch is used in f.\n",
			why:  "see park",
		},
		{
			file: "internal/ui/ui_js.go",
			old: `		if err := u.updateImpl(true); err != nil {
			u.setError(err)
			return
		}
`,
			new: `		if err := u.updateImpl(true); err != nil {
			u.setError(err)
			u.ScheduleFrame()
			return
		}
`,
			why: "a parked loop wakes to report an error",
		},
		{
			file: "internal/ui/ui_js.go",
			old: `		const interval = 100 * time.Millisecond
		t := time.NewTicker(interval)
		defer func() {
			t.Stop()

			// This is a dirty hack. (*time.Ticker).Stop() just marks the timer 'deleted' [1] and
			// something might run even after Stop. On Wasm, this causes an issue to execute Go program
			// even after finishing (#1027). Sleep for the interval time duration to ensure that
			// everything related to the timer is finished.
			//
			// [1] runtime.deltimer
			time.Sleep(interval)
		}()

		for {
			select {
			case <-t.C:
				if u.suspended() {
					if err := hook.SuspendAudio(); err != nil {
						errCh <- err
						return
					}
				} else {
					if err := hook.ResumeAudio(); err != nil {
						errCh <- err
						return
					}
				}
			case <-reqStopAudioCh:
				return
			}
		}
`,
			new: "\t\t<-reqStopAudioCh\n",
			why: "there is no audio to suspend: ten timers a second less",
		},
		{
			file: "internal/graphicsdriver/opengl/gl/default_js.go",
			fn:   "defaultContext.DeleteBuffer",
			new:  "c.fnDeleteBuffer.Invoke(c.buffers.get(buffer))\n\tc.buffers.delete(buffer)",
			why:  "asking whether it is a buffer waits for all that the GPU has to do; after a loss the page is loaded anew",
		},
		{
			file: "internal/ui/context.go",
			fn:   "context.flushCommandsAndWait",
			new:  "return atlas.FlushCommands(graphicsDriver, needsSwapBuffers)",
			why:  "the browser paces the frames: nothing need sleep between them",
		},
	}
}

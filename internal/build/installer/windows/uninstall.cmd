@echo off
rem Takes back what install.cmd did. The folder and what was counted stay.
setlocal
set "KEY=HKCU\Software\Microsoft\Windows\CurrentVersion\Run"
reg query "%KEY%" /v Lianhua >nul 2>nul
if errorlevel 1 (
  echo Lianhua was not to start at log-on of %USERNAME%.
  exit /b 0
)
reg delete "%KEY%" /v Lianhua /f >nul
if errorlevel 1 (
  echo Windows did not remove the entry %KEY%: ask who looks after this machine.
  pause
  exit /b 1
)
echo Lianhua does not start at log-on of %USERNAME% any more.

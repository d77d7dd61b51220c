@echo off
rem Has Lianhua start whenever this user logs on. uninstall.cmd takes it back.
setlocal
set "KEY=HKCU\Software\Microsoft\Windows\CurrentVersion\Run"
if not exist "%~dp0lianhua.exe" (
  echo Unpack the whole zip into a folder that stays, and run install.cmd there.
  pause
  exit /b 1
)
reg add "%KEY%" /v Lianhua /t REG_SZ /d "cmd.exe /c start \"Lianhua\" /min \"%~dp0kiosk.cmd\"" /f >nul
if errorlevel 1 (
  echo Windows did not take the entry %KEY%: ask who looks after this machine.
  pause
  exit /b 1
)
echo Lianhua starts at the next log-on of %USERNAME%. Now: kiosk.cmd

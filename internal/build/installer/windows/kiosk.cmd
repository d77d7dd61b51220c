@echo off
rem Shows Lianhua on the whole screen. With --supervised one lianhua.exe begins another
rem again should it fail or hang; should the first one fail itself, this does. Only exit
rem code 0 is staff's end: a Go program that breaks down ends with 2, as one called wrongly
rem does. A batch file waits for a program with a window; by "start" it would lose its log.
setlocal
cd /d "%~dp0"
set "STATE=%LOCALAPPDATA%\Lianhua"
set "LOG=%STATE%\log.txt"
if not exist "%STATE%" mkdir "%STATE%"
:again
if exist "%LOG%" for %%F in ("%LOG%") do if %%~zF GTR 1000000 move /y "%LOG%" "%LOG%.old" >nul
lianhua.exe --kiosk --supervised --settings kiosk.toml 2>>"%LOG%"
set "ENDED=%ERRORLEVEL%"
if "%ENDED%"=="0" exit 0
echo %DATE% %TIME% lianhua ended with code %ENDED% and is begun again >>"%LOG%"
ping -n 3 127.0.0.1 >nul
goto again

# Builds build\dist\gsmon\ on Windows and starts what was built. Run from PowerShell after the steps of README.
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..")
& .venv\Scripts\python.exe build_specs\windows_version.py build\windows_version.txt
& .venv\Scripts\pyinstaller.exe --noconfirm --clean --log-level WARN --distpath build\dist --workpath build\pyinstaller build_specs\gsmon.spec
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
& .venv\Scripts\python.exe build_specs\smoke.py build\dist\gsmon\gsmon-cli.exe
exit $LASTEXITCODE

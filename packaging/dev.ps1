# The commands of a developer's day on Windows. On a bare machine each of them first installs what is missing.
#
#   packaging\dev.ps1 run      builds and starts the window on a sample office
#   packaging\dev.ps1 test     builds and runs every test
#   packaging\dev.ps1 build    builds build\vcpkg\bin\dossier.exe and dossierctl.exe
#   packaging\dev.ps1 deps     only installs what is missing
#
# Needs Visual Studio 2022 (Desktop development with C++) and Git; vcpkg is made beside the build when VCPKG_ROOT
# names none. The list of libraries is vcpkg.json.
param([string]$Command = "help")
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..")

function Invoke-Checked([scriptblock]$Step) {
    & $Step
    if ($LASTEXITCODE -ne 0) { throw "dev: a step failed with exit code $LASTEXITCODE" }
}

function Use-Compiler {
    if (Get-Command cl.exe -ErrorAction SilentlyContinue) { return }
    $finder = Join-Path ${env:ProgramFiles(x86)} "Microsoft Visual Studio\Installer\vswhere.exe"
    if (-not (Test-Path $finder)) { throw "dev: Visual Studio 2022 with C++ is needed" }
    $place = & $finder -latest -products * -requires Microsoft.VisualStudio.Component.VC.Tools.x86.x64 -property installationPath
    $module = Join-Path $place "Common7\Tools\Microsoft.VisualStudio.DevShell.dll"
    Import-Module $module
    Enter-VsDevShell -VsInstallPath $place -SkipAutomaticLocation -DevCmdArguments "-arch=x64" | Out-Null
}

function Install-Dependencies {
    Use-Compiler
    if (-not $env:VCPKG_ROOT) {
        $env:VCPKG_ROOT = Join-Path (Get-Location) "build\vcpkg-tool"
        if (-not (Test-Path (Join-Path $env:VCPKG_ROOT "vcpkg.exe"))) {
            if (-not (Test-Path $env:VCPKG_ROOT)) {
                Invoke-Checked { git clone --filter=blob:none https://github.com/microsoft/vcpkg $env:VCPKG_ROOT }
            }
            Invoke-Checked { & (Join-Path $env:VCPKG_ROOT "bootstrap-vcpkg.bat") -disableMetrics }
        }
    }
}

function Build {
    Install-Dependencies
    Invoke-Checked { cmake --preset vcpkg }
    Invoke-Checked { cmake --build --preset vcpkg }
}

switch ($Command) {
    "deps"  { Install-Dependencies }
    "build" { Build }
    "test"  { Build; Invoke-Checked { ctest --test-dir build\vcpkg --output-on-failure } }
    "run"   { Build; & build\vcpkg\bin\dossier.exe --sample }
    default { Get-Content $PSCommandPath | Select-Object -Skip 1 -First 9; if ($Command -ne "help") { exit 2 } }
}

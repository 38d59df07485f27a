# Completion of dossierctl for PowerShell, written by `dossierctl completion powershell`.
#   . .\dossierctl.ps1            (in the file that $PROFILE names)

$DossierctlWords = @{
%1}
$DossierctlValues = @{
%2}
$DossierctlTakes = @{
%3}

Register-ArgumentCompleter -Native -CommandName dossierctl, dossierctl.exe -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $typed = @($commandAst.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
    $command = ''
    $previous = ''
    $skip = $false
    foreach ($word in $typed) {
        $previous = $word
        if ($skip) { $skip = $false; continue }
        $key = "$command $word".Trim()
        if ($word.StartsWith('-')) {
            $skip = $DossierctlTakes.ContainsKey($key) -or $DossierctlTakes.ContainsKey($word)
        } elseif ($DossierctlWords.ContainsKey($key)) {
            $command = $key
        }
    }
    $place = if ($command) { $command } else { '.' }
    if ($skip) {
        $key = "$command $previous".Trim()
        if (-not $DossierctlValues.ContainsKey($key)) { $key = $previous }
        $offered = $DossierctlValues[$key]
    } elseif ($wordToComplete.StartsWith('-')) {
        $offered = "$($DossierctlWords[$place]) $($DossierctlWords['.'])"
    } else {
        $offered = "$($DossierctlWords[$place]) $($DossierctlValues["$command argument".Trim()])"
    }
    # Where this offers nothing (@file), PowerShell completes files by itself.
    "$offered".Split(' ') | Where-Object {
        $_ -and $_ -ne '@file' -and $_.StartsWith($wordToComplete) -and
        ($skip -or $wordToComplete.StartsWith('-') -or -not $_.StartsWith('-'))
    } | Select-Object -Unique | ForEach-Object {
        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
    }
}

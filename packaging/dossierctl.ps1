# Completion of dossierctl for PowerShell, written by `dossierctl completion powershell`.
#   . .\dossierctl.ps1            (in the file that $PROFILE names)

$DossierctlWords = @{
    '.' = 'office user client import export duplicates merge unmerge remerge request audit sample clock batch --help --help-all --version --office --user --password-file --key-file --language --json --quiet'
    'office' = 'create info check reveal-key rekey recover test-share accept-older'
    'office create' = '--name --admin --recovery-file --kdf-memory --practice'
    'office info' = ''
    'office check' = '--deep'
    'office reveal-key' = ''
    'office rekey' = ''
    'office recover' = '--recovery-file --new-password-file'
    'office test-share' = '--with-another-computer --wait'
    'office accept-older' = ''
    'user' = 'add list disable set-role set-password'
    'user add' = '--role --department --new-password-file'
    'user list' = ''
    'user disable' = ''
    'user set-role' = ''
    'user set-password' = '--new-password-file'
    'client' = 'add show update history list search reassign tag trash restore looks'
    'client add' = '--set --force --reason'
    'client show' = '--reveal'
    'client update' = '--set --reason --if-version'
    'client history' = ''
    'client list' = '--filter --sort --limit --after'
    'client search' = '--limit'
    'client reassign' = '--from --to --filter --reason'
    'client tag' = '--filter --add --remove --reason'
    'client trash' = '--reason'
    'client restore' = '--reason'
    'client looks' = '--limit'
    'import' = '--map --mapping --keep-unmapped --fresh-mapping --encoding --duplicates --dry-run --stage --resume --reason'
    'export' = '--format --fields --filter --encoding --headers --reason'
    'duplicates' = 'scan match decide'
    'duplicates scan' = '--min-score --output'
    'duplicates match' = '--id-column --map --min-score --output --clusters'
    'duplicates decide' = ''
    'merge' = '--take --set --dry-run --reason'
    'unmerge' = '--place --reason --dry-run'
    'remerge' = '--reason'
    'request' = 'list show approve reject withdraw again'
    'request list' = '--state --mine --inbox'
    'request show' = ''
    'request approve' = '--fields --comment'
    'request reject' = '--comment'
    'request withdraw' = ''
    'request again' = ''
    'audit' = 'verify export unusual thresholds prune'
    'audit verify' = ''
    'audit export' = '--from --to --user --client --kind'
    'audit unusual' = '--days'
    'audit thresholds' = '--set'
    'audit prune' = ''
    'sample' = '--clients --seed --user-password-file'
    'clock' = 'set'
    'clock set' = ''
    'batch' = ''
}
$DossierctlValues = @{
    '--office' = '@file'
    '--password-file' = '@file'
    '--key-file' = '@file'
    '--language' = 'zh en'
    'office create --recovery-file' = '@file'
    'office recover --recovery-file' = '@file'
    'office recover --new-password-file' = '@file'
    'user add --role' = 'sales service manager data_admin auditor'
    'user add --new-password-file' = '@file'
    'user set-role argument' = 'sales service manager data_admin auditor'
    'user set-password --new-password-file' = '@file'
    'client add --set' = 'type= name= contact= position= phone= email= other_phones= other_emails= province= city= district= street= postcode= country= industry= activity= owner= source= credit_code= website= tags= notes= contacts= custom= last_contact_at='
    'client update --set' = 'type= name= contact= position= phone= email= other_phones= other_emails= province= city= district= street= postcode= country= industry= activity= owner= source= credit_code= website= tags= notes= contacts= custom= last_contact_at='
    'client list --sort' = 'id type name contact position phone email other_phones other_emails province city district street postcode country industry activity owner source credit_code id_number bank_account website tags notes contacts custom status created_at updated_at last_contact_at version'
    'import argument' = '@file'
    'import --mapping' = '@file'
    'export argument' = '@file'
    'export --format' = 'csv xlsx vcf'
    'export --fields' = 'id type name contact position phone email other_phones other_emails province city district street postcode country industry activity owner source credit_code id_number bank_account website tags notes contacts custom status created_at updated_at last_contact_at version'
    'export --encoding' = 'utf-8-bom utf-8 gb18030'
    'export --headers' = 'labels names'
    'duplicates scan --output' = '@file'
    'duplicates match argument' = '@file'
    'duplicates match --output' = '@file'
    'duplicates match --clusters' = '@file'
    'duplicates decide argument' = 'different same'
    'merge --take' = 'type= name= contact= position= phone= email= other_phones= other_emails= province= city= district= street= postcode= country= industry= activity= owner= source= credit_code= website= tags= notes= contacts= custom= last_contact_at='
    'merge --set' = 'type= name= contact= position= phone= email= other_phones= other_emails= province= city= district= street= postcode= country= industry= activity= owner= source= credit_code= website= tags= notes= contacts= custom= last_contact_at='
    'unmerge --place' = 'type= name= contact= position= phone= email= other_phones= other_emails= province= city= district= street= postcode= country= industry= activity= owner= source= credit_code= website= tags= notes= contacts= custom= last_contact_at='
    'request approve --fields' = 'id type name contact position phone email other_phones other_emails province city district street postcode country industry activity owner source credit_code id_number bank_account website tags notes contacts custom status created_at updated_at last_contact_at version'
    'audit export argument' = '@file'
    'audit export --kind' = 'looks changes requests merges imports exports logins people office'
    'sample --user-password-file' = '@file'
    'batch argument' = '@file'
}
$DossierctlTakes = @{
    '--office' = '1'
    '--user' = '1'
    '--password-file' = '1'
    '--key-file' = '1'
    '--language' = '1'
    'office create --name' = '1'
    'office create --admin' = '1'
    'office create --recovery-file' = '1'
    'office create --kdf-memory' = '1'
    'office recover --recovery-file' = '1'
    'office recover --new-password-file' = '1'
    'office test-share --wait' = '1'
    'user add --role' = '1'
    'user add --department' = '1'
    'user add --new-password-file' = '1'
    'user set-password --new-password-file' = '1'
    'client add --set' = '1'
    'client add --reason' = '1'
    'client update --set' = '1'
    'client update --reason' = '1'
    'client update --if-version' = '1'
    'client list --filter' = '1'
    'client list --sort' = '1'
    'client list --limit' = '1'
    'client list --after' = '1'
    'client search --limit' = '1'
    'client reassign --from' = '1'
    'client reassign --to' = '1'
    'client reassign --filter' = '1'
    'client reassign --reason' = '1'
    'client tag --filter' = '1'
    'client tag --add' = '1'
    'client tag --remove' = '1'
    'client tag --reason' = '1'
    'client trash --reason' = '1'
    'client restore --reason' = '1'
    'client looks --limit' = '1'
    'import --map' = '1'
    'import --mapping' = '1'
    'import --encoding' = '1'
    'import --duplicates' = '1'
    'import --resume' = '1'
    'import --reason' = '1'
    'export --format' = '1'
    'export --fields' = '1'
    'export --filter' = '1'
    'export --encoding' = '1'
    'export --headers' = '1'
    'export --reason' = '1'
    'duplicates scan --min-score' = '1'
    'duplicates scan --output' = '1'
    'duplicates match --id-column' = '1'
    'duplicates match --map' = '1'
    'duplicates match --min-score' = '1'
    'duplicates match --output' = '1'
    'duplicates match --clusters' = '1'
    'merge --take' = '1'
    'merge --set' = '1'
    'merge --reason' = '1'
    'unmerge --place' = '1'
    'unmerge --reason' = '1'
    'remerge --reason' = '1'
    'request list --state' = '1'
    'request approve --fields' = '1'
    'request approve --comment' = '1'
    'request reject --comment' = '1'
    'audit export --from' = '1'
    'audit export --to' = '1'
    'audit export --user' = '1'
    'audit export --client' = '1'
    'audit export --kind' = '1'
    'audit unusual --days' = '1'
    'audit thresholds --set' = '1'
    'sample --clients' = '1'
    'sample --seed' = '1'
    'sample --user-password-file' = '1'
}

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

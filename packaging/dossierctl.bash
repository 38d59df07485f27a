# Completion of dossierctl for bash, written by `dossierctl completion bash`.
#   source dossierctl.bash        (in ~/.bashrc, bash 4 and later; or copy it to
#                                  /usr/share/bash-completion/completions/dossierctl)

declare -gA _dossierctl_words=(
    ['.']='office user client import export duplicates merge unmerge remerge request audit sample clock batch --help --help-all --version --office --user --password-file --key-file --language --json --quiet'
    ['office']='create info check reveal-key rekey recover test-share accept-older'
    ['office create']='--name --admin --recovery-file --kdf-memory --practice'
    ['office info']=''
    ['office check']='--deep'
    ['office reveal-key']=''
    ['office rekey']=''
    ['office recover']='--recovery-file --new-password-file'
    ['office test-share']='--with-another-computer --wait'
    ['office accept-older']=''
    ['user']='add list disable set-role set-password'
    ['user add']='--role --department --new-password-file'
    ['user list']=''
    ['user disable']=''
    ['user set-role']=''
    ['user set-password']='--new-password-file'
    ['client']='add show update history list search reassign tag trash restore looks'
    ['client add']='--set --force --reason'
    ['client show']='--reveal'
    ['client update']='--set --reason --if-version'
    ['client history']=''
    ['client list']='--filter --sort --limit --after'
    ['client search']='--limit'
    ['client reassign']='--from --to --filter --reason'
    ['client tag']='--filter --add --remove --reason'
    ['client trash']='--reason'
    ['client restore']='--reason'
    ['client looks']='--limit'
    ['import']='--map --mapping --keep-unmapped --fresh-mapping --encoding --duplicates --dry-run --stage --resume --reason'
    ['export']='--format --fields --filter --encoding --headers --reason'
    ['duplicates']='scan match decide'
    ['duplicates scan']='--min-score --output'
    ['duplicates match']='--id-column --map --min-score --output --clusters'
    ['duplicates decide']=''
    ['merge']='--take --set --dry-run --reason'
    ['unmerge']='--place --reason --dry-run'
    ['remerge']='--reason'
    ['request']='list show approve reject withdraw again'
    ['request list']='--state --mine --inbox'
    ['request show']=''
    ['request approve']='--fields --comment'
    ['request reject']='--comment'
    ['request withdraw']=''
    ['request again']=''
    ['audit']='verify export unusual thresholds prune'
    ['audit verify']=''
    ['audit export']='--from --to --user --client --kind'
    ['audit unusual']='--days'
    ['audit thresholds']='--set'
    ['audit prune']=''
    ['sample']='--clients --seed --user-password-file'
    ['clock']='set'
    ['clock set']=''
    ['batch']=''
)
declare -gA _dossierctl_values=(
    ['--office']='@file'
    ['--password-file']='@file'
    ['--key-file']='@file'
    ['--language']='zh en'
    ['office create --recovery-file']='@file'
    ['office recover --recovery-file']='@file'
    ['office recover --new-password-file']='@file'
    ['user add --role']='sales service manager data_admin auditor'
    ['user add --new-password-file']='@file'
    ['user set-role argument']='sales service manager data_admin auditor'
    ['user set-password --new-password-file']='@file'
    ['client add --set']='type= name= contact= position= phone= email= other_phones= other_emails= province= city= district= street= postcode= country= industry= activity= owner= source= credit_code= website= tags= notes= contacts= custom= last_contact_at='
    ['client update --set']='type= name= contact= position= phone= email= other_phones= other_emails= province= city= district= street= postcode= country= industry= activity= owner= source= credit_code= website= tags= notes= contacts= custom= last_contact_at='
    ['client list --sort']='id type name contact position phone email other_phones other_emails province city district street postcode country industry activity owner source credit_code id_number bank_account website tags notes contacts custom status created_at updated_at last_contact_at version'
    ['import argument']='@file'
    ['import --mapping']='@file'
    ['export argument']='@file'
    ['export --format']='csv xlsx vcf'
    ['export --fields']='id type name contact position phone email other_phones other_emails province city district street postcode country industry activity owner source credit_code id_number bank_account website tags notes contacts custom status created_at updated_at last_contact_at version'
    ['export --encoding']='utf-8-bom utf-8 gb18030'
    ['export --headers']='labels names'
    ['duplicates scan --output']='@file'
    ['duplicates match argument']='@file'
    ['duplicates match --output']='@file'
    ['duplicates match --clusters']='@file'
    ['duplicates decide argument']='different same'
    ['merge --take']='type= name= contact= position= phone= email= other_phones= other_emails= province= city= district= street= postcode= country= industry= activity= owner= source= credit_code= website= tags= notes= contacts= custom= last_contact_at='
    ['merge --set']='type= name= contact= position= phone= email= other_phones= other_emails= province= city= district= street= postcode= country= industry= activity= owner= source= credit_code= website= tags= notes= contacts= custom= last_contact_at='
    ['unmerge --place']='type= name= contact= position= phone= email= other_phones= other_emails= province= city= district= street= postcode= country= industry= activity= owner= source= credit_code= website= tags= notes= contacts= custom= last_contact_at='
    ['request approve --fields']='id type name contact position phone email other_phones other_emails province city district street postcode country industry activity owner source credit_code id_number bank_account website tags notes contacts custom status created_at updated_at last_contact_at version'
    ['audit export argument']='@file'
    ['audit export --kind']='looks changes requests merges imports exports logins people office'
    ['sample --user-password-file']='@file'
    ['batch argument']='@file'
)
declare -gA _dossierctl_takes=(
    ['--office']='1'
    ['--user']='1'
    ['--password-file']='1'
    ['--key-file']='1'
    ['--language']='1'
    ['office create --name']='1'
    ['office create --admin']='1'
    ['office create --recovery-file']='1'
    ['office create --kdf-memory']='1'
    ['office recover --recovery-file']='1'
    ['office recover --new-password-file']='1'
    ['office test-share --wait']='1'
    ['user add --role']='1'
    ['user add --department']='1'
    ['user add --new-password-file']='1'
    ['user set-password --new-password-file']='1'
    ['client add --set']='1'
    ['client add --reason']='1'
    ['client update --set']='1'
    ['client update --reason']='1'
    ['client update --if-version']='1'
    ['client list --filter']='1'
    ['client list --sort']='1'
    ['client list --limit']='1'
    ['client list --after']='1'
    ['client search --limit']='1'
    ['client reassign --from']='1'
    ['client reassign --to']='1'
    ['client reassign --filter']='1'
    ['client reassign --reason']='1'
    ['client tag --filter']='1'
    ['client tag --add']='1'
    ['client tag --remove']='1'
    ['client tag --reason']='1'
    ['client trash --reason']='1'
    ['client restore --reason']='1'
    ['client looks --limit']='1'
    ['import --map']='1'
    ['import --mapping']='1'
    ['import --encoding']='1'
    ['import --duplicates']='1'
    ['import --resume']='1'
    ['import --reason']='1'
    ['export --format']='1'
    ['export --fields']='1'
    ['export --filter']='1'
    ['export --encoding']='1'
    ['export --headers']='1'
    ['export --reason']='1'
    ['duplicates scan --min-score']='1'
    ['duplicates scan --output']='1'
    ['duplicates match --id-column']='1'
    ['duplicates match --map']='1'
    ['duplicates match --min-score']='1'
    ['duplicates match --output']='1'
    ['duplicates match --clusters']='1'
    ['merge --take']='1'
    ['merge --set']='1'
    ['merge --reason']='1'
    ['unmerge --place']='1'
    ['unmerge --reason']='1'
    ['remerge --reason']='1'
    ['request list --state']='1'
    ['request approve --fields']='1'
    ['request approve --comment']='1'
    ['request reject --comment']='1'
    ['audit export --from']='1'
    ['audit export --to']='1'
    ['audit export --user']='1'
    ['audit export --client']='1'
    ['audit export --kind']='1'
    ['audit unusual --days']='1'
    ['audit thresholds --set']='1'
    ['sample --clients']='1'
    ['sample --seed']='1'
    ['sample --user-password-file']='1'
)

_dossierctl() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev command= word i offered
    COMPREPLY=()
    # The commands so far; the value behind an option is no command.
    for ((i = 1; i < COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]:-.}
        if [[ $word == -* ]]; then
            if [[ ${_dossierctl_takes[${command:+$command }$word]-}${_dossierctl_takes[$word]-} ]]; then
                ((i++))
            fi
        elif [[ ${_dossierctl_words[${command:+$command }$word]+x} ]]; then
            command=${command:+$command }$word
        fi
    done
    prev=${COMP_WORDS[COMP_CWORD - 1]:-.}
    if [[ $prev == -* && ${_dossierctl_takes[${command:+$command }$prev]-}${_dossierctl_takes[$prev]-} ]]; then
        offered=${_dossierctl_values[${command:+$command }$prev]-${_dossierctl_values[$prev]-}}
    elif [[ $cur == -* ]]; then
        offered="${_dossierctl_words[${command:-.}]-} ${_dossierctl_words[.]}"
    else
        offered="${_dossierctl_words[${command:-.}]-} ${_dossierctl_values[${command:+$command }argument]-}"
    fi
    if [[ " $offered " == *' @file '* ]]; then
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -f -- "$cur")
        offered=${offered/@file/}
    fi
    for word in $offered; do
        [[ $word == "$cur"* && ($cur == -* || $word != -*) ]] && COMPREPLY+=("$word")
    done
    if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *= ]]; then compopt -o nospace 2>/dev/null; fi
}
complete -F _dossierctl dossierctl

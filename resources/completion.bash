# Completion of dossierctl for bash, written by `dossierctl completion bash`.
#   source dossierctl.bash        (in ~/.bashrc, bash 4 and later; or copy it to
#                                  /usr/share/bash-completion/completions/dossierctl)

declare -gA _dossierctl_words=(
%1)
declare -gA _dossierctl_values=(
%2)
declare -gA _dossierctl_takes=(
%3)

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

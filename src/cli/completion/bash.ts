import type { Values } from '../values.ts';
import type { CommandDescription, OptionDescription, ProgramDescription } from './description.ts';
import { bare, NOTE_ENDINGS, singleQuoted, WordLists } from './words.ts';

/** Works with bash 3.2, which macOS has, and without the package bash-completion. */
const FUNCTIONS = `# Completes one of the words.
_copydesk_words() {
  COMPREPLY+=($(compgen -W "$1" -- "$cur"))
}

# Completes the last of several words with commas between them.
_copydesk_list() {
  local before=
  [[ $cur == *,* ]] && before=\${cur%,*},
  COMPREPLY=($(compgen -P "$before" -W "$1" -- "\${cur##*,}"))
  type compopt &>/dev/null && compopt -o nospace
}

# Completes paths: of folders, and of files if a name ends like a note or every name will do.
_copydesk_paths() {
  local path real typed=$cur
  case $typed in
    [\\"\\']*) typed=\${typed:1} ;;
    *) typed=\${typed//\\\\/} ;;
  esac
  type compopt &>/dev/null && compopt -o filenames
  while IFS= read -r path; do
    real=$path
    [[ $path == '~/'* ]] && real=$HOME/\${path:2}
    if [[ -d $real || $1 == file ]]; then
      COMPREPLY+=("$path")
    elif [[ $1 == note ]]; then
      case $path in ${NOTE_ENDINGS.map((ending) => `*.${ending}`).join(' | ')}) COMPREPLY+=("$path") ;; esac
    fi
  done < <(compgen -f -- "$typed")
}`;

/** Finds the command, the option before the cursor that takes a value, and how many arguments there are. */
const START = `_copydesk() {
  local IFS=$' \\t\\n' cur=\${COMP_WORDS[COMP_CWORD]} command= option= position=0 rest= word at
  COMPREPLY=()
  [[ $cur == = ]] && cur=
  for ((at = 1; at < COMP_CWORD; at++)); do
    word=\${COMP_WORDS[at]}
    if [[ $rest ]]; then
      ((position++))
    elif [[ $option ]]; then
      [[ $word == = ]] || option=
    elif [[ $word == -- ]]; then
      rest=1
    elif [[ $word == -?* ]]; then
      _copydesk_takes_value "$command $word" && option=$word
    elif [[ -z $command ]]; then
      command=$word
    else
      ((position++))
    fi
  done`;

/** The completion script for bash. */
export function bashScript({ name, version, options, commands }: ProgramDescription): string {
  const lists = new WordLists();
  const valued = new Map<string, string[]>();
  for (const command of commands) {
    for (const option of command.options) {
      if (!option.values) continue;
      const action = actionOf(option.values, option.names[0] ?? '', lists);
      const patterns = option.names.map((one) => singleQuoted(`${command.name} ${one}`));
      valued.set(action, [...(valued.get(action) ?? []), ...patterns]);
    }
  }
  const values = [...valued].map(([action, patterns]) => clause(patterns, action));
  const names = commands.map((command) => command.name);
  const positions = commands.flatMap((command) => positionClauses(command, lists));
  const words = lists.all().map((list) => `  local words_${list.name}=${singleQuoted(bare(list.words).join(' '))}`);
  return `# Completions of ${name} ${version} for bash, made by '${name} completion bash'.

${FUNCTIONS}

# Whether an option of a command takes a value.
_copydesk_takes_value() {
  case $1 in
    ${[...valued.values()].flat().join(' | ')}) return 0 ;;
  esac
  return 1
}

${START}
${words.join('\n')}
  if [[ $option ]]; then
    case "$command $option" in
${values.join('\n')}
    esac
  elif [[ -z $rest && $cur == -* ]]; then
    case $command in
${[{ name: '', options }, ...commands].map(optionsClause).join('\n')}
    esac
  else
    case "$command $position" in
${[clause(["' 0'"], `_copydesk_words ${singleQuoted(names.join(' '))}`), ...positions].join('\n')}
    esac
  fi
}

complete -F _copydesk ${name}
`;
}

function clause(patterns: readonly string[], action: string): string {
  return `      ${patterns.join(' | ')}) ${action} ;;`;
}

function optionsClause({ name, options }: Pick<CommandDescription, 'name' | 'options'>): string {
  const names = options.flatMap((option: OptionDescription) => option.names);
  return clause([singleQuoted(name)], `_copydesk_words ${singleQuoted(names.join(' '))}`);
}

function positionClauses(command: CommandDescription, lists: WordLists): readonly string[] {
  return command.arguments.flatMap(({ name, values, isVariadic }, at) => {
    if (values.kind === 'text') return [];
    const pattern = isVariadic ? `${singleQuoted(`${command.name} `)}*` : singleQuoted(`${command.name} ${at}`);
    return [clause([pattern], actionOf(values, name, lists))];
  });
}

/** What completes a value. A text has nothing to complete. */
function actionOf(values: Values, name: string, lists: WordLists): string {
  if (values.kind === 'text') return ':';
  if (values.kind !== 'words') return `_copydesk_paths ${values.kind}`;
  const list = lists.nameOf(values.words, name.replace(/^-+/, ''));
  if (values.isList) return `_copydesk_list "$words_${list}"`;
  return `_copydesk_words "$words_${list}"${values.orFolder ? '; _copydesk_paths folder' : ''}`;
}

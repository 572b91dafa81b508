import type { Values } from '../values.ts';
import type { ArgumentDescription, OptionDescription, ProgramDescription } from './description.ts';
import { bare, NOTE_ENDINGS, singleQuoted, WordLists } from './words.ts';

/** The completion script for zsh: a file in `fpath`, or loaded with `eval`. */
export function zshScript({ name, version, options, commands }: ProgramDescription): string {
  const lists = new WordLists();
  const cases = commands.map(
    (command) => `      ${command.name})
        _arguments -s -S : \\
          ${[...command.options.map((option) => optionSpec(option, lists)), ...command.arguments.map((argument, at) => argumentSpec(argument, at, lists))].join(' \\\n          ')} && found=0
        ;;`,
  );
  const described = commands.map((command) => ({ word: command.name, about: command.summary }));
  const main = lists.nameOf(described, 'command');
  const functions = lists.all().map(({ name: list, words }) => {
    const lines = words.map(({ word, about }) =>
      singleQuoted(`${word.replaceAll(':', '\\:')}${about ? `:${about}` : ''}`),
    );
    return `_copydesk_${list}() {
  local -a words=(
    ${lines.join('\n    ')}
  )
  _describe -t ${list} '${list.replaceAll('_', ' ')}' words "$@"
}`;
  });
  return `#compdef ${name}
# Completions of ${name} ${version} for zsh, made by '${name} completion zsh'.

_copydesk_note() {
  # Not _files, which offers all files where none has such a name.
  _path_files "$@" -/ -g '*.(${NOTE_ENDINGS.join('|')})(-.)'
}

_copydesk_word_or_folder() {
  _alternative "words:word:($*)" 'folders:folder:_path_files -/'
}

${functions.join('\n\n')}

_copydesk() {
  local curcontext=$curcontext state found=1
  local -a line
  _arguments -C -s -S : \\
    ${options.map((option) => optionSpec(option, lists)).join(' \\\n    ')} \\
    '1:command:_copydesk_${main}' \\
    '*::argument:->argument' && found=0
  if [[ $state == argument ]]; then
    curcontext=\${curcontext%:*}-$words[1]:
    case $words[1] in
${cases.join('\n')}
    esac
  fi
  return found
}

if [[ $funcstack[1] == _copydesk ]]; then
  _copydesk "$@"
else
  compdef _copydesk ${name}
fi
`;
}

/** `'(-o --output)'{-o+,--output=}'[about]:file:_files'`. A flag is offered once, and an option with a value again. */
function optionSpec({ names, about, placeholder, values }: OptionDescription, lists: WordLists): string {
  const tail = `[${about.replace(/[[\]\\:]/g, '\\$&')}]`;
  if (!values) return flagSpec(names, tail);
  const ending = (one: string): string => (one.startsWith('--') ? '=' : '+');
  const [first = '', ...more] = names;
  const action = singleQuoted(`${tail}:${placeholder?.replace(/\W/g, ' ')}:${actionOf(values, first, lists)}`);
  if (more.length === 0) return `'*${first}='${action}`;
  return `'*'{${names.map((one) => `${one}${ending(one)}`).join(',')}}${action}`;
}

function flagSpec(names: readonly string[], tail: string): string {
  if (names.length === 1) return singleQuoted(`${names[0]}${tail}`);
  return `'(${names.join(' ')})'{${names.join(',')}}${singleQuoted(tail)}`;
}

function argumentSpec({ name, isVariadic, values }: ArgumentDescription, at: number, lists: WordLists): string {
  return singleQuoted(`${isVariadic ? '*' : at + 1}:${name}:${actionOf(values, name, lists)}`);
}

/** The part of `_arguments` that completes a value. */
function actionOf(values: Values, name: string, lists: WordLists): string {
  switch (values.kind) {
    case 'text':
      return ' ';
    case 'file':
      return '_files';
    case 'folder':
      return '_path_files -/';
    case 'note':
      return '_copydesk_note';
    case 'words': {
      // The space keeps options of compadd out of the words.
      if (values.orFolder) return ` _copydesk_word_or_folder ${bare(values.words).join(' ')}`;
      const list = `_copydesk_${lists.nameOf(values.words, name.replace(/^-+/, ''))}`;
      return values.isList ? `_sequence -s , ${list}` : list;
    }
  }
}

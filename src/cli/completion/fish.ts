import type { Values } from '../values.ts';
import type { CommandDescription, OptionDescription, ProgramDescription } from './description.ts';
import { NOTE_ENDINGS, WordLists } from './words.ts';

/** Prints the command before the cursor and how many arguments it has. */
const FUNCTIONS = (valued: readonly string[]): string => `function __copydesk_state
    set -l command ''
    set -l position 0
    set -l is_value 0
    set -l rest 0
    set -l tokens (commandline -opc)
    for word in $tokens[2..-1]
        if test $rest = 1
            set position (math $position + 1)
        else if test $is_value = 1
            set is_value 0
        else if test "$word" = --
            set rest 1
        else if string match -qr -- '^-.' "$word"
            if contains -- "$command $word" ${valued.join(' ')}
                set is_value 1
            end
        else if test -z "$command"
            set command $word
        else
            set position (math $position + 1)
        end
    end
    echo "$command"
    echo $position
end

# Whether the command line has this command, and this number of arguments if one is given.
function __copydesk_at
    set -l state (__copydesk_state)
    test "$state[1]" = "$argv[1]"; or return 1
    set -q argv[2]; or return 0
    test "$state[2]" = "$argv[2]"
end

function __copydesk_notes
    set -l token (commandline -ct)
    complete -C"'' $token" | string match -r '.*(?:/|\\.(?:${NOTE_ENDINGS.join('|')}))(?:\\t.*)?$'
end

# Adds each word to those before the last comma.
function __copydesk_list
    set -l before (string match -r '^(?:--[\\w-]+=)?(?:.*,)?' -- (commandline -ct) | string replace -r '^--[\\w-]+=' '')
    for word in ($argv[1])
        echo "$before[1]$word"
    end
end`;

/** The completion script for fish. */
export function fishScript({ name, version, options, commands }: ProgramDescription): string {
  const lists = new WordLists();
  const valued = commands.flatMap((command) =>
    command.options.flatMap(({ names, values }) =>
      values ? names.map((one) => quoted(`${command.name} ${one}`)) : [],
    ),
  );
  const described = commands.map((command) => ({ word: command.name, about: command.summary }));
  const top = `${call(' ', 0)} -a ${quoted(`(__copydesk_${lists.nameOf(described, 'command')})`)}`;
  const lines = [
    `complete -c ${name} -e`,
    `complete -c ${name} -f`,
    `complete -c ${name} ${top}`,
    ...options.flatMap((option) =>
      optionLines(option, lists).map((line) => `complete -c ${name} ${call(' ')} ${line}`),
    ),
    ...commands.flatMap((command) => commandLines(command, lists).map((line) => `complete -c ${name} ${line}`)),
  ];
  const functions = lists.all().map(({ name: list, words }) => {
    const items = words.map(({ word, about }) => quoted(about ? `${word}\t${about}` : word));
    return `function __copydesk_${list}\n    printf '%s\\n' ${items.join(' \\\n        ')}\nend`;
  });
  return `# Completions of ${name} ${version} for fish, made by '${name} completion fish'.

${FUNCTIONS(valued)}

${functions.join('\n\n')}

${lines.join('\n')}
`;
}

function commandLines(command: CommandDescription, lists: WordLists): readonly string[] {
  return [
    ...command.options.flatMap((option) => optionLines(option, lists).map((line) => `${call(command.name)} ${line}`)),
    ...command.arguments.flatMap(({ name, values, isVariadic }, at) => {
      if (values.kind === 'text') return [];
      return [`${isVariadic ? call(command.name) : call(command.name, at)} ${valueSpec(values, name, lists)}`];
    }),
  ];
}

/** The condition of a command, which may be none. */
function call(command: string, position?: number): string {
  const name = command.trim() === '' ? '""' : command;
  return `-n ${quoted(`__copydesk_at ${name}${position === undefined ? '' : ` ${position}`}`)}`;
}

/** fish shows the description of an option beside each of its values, so they have a line without it. The last line describes the option. */
function optionLines({ names, about, values }: OptionDescription, lists: WordLists): readonly string[] {
  const flags = names.map((one) => (one.startsWith('--') ? `-l ${one.slice(2)}` : `-s ${one.slice(1)}`)).join(' ');
  const described = `-d ${quoted(about)}`;
  if (!values) return [`${flags} ${described}`];
  const spec = valueSpec(values, names[0] ?? '', lists);
  if (values.kind !== 'words') return [`${flags} -r ${spec} ${described}`];
  return [`${flags} -r ${spec}`, `${flags} -r -f ${described}`];
}

function valueSpec(values: Values, name: string, lists: WordLists): string {
  switch (values.kind) {
    case 'text':
      return '-f';
    case 'file':
      return '-F';
    case 'folder':
      return "-f -a '(__fish_complete_directories)'";
    case 'note':
      return "-f -a '(__copydesk_notes)'";
    case 'words': {
      const list = `__copydesk_${lists.nameOf(values.words, name.replace(/^-+/, ''))}`;
      if (values.isList) return `-f -a '(__copydesk_list ${list})'`;
      return `-f -a '(${list}${values.orFolder ? '; __fish_complete_directories' : ''})'`;
    }
  }
}

/** A text in single quotes, as fish reads it. */
function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

import type { Values } from '../values.ts';
import type { CommandDescription, OptionDescription, ProgramDescription } from './description.ts';
import { NOTE_ENDINGS, WordLists } from './words.ts';

/** Finds the command, the option that takes a value and the number of arguments, and completes what the tables say. */
const COMPLETE = `  $typed = $wordToComplete
  $before = ''
  $command = ''
  $option = $null
  $position = 0
  $rest = $false
  $elements = @($commandAst.CommandElements | Select-Object -Skip 1 |
    Where-Object { $_.Extent.EndOffset -lt $cursorPosition -or ($typed -eq '' -and $_.Extent.EndOffset -le $cursorPosition) })
  foreach ($element in $elements) {
    $word = $element.Extent.Text
    if ($rest) { $position++ }
    elseif ($null -ne $option) { $option = $null }
    elseif ($word -ceq '--') { $rest = $true }
    elseif ($word -match '^-.') { if ($valued.ContainsKey("$command $word")) { $option = "$command $word" } }
    elseif ($command -eq '') { $command = $word }
    else { $position++ }
  }
  if ($null -eq $option -and -not $rest -and $typed -match '^(--[\\w-]+=)(.*)$') {
    $option = "$command $($Matches[1].TrimEnd('='))"
    $before = $Matches[1]
    $typed = $Matches[2]
  }
  $action = @('text')
  if ($null -ne $option) { if ($valued.ContainsKey($option)) { $action = $valued[$option] } }
  elseif (-not $rest -and $typed.StartsWith('-')) { if ($options.ContainsKey($command)) { $action = @('words', $options[$command]) } }
  elseif ($arguments.ContainsKey("$command $position")) { $action = $arguments["$command $position"] }
  elseif ($arguments.ContainsKey("$command *")) { $action = $arguments["$command *"] }
  $kind = $action[0]
  if ($kind -eq 'list') {
    $comma = $typed.LastIndexOf(',') + 1
    $before += $typed.Substring(0, $comma)
    $typed = $typed.Substring($comma)
  }
  if ($kind -in 'words', 'list', 'words or folder') {
    foreach ($row in $action[1]) {
      if ($row[0].StartsWith($typed)) {
        [System.Management.Automation.CompletionResult]::new($before + $row[0], $row[0], 'ParameterValue', $row[1])
      }
    }
  }
  if ($kind -in 'note', 'file', 'folder', 'words or folder') {
    [System.Management.Automation.CompletionCompleters]::CompleteFilename($typed) | Where-Object {
      $_.ResultType -eq 'ProviderContainer' -or $kind -eq 'file' -or ($kind -eq 'note' -and $_.ListItemText -match '\\.(${NOTE_ENDINGS.join('|')})$')
    } | ForEach-Object {
      [System.Management.Automation.CompletionResult]::new($before + $_.CompletionText, $_.ListItemText, $_.ResultType, $_.ToolTip)
    }
  }`;

/** The completion script for PowerShell. */
export function powershellScript({ name, version, options, commands }: ProgramDescription): string {
  const lists = new WordLists();
  const all = [{ name: '', options }, ...commands];
  const valued = commands.flatMap((command) =>
    command.options.flatMap(({ names, values }) =>
      values ? names.map((one) => row(`${command.name} ${one}`, actionOf(values, one, lists))) : [],
    ),
  );
  const described = commands.map((command) => ({ word: command.name, about: command.summary }));
  const positions = [
    row(' 0', actionOf({ kind: 'words', words: described }, 'command', lists)),
    ...commands.flatMap((command) => argumentRows(command, lists)),
  ];
  const words = lists.all().map(({ name: list, words: found }) => {
    const rows = found.map(({ word, about = word }) => `@(${quoted(word)}, ${quoted(about)})`);
    return `  $${list} = @(${rows.length === 1 ? ',' : ''}${rows.join(', ')})`;
  });
  return `# Completions of ${name} ${version} for PowerShell, made by '${name} completion powershell'.

Register-ArgumentCompleter -Native -CommandName '${name}' -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
${words.join('\n')}
  $options = @{
${all.map(optionsRow).join('\n')}
  }
  $valued = @{
${valued.join('\n')}
  }
  $arguments = @{
${positions.join('\n')}
  }
${COMPLETE}
}
`;
}

function row(key: string, action: string): string {
  return `    ${quoted(key)} = ${action}`;
}

function optionsRow({ name, options }: Pick<CommandDescription, 'name' | 'options'>): string {
  const rows = options.flatMap(({ names, about }: OptionDescription) =>
    names.map((one) => `@(${quoted(one)}, ${quoted(about)})`),
  );
  return row(name, `@(${rows.length === 1 ? ',' : ''}${rows.join(', ')})`);
}

function argumentRows(command: CommandDescription, lists: WordLists): readonly string[] {
  return command.arguments.flatMap(({ name, values, isVariadic }, at) =>
    values.kind === 'text' ? [] : [row(`${command.name} ${isVariadic ? '*' : at}`, actionOf(values, name, lists))],
  );
}

function actionOf(values: Values, name: string, lists: WordLists): string {
  if (values.kind !== 'words') return `@('${values.kind}')`;
  const list = lists.nameOf(values.words, `${name.replace(/^-+/, '')}Words`);
  return `@('${values.isList ? 'list' : values.orFolder ? 'words or folder' : 'words'}', $${list})`;
}

/** A text in single quotes, as PowerShell reads it, where curly quotes end a text, too. */
function quoted(text: string): string {
  return `'${text.replace(/['‘’‚‛]/g, '$&$&')}'`;
}

import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { asPath, type Desk, desk, PATIENCE, surprises } from './shell.ts';

/*
 * The script in a real zsh. It completes only in an interactive shell, so one runs in a terminal of zpty. There, compadd prints
 * what it adds.
 */
const INTERACTIVE = String.raw`
PROMPT=
autoload -U compinit
compinit -u -D
bindkey '^M' undefined
bindkey '^J' undefined
bindkey '^I' complete-word
mark() { echo -E - $'\0'; }
compprefuncs=(mark)
comppostfuncs=(mark exit)
zstyle ':completion:*' list-grouped false
zstyle ':completion:*' insert-tab false
zmodload zsh/zutil
compadd() {
  if [[ \${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then
    builtin compadd "$@"
    return $?
  fi
  typeset -a __hits
  typeset -A apre hpre hsuf asuf
  builtin compadd -A __hits "$@"
  builtin compadd "$@"
  local result=$?
  zparseopts -E P:=apre p:=hpre S:=asuf s:=hsuf
  integer i
  for i in {1..$#__hits}; do
    [[ -n $__hits[$i] ]] && echo -E - "found:$IPREFIX$apre[-P]$hpre[-p]$__hits[$i]$hsuf[-s]$asuf[-S]"
  done
  return $result
}
source SCRIPT
cd FOLDER
echo ready
`;

const DRIVER = String.raw`
zmodload zsh/zpty
zpty z zsh -f -i
zpty -w z "source $1"
repeat 20; do zpty -r z line; [[ $line == *ready* ]] && break; done
zpty -w z "$2"$'\t'
integer marks=0
while zpty -r z line; do
  [[ $line == *$'\0'* ]] && (( ++marks == 2 )) && break
  print -r -- "$line"
done
exit 0
`;

let here: Desk;
let interactive = '';
let driver = '';

beforeAll(async () => {
  here = await desk('zsh');
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-zsh-'));
  interactive = join(folder, 'interactive.zsh');
  driver = join(folder, 'driver.zsh');
  writeFileSync(
    interactive,
    INTERACTIVE.replace('SCRIPT', here.script).replace('FOLDER', here.folder).replaceAll('\\${', '${'),
  );
  writeFileSync(driver, DRIVER);
}, PATIENCE);

function complete(line: string): readonly string[] {
  const { stdout } = spawnSync('zsh', ['-f', driver, interactive, line], { encoding: 'utf8', timeout: PATIENCE });
  const found = [...stdout.matchAll(/^found:(.*?)\r*$/gm)].map(([, one = '']) => one.replace(/^--[\w-]+=/, ''));
  // zsh adds a comma, which it removes when a space follows.
  return [...new Set(found)].map((one) => asPath(one.replace(/[ ,]$/, ''), here));
}

test(
  'completes commands, options, values and paths',
  () => {
    expect(surprises(complete)).toEqual([]);
  },
  PATIENCE,
);

test('completes a path with spaces', () => {
  expect(complete('copydesk render my\\ notes/a')).toEqual(['my notes/a b.md']);
});

test('is a file of fpath', () => {
  const { stdout, stderr } = spawnSync(
    'zsh',
    ['-f', '-c', `fpath=(${join(here.script, '..')} $fpath); zsh -n ${here.script} && echo fine`],
    {
      encoding: 'utf8',
    },
  );
  expect([stdout, stderr]).toEqual(['fine\n', '']);
});

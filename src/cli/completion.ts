import { Argument, Command } from 'commander';
import { UsageError } from './exit.ts';
import { addShared, valueNamed } from './options.ts';
import type { StartTask, Task } from './run/task.ts';
import { withWords } from './values.ts';

/** The shells that have completions. */
export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type Shell = (typeof SHELLS)[number];

const EXAMPLES = `Write the script to the folder where your shell looks for it, and start a new shell:
  copydesk completion bash > ~/.local/share/bash-completion/completions/copydesk
  copydesk completion zsh > ~/.zfunc/_copydesk    with 'fpath+=~/.zfunc' before 'compinit' in ~/.zshrc
  copydesk completion fish > ~/.config/fish/completions/copydesk.fish
  copydesk completion powershell > copydesk.ps1   with '. PATH/copydesk.ps1' in $PROFILE

Or load it when a shell starts (this runs copydesk each time):
  eval "$(copydesk completion bash)"              in ~/.bashrc; zsh in ~/.zshrc, after 'compinit'
  copydesk completion fish | source               in ~/.config/fish/config.fish
`;

export function completionCommand(start: StartTask): Command {
  const shell = new Argument('[shell]', `the shell: ${SHELLS.join(', ')}`);
  const command = new Command('completion')
    .summary('print a completion script for a shell')
    .description('Print a script that completes commands, options, their values and the names of notes in a shell.')
    .addArgument(withWords(shell, SHELLS))
    .addHelpText('before', EXAMPLES)
    .action((name: string | undefined, options: Pick<Task, 'color'>) => {
      if (name === undefined) throw new UsageError('no shell given', `Choose from ${SHELLS.join(', ')}.`);
      // The program of PowerShell is called pwsh.
      const known = name === 'pwsh' ? 'powershell' : valueNamed('shell', name, SHELLS);
      const run: Task['run'] = async (host) => (await import('./completion/print.ts')).printCompletion(known, host);
      return start({ ...options, readsStdin: false, run }, command);
    });
  return addShared(command);
}

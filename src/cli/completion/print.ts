import type { Shell } from '../completion.ts';
import type { Host } from '../host.ts';
import { createProgram } from '../program.ts';
import { bashScript } from './bash.ts';
import { describeProgram, type ProgramDescription } from './description.ts';
import { fishScript } from './fish.ts';
import { powershellScript } from './powershell.ts';
import { zshScript } from './zsh.ts';

const SCRIPTS: Readonly<Record<Shell, (program: ProgramDescription) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
  powershell: powershellScript,
};

/** Prints the completion script of a shell. */
export async function printCompletion(shell: Shell, host: Host): Promise<void> {
  await host.print(SCRIPTS[shell](await describeProgram(createProgram(() => Promise.resolve()))));
}

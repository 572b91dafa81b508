import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measure } from './measure.mjs';
import { note } from './notes.mjs';
import { mebibytes, milliseconds, ratio, table } from './table.mjs';

/** The start of the executable beside that of the package: one note, one process. */
export function standalone({ root, temporary, runs, progress }) {
  const folder = join(temporary, 'standalone');
  progress('building the executable');
  execFileSync(process.execPath, [join(root, 'esbuild.standalone.mjs'), folder], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const path = join(temporary, 'standalone.md');
  writeFileSync(path, note(1, 2300));
  const programs = [
    ['copydesk', [process.execPath, join(root, 'bin', 'copydesk.js')]],
    ['**the executable**', [join(folder, 'copydesk')]],
  ];
  const commands = [['--version'], ['render', path, '--to', 'html'], ['format', path], ['check', '--no-cache', path]];
  const floor = { name: '`node -e 0`', command: [process.execPath, '-e', '0'] };
  // A first start, without the code cache that the package writes.
  const first = { NODE_DISABLE_COMPILE_CACHE: '1' };
  const cases = [
    floor,
    ...commands.flatMap((args) =>
      programs.flatMap(([name, command]) => {
        const one = { name: `${name}, \`${args[0]}\``, command: [...command, ...args], exits: [0, 1] };
        return name === 'copydesk' ? [{ ...one, name: `${one.name}, the first time`, environment: first }, one] : [one];
      }),
    ),
  ];
  const found = measure(cases, { runs, temporary, progress });
  const rows = cases.map((each) => {
    const { wall, memory } = found.get(each);
    return [each.name, milliseconds(wall), ratio(wall, found.get(floor).wall), mebibytes(memory)];
  });
  return [
    `### The executable: a note of 2.3 KB, one process (${runs} runs)`,
    table(['', 'ms', 'to `node -e 0`', 'peak MiB'], rows),
  ];
}

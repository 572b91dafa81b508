import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkers, installCheckers } from './checkers.mjs';
import { childEnvironment, measure } from './measure.mjs';
import { messy, note, writeNotes } from './notes.mjs';
import { mebibytes, milliseconds, ratio, seconds, table } from './table.mjs';

/**
 * Notes looked at and formatted, beside those who do the same. Each program gets the same notes in its own shape, so that
 * none has anything to report: emphasis is `*a*` for one and `_a_` for another.
 */
export function check({ counts, slow, startRuns, ...options }) {
  const installed = installCheckers(options.root, options.progress);
  const peers = installed ? checkers(installed, options.temporary) : [];
  const own = copydesk(options.root);
  const programs = [own, ...peers];
  return [
    ...(installed ? [] : ['The peers are not installed, and no registry is at hand to get them from.']),
    ...counts.flatMap((count) => [
      `### Checking ${count.toLocaleString('en')} notes of 2.7 KB (${options.runs} runs)`,
      checkTable(count, programs, { ...options, slow: slow || count < 10_000 }),
    ]),
    `### Formatting 1,000 notes in place (${options.runs} runs)`,
    writeTable(1000, programs, options),
    `### Checking one note, one process (${startRuns} runs)`,
    startTable(programs, { ...options, runs: startRuns }),
  ];
}

function copydesk(root) {
  const format = [process.execPath, join(root, 'bin', 'copydesk.js'), 'format'];
  return {
    name: '**copydesk**',
    check: (notes) => [...format, '--check', '--no-cache', notes],
    cached: (notes) => [...format, '--check', notes],
    write: (notes) => [...format, '--write', notes],
    print: (notes) => [
      ...format,
      join(
        notes,
        readdirSync(notes).find((name) => name.endsWith('.md')),
      ),
    ],
    slow: false,
  };
}

/** Writes notes and has each program bring its copy of them into its own shape; the folder of each. */
function shaped(count, programs, { temporary, progress }) {
  const from = join(temporary, `check-${count}`);
  progress(`writing ${count} notes`);
  writeNotes(from, count);
  return new Map(
    programs.map((program, at) => {
      const folder = `${from}-${at}`;
      cpSync(from, folder, { recursive: true });
      progress(`bringing ${count} notes into the shape of ${program.name}`);
      const [command, ...args] = program.write(folder);
      spawnSync(command, args, { cwd: folder, env: childEnvironment(temporary), stdio: 'ignore' });
      return [program, folder];
    }),
  );
}

/** Exit code 1 is a program with something to say: the time counts, and the table says so. */
const SAYS = [0, 1];

function checkTable(count, programs, options) {
  const present = programs.filter((program) => options.slow || !program.slow);
  const folders = shaped(count, present, options);
  const floor = {
    name: 'Node: read',
    command: [process.execPath, join(import.meta.dirname, 'child.mjs'), 'read', folders.get(programs[0])],
  };
  const cases = [
    floor,
    ...present.flatMap((program) => {
      const runs = program.slow && count >= 10_000 ? { runs: 1 } : {};
      const folder = folders.get(program);
      const one = { name: program.name, command: program.check(folder), cwd: folder, exits: SAYS, ...runs };
      const cached = program.cached && {
        name: `${program.name}, the second time`,
        command: program.cached(folder),
        cwd: folder,
        exits: SAYS,
        ...runs,
      };
      return cached ? [one, cached] : [one];
    }),
  ];
  const own = cases[1];
  const found = measure(cases, { ...options, watched: true });
  const rows = cases.map((each) => {
    const { wall, cpu, memory, status } = found.get(each);
    return [each.name, seconds(wall), ratio(wall, found.get(own).wall), seconds(cpu), mebibytes(memory), said(status)];
  });
  const left = programs.filter((program) => !present.includes(program)).map(({ name }) => [name, 'with --slow']);
  return filled(['', 's', 'to copydesk', 'CPU s', 'peak MiB', 'found'], [...rows, ...left]);
}

function writeTable(count, programs, options) {
  const from = join(options.temporary, `messy-${count}`);
  mkdirSync(from);
  for (let index = 0; index < count; index++) {
    writeFileSync(join(from, `note-${String(index).padStart(5, '0')}.md`), messy(note(index, 2600)));
  }
  const before = content(from);
  let copies = 0;
  const last = () => `${from}-${copies}`;
  const written = new Map();
  const cases = programs.map((program) => ({
    name: program.name,
    // Each run formats notes that nobody has formatted yet.
    command: () => {
      copies++;
      cpSync(from, last(), { recursive: true });
      written.set(program, last());
      return program.write(last());
    },
    cwd: last,
    exits: SAYS,
  }));
  const found = measure(cases, { ...options, watched: true });
  if (content(from) !== before) throw new Error('a program wrote to notes that it was not given');
  for (const [program, folder] of written) {
    if (content(folder) === before) throw new Error(`${program.name} wrote nothing: its time says nothing`);
  }
  const own = found.get(cases[0]);
  const rows = cases.map((each) => {
    const { wall, cpu, memory } = found.get(each);
    return [each.name, seconds(wall), ratio(wall, own.wall), seconds(cpu), mebibytes(memory)];
  });
  return filled(['', 's', 'to copydesk', 'CPU s', 'peak MiB'], rows);
}

function startTable(programs, options) {
  const folders = shaped(1, programs, options);
  const floor = { name: '`node -e 0`', command: [process.execPath, '-e', '0'] };
  const [own] = programs;
  const cases = [
    floor,
    ...programs.map((program) => {
      const cwd = folders.get(program);
      return { name: program.name, command: program.check(cwd), cwd, exits: SAYS };
    }),
    { name: 'copydesk, printed', command: own.print(folders.get(own)) },
  ];
  const found = measure(cases, options);
  const rows = cases.map((each) => {
    const { wall, memory, status } = found.get(each);
    return [each.name, milliseconds(wall), ratio(wall, found.get(floor).wall), mebibytes(memory), said(status)];
  });
  return filled(['', 'ms', 'to `node -e 0`', 'peak MiB', 'found'], rows);
}

/** All notes of a folder as one text. */
function content(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
  return names.map((name) => readFileSync(join(folder, name), 'utf8')).join('');
}

function said(status) {
  return status === 0 ? 'nothing' : 'something';
}

function filled(head, rows) {
  return table(
    head,
    rows.map((row) => head.map((_, at) => row[at])),
  );
}

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { measure } from './measure.mjs';
import { writeNotes } from './notes.mjs';
import { writeHugoSite } from './peers.mjs';
import { mebibytes, ratio, seconds, table } from './table.mjs';

const COPYDESK = '**copydesk**';
const HUGO = 'hugo';

/** Many notes to HTML files, in one process. */
export function many({ counts, ...options }) {
  writeHugoSite(join(options.temporary, 'site'));
  const found = counts.map((count) => measureMany(count, options));
  const names = [...(found[0]?.keys() ?? [])];
  const head = ['', ...counts.flatMap((count) => [`${count.toLocaleString('en')}: s`, 'to hugo', 'CPU s', 'peak MiB'])];
  const rows = names.map((name) => {
    const cells = found.flatMap((figures) => {
      const { wall, cpu, memory } = figures.get(name) ?? {};
      if (wall === undefined) return ['not installed', undefined, undefined, undefined];
      return [seconds(wall), ratio(wall, figures.get(HUGO)?.wall), seconds(cpu), mebibytes(memory)];
    });
    const growth = ratio(found.at(-1)?.get(name)?.memory, found[0]?.get(name)?.memory);
    return [name, ...cells, ...(counts.length > 1 ? [growth] : [])];
  });
  const growth = counts.length > 1 ? ['memory, last to first'] : [];
  return [`### Notes of 2.7 KB to HTML files, one process (${options.runs} runs)`, table([...head, ...growth], rows)];
}

/** @returns figures by name; none for what is not installed. */
function measureMany(count, { root, temporary, peers, runs, progress }) {
  const node = process.execPath;
  const child = join(import.meta.dirname, 'child.mjs');
  const folder = join(temporary, `notes-${count}`);
  progress(`writing ${count} notes`);
  writeNotes(folder, count);
  const out = folders(temporary, `out-${count}`);
  const render = (to) => [node, join(root, 'bin', 'copydesk.js'), 'render', folder, '--to', 'html', '--out-dir', to];
  const site = join(temporary, 'site');
  const cases = [
    { name: 'Node: read and hash', command: () => [node, child, 'hash', folder] },
    { name: 'Node: read and write', command: () => [node, child, 'copy', folder, out.next()] },
    { name: 'Node: `marked.parse`', command: () => [node, child, 'parse', folder, out.next()] },
    { name: COPYDESK, command: () => render(out.next()) },
    { name: 'copydesk again, nothing changed', command: () => render(out.last()) },
    {
      name: HUGO,
      command: () => [
        ...['hugo', '--quiet', '--source', site, '--contentDir', folder],
        ...['--cacheDir', join(temporary, 'hugo'), '--destination', out.next()],
      ],
      missing: peers.hugo === undefined,
    },
  ];
  const found = measure(cases, { runs, watched: true, temporary, progress });
  return new Map(cases.map((each) => [each.name, found.get(each)]));
}

/**
 * Folders to write to, each a new one, and none removed before the end: ext4 looks through the files that were removed
 * in the last minutes whenever it makes one, which costs a millisecond a file.
 */
export function folders(temporary, name) {
  let made = 0;
  const last = () => join(temporary, `${name}-${made}`);
  return {
    last,
    next() {
      made++;
      mkdirSync(last());
      return last();
    },
  };
}

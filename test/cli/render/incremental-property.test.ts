import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { copydesk, file, folder, note } from '../program.ts';
import { filesIn } from './forge.ts';

/* After any edits, a run with --prune leaves the folder that a first run into an empty folder makes. */

const home = process.cwd();
afterAll(() => process.chdir(home));

const IDS = [0, 1, 2, 3];
const FOLDERS = ['n', 'n/x', 'n/x/y'];

interface Story {
  readonly at: string;
  readonly slug: string;
  readonly body: string;
}

type Step =
  | { readonly do: 'write'; readonly id: number; readonly slug: string; readonly body: string }
  | { readonly do: 'move'; readonly id: number; readonly to: string; readonly name: string }
  | { readonly do: 'remove' | 'plain' | 'warn'; readonly id: number }
  | { readonly do: 'house' | 'template' | 'configuration'; readonly text: string }
  | { readonly do: 'edit' | 'delete' | 'touch'; readonly at: number }
  | { readonly do: 'forget' }
  | { readonly do: 'part'; readonly of: string };

const id = fc.constantFrom(...IDS);
const word = fc.constantFrom('one', 'two', 'six');
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('write' as const), id, slug: fc.constantFrom('', 'p', 'q'), body: word }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      id,
      to: fc.constantFrom(...FOLDERS),
      name: fc.constantFrom('', 'z'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('remove' as const, 'plain' as const, 'warn' as const), id }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('house' as const, 'template' as const, 'configuration' as const),
      text: word,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('edit' as const, 'delete' as const, 'touch' as const), at: fc.nat(7) }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'forget' as const }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('part' as const), of: fc.constantFrom(...FOLDERS) }) },
);
const options = fc.constantFrom<readonly string[]>(
  ['--to', 'text'],
  ['--to', 'text', '--width', '30'],
  ['--to', 'html', '--fragment'],
  ['--to', 'text', '--to', 'json'],
  ['--to', 'text', '--template', 'own.txt.hbs'],
);
const round = fc.record({ steps: fc.array(step, { maxLength: 4 }), options });

/** What somebody typed into a post. */
const TYPED = 'typed by hand\n';

class Desk {
  readonly dir = folder();
  readonly #stories = new Map<number, Story>();

  constructor() {
    process.chdir(this.dir);
    for (const one of FOLDERS) mkdirSync(one, { recursive: true });
    file(this.dir, 'copydesk.yaml', 'house: ./desk\n');
    file(this.dir, 'desk/house.yaml', 'extends: abab\n');
    file(this.dir, 'own.txt.hbs', '{{headline}}\n');
    for (const one of IDS) this.#write(one, { at: `n/${one}.md`, slug: '', body: 'one' });
  }

  #write(one: number, story: Story): void {
    const front = `headline: Lab ${one} Opens\nsource: The Lab${story.slug === '' ? '' : `\nslug: ${story.slug}${one % 3}`}`;
    mkdirSync(dirname(story.at), { recursive: true });
    writeFileSync(story.at, note({ front, body: `It said ${story.body}.` }));
    this.#stories.set(one, story);
  }

  async take(next: Step): Promise<void> {
    const story = 'id' in next ? this.#stories.get(next.id) : undefined;
    switch (next.do) {
      case 'write':
        return this.#write(next.id, { at: story?.at ?? `n/${next.id}.md`, slug: next.slug, body: next.body });
      case 'move':
        if (!story) return;
        rmSync(story.at);
        return this.#write(next.id, { ...story, at: `${next.to}/${next.id}${next.name}.md` });
      case 'remove':
        if (story) rmSync(story.at);
        this.#stories.delete(next.id);
        return;
      case 'plain':
        if (story) writeFileSync(story.at, 'Only text.\n');
        return;
      case 'warn':
        if (story) writeFileSync(story.at, note({ front: `headline: Lab\nsource: The Lab\nnosuchkey: ${next.id}` }));
        return;
      case 'house':
        return writeFileSync('desk/house.yaml', `extends: abab\nlabels:\n  source: ${next.text}\n`);
      case 'template':
        return writeFileSync('own.txt.hbs', `{{headline}} ${next.text}\n`);
      case 'configuration':
        return writeFileSync('n/x/copydesk.yaml', `house:\n  labels:\n    source: ${next.text}\n`);
      case 'forget':
        return rmSync('out/.copydesk.json', { force: true });
      case 'part':
        await copydesk(['render', next.of, '-d', 'out', '--to', 'text']);
        return;
      default:
        return this.#spoil(next.do, next.at);
    }
  }

  #spoil(how: 'edit' | 'delete' | 'touch', at: number): void {
    const posts = existsSync('out') ? Object.entries(filesIn('out')).filter(([, text]) => text !== '<folder>') : [];
    const [name] = posts[at % Math.max(1, posts.length)] ?? [];
    if (name === undefined) return;
    const path = join('out', name);
    if (how === 'edit') writeFileSync(path, TYPED);
    else if (how === 'delete') rmSync(path);
    else {
      renameSync(path, `${path}.bak`);
      writeFileSync(path, '');
      rmSync(path);
      renameSync(`${path}.bak`, path);
      appendFileSync(path, '');
    }
  }
}

/** The files that a run left, without what a person typed and the folders that hold only that. */
function withoutTyped(files: Record<string, string>): Record<string, string> {
  const left = Object.entries(files).filter(([, text]) => text !== TYPED);
  const kept = left.filter(
    ([name, text]) => text !== '<folder>' || left.some(([other]) => other.startsWith(`${name}/`)),
  );
  return Object.fromEntries(kept);
}

test('an incremental run leaves what a first run makes', { timeout: 300_000 }, async () => {
  const runs = Number(process.env.RUNS ?? 40);
  let compared = 0;
  const property = fc.asyncProperty(fc.array(round, { minLength: 2, maxLength: 5 }), async (rounds) => {
    const desk = new Desk();
    let isForgotten = false;
    for (const { steps, options: wanted } of rounds) {
      for (const next of steps) {
        await desk.take(next);
        // What was written before is not known any more, and stays.
        if (next.do === 'forget') isForgotten = true;
      }
      const again = await copydesk(['render', 'n', '-d', 'out', ...wanted, '--prune']);
      rmSync('fresh', { recursive: true, force: true });
      const first = await copydesk(['render', 'n', '-d', 'fresh', ...wanted]);
      expect(again.code).toBe(first.code);
      if (first.code !== 0) continue;
      compared++;
      const fresh = filesIn('fresh');
      if (isForgotten) expect(filesIn('out')).toMatchObject(fresh);
      else expect(withoutTyped(filesIn('out'))).toEqual(withoutTyped(fresh));
      expect(filesIn('out')).toMatchObject(fresh);
    }
  });
  await fc.assert(property, { numRuns: runs });
  expect(compared).toBeGreaterThan(runs);
});

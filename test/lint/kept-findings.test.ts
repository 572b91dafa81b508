import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolveHouse } from '../../src/house/resolve.ts';
import { createRuleContext, type RuleContext } from '../../src/lint/context.ts';
import { KeptFindings } from '../../src/lint/kept-findings.ts';
import type { Violation } from '../../src/lint/rule.ts';
import { RULES, type Rule } from '../../src/lint/rules/index.ts';
import { lintNote, readForRules, withDictionary } from '../../src/lint/run-rules.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { createSource } from '../../src/text/index.ts';
import { exampleHouse, exampleNote } from './example.ts';

const RUNS = Number(process.env.RUNS ?? 40);

const LOCAL = RULES.filter(({ isLocal }) => isLocal);

/** Paragraphs in which rules find something, or just not. */
const PARAGRAPHS = {
  abab: [...new Set(RULES.flatMap(({ bad, good }) => [bad, good]).flatMap(bodyIn('abab')))],
  'abab-zh': [...new Set(RULES.flatMap(({ bad, good }) => [bad, good]).flatMap(bodyIn('abab-zh')))],
};

function bodyIn(wanted: string): (example: Rule['bad']) => readonly string[] {
  return ({ body, house = 'abab' }) => (body !== undefined && house === wanted ? body.split('\n\n') : []);
}

/** A change of a paragraph, a new one, or one that is gone. */
interface Step {
  readonly at: number;
  readonly what: string;
  readonly paragraph: number;
  readonly place: number;
  readonly typed: string;
}

const STEP: fc.Arbitrary<Step> = fc.record({
  at: fc.nat(),
  what: fc.constantFrom('insert', 'remove', 'repeat', 'type', 'delete'),
  paragraph: fc.nat(),
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  typed: fc.constantFrom(
    'a',
    'the ',
    ' ',
    '.',
    ',',
    '"',
    '“',
    '的',
    '5 percent ',
    '\n',
    '- ',
    '> ',
    '**',
    '\u00a0',
    '—',
  ),
});

const SCRIPT = fc.record({
  house: fc.constantFrom('abab', 'abab-zh'),
  first: fc.array(fc.nat(), { minLength: 2, maxLength: 12 }),
  steps: fc.array(STEP, { minLength: 1, maxLength: 6 }),
});

function after(paragraphs: readonly string[], step: Step, all: readonly string[]): readonly string[] {
  const at = step.at % Math.max(1, paragraphs.length);
  const text = paragraphs[at] ?? '';
  const cut = Math.floor(step.place * text.length);
  const more = all[step.paragraph % all.length] ?? '';
  switch (step.what) {
    case 'insert':
      return paragraphs.toSpliced(at, 0, more);
    case 'remove':
      return paragraphs.toSpliced(at, 1);
    case 'repeat':
      return paragraphs.toSpliced(at, 0, text);
    case 'type':
      return paragraphs.toSpliced(at, 1, text.slice(0, cut) + step.typed + text.slice(cut));
    case 'delete':
      return paragraphs.toSpliced(at, 1, text.slice(0, cut) + text.slice(cut + step.typed.length));
    default:
      throw new Error(`no step '${step.what}'`);
  }
}

describe.each(['abab', 'abab-zh'] as const)('all paragraphs of the examples in one note of %s', async (house) => {
  const source = createSource('note.md', exampleNote({ body: PARAGRAPHS[house].join('\n\n'), house }));
  const { context } = await withDictionary(readForRules(source, resolveHouse(house), {}), {});
  if (!context) throw new Error('the note cannot be read');

  test.each(LOCAL.map((rule) => [rule.id, rule] as const))('have no more for %s than each alone', (_, rule) => {
    const alone = context.passages.map((passage) => ({ ...context, passages: [passage], prose: passage.text }));
    const inOrder = (found: readonly Violation[]) => found.toSorted((a, b) => a.span.start - b.span.start);
    const together = [...rule.check(context)];
    expect(inOrder(together)).toEqual(inOrder(alone.flatMap((one) => [...rule.check(one)])));
  });
});

/** A diagnostic without its source, which is another object in each check. */
const shown = ({ source: _, ...finding }: Diagnostic) => finding;

test(`in ${RUNS} scripts of edits, a note that is checked again has the findings of a new one`, async () => {
  await fc.assert(
    fc.asyncProperty(SCRIPT, async ({ house, first, steps }) => {
      const all = PARAGRAPHS[house as keyof typeof PARAGRAPHS];
      const kept = new KeptFindings();
      let paragraphs: readonly string[] = first.map((one) => all[one % all.length] ?? '');
      for (const step of [undefined, ...steps]) {
        if (step) paragraphs = after(paragraphs, step, all);
        const source = createSource('note.md', exampleNote({ body: paragraphs.join('\n\n'), house }));
        const options = { now: 0 };
        const again = await lintNote(source, resolveHouse(house), options, { pause: async () => {}, kept });
        const anew = await lintNote(source, resolveHouse(house), options);
        expect(again.findings.map(shown)).toEqual(anew.findings.map(shown));
        expect(again.suppressed.map(shown)).toEqual(anew.suppressed.map(shown));
      }
    }),
    { numRuns: RUNS },
  );
}, 300_000);

describe('what is looked at', () => {
  const context = (text: string): RuleContext => {
    const { context: found } = createRuleContext(createSource('note.md', text), resolveHouse(exampleHouse({})), 0);
    if (!found) throw new Error('no note');
    return found;
  };
  const body = (middle: string) => exampleNote({ body: `The lab opened.\n\n${middle}\n\nThe the lab closed.` });

  /** The texts that a local rule gets in the next check of a note. */
  function look(kept: KeptFindings, text: string): { readonly texts: readonly string[]; readonly found: number } {
    const texts: string[] = [];
    const [first] = LOCAL;
    if (!first) throw new Error('no local rule');
    const rule: Rule = {
      ...first,
      *check({ passages }) {
        for (const { text: one, span } of passages) {
          texts.push(one);
          yield { message: 'seen', span };
        }
      },
    };
    const check = kept.start(context(text));
    const found = [...check.check(rule)];
    check.finish();
    for (const { span } of found) expect(text.slice(span.start, span.end)).not.toBe('');
    return { texts, found: found.length };
  }

  test('is only the paragraph that changes', () => {
    const kept = new KeptFindings();
    const { length } = context(body('It hums.')).passages;
    expect(look(kept, body('It hums.'))).toMatchObject({ found: length });
    expect(look(kept, body('It hums!'))).toEqual({ texts: ['It hums!'], found: length });
    expect(look(kept, body('It hums!'))).toEqual({ texts: [], found: length });
    expect(look(kept, body('It hums!\n\nIt sleeps.'))).toEqual({ texts: ['It sleeps.'], found: length + 1 });
  });

  test('is everything again after a check that did not end', () => {
    const kept = new KeptFindings();
    look(kept, body('It hums.'));
    kept.start(context(body('It hums!')));
    expect(look(kept, body('It hums!')).texts).toEqual(['It hums!']);
  });

  test('is everything for another house', () => {
    const kept = new KeptFindings();
    look(kept, body('It hums.'));
    const check = kept.start({ ...context(body('It hums.')), language: 'fr' });
    const [rule] = LOCAL;
    if (!rule) throw new Error('no local rule');
    const seen: number[] = [];
    const counting: Rule = {
      ...rule,
      check: ({ passages }) => {
        seen.push(passages.length);
        return [];
      },
    };
    expect([...check.check(counting)]).toEqual([]);
    expect(seen).toEqual([context(body('It hums.')).passages.length]);
  });
});

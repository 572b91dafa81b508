import { sourceSpan } from '../../model/passage.ts';
import type { Span } from '../../text/index.ts';
import type { RuleContext } from '../context.ts';
import type { Rule, Violation } from '../rule.ts';
import { certainQuotations, possibleQuotations } from '../translation/counts.ts';
import { type FirstVersion, placeIn } from '../translation/first-version.ts';

const LAWS = '- 自动化从来不是从机器人开始，而是从一张清单开始。\n- 最先被替换的机器是排班表。';

export const translationCount: Rule = {
  id: 'translation-count',
  group: 'source',
  what: 'A number of laws, sources or quotations that differs from the first version of the story in another language.',
  why: 'A law that is lost in translation is a lost part of the story, and a quotation that the first version does not have is the translator’s own. Only quotations of whole sentences count, and one that an attribution interrupts is one. Fewer quotations are a suggestion, because a translation may be shorter.',
  severity: 'warning',
  needs: 'first version',
  bad: {
    laws: '- Automation never begins with a robot, but with a list.',
    translationOf: { house: 'abab-zh', laws: LAWS },
  },
  good: {
    laws: '- Automation never begins with a robot, but with a list.\n- The first machine to replace is the schedule.',
    translationOf: { house: 'abab-zh', laws: LAWS },
  },
  *check(context) {
    const { firstVersion: first } = context;
    if (!first) return;
    yield* laws(context, first);
    yield* sources(context, first);
    yield* quotations(context, first);
  },
};

function* laws({ lawPassages }: RuleContext, { context: first }: FirstVersion): Generator<Violation> {
  const [own, other] = [lawPassages.length, first.lawPassages.length];
  const last = lawPassages.at(-1)?.[0];
  const place = first.lawPassages.at(-1)?.[0];
  // A missing section is reported as such.
  if (own === other || !last || !place) return;
  yield {
    message: `${counted(own, 'law')}, but ${other} in the first version`,
    advice: `Compare ${placeIn(first.source, place.span.start)}.`,
    span: last.span,
  };
}

/** Two names in one value: `A and B`. */
const JOINED = /[,;、，；&]|\band\b|[和与及]/;

function* sources({ article, note }: RuleContext, { context: first }: FirstVersion): Generator<Violation> {
  const [own, other] = [article.source.length, first.article.source.length];
  const isJoined = [...article.source, ...first.article.source].some(({ name }) => JOINED.test(name));
  const place = sourcePlace(note);
  const otherPlace = sourcePlace(first.note);
  if (own === other || isJoined || !place || !otherPlace) return;
  yield {
    message: `${counted(own, 'source')}, but ${other} in the first version`,
    advice: `Compare ${placeIn(first.source, otherPlace.start)}.`,
    span: place,
  };
}

function sourcePlace({ fields, sourceLine }: RuleContext['note']): Span | undefined {
  return fields.find(({ key }) => key === 'source')?.value.span ?? sourceLine?.block.span;
}

function* quotations(context: RuleContext, { context: first }: FirstVersion): Generator<Violation> {
  const own = certainQuotations(context);
  const most = possibleQuotations(first);
  const last = own.at(-1);
  const other = certainQuotations(first);
  if (own.length > most && last) {
    yield {
      message: `${counted(own.length, 'quotation')}, but ${other.length} in the first version`,
      advice: `Check them against ${first.source.path}.`,
      span: sourceSpan(last.passage, last.span),
    };
  } else if (possibleQuotations(context) < other.length) {
    const place = other.at(-1);
    const span = context.headline?.span ?? { start: 0, end: Math.min(1, context.source.text.length) };
    yield {
      message: `${counted(possibleQuotations(context), 'quotation')}, but ${other.length} in the first version`,
      advice: place
        ? `Compare ${placeIn(first.source, sourceSpan(place.passage, place.span).start)}.`
        : `Check them against ${first.source.path}.`,
      span,
      severity: 'information',
    };
  }
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

import type { ShownLength, StoryState, StorySummary } from '../state.ts';
import { type Child, h } from './element.ts';
import { sentence } from './tabs.ts';

/** The top of the page of a story: what it is, whether it can be published, and how long it is. */
export function factsView(state: StoryState, index: string | undefined): HTMLElement {
  const { headline, path, failure, refusals } = state;
  const back = index !== undefined && h('a', { href: index, class: 'back' }, 'All stories');
  const advice = failure?.advice !== undefined && h('p', {}, failure.advice);
  const refused = refusals.map((message) => h('li', {}, sentence(message)));
  return h(
    'header',
    { class: 'top' },
    back,
    h('h1', {}, headline === '' ? path : headline),
    h('p', { class: 'facts' }, h('span', { class: 'path' }, path), ...chips(state)),
    failure &&
      h(
        'div',
        { class: 'notice error', role: 'alert' },
        h('p', {}, h('strong', {}, sentence(failure.message))),
        advice,
      ),
    !failure &&
      refused.length > 0 &&
      h('div', { class: 'notice' }, h('p', {}, 'This story cannot be published now:'), h('ul', {}, ...refused)),
    state.lengths.length > 0 && lengthsView(state.lengths),
  );
}

/** The status and the embargo of a story, where it has them. */
export function chips({ status, embargo }: StorySummary): readonly Child[] {
  return [
    status !== undefined && h('span', { class: `chip ${status}` }, capital(status)),
    embargo && h('span', { class: `chip ${embargo.isOver ? 'over' : 'embargo'}` }, embargoText(embargo)),
  ];
}

export function embargoText({ until, isOver }: NonNullable<StorySummary['embargo']>): string {
  return isOver ? `Embargo ended ${until}` : `Under embargo until ${until}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lengthsView(lengths: readonly ShownLength[]): HTMLElement {
  const outside = lengths.filter((length) => verdict(length) !== 'ok').length;
  const texts = lengths.filter(({ isText }) => isText);
  const sum = texts.reduce((total, { count }) => total + count, 0);
  const summary = `${sum.toLocaleString('en')} ${texts.find(({ count }) => count > 1)?.unit ?? 'words'}`;
  const result =
    outside === 0
      ? 'all lengths as the house wants them'
      : `${outside} of ${lengths.length} lengths outside what the house wants`;
  const head = h(
    'tr',
    {},
    ...['Part', 'Length', 'The house wants', 'Result'].map((text) => h('th', { scope: 'col' }, text)),
  );
  return h(
    'details',
    { class: 'lengths', id: 'lengths' },
    h('summary', {}, `${summary}; ${result}`),
    h('table', {}, h('thead', {}, head), h('tbody', {}, ...lengths.map(lengthRow))),
  );
}

const VERDICTS = { ok: '', short: 'too short', long: 'too long' } as const;

function verdict({ count, wanted }: ShownLength): keyof typeof VERDICTS {
  if (!wanted) return 'ok';
  return count < wanted.min ? 'short' : count > wanted.max ? 'long' : 'ok';
}

function lengthRow(length: ShownLength): HTMLElement {
  const { part, count, unit, wanted } = length;
  const band = !wanted ? '' : wanted.min === wanted.max ? String(wanted.max) : `${wanted.min} to ${wanted.max}`;
  const found = verdict(length);
  return h(
    'tr',
    { class: found },
    h('th', { scope: 'row' }, part),
    h('td', {}, `${count} ${unit}`),
    h('td', {}, band),
    h('td', {}, VERDICTS[found]),
  );
}

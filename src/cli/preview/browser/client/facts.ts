import type { Chip, ShownLength, ShownLengths, StoryState, StorySummary } from '../state.ts';
import { type Child, h } from './element.ts';
import { texts } from './texts.ts';

/** The top of the page of a story: what it is, whether it can be published, and how long it is. */
export function factsView(state: StoryState, index: string | undefined): HTMLElement {
  const { headline, lang, path, failure, refusals, lengths } = state;
  const back = index !== undefined && h('a', { href: index, class: 'back' }, texts.allStories);
  const advice = failure?.advice !== undefined && h('p', {}, failure.advice);
  const refused = refusals.map((message) => h('li', {}, message));
  return h(
    'header',
    { class: 'top' },
    back,
    headline === '' ? h('h1', {}, path) : h('h1', { lang }, headline),
    h('p', { class: 'facts' }, h('span', { class: 'path' }, path), ...chips(state)),
    failure && h('div', { class: 'notice error', role: 'alert' }, h('p', {}, h('strong', {}, failure.message)), advice),
    !failure &&
      refused.length > 0 &&
      h('div', { class: 'notice' }, h('p', {}, texts.unpublishable), h('ul', {}, ...refused)),
    lengths && lengthsView(lengths),
  );
}

/** The status and the embargo of a story, where it has them. */
function chips({ status, embargo }: StorySummary): readonly Child[] {
  return [status && chipView(status), embargo && chipView(embargo)];
}

export function chipView({ kind, text }: Chip): HTMLElement {
  return h('span', { class: `chip ${kind}` }, text);
}

function lengthsView({ summary, rows }: ShownLengths): HTMLElement {
  const names = [texts.part, texts.length, texts.wanted, texts.result];
  const head = h('tr', {}, ...names.map((name) => h('th', { scope: 'col' }, name)));
  return h(
    'details',
    { class: 'lengths', id: 'lengths' },
    h('summary', {}, summary),
    h('table', {}, h('thead', {}, head), h('tbody', {}, ...rows.map(lengthRow))),
  );
}

function lengthRow({ part, length, wanted, verdict, result }: ShownLength): HTMLElement {
  const cells = [length, wanted, result].map((text) => h('td', {}, text));
  return h('tr', { class: verdict }, h('th', { scope: 'row' }, part), ...cells);
}

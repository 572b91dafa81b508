import type { IndexState, StorySummary } from '../state.ts';
import { connect } from './connection.ts';
import { count, h } from './element.ts';
import { capital, embargoText } from './facts.ts';
import { patch } from './patch.ts';
import type { PageOptions } from './story-page.ts';
import { sentence, totalsText } from './tabs.ts';

/** The page that lists all stories. */
export class IndexPage {
  readonly #options: PageOptions;
  #state: IndexState = { stories: [], unread: 0 };
  #filter = '';

  constructor(options: PageOptions) {
    this.#options = options;
    const { app, events } = options;
    app.addEventListener('input', ({ target }) => {
      if (target instanceof HTMLInputElement) this.#filter = target.value.trim().toLowerCase();
      this.#render();
    });
    connect<IndexState>(events, (state) => {
      this.#state = state;
      this.#render();
    });
  }

  #render(): void {
    const { app, root } = this.#options;
    const { stories, unread } = this.#state;
    const found = stories.filter(({ headline, path }) => `${headline}\n${path}`.toLowerCase().includes(this.#filter));
    const reading = unread > 0 ? ` ${count(unread, 'file')} to read.` : '';
    const search = { type: 'search', id: 'filter', autocomplete: 'off' };
    const header = h(
      'header',
      { class: 'top' },
      h('h1', {}, 'Stories'),
      h('p', { class: 'facts' }, `${countOf(found.length, stories.length)}.${reading}`),
      h('p', { class: 'filter' }, h('label', { for: 'filter' }, 'Find '), h('input', search)),
    );
    const names = ['Story', 'Status', 'Embargo', 'Findings'];
    const head = h('tr', {}, ...names.map((name) => h('th', { scope: 'col' }, name)));
    const body = h('tbody', {}, ...found.map((story) => row(story, root)));
    const table = h('table', { class: 'stories' }, h('thead', {}, head), body);
    patch(
      app,
      h(
        'div',
        { id: 'app' },
        header,
        h('main', { class: 'index' }, found.length > 0 ? table : h('p', {}, 'No stories.')),
      ),
    );
  }
}

function countOf(found: number, all: number): string {
  const stories = all === 1 ? '1 story' : `${all.toLocaleString('en')} stories`;
  return found === all ? stories : `${found.toLocaleString('en')} of ${stories}`;
}

function row({ id, headline, path, status, embargo, totals, failure }: StorySummary, root: string): HTMLElement {
  const link = h('a', { href: `${root}story/${id}` }, headline === '' ? path : headline);
  const findings = failure ? h('span', { class: 'failed' }, sentence(failure.message)) : totalsText(totals);
  const kind = failure || totals.errors > 0 ? 'errors' : totals.warnings > 0 ? 'warnings' : 'clean';
  return h(
    'tr',
    { id: `story-${id}` },
    h('td', { 'data-label': 'Story' }, link, h('span', { class: 'path' }, path)),
    h(
      'td',
      { 'data-label': 'Status' },
      status === undefined ? '' : h('span', { class: `chip ${status}` }, capital(status)),
    ),
    h('td', { 'data-label': 'Embargo' }, embargo ? embargoText(embargo) : ''),
    h('td', { 'data-label': 'Findings', class: kind }, findings),
  );
}

import type { IndexState, StorySummary } from '../state.ts';
import { connect } from './connection.ts';
import { h } from './element.ts';
import { chipView } from './facts.ts';
import { patch } from './patch.ts';
import type { PageOptions } from './story-page.ts';
import { filled, texts } from './texts.ts';

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
    const reading = unread === 1 ? texts.oneUnread : filled(texts.unread, unread);
    const facts = [countOf(found.length, stories.length), ...(unread > 0 ? [reading] : [])];
    const search = { type: 'search', id: 'filter', autocomplete: 'off' };
    const header = h(
      'header',
      { class: 'top' },
      h('h1', {}, texts.stories),
      h('p', { class: 'facts' }, facts.join(' · ')),
      h('p', { class: 'filter' }, h('label', { for: 'filter' }, `${texts.find} `), h('input', search)),
    );
    const names = [texts.story, texts.status, texts.embargo, texts.findings];
    const head = h('tr', {}, ...names.map((name) => h('th', { scope: 'col' }, name)));
    const body = h('tbody', {}, ...found.map((story) => row(story, root)));
    const table = h('table', { class: 'stories' }, h('thead', {}, head), body);
    patch(
      app,
      h('div', { id: 'app' }, header, h('main', { class: 'index' }, found.length > 0 ? table : h('p', {}, texts.none))),
    );
  }
}

function countOf(found: number, all: number): string {
  if (found !== all) return filled(all === 1 ? texts.someOfOne : texts.someOf, found, all);
  return all === 1 ? texts.oneStory : filled(texts.allOf, all);
}

function row({ id, headline, lang, path, status, embargo, totals, failure }: StorySummary, root: string): HTMLElement {
  const href = `${root}story/${id}`;
  const link = headline === '' ? h('a', { href }, path) : h('a', { href, lang }, headline);
  const findings = failure ? h('span', { class: 'failed' }, failure.message) : totals.text;
  const kind = failure || totals.errors > 0 ? 'errors' : totals.warnings > 0 ? 'warnings' : 'clean';
  return h(
    'tr',
    { id: `story-${id}` },
    h('td', { 'data-label': texts.story }, link, h('span', { class: 'path' }, path)),
    h('td', { 'data-label': texts.status }, status && chipView(status)),
    h('td', { 'data-label': texts.embargo }, embargo?.text),
    h('td', { 'data-label': texts.findings, class: kind }, findings),
  );
}

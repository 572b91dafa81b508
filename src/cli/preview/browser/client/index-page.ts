import type { IndexState, StorySummary } from '../state.ts';
import { connect } from './connection.ts';
import { type Child, h } from './element.ts';
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
    // All stories decide, so that no column comes or goes while a person types in the filter.
    const columns = COLUMNS.filter((column) => stories.some(column.isFilled));
    const head = h('tr', {}, ...columns.map(({ name }) => h('th', { scope: 'col' }, name)));
    const body = h('tbody', {}, ...found.map((story) => row(story, columns, root)));
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

interface Column {
  readonly name: string;
  /** Whether a story has something to show. A column that no story fills is left out. */
  isFilled(story: StorySummary): boolean;
  content(story: StorySummary, root: string): readonly Child[];
  className?(story: StorySummary): string;
}

const COLUMNS: readonly Column[] = [
  { name: texts.story, isFilled: () => true, content: storyCell },
  {
    name: texts.status,
    isFilled: ({ status }) => status !== undefined,
    content: ({ status }) => [status && chipView(status)],
  },
  {
    name: texts.embargo,
    isFilled: ({ embargo }) => embargo !== undefined,
    content: ({ embargo }) => [embargo?.text],
  },
  { name: texts.findings, isFilled: () => true, content: findingsCell, className: kindOf },
];

function row(story: StorySummary, columns: readonly Column[], root: string): HTMLElement {
  const cells = columns.map(({ name, content, className }) =>
    h('td', { 'data-label': name, class: className?.(story) }, ...content(story, root)),
  );
  return h('tr', { id: `story-${story.id}` }, ...cells);
}

function storyCell({ id, headline, lang, path }: StorySummary, root: string): readonly Child[] {
  const href = `${root}story/${id}`;
  const link = headline === '' ? h('a', { href }, path) : h('a', { href, lang }, headline);
  return [link, h('span', { class: 'path' }, path)];
}

function findingsCell({ failure, totals }: StorySummary): readonly Child[] {
  return [failure ? h('span', { class: 'failed' }, failure.message) : totals.text];
}

function kindOf({ failure, totals }: StorySummary): string {
  return failure || totals.errors > 0 ? 'errors' : totals.warnings > 0 ? 'warnings' : 'clean';
}

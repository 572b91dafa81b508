import type { Measure, ShownPost, StoryState, Tab } from '../state.ts';
import { type Child, h } from './element.ts';
import { filled, texts } from './texts.ts';

/** The tabs of a post, and the panel of the chosen one. */
export function tabsView({ tabs, isStale, lang }: StoryState, chosen: string, root: string): HTMLElement {
  const list = h('div', { role: 'tablist', 'aria-label': texts.formats, id: 'tabs' });
  for (const tab of tabs) list.append(tabButton(tab, tab.name === chosen));
  const panels = tabs.map((tab) => panel(tab, tab.name === chosen, { root, lang }));
  const stale = isStale && h('p', { class: 'stale' }, texts.stale);
  return h('section', { id: 'post', 'aria-label': texts.post, 'data-stale': isStale }, list, stale, ...panels);
}

function tabButton({ name, title, content }: Tab, isChosen: boolean): HTMLElement {
  const length = content.kind === 'posts' ? content.posts.length : 0;
  const attributes = {
    type: 'button',
    role: 'tab',
    id: `tab-${name}`,
    'aria-controls': `panel-${name}`,
    'aria-selected': String(isChosen),
    tabindex: isChosen ? 0 : -1,
    'data-action': 'tab',
    'data-tab': name,
  };
  const sign = content.kind === 'refused' && h('span', { class: 'refused-sign' }, ` ${texts.unprintable}`);
  const posts = length > 1 && h('span', { class: 'number' }, ` ${filled(texts.posts, length)}`);
  return h('button', attributes, title, posts, sign);
}

/** Where the server is, and the language of the story. */
interface Setting {
  readonly root: string;
  readonly lang: string | undefined;
}

function panel(tab: Tab, isChosen: boolean, setting: Setting): HTMLElement {
  const { name, warnings } = tab;
  const attributes = {
    role: 'tabpanel',
    id: `panel-${name}`,
    'aria-labelledby': `tab-${name}`,
    hidden: !isChosen,
    tabindex: 0,
    class: `panel ${tab.content.kind}`,
  };
  // A panel is empty until its tab is chosen, so that no frame is loaded for it.
  const content = isChosen
    ? [...warnings.map((text) => h('p', { class: 'notice' }, text)), ...contentOf(tab, setting)]
    : [];
  return h('div', attributes, ...content);
}

function contentOf({ name, title, content }: Tab, { root, lang }: Setting): readonly Child[] {
  switch (content.kind) {
    case 'page': {
      const frame = {
        title: filled(texts.frame, title),
        src: `${root}frame`,
        sandbox: 'allow-same-origin',
        'data-frame': name,
      };
      return [content.measures.length > 0 && measures(content.measures), h('iframe', frame)];
    }
    case 'text':
      return [copyButton(name), h('pre', { class: 'plain', lang }, content.text)];
    case 'posts':
      return [
        h(
          'ol',
          { class: 'posts' },
          ...content.posts.map((post, at) => postView(post, { at, of: content.posts.length, tab: name, lang })),
        ),
      ];
    case 'picture':
      return [h('img', { src: content.url, alt: content.alt, class: 'card', 'data-picture': true })];
    case 'refused': {
      const advice = content.advice !== undefined && h('p', {}, content.advice);
      return [h('div', { class: 'notice error' }, h('p', {}, h('strong', {}, content.message)), advice)];
    }
  }
}

interface PostPlace {
  readonly at: number;
  readonly of: number;
  readonly tab: string;
  readonly lang: string | undefined;
}

function postView(post: ShownPost, { at, of, tab, lang }: PostPlace): HTMLElement {
  const { title, text } = post;
  const label = of > 1 && h('span', { class: 'which' }, filled(texts.postOf, at + 1, of));
  return h(
    'li',
    {},
    title !== undefined && h('p', { class: 'title', lang }, title),
    h('p', { class: 'text', lang }, text),
    h('footer', {}, label, measures(post.measures), copyButton(tab, at)),
  );
}

/** Lengths next to their limits, as text and as a bar. */
function measures(all: readonly Measure[]): HTMLElement {
  return h('ul', { class: 'measures' }, ...all.map(measureView));
}

function measureView({ text, count, max }: Measure): HTMLElement {
  const value = Math.min(count, max);
  const meter = { min: 0, max, high: max, value, 'aria-label': texts.measure, 'aria-valuetext': text };
  return h('li', { class: count > max ? 'over' : 'within' }, h('meter', meter), text);
}

function copyButton(tab: string, at?: number): HTMLElement {
  return h(
    'button',
    { type: 'button', class: 'copy', 'data-action': 'copy', 'data-tab': tab, 'data-post': at },
    texts.copy,
  );
}

/** The text that a button for copying copies. */
export function textToCopy({ tabs }: StoryState, name: string, at: number): string | undefined {
  const content = tabs.find((tab) => tab.name === name)?.content;
  if (content?.kind === 'text') return content.text;
  return content?.kind === 'posts' ? content.posts[at]?.text : undefined;
}

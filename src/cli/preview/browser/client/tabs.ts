import type { Measure, ShownPost, StoryState, Tab } from '../state.ts';
import { type Child, count, h } from './element.ts';

/** The tabs of a post, and the panel of the chosen one. */
export function tabsView({ tabs, isStale }: StoryState, chosen: string, root: string): HTMLElement {
  const list = h('div', { role: 'tablist', 'aria-label': 'Formats and channels', id: 'tabs' });
  for (const tab of tabs) list.append(tabButton(tab, tab.name === chosen));
  const panels = tabs.map((tab) => panel(tab, tab.name === chosen, root));
  const stale = isStale && h('p', { class: 'stale' }, 'This is the last version that could be read.');
  return h('section', { id: 'post', 'aria-label': 'Post', 'data-stale': isStale }, list, stale, ...panels);
}

function tabButton({ name, title, content }: Tab, isChosen: boolean): HTMLElement {
  const extra = content.kind === 'posts' && content.posts.length > 1 ? String(content.posts.length) : '';
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
  const sign = content.kind === 'refused' && h('span', { class: 'refused-sign' }, ' cannot be printed');
  const posts = extra !== '' && h('span', { class: 'number' }, ` ${extra} posts`);
  return h('button', attributes, title, posts, sign);
}

function panel(tab: Tab, isChosen: boolean, root: string): HTMLElement {
  const { name, warnings } = tab;
  const attributes = {
    role: 'tabpanel',
    id: `panel-${name}`,
    'aria-labelledby': `tab-${name}`,
    hidden: !isChosen,
    tabindex: 0,
    class: `panel ${tab.content.kind}`,
  };
  // A panel that nobody has chosen is empty, so that no frame is loaded for it.
  const content = isChosen
    ? [...warnings.map((text) => h('p', { class: 'notice' }, text)), ...contentOf(tab, root)]
    : [];
  return h('div', attributes, ...content);
}

function contentOf({ name, title, content }: Tab, root: string): readonly Child[] {
  switch (content.kind) {
    case 'page': {
      const frame = {
        title: `${title} of the story`,
        src: `${root}frame`,
        sandbox: 'allow-same-origin',
        'data-frame': name,
      };
      return [content.measures.length > 0 && measures(content.measures), h('iframe', frame)];
    }
    case 'text':
      return [copyButton(name), h('pre', { class: 'plain' }, content.text)];
    case 'posts':
      return [
        h('ol', { class: 'posts' }, ...content.posts.map((post, at) => postView(post, at, content.posts.length, name))),
      ];
    case 'picture':
      return [h('img', { src: content.url, alt: content.alt, class: 'card', 'data-picture': true })];
    case 'refused': {
      const advice = content.advice !== undefined && h('p', {}, content.advice);
      return [h('div', { class: 'notice error' }, h('p', {}, h('strong', {}, sentence(content.message))), advice)];
    }
  }
}

function postView(post: ShownPost, at: number, posts: number, tab: string): HTMLElement {
  const { title, text } = post;
  const label = posts > 1 && h('span', { class: 'which' }, `${at + 1} of ${posts}`);
  return h(
    'li',
    {},
    title !== undefined && h('p', { class: 'title' }, title),
    h('p', { class: 'text' }, text),
    h('footer', {}, label, measures(post.measures), copyButton(tab, at)),
  );
}

/** Lengths beside their limits, in words and as a bar. */
function measures(all: readonly Measure[]): HTMLElement {
  return h('ul', { class: 'measures' }, ...all.map(measureView));
}

function measureView({ unit, count: length, max }: Measure): HTMLElement {
  const text = `${length.toLocaleString('en')} of ${max.toLocaleString('en')} ${unit}`;
  const meter = { min: 0, max, high: max, value: Math.min(length, max), 'aria-label': unit, 'aria-valuetext': text };
  return h('li', { class: length > max ? 'over' : 'within' }, h('meter', meter), text);
}

function copyButton(tab: string, at?: number): HTMLElement {
  return h(
    'button',
    { type: 'button', class: 'copy', 'data-action': 'copy', 'data-tab': tab, 'data-post': at },
    'Copy',
  );
}

/** A message as a sentence. */
export function sentence(message: string): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}

/** The text that a button for copying copies. */
export function textToCopy({ tabs }: StoryState, name: string, at: number): string | undefined {
  const content = tabs.find((tab) => tab.name === name)?.content;
  if (content?.kind === 'text') return content.text;
  return content?.kind === 'posts' ? content.posts[at]?.text : undefined;
}

/** `2 errors, 1 warning`, or that there is none. */
export function totalsText({ errors, warnings, suggestions }: StoryState['totals']): string {
  const parts = [
    errors > 0 ? count(errors, 'error') : '',
    warnings > 0 ? count(warnings, 'warning') : '',
    suggestions > 0 ? count(suggestions, 'suggestion') : '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? parts.join(', ') : 'No findings';
}

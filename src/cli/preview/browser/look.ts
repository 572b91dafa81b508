import { client } from 'copydesk:preview';
import type { Messages } from '../../messages/messages.ts';
import { readCard } from './card.ts';
import { ICON, pageDocument } from './documents.ts';
import { readImage } from './images.ts';
import { type Answer, fileAnswer, frameAnswer, jsonAnswer, pageAnswer, textAnswer } from './responses.ts';
import type { Stories } from './stories.ts';
import { explainRule } from './why.ts';

/** What the server can show. */
export interface Site {
  readonly stories: Stories;
  /** The path of the token: `/TOKEN/`. */
  readonly root: string;
  /** Whether there is a page that lists the stories. */
  readonly hasIndex: boolean;
  readonly messages: Messages;
}

export const NOT_FOUND = textAnswer(404, 'not found');

/** The files that every page loads, by their paths. */
const FILES: Readonly<Record<string, () => Answer>> = {
  client: () => fileAnswer('text/javascript; charset=utf-8', client.script),
  style: () => fileAnswer('text/css; charset=utf-8', client.style),
  icon: () => fileAnswer('image/svg+xml', ICON),
  frame: frameAnswer,
};

const STORY = /^story\/(?<number>[1-9]\d{0,8})(?:\/(?<what>image|card|why)\/(?<name>[a-z\d-]+))?$/;

/** Answers a GET request. @param path below the root. */
export async function look(path: string, site: Site): Promise<Answer> {
  const { stories, root, hasIndex, messages } = site;
  if (path === '') {
    const index = { title: 'Stories', kind: 'index', events: 'index/events' } as const;
    return hasIndex ? page(index, site) : textAnswer(303, 'see the story', { location: `${root}story/1` });
  }
  if (Object.hasOwn(FILES, path)) return FILES[path]?.() ?? NOT_FOUND;
  const { number, what, name = '' } = STORY.exec(path)?.groups ?? {};
  const id = Number(number);
  if (!stories.has(id)) return NOT_FOUND;
  if (what === undefined) return page({ title: 'Story', kind: 'story', events: `story/${id}/events` }, site);
  const shown = stories.shownOf(id);
  if (!shown) return NOT_FOUND;
  if (what === 'card') return (await readCard(name, shown, messages)) ?? NOT_FOUND;
  const isNumber = /^(?:0|[1-9]\d{0,8})$/.test(name);
  if (what === 'image') return imageAnswer(isNumber ? stories.imagesOf(id)[Number(name)] : undefined);
  const html = shown.post && explainRule(name, shown.post.house, messages.text);
  return html === undefined ? NOT_FOUND : jsonAnswer({ html });
}

function page(options: Pick<Parameters<typeof pageDocument>[0], 'title' | 'kind' | 'events'>, site: Site): Answer {
  return pageAnswer((nonce) => pageDocument({ ...options, ...site }, nonce));
}

function imageAnswer(file: string | undefined): Answer {
  const image = file === undefined ? undefined : readImage(file);
  return image ? fileAnswer(image.type, image.bytes) : NOT_FOUND;
}

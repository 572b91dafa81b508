import { IndexPage } from './index-page.ts';
import { StoryPage } from './story-page.ts';

const app = document.querySelector<HTMLElement>('#app');
const { kind, root = '/', events = '' } = document.body.dataset;
const options = app && { app, root, events, hasIndex: 'index' in document.body.dataset };
if (options && kind === 'story') new StoryPage(options);
if (options && kind === 'index') new IndexPage(options);

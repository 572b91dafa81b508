import { describe } from 'vitest';
import { recipe } from './readme.ts';
import { scenarios } from './scenarios.ts';

describe('husky', () => scenarios({ steps: recipe('husky'), stops: false, handsOver: false }));

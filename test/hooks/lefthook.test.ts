import { describe } from 'vitest';
import { recipe } from './readme.ts';
import { scenarios } from './scenarios.ts';

describe('lefthook', () => scenarios({ steps: recipe('lefthook'), stops: false, handsOver: true }));

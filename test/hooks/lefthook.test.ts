import { describe } from 'vitest';
import { recipe } from './recipes.ts';
import { scenarios } from './scenarios.ts';

describe('lefthook', () => scenarios({ steps: recipe('lefthook'), stops: false, handsOver: true }));

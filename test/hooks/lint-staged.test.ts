import { describe } from 'vitest';
import { recipe } from './recipes.ts';
import { scenarios } from './scenarios.ts';

describe('lint-staged', () => scenarios({ steps: recipe('lint-staged'), stops: false, handsOver: true }));

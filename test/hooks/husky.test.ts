import { describe } from 'vitest';
import { recipe } from './recipes.ts';
import { scenarios } from './scenarios.ts';

describe('husky', () => scenarios({ steps: recipe('husky'), stops: false, handsOver: false }));

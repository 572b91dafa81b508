import { describe } from 'vitest';
import { recipe } from './recipes.ts';
import { scenarios } from './scenarios.ts';

describe("git's own hook", () => scenarios({ steps: recipe('git alone'), stops: false, handsOver: false }));

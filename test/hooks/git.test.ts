import { describe } from 'vitest';
import { recipe } from './readme.ts';
import { scenarios } from './scenarios.ts';

describe("git's own hook", () => scenarios({ steps: recipe('git alone'), stops: false, handsOver: false }));

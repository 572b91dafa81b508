export { difference, differsAlone, type Meaning, meaningOf } from './meaning.ts';

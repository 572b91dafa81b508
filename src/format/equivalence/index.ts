export { differsInIsolation, type Equivalence, equivalenceOf, explainDifference } from './equivalence.ts';

export { createHouse } from './create.ts';
export { BUILT_IN_HOUSES, builtInHouse, extendHouse } from './merge.ts';
export { type HouseData, readConfiguration, readHouse } from './read.ts';
export { ruleFaults } from './rule-faults.ts';
export { HOUSE_SCHEMA } from './schema.ts';

import type { Diagnostic } from '../model/diagnostic.ts';
import { DiagnosticCollector } from '../read/diagnostics.ts';
import { readYaml } from '../read/front-matter/index.ts';
import type { Source } from '../text/index.ts';
import { PositionTable, ValuePositions } from './positions.ts';
import { HOUSE_SCHEMA } from './schema.ts';
import { type Plain, type Schema, validate } from './validate.ts';

/** The data of a `house.yaml`, without what it extends. */
export interface HouseData {
  readonly extends?: string;
  readonly [key: string]: Plain | undefined;
}

/** Reads a `house.yaml`. Faults are fatal diagnostics with a position. */
export function readHouse(source: Source): {
  data?: HouseData;
  positions: ValuePositions;
  diagnostics: readonly Diagnostic[];
} {
  const { data, ...read } = readConfiguration(source, HOUSE_SCHEMA, 'the house');
  return { ...read, ...(data ? { data: data as HouseData } : {}) };
}

/** Reads a YAML file and validates it against a schema. */
export function readConfiguration(source: Source, schema: Schema, name: string) {
  const collector = new DiagnosticCollector(source);
  const list = new PositionTable(source);
  const positions = new ValuePositions(list);
  const { diagnostics } = collector;
  const yaml = readYaml(source.text);
  if ('problem' in yaml) {
    collector.add('fatal', yaml.problem);
    return { diagnostics, positions };
  }
  const data = validate(yaml.mapping, schema, name, { collector, positions: list });
  return collector.failed ? { diagnostics, positions } : { data, diagnostics, positions };
}

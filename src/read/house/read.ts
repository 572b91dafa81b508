import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Source } from '../../text/index.ts';
import { FRONT_MATTER_LIMITS, readYaml } from '../front-matter/index.ts';
import { PlaceList, Places } from '../places.ts';
import { Report } from '../report.ts';
import { type Plain, type Shape, shaped } from '../shape.ts';
import { HOUSE_SHAPE } from './shape.ts';

/** What a `house.yaml` says, before what it extends is put under it. */
export interface HouseData {
  readonly extends?: string;
  readonly [key: string]: Plain | undefined;
}

/** Reads a `house.yaml`. Faults are fatal diagnostics with their place. */
export function readHouse(source: Source): {
  data?: HouseData;
  places: Places;
  diagnostics: readonly Diagnostic[];
} {
  const { data, ...read } = readConfiguration(source, HOUSE_SHAPE, 'the house');
  return { ...read, ...(data ? { data: data as HouseData } : {}) };
}

/** Reads a YAML file of a known shape. */
export function readConfiguration(source: Source, shape: Shape, name: string) {
  const report = new Report(source);
  const list = new PlaceList(source);
  const places = new Places(list);
  const { diagnostics } = report;
  const yaml = readYaml(source.text, 0, FRONT_MATTER_LIMITS);
  if ('problem' in yaml) {
    report.add('fatal', yaml.problem);
    return { diagnostics, places };
  }
  const data = shaped(yaml.mapping, shape, name, { report, places: list });
  return report.failed ? { diagnostics, places } : { data, diagnostics, places };
}

import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/*
 * The part of ninjs 3.1 that copydesk prints, with every name, value list and format of the standard, and nothing else. The
 * schema of IPTC itself also accepts what copydesk must not print; `iptc.test.ts` asks that one.
 */
const string = { type: 'string', minLength: 1 };
const uri = { type: 'string', format: 'uri' };
const moment = { type: 'string', format: 'date-time' };
const one = (value: string) => ({ const: value });

function record(required: Readonly<Record<string, object>>, optional: Readonly<Record<string, object>> = {}): object {
  return {
    type: 'object',
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}
const list = (items: object) => ({ type: 'array', items, minItems: 1 });

const schema = record(
  {
    uri,
    standard: record({ name: one('ninjs'), version: one('3.1'), schema: uri }),
    type: one('text'),
    language: string,
    headlines: list(record({ role: one('main'), value: string })),
    copyrightHolder: string,
  },
  {
    contentCreated: moment,
    versionCreated: moment,
    embargoedUntil: moment,
    expires: moment,
    pubStatus: { enum: ['usable', 'withheld', 'canceled'] },
    descriptions: list(record({ value: string })),
    by: string,
    slugline: string,
    located: string,
    infoSources: list(record({ name: string }, { uri })),
    genres: list(record({ name: string })),
    subjects: list(record({ name: string })),
    bodies: list(record({ role: string, contentType: { enum: ['text/plain', 'text/html'] }, value: string })),
    associations: list(
      record(
        {
          uri,
          name: string,
          type: one('picture'),
          renditions: list(record({ name: string, href: uri })),
        },
        { descriptions: list(record({ role: { enum: ['caption', 'alt'] }, value: string })), by: string },
      ),
    ),
    altIds: list(record({ role: one('url'), value: string })),
    edNote: string,
    digitalSourceType: record({ uri }),
  },
);

const ajv = new Ajv2020({ allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);

/** What is wrong with a document; empty if nothing is. */
export function faultsOf(document: unknown): readonly string[] {
  return validate(document) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

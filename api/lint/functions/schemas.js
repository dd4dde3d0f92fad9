import {follow, hasType, schemas} from './document.js';

const DECIMAL = String.raw`^-?(0|[1-9]\d{0,14})(\.\d{1,4})?$`;
/** Sums of decimals, perhaps told in a larger unit than their parts: answered only, never sent. */
const SUM = String.raw`^-?(0|[1-9]\d{0,24})(\.\d{1,9})?$`;
const KEYWORDS = new Set(`$ref $defs $comment type enum const title description default example examples format deprecated
  readOnly writeOnly pattern minLength maxLength minimum maximum exclusiveMinimum exclusiveMaximum multipleOf
  items prefixItems contains minContains maxContains minItems maxItems uniqueItems unevaluatedItems
  properties patternProperties propertyNames additionalProperties unevaluatedProperties required minProperties
  maxProperties dependentRequired dependentSchemas allOf anyOf oneOf not if then else
  contentEncoding contentMediaType contentSchema discriminator xml externalDocs`.split(/\s+/));

/** Each answers what is wrong with a schema, or something falsy. */
const CHECKS = {
  'string-length': schema =>
    hasType(schema, 'string') && !schema.enum && !('const' in schema) && !('maxLength' in schema) && 'no maxLength',

  'array-length': schema => hasType(schema, 'array') && !('maxItems' in schema) && 'no maxItems',

  'pattern-example': schema => 'pattern' in schema && !('example' in schema) && 'no example',

  typed: schema =>
    !['type', '$ref', 'allOf', 'anyOf', 'oneOf', 'not'].some(key => key in schema) || ('const' in schema && !schema.type)
      ? 'no type'
      : null,

  keywords: schema => {
    const unknown = Object.keys(schema).filter(key => !KEYWORDS.has(key) && !key.startsWith('x-'));
    return unknown.length && `unknown: "${unknown.join('", "')}"`;
  },

  'named-enum': (schema, path) => 'enum' in schema && (path.length > 3 || path[1] !== 'schemas') && 'an inline enum',

  decimal: schema => {
    const decimal = schema.format === 'decimal' || schema.pattern === DECIMAL;
    const exact = schema.format === 'decimal' && [DECIMAL, SUM].includes(schema.pattern) && hasType(schema, 'string');
    return hasType(schema, 'number') || ['float', 'double'].includes(schema.format) || (decimal && !exact)
      ? `not type string, format decimal, pattern ${DECIMAL}`
      : null;
  },

  discriminator: (schema, path, document) => {
    if (!schema.discriminator) return null;
    const name = schema.discriminator.propertyName;
    return [schema, ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])]
      .map(variant => follow(document, follow(document, variant, [])[0]?.properties?.[name], [])[0])
      .some(property => property && (property.type !== 'string' || property.enum)) && `"${name}" is not a plain string`;
  },
};

/** Runs one check on every schema of the document. */
export default function check(document, options) {
  return [...schemas(document)]
    .map(([schema, path]) => ({message: CHECKS[options.check](schema, path, document), path}))
    .filter(result => result.message);
}

import {follow, hasType, isObject, operations, reached} from './document.js';

/** Each answers what is wrong with a schema that a request body leads to, or something falsy. */
const CHECKS = {
  plain: schema => ['oneOf', 'anyOf'].find(key => key in schema),

  closed: schema =>
    (hasType(schema, 'object') || schema.properties)
      && schema.additionalProperties !== false
      && !isObject(schema.additionalProperties)
      && 'open object',
};

/** Runs one check on every schema that a request body leads to; `except` lists the JSON pointers to leave alone. */
export default function check(document, {check: name, except = []}) {
  const results = [];
  for (const {operation, path} of operations(document)) {
    const [body, at] = follow(document, operation.requestBody, [...path, 'requestBody']);
    for (const [media, {schema}] of Object.entries(body?.content ?? {})) {
      for (const [found, where] of reached(document, schema, [...at, 'content', media, 'schema'])) {
        const message = CHECKS[name](found);
        if (message && !except.includes(`/${where.join('/')}`)) results.push({message, path: where});
      }
    }
  }
  return results;
}

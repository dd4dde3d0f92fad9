/** Ways through an OpenAPI document whose references are not resolved, so that each fault is told where it is written. */

const MAPS = ['properties', 'patternProperties', 'dependentSchemas', '$defs'];
const LISTS = ['allOf', 'anyOf', 'oneOf', 'prefixItems'];
const SINGLE = ['items', 'additionalProperties', 'unevaluatedProperties', 'unevaluatedItems', 'propertyNames', 'contains',
  'contentSchema', 'not', 'if', 'then', 'else'];
const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

export const isObject = value => value !== null && typeof value === 'object' && !Array.isArray(value);

export const hasType = (schema, type) => [].concat(schema.type).includes(type);

/** What a reference points at, and where that is written. */
export function follow(document, node, path) {
  while (isObject(node) && typeof node.$ref === 'string') {
    path = node.$ref.replace('#/', '').split('/').map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    node = path.reduce((parent, key) => parent?.[key], document);
  }
  return [node, path];
}

/** The schemas directly inside a schema. */
function* inside(schema, path) {
  for (const key of MAPS) {
    for (const name of Object.keys(schema[key] ?? {})) yield [schema[key][name], [...path, key, name]];
  }
  for (const key of LISTS) {
    for (const index of (schema[key] ?? []).keys()) yield [schema[key][index], [...path, key, index]];
  }
  for (const key of SINGLE) yield [schema[key], [...path, key]];
}

function* nested(schema, path) {
  if (!isObject(schema)) return;
  yield [schema, path];
  for (const child of inside(schema, path)) yield* nested(...child);
}

/** Every schema of the document, once. */
export function* schemas(node, path = []) {
  for (const [key, value] of Object.entries(node)) {
    const at = [...path, key];
    if (key === 'schema') {
      yield* nested(value, at);
    } else if (at.join() === 'components,schemas') {
      for (const name of Object.keys(value)) yield* nested(value[name], [...at, name]);
    } else if (value !== null && typeof value === 'object' && !['example', 'examples'].includes(key)) {
      yield* schemas(value, at);
    }
  }
}

/** A schema and every schema that it leads to, through references too. */
export function* reached(document, schema, path, seen = new Set()) {
  const [target, at] = follow(document, schema, path);
  if (!isObject(target) || seen.has(target)) return;
  seen.add(target);
  yield [target, at];
  for (const child of inside(target, at)) yield* reached(document, ...child, seen);
}

/** Every operation under `paths`. */
export function* operations(document) {
  for (const [route, item] of Object.entries(document.paths)) {
    for (const method of METHODS.filter(name => item[name])) {
      yield {operation: item[method], route, path: ['paths', route, method]};
    }
  }
}

/** Every answer of an operation, each where it is written. */
export function* responses(document, {operation, path}) {
  for (const [code, response] of Object.entries(operation.responses ?? {})) {
    const [target, at] = follow(document, response, [...path, 'responses', code]);
    yield {code, response: target, path: at};
  }
}

import {isObject, operations, responses} from './document.js';

const ALWAYS = ['401', '403', '404', '406', '429', '500', '503'];
const PROBLEM = 'application/problem+json';

const isBinary = schema => schema?.type === 'string' && schema.format === 'binary';

/** Each yields what is wrong with an operation: a message and where. */
const CHECKS = {
  *'one-answer'(at, document) {
    const schemas = [];
    for (const {code, response, path} of responses(document, at)) {
      if (!code.startsWith('2')) continue;
      const bodies = Object.values(response?.content ?? {}).map(media => media?.schema);
      if (code === '204') {
        if (bodies.length) yield ['a 204 has no body', path];
        continue;
      }
      if (!bodies.length || !bodies.every(isObject)) yield ['a body with a schema is missing', path];
      if (bodies.length > 1 && !bodies.every(isBinary)) yield ['more than one media type, and not all binary', path];
      if (bodies.length) schemas.push(bodies[0]);
    }
    if (schemas.length > 1 && !schemas.every(schema => schema?.$ref && schema.$ref === schemas[0].$ref)) {
      yield ['2xx answers differ: all need the same $ref', [...at.path, 'responses']];
    }
  },

  *problem(at, document) {
    for (const {code, response, path} of responses(document, at)) {
      const content = response?.content ?? {};
      const right = Object.keys(content).join() === PROBLEM && content[PROBLEM].schema?.$ref === '#/components/schemas/Problem';
      if (/^([45]|default)/.test(code) && !right) yield [`not ${PROBLEM} with schema Problem`, path];
    }
  },

  *'request-id'(at, document) {
    for (const {response, path} of responses(document, at)) {
      if (!response?.headers?.['X-Request-Id']) yield ['no header X-Request-Id', path];
    }
  },

  *statuses({operation, route, path}) {
    const missing = ALWAYS.filter(code => !operation.responses?.[code]);
    if (route.startsWith('/v1/') && missing.length) yield [`not declared: ${missing.join(', ')}`, [...path, 'responses']];
  },

  *scope({operation, route, path}, document) {
    const {schemas, securitySchemes} = document.components;
    const [requirement, ...others] = operation.security ?? [];
    const [scope, ...more] = requirement?.apiKey ?? [];
    const right = others.length + more.length === 0 && Object.keys(requirement ?? {}).length === 1 && securitySchemes.apiKey
      && schemas.AccessScope.enum.includes(scope);
    if (route.startsWith('/v1/') && !right) yield ['security does not name one scope of AccessScope', path];
  },
};

/** Runs one check on every operation under `paths`. */
export default function check(document, options) {
  return [...operations(document)]
    .flatMap(at => [...CHECKS[options.check](at, document)])
    .map(([message, path]) => ({message, path}));
}

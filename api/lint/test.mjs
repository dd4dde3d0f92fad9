// Proves that each rule can fail: every case breaks a copy of the contract once and names the one rule that must tell.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import {after, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {parse} from 'yaml';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const CONTRACT = join(HERE, '../../openapi.yaml');
const RULESET = parse(readFileSync(join(HERE, 'spectral.yaml'), 'utf8'));
const TEXT = readFileSync(CONTRACT, 'utf8');

// Enough to break, and quicker than all.
const PATHS = ['/v1/organizations', '/v1/organizations/{code}', '/v1/credentials/{credential}', '/openapi.yaml'];

const JSON_TYPE = 'application/json';
const list = api => api.paths['/v1/organizations'].get;
const create = api => api.paths['/v1/organizations'].post;
const revoke = api => api.paths['/v1/credentials/{credential}'].delete;
const schema = (api, name) => api.components.schemas[name];
const field = (api, name, property) => schema(api, name).properties[property];
const binary = {schema: {type: 'string', format: 'binary', maxLength: 4194304}};

/** What each rule must refuse. */
const BROKEN = {
  'operation-operationId': {
    'no operationId': api => delete list(api).operationId,
  },
  'operation-tag-defined': {
    'an undeclared tag': api => list(api).tags = ['other'],
  },
  'operation-tags': {
    'no tags': api => delete list(api).tags,
    'an empty list': api => list(api).tags = [],
  },
  'operation-singular-tag': {
    'two tags': api => list(api).tags.push('platform'),
  },
  'tag-description': {
    'a tag without description': api => delete api.tags[0].description,
  },
  'oas3-parameter-description': {
    'a shared parameter without description': api => delete api.components.parameters.CodePath.description,
    'an inline parameter without description': api => list(api).parameters.push({name: 'x', in: 'query', schema: {type: 'boolean'}}),
  },
  'kybao-string-length': {
    'a component': api => delete schema(api, 'Code').maxLength,
    'a nullable string': api => delete schema(api, 'NullableDecimal').maxLength,
    'a property': api => delete field(api, 'LocalizedText', 'vi').maxLength,
    'an item': api => delete field(api, 'OrganizationCreate', 'aliases').items.maxLength,
    'a map value': api => delete schema(api, 'Breakdown').additionalProperties.maxLength,
    'a parameter': api => delete api.components.parameters.Search.schema.maxLength,
    'a header': api => delete api.components.headers.XRequestId.schema.maxLength,
    'a body': api => delete api.paths['/openapi.yaml'].get.responses['200'].content['application/yaml'].schema.maxLength,
  },
  'kybao-array-length': {
    'an array': api => delete field(api, 'OrganizationPage', 'items').maxItems,
    'a nullable array': api => delete field(api, 'OrganizationPatch', 'aliases').maxItems,
  },
  'kybao-pattern-example': {
    'a component': api => delete schema(api, 'Code').example,
    'a property': api => delete field(api, 'OrganizationCreate', 'administrativeCode').example,
    'a parameter': api => delete api.components.parameters.ProblemPath.schema.example,
  },
  'kybao-typed': {
    'a const': api => delete api.components.headers.IdempotencyReplayed.schema.type,
    'a property': api => delete field(api, 'Problem', 'status').type,
  },
  'kybao-keywords': {
    'a comma in a flow map': api => Object.assign(schema(api, 'Code'), {'in lower case': null}),
  },
  'kybao-named-enum': {
    'a property': api => field(api, 'Problem', 'title').enum = ['a'],
    'a parameter': api => api.components.parameters.Search.schema.enum = ['a'],
    'a header': api => api.components.headers.XRequestId.schema.enum = ['a'],
  },
  'kybao-decimal': {
    number: api => Object.assign(field(api, 'Problem', 'status'), {type: 'number'}),
    'a nullable number': api => Object.assign(field(api, 'Problem', 'status'), {type: ['number', 'null']}),
    double: api => Object.assign(field(api, 'Problem', 'status'), {format: 'double'}),
    'no format': api => delete schema(api, 'Decimal').format,
    'another pattern of a sum': api => schema(api, 'NullableSum').pattern = String.raw`^\d+$`,
    'another pattern': api => schema(api, 'Decimal').pattern = String.raw`^\d+(\.\d+)?$`,
  },
  'kybao-discriminator': {
    'an enum': api => schema(api, 'Finding').discriminator = {propertyName: 'severity'},
  },
  'kybao-body-plain': {
    oneOf: api => schema(api, 'OrganizationCreate').oneOf = [{$ref: '#/components/schemas/Reason'}],
    'anyOf behind references': api => schema(api, 'LocalizedText').anyOf = [{$ref: '#/components/schemas/Reason'}],
  },
  'kybao-body-closed': {
    'a body': api => delete schema(api, 'OrganizationCreate').additionalProperties,
    'an object inside': api => schema(api, 'LocalizedText').additionalProperties = true,
  },
  'kybao-summary': {
    'no summary': api => delete list(api).summary,
  },
  'kybao-one-answer': {
    'two schemas': api => list(api).responses['202'] = {...list(api).responses['200'],
      content: {[JSON_TYPE]: {schema: {$ref: '#/components/schemas/Organization'}}}},
    'two media types': api => list(api).responses['200'].content['text/plain'] = {schema: {$ref: '#/components/schemas/OrganizationPage'}},
    'binary beside JSON': api => list(api).responses['200'].content['application/pdf'] = binary,
    'no schema': api => list(api).responses['200'].content[JSON_TYPE] = {},
    'no body': api => delete list(api).responses['200'].content,
    'a 204 with a body': api => revoke(api).responses['204'].content = {[JSON_TYPE]: {schema: {$ref: '#/components/schemas/Credential'}}},
  },
  'kybao-problem': {
    'JSON instead': api => api.components.responses.Conflict.content = {[JSON_TYPE]: {schema: {$ref: '#/components/schemas/Problem'}}},
    'another schema': api => api.components.responses.InternalError.content['application/problem+json'].schema.$ref = '#/components/schemas/Reason',
    'no body': api => delete api.components.responses.NotFound.content,
  },
  'kybao-request-id': {
    200: api => delete list(api).responses['200'].headers['X-Request-Id'],
    204: api => delete revoke(api).responses['204'].headers['X-Request-Id'],
    304: api => delete api.components.responses.NotModified.headers['X-Request-Id'],
    500: api => delete api.components.responses.InternalError.headers,
  },
  'kybao-statuses': Object.fromEntries(['401', '403', '404', '406', '429', '500', '503'].map(code =>
    [code, api => delete list(api).responses[code]])),
  'kybao-scope': {
    'no security': api => delete list(api).security,
    'open to all': api => list(api).security = [],
    'no scope': api => list(api).security = [{apiKey: []}],
    'two scopes': api => list(api).security = [{apiKey: ['read', 'admin']}],
    'two ways': api => list(api).security = [{apiKey: ['read']}, {apiKey: ['admin']}],
    'an unknown scope': api => list(api).security = [{apiKey: ['write']}],
    'another scheme': api => list(api).security = [{other: ['read']}],
  },
  'kybao-tag-order': {
    'the first operation last': api => {
      const first = api.paths['/v1/organizations'];
      delete api.paths['/v1/organizations'];
      api.paths['/v1/organizations'] = first;
    },
  },
  'kybao-webhook-internal': {
    'not set': api => api.webhooks = webhook({}),
    'set to false': api => api.webhooks = webhook({'x-internal': false}),
  },
};

/** What no rule may refuse. */
const FINE = {
  'a webhook': api => api.webhooks = webhook({'x-internal': true}),
  'a download in two binary types': api => list(api).responses['200'].content = {'application/pdf': binary, 'text/csv': binary},
  'two codes with the same schema': api => list(api).responses['202'] = list(api).responses['200'],
};

function webhook(more) {
  return {filed: {post: {
    operationId: 'onFiled', summary: 'A submission was filed', tags: ['submissions'], security: [], ...more,
    responses: {204: {description: 'Taken.'}},
  }}};
}

const folder = mkdtempSync(join(tmpdir(), 'contract-'));
after(() => rmSync(folder, {recursive: true}));

const cases = [
  ...Object.entries(BROKEN).flatMap(([rule, broken]) => Object.entries(broken).map(([what, change]) => ({rule, what, change}))),
  ...Object.entries(FINE).map(([what, change]) => ({rule: null, what, change})),
];
for (const [index, {change}] of cases.entries()) {
  const api = parse(TEXT);
  api.paths = Object.fromEntries(PATHS.map(path => [path, api.paths[path]]));
  change(api);
  writeFileSync(join(folder, `${index}.json`), JSON.stringify(api));
}

// The project's rules alone: those of spectral:oas take most of the time, and the contract itself meets them below.
writeFileSync(join(folder, 'rules.yaml'), JSON.stringify({...RULESET, extends: [['spectral:oas', 'off']]}));
cpSync(join(HERE, 'functions'), join(folder, 'functions'), {recursive: true});

/** What would fail the files, by the same command line as `npm run lint`. */
function lint(ruleset, files) {
  const {stdout, stderr} = spawnSync(process.execPath, [join(HERE, 'node_modules/@stoplight/spectral-cli/dist/index.js'), 'lint',
    '--ruleset', ruleset, '--format', 'json', '--quiet', files], {encoding: 'utf8', maxBuffer: 1 << 28});
  assert.match(stdout, /^\[/, stderr);
  const warning = 1;
  return JSON.parse(stdout).filter(result => result.severity <= warning);
}

const results = lint(join(folder, 'rules.yaml'), join(folder, '*.json'));
for (const [index, {rule, what}] of cases.entries()) {
  test(`${rule ?? 'fine'}: ${what}`, () => {
    const found = results.filter(result => basename(result.source) === `${index}.json`);
    assert.deepEqual([...new Set(found.map(result => result.code))], rule ? [rule] : [], found.map(result => result.message).join('\n'));
  });
}

test('fine: the contract', () => {
  assert.deepEqual(lint(join(HERE, 'spectral.yaml'), CONTRACT), []);
});

test('every rule of the project has a case', () => {
  const rules = Object.entries(RULESET.rules).filter(([, rule]) => typeof rule === 'object' || rule === 'error').map(([name]) => name);
  assert.deepEqual(Object.keys(BROKEN), rules);
});

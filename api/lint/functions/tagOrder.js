import {operations} from './document.js';

/** Finds each operation whose tag is declared before the tag of an operation above it. */
export default function tagOrder(document) {
  const declared = (document.tags ?? []).map(tag => tag.name);
  let last = 0;
  return [...operations(document)].flatMap(({operation, path}) => {
    const place = declared.indexOf(operation.tags?.[0]);
    if (place >= 0 && place < last) return [{message: `"${declared[place]}" below "${declared[last]}"`, path: [...path, 'tags']}];
    last = Math.max(last, place);
    return [];
  });
}

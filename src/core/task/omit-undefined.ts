/** `T` without the fields that may be undefined: they are optional instead. */
export type DefinedFields<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> }

/** Copies an object without its undefined fields, for types that do not accept an explicit `undefined`. */
export function omitUndefined<T extends Record<string, unknown>>(fields: T): DefinedFields<T> {
  // Not by way of entries: an answer may have half a million subtasks.
  const kept: Record<string, unknown> = {}
  for (const key of Object.keys(fields)) {
    if (fields[key] !== undefined) kept[key] = fields[key]
  }
  return kept as DefinedFields<T>
}

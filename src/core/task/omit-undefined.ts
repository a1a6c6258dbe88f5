/** `T` without the fields that may be undefined: they are optional instead. */
export type DefinedFields<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> }

/** Copies an object without its undefined fields, for types that do not accept an explicit `undefined`. */
export function omitUndefined<T extends Record<string, unknown>>(fields: T): DefinedFields<T> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as DefinedFields<T>
}

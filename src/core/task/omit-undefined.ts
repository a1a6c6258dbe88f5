/** An object without the fields that are undefined. */
export type Present<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> }

/** Leaves out the fields that are undefined. */
export function withoutAbsent<T extends Record<string, unknown>>(seen: T): Present<T> {
  return Object.fromEntries(Object.entries(seen).filter(([, value]) => value !== undefined)) as Present<T>
}

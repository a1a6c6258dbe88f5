// The types of what is used of fflate: the bundle takes the file that is minified already (tsconfig.json, "paths"), which
// has none. Source: docs/adr/0013-archive.md
declare module 'fflate' {
  /** Packs files, by their names, into a zip file. */
  export function zipSync(
    files: Readonly<Record<string, Uint8Array>>,
    options: { readonly mtime: Date; readonly os: number; readonly attrs: number },
  ): Uint8Array
}

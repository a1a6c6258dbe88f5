import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const METADATA = new URL('../../import/action.yml', import.meta.url)
// No YAML parser, because the demo runs before anything is installed; `main` is always a plain path.
const MAIN = /^ +main: *['"]?(?<main>[^'"\s]+)['"]?\s*$/m

/** Returns the path of the import action's program; throws an error that names the missing file. */
export function findImportBundle() {
  if (!existsSync(METADATA)) throw new Error('import/action.yml is missing: there is no action that imports.')
  const main = MAIN.exec(readFileSync(METADATA, 'utf8'))?.groups?.['main']
  if (main === undefined) throw new Error('import/action.yml names no program: runs.main is missing.')
  const bundle = fileURLToPath(new URL(main, METADATA))
  if (!existsSync(bundle)) throw new Error(`${main} of import/action.yml is missing: run npm run build.`)
  return bundle
}

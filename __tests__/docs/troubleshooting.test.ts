import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from '@jest/globals'

const root = join(import.meta.dirname, '../..')
const source = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(root, 'src', file), 'utf8'))
  .join('\n')
// The service's own, not ours.
const CODE = /^DLF\.\d+$/

describe.each([
  ['README.md', '## When it is red'],
  ['README.zh-CN.md', '## 失败时的排查'],
])('the table of messages in %s', (file, heading) => {
  const messages = messagesIn(readFileSync(join(root, file), 'utf8'), heading)

  it('has a row for each kind of red', () => {
    expect(messages.length).toBeGreaterThanOrEqual(17)
  })

  it.each(messages)('quotes what the action can print: %s', (message) => {
    expect(source).toContain(message)
  })
})

/** Every message of ours in the first column of the table under a heading. */
function messagesIn(page: string, heading: string): readonly string[] {
  const [, section = ''] = page.split(`\n${heading}\n`)
  const [, ...rows] = section.replace(/\n## .*/s, '').split(/\n(?=\| `)/)
  const quoted = rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)])
  return quoted.map(([, text = '']) => text).filter((text) => !CODE.test(text))
}

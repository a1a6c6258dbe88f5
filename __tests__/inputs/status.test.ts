import { describe, expect, it } from '@jest/globals'

import { createInputReader } from '../../src/inputs/reader.ts'
import { readInputs } from '../../src/inputs/wait.ts'
import { readStatusInputs } from '../../src/inputs/status.ts'

function read(given: Readonly<Record<string, string>>) {
  const reader = createInputReader({ readInput: (name) => given[name] ?? '', readVariable: () => '' })
  return { inputs: readStatusInputs(reader), problems: reader.problems }
}

describe('readStatusInputs', () => {
  it('returns undefined without a context', () => {
    const given = { 'status-sha': 'a'.repeat(40), 'github-token': 'T0ken-of-the-test' }
    expect(read(given)).toEqual({ inputs: undefined, problems: [] })
  })

  it('reads context and token', () => {
    const { inputs, problems } = read({
      'status-context': 'DLF: 部署 🚀',
      'github-token': 'T0ken-of-the-test',
    })
    expect(inputs).toEqual({ context: 'DLF: 部署 🚀', githubToken: 'T0ken-of-the-test' })
    expect(problems).toEqual([])
  })

  it.each(['0123456789abcdef0123456789ABCDEF01234567', 'b'.repeat(64)])('accepts the SHA %s', (sha) => {
    expect(read({ 'status-context': 'x', 'status-sha': sha }).inputs).toMatchObject({ sha, githubToken: '' })
  })

  it.each([
    'main',
    'a'.repeat(39),
    'a'.repeat(41),
    'g'.repeat(40),
    'a'.repeat(63),
    `${'a'.repeat(40)}\n/../x`,
  ])('rejects the SHA %j', (sha) => {
    const { problems } = read({ 'status-context': 'x', 'status-sha': sha })
    expect(problems).toEqual([
      expect.stringContaining(
        "Input 'status-sha' must be the full SHA of a commit, 40 or 64 hexadecimal digits; got '",
      ),
    ])
  })

  it.each(['a\nb', 'a\u2028b', 'x'.repeat(256)])('rejects the context %j', (context) => {
    const { inputs, problems } = read({ 'status-context': context })
    expect(inputs).toBeUndefined()
    expect(problems).toEqual([expect.stringContaining("Input 'status-context' must be one line")])
  })

  it('counts code points of a context, not code units', () => {
    expect(read({ 'status-context': '🚀'.repeat(255) }).problems).toEqual([])
  })

  it.each(['a token', 'tok\u00e9n', 'a\nb'])('rejects the token %j and does not show it', (token) => {
    const { problems } = read({ 'status-context': 'x', 'github-token': token })
    expect(problems).toEqual([
      "Input 'github-token' must be printable ASCII without blanks; the value is not shown.",
    ])
  })
})

describe('a short github-token', () => {
  it('is refused if a commit status needs it, without being shown', () => {
    expect(read({ 'status-context': 'x', 'github-token': 'hunter2' }).problems).toEqual([
      "Input 'github-token' must have at least 8 characters; the value is not shown.",
    ])
  })

  it('is ignored if no commit status is wanted', () => {
    expect(read({ 'github-token': 'hunter2' }).problems).toEqual([])
  })
})

describe('readInputs', () => {
  const GIVEN = { 'task-id': 'a', project: 'p', region: 'cn-north-4', token: 'T0ken-of-the-test' }
  const all = (given: Readonly<Record<string, string>>) => {
    const inputs: Readonly<Record<string, string>> = { ...GIVEN, ...given }
    return readInputs({ readInput: (name) => inputs[name] ?? '', readVariable: () => '' })
  }

  it('returns the commit status if one is requested', () => {
    expect(all({}).commitStatus).toBeUndefined()
    expect(all({ 'status-context': 'x', 'github-token': 'T0ken-of-the-test' }).commitStatus).toEqual({
      context: 'x',
      githubToken: 'T0ken-of-the-test',
    })
  })

  it('reports problems of the commit status with all others', () => {
    expect(() => all({ project: '', 'status-sha': 'main' })).toThrow(/'project'[^]*'status-sha'/)
  })
})

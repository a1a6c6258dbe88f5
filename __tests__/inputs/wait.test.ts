import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { SetupError } from '../../src/inputs/setup-error.ts'
import { readInputs, readLanguage } from '../../src/inputs/wait.ts'
import { character } from '../support/data/arbitraries.ts'

const GIVEN = {
  'task-id': '008aae2e675d933401675d9f0fb50002',
  project: 'b384b9e9ab9b4ee8994c8633aabc9505',
  region: 'cn-north-4',
  token: 'MIIT0ken-With+printable/ASCII=',
}

describe('readInputs', () => {
  it('fills in the defaults', () => {
    expect(inputs({})).toStrictEqual({
      taskIds: [GIVEN['task-id']],
      project: GIVEN.project,
      region: 'cn-north-4',
      endpoint: 'https://dayu-dlf.cn-north-4.myhuaweicloud.com',
      timeoutMs: 1_800_000,
      bounds: { minMs: 1000, maxMs: 10_000 },
      notFoundGraceMs: 0,
      failOnWarning: false,
      failFast: false,
      commitStatus: undefined,
      credential: { kind: 'token', token: GIVEN.token, used: { kind: 'token', from: 'the `token` input' } },
    })
  })

  it('accepts a value for every input', () => {
    const given = {
      'task-id': 'a b',
      workspace: 'ws_1-A',
      endpoint: 'https://dlf.example/base/',
      timeout: '15m',
      'min-poll-interval': '2s',
      'max-poll-interval': '1m30s',
      'not-found-grace': '45s',
      'fail-on-warning': 'true',
      'fail-fast': 'true',
      language: 'zh',
    }
    expect(inputs(given)).toStrictEqual({
      taskIds: ['a', 'b'],
      project: GIVEN.project,
      workspace: 'ws_1-A',
      region: 'cn-north-4',
      endpoint: 'https://dlf.example/base',
      timeoutMs: 900_000,
      bounds: { minMs: 2000, maxMs: 90_000 },
      notFoundGraceMs: 45_000,
      failOnWarning: true,
      failFast: true,
      commitStatus: undefined,
      credential: { kind: 'token', token: GIVEN.token, used: { kind: 'token', from: 'the `token` input' } },
    })
  })

  it('reports all invalid inputs together', () => {
    const given = {
      'task-id': 'no/slash',
      project: 'p p',
      workspace: 'w!',
      region: 'CN-NORTH-4',
      endpoint: 'ftp://dlf.example',
      timeout: '15 minutes',
      'min-poll-interval': '99ms',
      'max-poll-interval': '-1s',
      'not-found-grace': '1w',
      'fail-on-warning': 'yes',
      token: 'with blank',
    }
    expect(problems(given).toSorted()).toStrictEqual(
      [
        "Input 'task-id' must be a task id of 1 to 64 letters, digits, _ or -; got 'no/slash'.",
        "Input 'project' must be a project id: 1 to 64 letters, digits, _ or -; got 'p p'.",
        "Input 'workspace' must be a workspace id: 1 to 64 letters, digits, _ or -; got 'w!'.",
        "Input 'region' must be a region such as cn-north-4; got 'CN-NORTH-4'.",
        "Input 'endpoint' must be a base URL such as https://host.example, without user, query or fragment (http only for loopback); got 'ftp://dlf.example'.",
        "Input 'timeout' must be a duration such as 90s, 15m or 1h30m, at most 24h; got '15 minutes'.",
        "Input 'min-poll-interval' must be a duration such as 90s, 15m or 1h30m, from 100ms to 24h; got '99ms'.",
        "Input 'max-poll-interval' must be a duration such as 90s, 15m or 1h30m, from 100ms to 24h; got '-1s'.",
        "Input 'not-found-grace' must be a duration such as 90s, 15m or 1h30m, at most 24h; got '1w'.",
        "Input 'fail-on-warning' must be true or false; got 'yes'.",
        "Input 'token' must be printable ASCII without blanks; the value is not shown.",
      ].toSorted(),
    )
  })

  it('reports all missing inputs together', () => {
    const all = problems({ 'task-id': '', project: '', region: '', token: '' })
    expect(all).toHaveLength(4)
    expect(all).toEqual(
      expect.arrayContaining([
        "Input 'task-id' is empty. Did the step that should have set it run, and does the expression name its id?",
        "Input 'project' is empty. Set it, or HUAWEI_CLOUD_PROJECT_ID or HUAWEICLOUD_SDK_PROJECT_ID or HW_PROJECT_ID, to the id of the project.",
        "Inputs 'region' and 'endpoint' are both empty. Set region, or HUAWEI_CLOUD_REGION or HW_REGION_NAME, for example to cn-north-4.",
        "There is no credential. Set the input 'oidc-provider' (keyless), or 'access-key-id' and 'secret-access-key', or 'token', or set the environment variables HUAWEI_CLOUD_ACCESS_KEY_ID and HUAWEI_CLOUD_SECRET_ACCESS_KEY, or HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK, or HW_ACCESS_KEY and HW_SECRET_KEY, or HW_AUTH_TOKEN. If they are set from secrets: pull requests from forks and from Dependabot get none.",
      ]),
    )
  })

  it('throws one SetupError with all problems', () => {
    expect(() => inputs({ project: '' })).toThrow(SetupError)
    expect(() => inputs({ project: '', timeout: 'soon' })).toThrow(
      /^Input 'project' is empty\..*\nInput 'timeout' must be /,
    )
  })

  it('shows at most 80 characters of a value, on one line and without control characters', () => {
    expect(problems({ project: 'x'.repeat(81) })[0]).toMatch(/; got 'x{79}…'\.$/)
    expect(problems({ project: 'a\n::add-mask::\u001b[31mb' })[0]).toMatch(
      /; got 'a ::add-mask::\uFFFD\[31mb'\.$/,
    )
  })

  describe('task-id', () => {
    it.each([
      ['one', 'a', ['a']],
      ['blanks', 'a b  c', ['a', 'b', 'c']],
      ['commas', 'a,b, c ,d', ['a', 'b', 'c', 'd']],
      ['newlines and tabs', 'a\nb\r\nc\td', ['a', 'b', 'c', 'd']],
      ['blanks around a comma', 'a ,\n b', ['a', 'b']],
      ['a repeated one, once and where it came first', 'b a b,a', ['b', 'a']],
      ['every kind of character', 'aZ09_-', ['aZ09_-']],
      ['64 characters', 'x'.repeat(64), ['x'.repeat(64)]],
    ])('accepts %s', (_what, text, ids) => {
      expect(inputs({ 'task-id': text }).taskIds).toStrictEqual(ids)
    })

    it.each([
      ['65 characters', 'x'.repeat(65)],
      ['a slash', 'a/b'],
      ['nothing before a comma', ',a'],
      ['nothing after a comma', 'a,'],
      ['nothing between commas', 'a, ,b'],
      ['a dot', '..'],
      ['a bad one among good ones', 'a,b?,c'],
      ['another separator', 'a;b'],
      ['letters of other scripts', 'ä'],
      ['nothing but separators', ', ,'],
    ])('rejects %s', (_what, text) => {
      expect(problems({ 'task-id': text })).toStrictEqual([
        expect.stringMatching(
          /^Input 'task-id' must be (?:a task id of|task ids of|task ids, but entry \d is empty)/,
        ),
      ])
    })

    it.each([
      ['b?', "task ids of 1 to 64 letters, digits, _ or -, but entry 52 is 'b?'"],
      ['', 'task ids, but entry 52 is empty (did the step that should have set it run?)'],
      ['y'.repeat(100), `task ids of 1 to 64 letters, digits, _ or -, but entry 52 is '${'y'.repeat(79)}…'`],
    ])('names the one that is faulty among many: %j', (entry, words) => {
      expect(problems({ 'task-id': `a,${'x,'.repeat(50)}${entry},c` })).toStrictEqual([
        expect.stringContaining(`Input 'task-id' must be ${words}; got 'a,x,`),
      ])
    })

    it('accepts 500 different ids, however often each is repeated', () => {
      const ids = Array.from({ length: 500 }, (_, index) => `t${String(index)}`)
      expect(inputs({ 'task-id': ids.join('\n') }).taskIds).toStrictEqual(ids)
      expect(inputs({ 'task-id': [...ids, 't7'].join(' ') }).taskIds).toStrictEqual(ids)
      expect(problems({ 'task-id': [...ids, 'one-more'].join(',') })).toStrictEqual([
        expect.stringMatching(/ must be at most 500 task ids, but there are 501; got 't0,t1,/),
      ])
    })

    it('keeps different ids in order, with any separator', () => {
      const id = fc.stringMatching(/^[0-9A-Za-z_-]{1,64}$/)
      const separator = fc.stringMatching(/^[ \t\r\n]{0,2}[ ,\n][ \t\r\n]{0,2}$/)
      fc.assert(
        fc.property(fc.array(fc.tuple(id, separator), { minLength: 1, maxLength: 20 }), (parts) => {
          const text = parts.flat().slice(0, -1).join('')
          expect(inputs({ 'task-id': text }).taskIds).toStrictEqual([...new Set(parts.map(([id]) => id))])
        }),
      )
    })
  })

  describe.each(['project', 'workspace'])('%s', (name) => {
    it.each(['a', 'Z_9-', 'x'.repeat(64)])('accepts %s', (text) => {
      expect(inputs({ [name]: text })).toMatchObject({ [name]: text })
    })

    it.each(['x'.repeat(65), 'a b', 'a/b', '../x', 'a%2fb', 'é'])('rejects %s', (text) => {
      expect(problems({ [name]: text })).toStrictEqual([
        expect.stringContaining(`Input '${name}' must be a `),
      ])
    })
  })

  it('has no workspace if none is given', () => {
    expect(inputs({ workspace: '' })).not.toHaveProperty('workspace')
  })

  describe('region', () => {
    it.each([
      ['cn-north-4', 'https://dayu-dlf.cn-north-4.myhuaweicloud.com'],
      ['my-kualalumpur-1', 'https://dayu-dlf.my-kualalumpur-1.myhuaweicloud.com'],
      ['cn-east-4', 'https://dayu.cn-east-4.myhuaweicloud.com'],
      ['eu-west-101', 'https://dayu-dlf.eu-west-101.myhuaweicloud.eu'],
      ['constructor', 'https://dayu-dlf.constructor.myhuaweicloud.com'],
      ['x'.repeat(32), `https://dayu-dlf.${'x'.repeat(32)}.myhuaweicloud.com`],
    ])('makes the endpoint of %s', (region, endpoint) => {
      expect(inputs({ region })).toMatchObject({ region, endpoint })
    })

    it.each([
      'x'.repeat(33),
      'CN-NORTH-4',
      'cn_north_4',
      'cn-north-4.evil.example',
      'evil.example/',
      'evil.example#',
      'cn-north-4\n',
      '@evil',
      'xn--a',
    ])('refuses %j', (region) => {
      expect(problems({ region })).toStrictEqual([
        expect.stringMatching(/^Input 'region' must be a region .*; got '/s),
      ])
    })

    it('rejects any text outside the pattern', () => {
      const near = fc.string({ unit: fc.constantFrom(...Array.from('az09-._/@#?:\\%A \n')) })
      fc.assert(
        fc.property(fc.oneof(near, fc.string({ unit: character })), (region) => {
          fc.pre(region !== '' && !/^[a-z0-9-]{1,32}$/.test(region))
          expect(problems({ region })).toStrictEqual([expect.stringContaining("Input 'region' must be")])
        }),
      )
    })

    it('turns any region into a host under the domain of the service', () => {
      fc.assert(
        fc.property(fc.stringMatching(/^[a-z0-9-]{1,32}$/), (region) => {
          const read = attempt({ region })
          fc.pre('inputs' in read)
          expect(new URL(read.inputs.endpoint).host).toMatch(
            /^dayu(?:-dlf)?\.[a-z0-9-]+\.myhuaweicloud\.(?:com|eu)$/,
          )
        }),
      )
    })

    it('is not needed with an endpoint', () => {
      const read = inputs({ region: '', endpoint: 'https://dlf.example' })
      expect(read).not.toHaveProperty('region')
      expect(read.endpoint).toBe('https://dlf.example')
    })

    it('is checked even with an endpoint', () => {
      expect(problems({ region: 'A', endpoint: 'https://dlf.example' })).toHaveLength(1)
    })

    it('is reported once if it is invalid and there is no endpoint', () => {
      expect(problems({ region: 'A' })).toStrictEqual([
        "Input 'region' must be a region such as cn-north-4; got 'A'.",
      ])
    })

    it('does not replace an invalid endpoint', () => {
      expect(problems({ endpoint: 'dlf.example' })).toHaveLength(1)
    })
  })

  describe('endpoint', () => {
    it.each([
      ['https://dlf.example', 'https://dlf.example'],
      ['https://dlf.example/', 'https://dlf.example'],
      ['https://dlf.example//', 'https://dlf.example'],
      ['https://DLF.Example:443/a/b/', 'https://dlf.example/a/b'],
      ['https://dlf.example:8443', 'https://dlf.example:8443'],
      ['https://[2001:db8::1]', 'https://[2001:db8::1]'],
      ['HTTPS://dlf.example', 'https://dlf.example'],
      ['http://localhost:8080', 'http://localhost:8080'],
      ['http://LOCALHOST', 'http://localhost'],
      ['http://127.0.0.1:1', 'http://127.0.0.1:1'],
      ['http://127.255.255.254', 'http://127.255.255.254'],
      ['http://[::1]:8080', 'http://[::1]:8080'],
      ['http://[0:0:0:0:0:0:0:1]', 'http://[::1]'],
      ['http://0x7f.1', 'http://127.0.0.1'],
      ['http://127.1', 'http://127.0.0.1'],
      ['http://2130706433', 'http://127.0.0.1'],
    ])('accepts %s', (endpoint, base) => {
      expect(inputs({ endpoint }).endpoint).toBe(base)
    })

    it.each([
      'dlf.example',
      '//dlf.example',
      'https://',
      'https:// dlf.example',
      'https://dlf.exa\nmple',
      'http://dlf.example',
      'http://127.evil.com',
      'http://127.0.0.1.evil.com',
      'http://localhost.evil.com',
      'http://evil.com/127.0.0.1',
      'http://evil.localhost.com',
      'http://notlocalhost',
      'http://[::2]',
      'http://[::ffff:127.0.0.1]',
      'http://128.0.0.1',
      'http://1.127.0.0.1.example',
      'http://0.0.0.0',
      'http://169.254.169.254',
      'http://10.0.0.1',
      'http://user@localhost',
      'http://localhost@evil.com',
      'https://user:secret@dlf.example',
      'https://@dlf.example',
      'https://dlf.example?x=1',
      'https://dlf.example/?',
      'https://dlf.example#x',
      'https://dlf.example/#',
      'https:\\\\dlf.example',
      'ftp://localhost',
      'file:///etc/passwd',
      'ws://localhost',
      'javascript:0',
    ])('refuses %j', (endpoint) => {
      expect(problems({ endpoint })).toStrictEqual([
        expect.stringContaining("Input 'endpoint' must be a base URL such as https://host.example, "),
      ])
    })

    it.each([
      ['https://user:hunter22@dlf.example', 'https://***@dlf.example'],
      ['https://hunter22@dlf.example', 'https://***@dlf.example'],
      ['https://user:hun/ter2@dlf.example', 'https://***@dlf.example'],
      ['https://user:hunter22@x@dlf.example', 'https://***@dlf.example'],
      ['https:user:hunter22@dlf.example', 'https:***@dlf.example'],
      ['user:hunter22@dlf.example', 'user:***@dlf.example'],
      ['//hunter22@dlf.example', '//***@dlf.example'],
    ])('never shows the user info of %s', (endpoint, shown) => {
      const [problem] = problems({ endpoint })
      expect(problem).toContain(`; got '${shown}'.`)
      expect(problem).not.toContain('ter2')
    })

    it('has the host that the URL standard parses', () => {
      const piece = fc.constantFrom(
        ...[
          'https://',
          'http://',
          'https:',
          'dlf.example',
          'evil.com',
          '127.0.0.1',
          '127.',
          'localhost',
          '[::1]',
        ],
        ...[
          '@',
          ':',
          '/',
          '\\',
          '?',
          '#',
          '.',
          '%2e',
          '%40',
          ':80',
          ':443',
          '0x7f',
          '1',
          ' ',
          '\t',
          '。',
          'ß',
        ],
      )
      const text = fc.oneof(
        fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join('')),
        fc.webUrl({ withFragments: true, withQueryParameters: true }),
      )
      fc.assert(
        fc.property(text, (endpoint) => {
          const read = attempt({ endpoint })
          if (!('inputs' in read)) return
          const meant = new URL(endpoint)
          const seen = new URL(read.inputs.endpoint)
          expect(seen.host).toBe(meant.host)
          expect(seen.protocol).toBe(meant.protocol)
          expect([meant.username, meant.password, meant.search, meant.hash]).toStrictEqual(['', '', '', ''])
          expect(
            meant.protocol === 'https:' || /^(?:localhost|\[::1\]|127\.\d+\.\d+\.\d+)$/.test(meant.hostname),
          ).toBe(true)
          expect(read.inputs.endpoint).not.toMatch(/\/$/)
        }),
        { numRuns: 300 },
      )
    })
  })

  describe('timeout', () => {
    it.each([
      ['0', 0],
      ['0s', 0],
      ['90', 90_000],
      ['1.5m', 90_000],
      ['1h30m', 5_400_000],
      ['24h', 86_400_000],
      ['1d', 86_400_000],
    ])('accepts %s', (timeout, timeoutMs) => {
      expect(inputs({ timeout }).timeoutMs).toBe(timeoutMs)
    })

    it.each(['24h1ms', '2d', '-1', '-5m', '15M', '5 m', '1m1m', '5m1h', '1y', 'forever', '1e3', 'NaN'])(
      'rejects %s',
      (timeout) => {
        expect(problems({ timeout })).toStrictEqual([
          `Input 'timeout' must be a duration such as 90s, 15m or 1h30m, at most 24h; got '${timeout}'.`,
        ])
      },
    )
  })

  describe('min-poll-interval and max-poll-interval', () => {
    it.each([
      ['2s', '', 2000, 10_000],
      ['100ms', '', 100, 10_000],
      ['10s', '', 10_000, 10_000],
      ['20s', '', 20_000, 20_000],
      ['', '30s', 1000, 30_000],
      ['', '1s', 1000, 1000],
      ['', '500ms', 500, 500],
      ['', '100ms', 100, 100],
      ['5s', '5s', 5000, 5000],
      ['100ms', '24h', 100, 86_400_000],
    ])('takes %j and %j', (min, max, minMs, maxMs) => {
      const given = { 'min-poll-interval': min, 'max-poll-interval': max }
      expect(inputs(given).bounds).toStrictEqual({ minMs, maxMs })
    })

    it('rejects two that cross, and shows both', () => {
      const given = { 'min-poll-interval': '90s', 'max-poll-interval': '1m' }
      expect(problems(given)).toStrictEqual([
        "Input 'min-poll-interval' must not be longer than 'max-poll-interval'; got '90s' and '1m'.",
      ])
    })

    it.each(['0', '99ms', '0.0994', '-1s', 'often'])('rejects %s for either', (text) => {
      expect(problems({ 'min-poll-interval': text, 'max-poll-interval': text })).toStrictEqual([
        expect.stringContaining("Input 'min-poll-interval' must be a duration"),
        expect.stringContaining("Input 'max-poll-interval' must be a duration"),
      ])
    })

    it('never makes the shortest pause longer than the longest', () => {
      const interval = fc.oneof(fc.constant(undefined), fc.integer({ min: 100, max: 100_000 }))
      fc.assert(
        fc.property(interval, interval, (min, max) => {
          fc.pre(min === undefined || max === undefined || min <= max)
          const textOf = (ms: number | undefined): string => (ms === undefined ? '' : `${String(ms)}ms`)
          const { bounds } = inputs({ 'min-poll-interval': textOf(min), 'max-poll-interval': textOf(max) })
          expect(bounds.minMs).toBeLessThanOrEqual(bounds.maxMs)
          if (min !== undefined) expect(bounds.minMs).toBe(min)
          if (max !== undefined) expect(bounds.maxMs).toBe(max)
        }),
      )
    })
  })

  describe('not-found-grace', () => {
    it.each([
      ['0s', 0],
      ['2m', 120_000],
      ['24h', 86_400_000],
    ])('accepts %s', (text, notFoundGraceMs) => {
      expect(inputs({ 'not-found-grace': text }).notFoundGraceMs).toBe(notFoundGraceMs)
    })

    it.each(['-1s', 'soon', '25h'])('rejects %s', (text) => {
      expect(problems({ 'not-found-grace': text })).toHaveLength(1)
    })
  })

  describe('fail-on-warning', () => {
    it.each([
      ['true', true],
      ['True', true],
      ['TRUE', true],
      ['false', false],
      ['False', false],
      ['FALSE', false],
    ])('reads %s as YAML 1.2 does', (text, failOnWarning) => {
      expect(inputs({ 'fail-on-warning': text }).failOnWarning).toBe(failOnWarning)
    })

    it.each(['yes', 'no', 'on', '1', '0', 'tRUE', 'trueish', 'untrue', 'falsehood', 'afalse'])(
      'rejects %s',
      (text) => {
        expect(problems({ 'fail-on-warning': text })).toStrictEqual([
          `Input 'fail-on-warning' must be true or false; got '${text}'.`,
        ])
      },
    )
  })

  describe('access key', () => {
    const KEY = { token: '', 'access-key-id': 'AKID', 'secret-access-key': 'hunter22' }

    it('accepts a pair, with a security token or without', () => {
      expect(inputs(KEY).credential).toMatchObject({
        kind: 'access-key',
        key: { id: 'AKID', secret: 'hunter22' },
        used: { from: 'the `access-key-id` and `secret-access-key` inputs' },
      })
      expect(inputs({ ...KEY, 'security-token': 'ST-secret' }).credential).toMatchObject({
        kind: 'access-key',
        key: { id: 'AKID', secret: 'hunter22', securityToken: 'ST-secret' },
      })
    })

    it.each([
      ['secret-access-key', { ...KEY, 'secret-access-key': '' }],
      ['access-key-id', { ...KEY, 'access-key-id': '' }],
      ['access-key-id', { ...KEY, 'access-key-id': '', 'security-token': 'hunter22' }],
    ])('names the missing half: %s', (missing, given) => {
      const all = problems(given)
      expect(all).toStrictEqual([expect.stringContaining(`Input '${missing}' is missing`)])
      expect(all.join('\n')).not.toContain('hunter22')
    })

    it('names all parts that need the missing one, and says why a secret may be empty', () => {
      const given = { ...KEY, 'access-key-id': '', 'security-token': 'hunter22' }
      expect(problems(given)).toStrictEqual([
        "Input 'access-key-id' is missing: it belongs to 'secret-access-key' and 'security-token'. Set it too, or define its secret: pull requests from forks and from Dependabot get none.",
      ])
    })

    it('names both missing halves if only a security token is given', () => {
      const all = problems({ token: '', 'security-token': 'hunter22' }).join('\n')
      expect(all).toContain("'access-key-id' is missing")
      expect(all).toContain("'secret-access-key' is missing")
      expect(all).not.toContain('hunter22')
    })

    it('rejects two kinds of credential', () => {
      const all = problems({ ...KEY, token: 'hunter22' })
      expect(all).toStrictEqual([
        "Inputs 'access-key-id', 'secret-access-key' and 'token' are two kinds of credential. Give one of them.",
      ])
      expect(all.join('\n')).not.toContain('hunter22')
    })

    it.each(['secret-access-key', 'security-token'])('refuses a %s of 7 characters', (name) => {
      expect(problems({ ...KEY, [name]: 'hunter2' })).toStrictEqual([
        `Input '${name}' must have at least 8 characters; the value is not shown.`,
      ])
    })

    it('takes an ID of any length, which is no secret', () => {
      expect(inputs({ ...KEY, 'access-key-id': 'AK' }).credential).toMatchObject({ key: { id: 'AK' } })
    })

    it.each(['access-key-id', 'secret-access-key', 'security-token'])('never shows an invalid %s', (name) => {
      expect(problems({ ...KEY, [name]: 'hunter22 é' })).toStrictEqual([
        `Input '${name}' must be printable ASCII without blanks; the value is not shown.`,
      ])
    })
  })

  describe('environment', () => {
    const NOTHING = { token: '', project: '', region: '' }
    const HUAWEI = { HUAWEI_CLOUD_ACCESS_KEY_ID: 'ak1', HUAWEI_CLOUD_SECRET_ACCESS_KEY: 'sk1-secret' }
    const SDK = { HUAWEICLOUD_SDK_AK: 'ak2', HUAWEICLOUD_SDK_SK: 'sk2-secret' }
    const TERRAFORM = { HW_ACCESS_KEY: 'ak3', HW_SECRET_KEY: 'sk3-secret' }

    it.each<readonly [string, Given, Given]>([
      ["Huawei's actions", HUAWEI, { id: 'ak1', secret: 'sk1-secret' }],
      [
        "Huawei's actions, with a security token",
        { ...HUAWEI, HUAWEI_CLOUD_SECURITY_TOKEN: 'st1-secret' },
        { id: 'ak1', secret: 'sk1-secret', securityToken: 'st1-secret' },
      ],
      ['the SDKs', SDK, { id: 'ak2', secret: 'sk2-secret' }],
      [
        'the SDKs, with a security token',
        { ...SDK, HUAWEICLOUD_SDK_SECURITY_TOKEN: 'st2-secret' },
        { id: 'ak2', secret: 'sk2-secret', securityToken: 'st2-secret' },
      ],
      ['Terraform', TERRAFORM, { id: 'ak3', secret: 'sk3-secret' }],
      [
        'Terraform, with a security token',
        { ...TERRAFORM, HW_SECURITY_TOKEN: 'st3-secret' },
        { id: 'ak3', secret: 'sk3-secret', securityToken: 'st3-secret' },
      ],
      ['the first family of all', { ...TERRAFORM, ...SDK, ...HUAWEI }, { id: 'ak1', secret: 'sk1-secret' }],
      ['the SDKs before Terraform', { ...TERRAFORM, ...SDK }, { id: 'ak2', secret: 'sk2-secret' }],
      [
        'the keys before a token',
        { ...TERRAFORM, HW_AUTH_TOKEN: 'tk3-secret' },
        { id: 'ak3', secret: 'sk3-secret' },
      ],
      [
        'the keys of one family before the token of another',
        { ...SDK, HW_AUTH_TOKEN: 'tk3-secret' },
        { id: 'ak2', secret: 'sk2-secret' },
      ],
      [
        'one family whole, without a part of another',
        { ...HUAWEI, HUAWEICLOUD_SDK_SECURITY_TOKEN: 'st2-secret', HW_SECURITY_TOKEN: 'st3-secret' },
        { id: 'ak1', secret: 'sk1-secret' },
      ],
    ])('gives the access key of %s', (_whose, variables, key) => {
      const { credential } = inputs({ token: '' }, variables)
      expect(credential.kind === 'access-key' && credential.key).toStrictEqual(key)
      expect(credential.used.kind).toBe('securityToken' in key ? 'temporary-key' : 'access-key')
    })

    it('provides the token of Terraform', () => {
      expect(inputs({ token: '' }, { HW_AUTH_TOKEN: 'tk3-secret' }).credential).toMatchObject({
        kind: 'token',
        token: 'tk3-secret',
        used: { kind: 'token', from: '`HW_AUTH_TOKEN`' },
      })
    })

    it.each<readonly [string, Given, object]>([
      ['a token', {}, { kind: 'token', token: GIVEN.token }],
      [
        'an access key',
        { token: '', 'access-key-id': 'ak', 'secret-access-key': 'sk-secret' },
        { kind: 'access-key', key: { id: 'ak', secret: 'sk-secret' } },
      ],
    ])('is beaten by %s of the inputs', (_what, given, credential) => {
      const variables = {
        ...HUAWEI,
        HUAWEI_CLOUD_SECURITY_TOKEN: 'st1-secret',
        ...SDK,
        ...TERRAFORM,
        HW_AUTH_TOKEN: 'tk3-secret',
      }
      expect(inputs(given, variables).credential).toMatchObject(credential)
      expect(JSON.stringify(inputs(given, variables))).not.toContain('st1-secret')
    })

    it.each<readonly [string, Given]>([
      ['HUAWEI_CLOUD_SECRET_ACCESS_KEY', { HUAWEI_CLOUD_ACCESS_KEY_ID: 'hunter22', ...SDK }],
      ['HUAWEI_CLOUD_ACCESS_KEY_ID', { HUAWEI_CLOUD_SECRET_ACCESS_KEY: 'hunter22', ...TERRAFORM }],
      ['HUAWEICLOUD_SDK_AK', { HUAWEICLOUD_SDK_SK: 'hunter22' }],
      ['HW_SECRET_KEY', { HW_ACCESS_KEY: 'hunter22', HW_AUTH_TOKEN: 'tk3-secret' }],
    ])('names the missing half of the family that decides: %s', (missing, variables) => {
      const all = problems({ token: '' }, variables)
      expect(all).toStrictEqual([expect.stringContaining(`'${missing}' is missing`)])
      expect(all.join('\n')).not.toContain('hunter22')
    })

    it.each([
      ['HUAWEI_CLOUD_PROJECT_ID', 'p1'],
      ['HUAWEICLOUD_SDK_PROJECT_ID', 'p2'],
      ['HW_PROJECT_ID', 'p3'],
    ])('gives the project of %s, for a key of any family', (name, project) => {
      expect(inputs({ project: '', token: '' }, { ...HUAWEI, [name]: project }).project).toBe(project)
    })

    it.each(['HUAWEI_CLOUD_REGION', 'HW_REGION_NAME'])('provides the region of %s', (name) => {
      expect(inputs({ region: '' }, { ...SDK, [name]: 'cn-east-4' })).toMatchObject({
        region: 'cn-east-4',
        endpoint: 'https://dayu.cn-east-4.myhuaweicloud.com',
      })
    })

    it('may hold placeholders in variables that are not used', () => {
      const variables = { HW_SECRET_KEY: 'x', HW_ACCESS_KEY: 'x', HUAWEICLOUD_SDK_SK: '***' }
      expect(inputs({}, variables).credential).toMatchObject({ kind: 'token' })
      expect(problems({ token: '' }, { HW_ACCESS_KEY: 'ak', HW_SECRET_KEY: 'x' })).toStrictEqual([
        "Environment variable 'HW_SECRET_KEY' must have at least 8 characters; the value is not shown.",
      ])
    })

    it('may not hold a proxy that the client would ignore, and its address is not shown', () => {
      expect(problems({}, { https_proxy: 'http://user:hunter22@' })).toStrictEqual([
        "Environment variable 'https_proxy' must be the address of a proxy such as http://proxy.example:8080; the value is not shown.",
      ])
    })

    it('is overridden by the inputs for project and region', () => {
      const variables = { HUAWEI_CLOUD_PROJECT_ID: 'p9', HUAWEI_CLOUD_REGION: 'cn-east-4' }
      expect(inputs({}, variables)).toMatchObject({ project: GIVEN.project, region: GIVEN.region })
    })

    it('is checked like the inputs', () => {
      const variables = { HW_PROJECT_ID: 'p/3', HW_REGION_NAME: 'evil.example/', HW_AUTH_TOKEN: 'hunter22 x' }
      const all = problems(NOTHING, variables)
      expect(all).toHaveLength(3)
      expect(all.join('\n')).toContain("'HW_PROJECT_ID' must be a project id")
      expect(all.join('\n')).toContain("'HW_REGION_NAME' must be a region")
      expect(all.join('\n')).toContain("'HW_AUTH_TOKEN' must be printable ASCII without blanks")
      expect(all.join('\n')).not.toContain('hunter22')
    })
  })

  describe('token', () => {
    it('accepts every printable character except the blank', () => {
      const token = Array.from({ length: 0x7e - 0x20 }, (_, index) => String.fromCharCode(0x21 + index)).join(
        '',
      )
      expect(inputs({ token }).credential).toMatchObject({ kind: 'token', token })
    })

    it.each(['hunter22 x', 'hunter22\nx', 'hunter22\u007f', 'hunter22é', 'hunter22\u0000'])(
      'refuses %j without showing it',
      (token) => {
        expect(problems({ token })).toStrictEqual([
          "Input 'token' must be printable ASCII without blanks; the value is not shown.",
        ])
      },
    )

    it.each(['hunter2', 'x'])('refuses %j, whose mask would hide innocent text', (token) => {
      expect(problems({ token })).toStrictEqual([
        "Input 'token' must have at least 8 characters; the value is not shown.",
      ])
    })

    it('takes one of 8 characters', () => {
      expect(inputs({ token: 'hunter22' }).credential).toMatchObject({ kind: 'token', token: 'hunter22' })
    })

    it('is in no message, even if other inputs are invalid', () => {
      const all = problems({ 'task-id': '!', project: '!', token: 'hunter22 x' })
      expect(all).toHaveLength(3)
      expect(all.join()).not.toContain('hunter22')
    })
  })
})

describe('readLanguage', () => {
  it.each([
    ['', 'en'],
    ['en', 'en'],
    ['zh', 'zh'],
  ])('reads %j as %s', (language, expected) => {
    expect(attempt({ language })).toHaveProperty('inputs')
    expect(readLanguage(() => language)).toBe(expected)
  })

  it.each(['ZH', 'zh-CN', 'de', 'toString'])('rejects %j and reports it in English', (language) => {
    expect(problems({ language })).toEqual([`Input 'language' must be en or zh; got '${language}'.`])
    expect(readLanguage(() => language)).toBe('en')
  })
})

type Given = Readonly<Record<string, string>>

function inputs(given: Given, variables: Given = {}): ReturnType<typeof readInputs> {
  const all: Given = { ...GIVEN, ...given }
  return readInputs({
    readInput: (name) => all[name] ?? '',
    readVariable: (name) => variables[name] ?? '',
  })
}

function attempt(
  given: Given,
  variables: Given = {},
): { readonly inputs: ReturnType<typeof readInputs> } | { readonly problems: readonly string[] } {
  try {
    return { inputs: inputs(given, variables) }
  } catch (error) {
    if (error instanceof SetupError) return { problems: error.problems }
    throw error
  }
}

function problems(given: Given, variables: Given = {}): readonly string[] {
  const read = attempt(given, variables)
  if ('problems' in read) return read.problems
  throw new Error('the inputs were accepted')
}
